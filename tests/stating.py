"""Statements drawn from the data sets of the test material, each put into a plain sentence under a headline; the same with one slip.

The canon plays no part in the draw: what a data set says is put in words as it stands. Malformed rows, names of which a letter is
damaged and times of the road with a point for a colon are left out, and so are `FLAWS`: rows that are wrong themselves, each with
what shows it.
"""

import csv
import io
import json
import lzma
import random
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

MEDALS = ("gold", "silver", "bronze")
CITIES = {1956: "Melbourne", 1968: "Mexico City", 1904: "St Louis", 2016: "Rio", 2020: "Tokyo", 2024: "Paris"}
NATIONS = {
    "ALG": "Algeria",
    "AUS": "Australia",
    "BAH": "the Bahamas",
    "BLR": "Belarus",
    "BOH": "Bohemia",
    "CZE": "the Czech Republic",
    "FRG": "West Germany",
    "GBR": "Great Britain",
    "GDR": "East Germany",
    "NED": "the Netherlands",
    "TCH": "Czechoslovakia",
    "TUR": "Turkey",
    "URS": "the Soviet Union",
    "USA": "the United States",
    "YUG": "Yugoslavia",
    "EUN": "the Unified Team",
    "CHN": "China",
    "CIV": "the Ivory Coast",
    "DOM": "the Dominican Republic",
    "HKG": "Hong Kong",
    "KOR": "South Korea",
    "PRK": "North Korea",
    "PHI": "the Philippines",
    "UAE": "the United Arab Emirates",
    "MDA": "Moldova",
    "RUS": "Russia",
    "SYR": "Syria",
    "TAN": "Tanzania",
    "VEN": "Venezuela",
    "IRI": "Iran",
    "TPE": "Chinese Taipei",
    "SCG": "Serbia and Montenegro",
}
FLAWS = {
    ("mohamed farah", "2016"): "the file of medallists gives him to the United States, with 25:05.17",
}
LONG = re.compile(r"marathon|walk")


class Statement(NamedTuple):
    """What a row of a data set says; `where` names a competition or, of a record, nothing, and `scope` the kind of record."""

    source: str
    name: str
    nation: str
    sex: str
    event: str
    mark: str
    day: str
    where: str = ""
    medal: str = ""
    scope: str = ""
    city: str = ""


class Said(NamedTuple):
    """A statement as a text: the headline, the sentence, the day of publication, and what stands in it by the name of the slip."""

    headline: str
    sentence: str
    published: str
    parts: dict[str, str]
    team: bool

    @property
    def text(self) -> str:
        """The whole text."""
        return f"{self.headline}\n\n{self.sentence}\n"


def rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """The rows of a table that have all their columns."""
    raw = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    reader = csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=delimiter)
    for row in reader:
        if None not in row and None not in row.values():
            yield row


def event(words: str) -> str:
    """An event in the words of a report, empty for one that is none of its own."""
    plain = re.sub(r"[-_]", " ", words).lower().replace("×", "x")
    plain = plain.replace("kilometres", "km").replace("metres", "m").replace("race walk", "walk")
    plain = re.sub(r"(?<=\d) (?=k?m\b|x)|(?<=x) (?=\d)", "", plain).replace("10,000", "10000").removesuffix(" throw").removesuffix(" relay")
    plain = " ".join(re.sub(r"\b(?:men|women|mixed|'s)\b", "", plain).split()).replace("walk", "race walk")
    plain = {"shot": "shot put", "3000m steeple": "3000m steeplechase"}.get(plain, plain)
    return plain.replace("km", " kilometres") if plain.endswith("race walk") else re.sub(r"(?<=\d)m\b", " metres", plain)


def titled(name: str) -> str:
    """A name with its family name no longer in capitals."""
    return " ".join(map(lowered, name.split()))


def lowered(word: str) -> str:
    """A word in capitals with only those that it keeps, any other as it is."""
    if len(word) == 1 or word[1] == "." or not word.replace("Mc", "").isupper():
        return word
    return re.sub(r"(?:^(?:mc)?|[-'’])\w", lambda m: "Mc" + m[0][2:].upper() if m[0][:2] == "mc" else m[0].upper(), word.lower())


def plain_mark(mark: str) -> str:
    """A mark as it is printed, empty where the row has none."""
    mark = mark.strip().removesuffix(".0") if re.fullmatch(r"\d{4}\.0", mark.strip()) else mark.strip()
    return mark if re.fullmatch(r"(?:\d{1,2}:)?(?:\d{1,2}:)?\d{1,2}\.\d\d?|\d:\d\d:\d\d|\d{4}", mark) else ""


def medallists(data: Path) -> Iterator[Statement]:
    """The Olympic medallists of 1896 to 2016."""
    for row in rows(data / "olympics" / "medalists-1896-2016.csv"):
        if "Ã" in row["Name"]:
            continue
        words, _, sex = row["Event"].rpartition(" ")
        year = int(row["Year"])
        where = f"{year} Olympic Games in {CITIES.get(year, row['Location'])}"
        name = "" if row["Name"] == "null" else titled(row["Name"])
        medal = MEDALS["GSB".index(row["Medal"])]
        yield Statement(
            "medalists-1896-2016",
            name,
            row["Nationality"],
            f"{sex.lower()}'s",
            event(words),
            plain_mark(row["Result"]),
            f"{year}-12-20",
            where,
            medal,
        )


def tokyo(data: Path) -> Iterator[Statement]:
    """The Olympic medallists of Tokyo."""
    for row in rows(data / "olympics" / "medalists-2020.csv"):
        sex, _, words = row["Event"].partition(" ")
        for medal in MEDALS:
            relay = " x " in words
            name, nation = ("", row[f"{medal}_name"]) if relay else (row[f"{medal}_name"], "")
            mark = plain_mark(row[f"{medal}_result"].removesuffix("m"))
            yield Statement(
                "medalists-2020", name, nation, sex.lower(), event(words), mark, "2021-08-09", "Tokyo 2020 Olympic Games", medal
            )


def paris(data: Path) -> Iterator[Statement]:
    """The finals of Paris."""
    for row in rows(data / "olympics" / "results-2024.csv.xz"):
        sex, _, words = row["event_name"].partition(" ")
        final = row["stage"] in ("Final", "Final Results") and sex.endswith("'s") and row["rank"] in ("1.0", "2.0", "3.0")
        if final and row["result_type"] in ("TIME", "DISTANCE", "POINTS"):
            name = "" if row["participant_type"] == "Team" else titled(" ".join(reversed_name(row["participant_name"])))
            medal = MEDALS[int(row["rank"][0]) - 1]
            yield Statement(
                "results-2024",
                name,
                row["participant_country_code"],
                sex.lower(),
                event(words),
                plain_mark(row["result"]),
                row["date"][:10],
                "Paris 2024 Olympic Games",
                medal,
            )


def reversed_name(name: str) -> list[str]:
    """A name whose family name, in capitals, stood first."""
    words = name.split()
    last = [w for w in words if w.isupper() and len(w) > 1]
    return [*(w for w in words if w not in last), *last]


def worlds(data: Path) -> Iterator[Statement]:
    """The podiums of the World Championships."""
    for row in rows(data / "world-championships" / "podiums-1983-2025.csv.xz"):
        sex = {"male": "men's", "female": "women's"}.get(row["sex"], "")
        name = "" if "relay" in row["discipline"] else titled(row["competitor"])
        year = row["championship"].rpartition(" ")[2]
        yield Statement(
            "podiums-1983-2025",
            name,
            row["nationality"],
            sex,
            event(row["discipline"]),
            plain_mark(row["mark"]),
            row["d"],
            f"{year} World Championships",
            MEDALS[int(row["pos"]) - 1],
        )


def rio(data: Path) -> Iterator[Statement]:
    """The finals of Rio."""
    found = json.loads(lzma.decompress((data / "olympics" / "rio2016" / "rio_athletics_results.json.xz").read_bytes()))
    for contest in found["events"]:
        words, _, sex = contest["name"].rpartition(" ")
        for row in contest["result"]:
            if contest["round"] == "FINAL" and "athlon" not in contest and row.get("rank") in ("1", "2", "3") and row.get("familyName"):
                name = f"{row.get('givenName', '')} {row['familyName']}".strip()
                yield Statement(
                    "rio2016",
                    name,
                    row["country"],
                    f"{sex.lower()}'s",
                    event(words),
                    plain_mark(row.get("performance", "")),
                    "2016-08-21",
                    "Rio 2016 Olympic Games",
                    MEDALS[int(row["rank"]) - 1],
                )


def records(data: Path) -> Iterator[Statement]:
    """The world, Olympic and European records of August 2024; the events of Games and championships only."""
    for scope, file in (("world", "world"), ("Olympic", "olympic_games"), ("European", "european")):
        for sex in ("men", "women"):
            for row in rows(data / "records" / "2024-august" / f"{sex}_{file}_records.csv"):
                words = event(row["DISCIPLINE"])
                day = datetime.strptime(row["DATE"].strip(), "%d %b %Y").date().isoformat()  # noqa: DTZ007
                town = re.sub(r"\s*\(\w+\)\s*$", "", row["VENUE"]).split(",")[-1].strip()
                if words in PLAIN_EVENTS:
                    name = "" if "x" in words else titled(row["COMPETITOR"])
                    yield Statement(
                        "records-2024-august", name, row["COUNTRY"], f"{sex}'s", words, plain_mark(row["PERF"]), day, scope=scope, city=town
                    )


PLAIN_EVENTS = (
    "100 metres", "200 metres", "400 metres", "800 metres", "1500 metres", "5000 metres", "10000 metres", "3000 metres steeplechase",
    "100 metres hurdles", "110 metres hurdles", "400 metres hurdles", "4x100 metres", "4x400 metres", "high jump", "pole vault",
    "long jump", "triple jump", "shot put", "discus", "hammer", "javelin", "decathlon", "heptathlon",
)  # fmt: skip

SOURCES: tuple[Callable[[Path], Iterator[Statement]], ...] = (medallists, tokyo, paris, worlds, rio, records)


def usable(statement: Statement) -> bool:
    """Whether a row says all that a sentence needs, and is not known to be wrong."""
    whole = statement.mark and statement.event and statement.sex and (statement.name or statement.nation)
    year = re.search(r"\d{4}", statement.where)
    broken = bool(LONG.search(statement.event) and not re.fullmatch(r"\d:\d\d:\d\d", statement.mark))
    return bool(whole) and not broken and (statement.name.lower(), year[0] if year else "") not in FLAWS


def drawn(data: Path, count: int, seed: int) -> list[Statement]:
    """So many statements, as many from each data set as from another."""
    draw = random.Random(seed)
    pools = [[s for s in source(data) if usable(s)] for source in SOURCES]
    shares = [count // len(pools) + (n < count % len(pools)) for n in range(len(pools))]
    return [s for pool, share in zip(pools, shares, strict=True) for s in draw.sample(pool, share)]


def countries(data: Path) -> dict[str, str]:
    """What a nation is called, by its code."""
    listed = json.loads((data / "codes" / "countries.json").read_text("utf-8"))
    return {row["id"]: row["countryName"] for row in listed} | NATIONS


def how(statement: Statement) -> str:
    """A mark with its unit and what stands before it."""
    if ":" in statement.mark or re.search(r"metres|walk|marathon", statement.event):
        return f"in {statement.mark}"
    return f"with {statement.mark} points" if statement.event.endswith("athlon") else f"with {statement.mark}m"


def said(statement: Statement, shape: int, nations: dict[str, str]) -> Said:
    """A statement in one of the plain shapes."""
    s = statement
    nation = nations.get(s.nation, s.nation)
    day = (date.fromisoformat(s.day) + timedelta(days=1)).isoformat()
    contest = f"{s.sex} {s.event}"
    team = not s.name
    who = f"{s.name} of {nation}" if nation and not team else s.name or nation
    top = who if team else s.name
    if s.scope:
        shapes = (
            f"{who} set the {s.scope} record in the {contest} {how(s)}.",
            f"The {s.scope} record in the {contest} is {s.mark}{unit(s)}, set by {who}.",
            f"{who} holds the {s.scope} record of {s.mark}{unit(s)} in the {contest}.",
        )
        line = shapes[shape % len(shapes)]
        return Said(raised(f"{s.scope} record in the {contest}"), raised(line), day, slips(s, nation), team)
    code = f" ({s.nation})" if s.nation and len(s.nation) == 3 and not team else ""
    shapes = (
        f"{who} won {s.medal} in the {contest} at the {s.where} {how(s)}.",
        f"{top}{code} took {s.medal} in the {contest} final at the {s.where}, {how(s)}.",
        f"At the {s.where}, {who} won the {s.medal} medal in the {contest} {how(s)}.",
        f"The {s.medal} medal in the {contest} at the {s.where} went to {who} {how(s)}.",
    )
    line = shapes[shape % len(shapes)]
    shown = s.nation if code and shape % len(shapes) == 1 else nation
    return Said(
        raised(f"{contest} final at the {s.where}"), raised(line), day, slips(s, shown if shown.removeprefix("the ") in line else ""), team
    )


def raised(words: str) -> str:
    """Words that begin with a capital."""
    return words[:1].upper() + words[1:]


def unit(statement: Statement) -> str:
    """What stands behind a mark."""
    return {"in": "", "wi": " points" if statement.event.endswith("athlon") else "m"}[how(statement)[:2]]


def slips(statement: Statement, nation: str) -> dict[str, str]:
    """What stands in a sentence that a slip can change, by its kind."""
    given = {"mark": statement.mark, "medal": statement.medal, "nation": nation.removeprefix("the ")}
    return {what: words for what, words in given.items() if words}


def changed(statement: Statement, what: str, draw: random.Random, nations: dict[str, str]) -> tuple[Statement, str]:
    """A statement with one digit, the medal or the nation changed, and the wrong words."""
    if what == "medal":
        wrong = draw.choice([m for m in MEDALS if m != statement.medal])
        return statement._replace(medal=wrong), wrong
    if what == "nation":
        wrong = draw.choice(["KEN", "USA", "GBR", "GER", "POL", "JAM", "CUB", "FRA", "ITA", "AUS"])
        while nations[wrong] in (statement.nation, nations.get(statement.nation)):
            wrong = draw.choice(["ETH", "FIN", "ESP", "CAN"])
        return statement._replace(nation=wrong), nations[wrong]
    at = draw.choice([i for i, c in enumerate(statement.mark) if c.isdigit() and i])
    digits = [d for d in "0123456789" if d != statement.mark[at] and (statement.mark[at - 1] != ":" or d < "6")]
    wrong = statement.mark[:at] + draw.choice(digits) + statement.mark[at + 1 :]
    return statement._replace(mark=wrong), wrong
