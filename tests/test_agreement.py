"""The shipped facts against every data set that can confirm them: how far each agrees, and why it does not where it does not.

`python -m pytest tests/test_agreement.py -s` prints the tables. The all-time lists are drawn from here; the whole of them is compared by
`benchmarks/agreement.py`.
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from agreeing import Canon, Explanations, Said, Tally, compared, said_by

from kerrcheck.canon import canon, data_dir
from kerrcheck.identity import same_birth
from kerrcheck.register import Register
from kerrcheck.sources import Athlete
from kerrcheck.sources._days import iso
from kerrcheck.sources._table import Row, rows
from kerrcheck.values.mark import parse

SEED, DRAWN = 1896, 1
LISTS = {"world-athletics-lists-2023": ("men", "women"), "world-athletics-lists-2025": ("male", "female")}
# The least that is compared of each source, so that an importer that reads nothing is no agreement.
FLOORS = {
    "olympic-medallists-1896-2016": 11000,
    "olympic-medallists-2020": 400,
    "paris-2024-results": 18000,
    "rio-2016-results": 7400,
    "european-athletics-rome-2024": 7500,
    "world-athletics-lists-2023": 400,
    "world-athletics-lists-2025": 12000,
    "world-athletics-records-2024": 1300,
    "athletics-records-2026": 18000,
    "world-record-progression": 880,
}


@pytest.fixture(scope="session")
def shipped() -> Canon:
    """The shipped facts, by what rows may be held against."""
    return Canon(canon())


@pytest.fixture(scope="session")
def explained() -> Explanations:
    """What explains differences."""
    return Explanations(Path(__file__).with_name("agreement.toml"))


def drawn(data: Path) -> Iterator[Path]:
    """Some of the all-time lists, seeded."""
    draw = random.Random(SEED)
    for folder, sexes in LISTS.items():
        for sex in sexes:
            yield from draw.sample(sorted((data / folder / sex).glob("*/*.xz") or ()) or sorted((data / folder / sex).glob("*.xz")), DRAWN)


@pytest.fixture(scope="session")
def tally(material: Path, shipped: Canon, explained: Explanations) -> Tally:
    """What comes of all data sets with results and records."""
    data = material / "data"
    folders = ("olympics", "european-championships-2024", "world-championships", "records")
    return compared(said_by([*(data / name for name in folders), *drawn(data)]), shipped, explained)


def test_no_disagreement_is_unexplained(tally: Tally) -> None:
    print("", *tally.table(), sep="\n")
    assert tally.unexplained() == []


def test_each_disagreement_that_was_looked_into_is_still_one(tally: Tally, explained: Explanations) -> None:
    assert explained.unused() == []


@pytest.mark.parametrize(("source", "least"), FLOORS.items())
def test_much_of_each_source_is_compared(tally: Tally, source: str, least: int) -> None:
    assert sum(count for name, count in tally.compared.items() if name.partition(" ")[0] == source) >= least


def people_of(material: Path) -> Iterator[Athlete]:
    """The athletes of Paris 2024 with their birth dates."""
    columns = (("name",), ("gender",), ("country_code",), ("disciplines",), ("birth_date",), ("function",))
    for path in sorted((material / "data" / "people").glob("paris2024-athletes_*.csv.xz")):
        for row in rows(path, columns, needed=6):
            if isinstance(row, Row) and "Athletics" in row.cells[3] and row.cells[5] == "Athlete":
                name, gender, nation, _, born, _ = row.cells
                yield Athlete(name, "", "", iso(born), nation, {"Male": "men", "Female": "women"}[gender], None, None, "paris", path.name)


def told_apart(athletes: list[Athlete]) -> Register:
    """A register of the shipped facts that knows some athletes."""
    register = Register([canon()], data_dir(), canon().lexicon() or {})
    register.survey(athletes)
    register.settle()
    return register


def test_birth_dates_agree_with_those_of_the_athletes_of_paris(material: Path) -> None:
    athletes = list(people_of(material))
    register = told_apart(athletes)
    store, count, other = canon(), Counter[str](), []
    for athlete in athletes:
        who = register.person(athlete)
        known = next(iter(store.people([who or ""]).values()), None)
        outcome = "beyond" if not known or not known.born else "agree" if same_birth(known.born, athlete.born) else "differ"
        count[outcome] += 1
        if outcome == "agree" and known and known.born != athlete.born:
            other.append(f"{athlete.name} {athlete.born}, canon {known.born}")
    print("", dict(count), *other, sep="\n")
    assert count["agree"] >= 1700
    assert count["differ"] == 0
    assert len(other) <= count["agree"] // 100


def test_both_names_of_those_who_changed_theirs_are_one_athlete(material: Path) -> None:
    columns = (("name_2023",), ("name_2025",), ("dob",))
    pairs = [row.cells for row in rows(material / "data" / "people" / "name-changes.csv", columns, needed=3) if isinstance(row, Row)]
    athletes = [Athlete(name, "", "", iso(born)) for first, second, born in pairs for name in (first, second)]
    register = told_apart(athletes)
    ids = [(register.person(one), register.person(two)) for one, two in zip(athletes[::2], athletes[1::2], strict=True)]
    known = canon().people([who for pair in ids for who in pair if who])
    apart = [f"{one} {two}" for one, two in ids if one != two and {one, two} & known.keys()]
    print(f"\n{len(pairs)} pairs, {sum(one == two and one in known for one, two in ids)} of them one athlete of the canon, apart:", *apart)
    assert len(pairs) >= 300
    assert apart == []


def test_the_progression_without_names_agrees(material: Path, shipped: Canon, explained: Explanations) -> None:
    register = told_apart([])
    columns = (("result",), ("date",), ("event",), ("gender",))
    agree, differ = 0, []
    for row in rows(material / "data" / "records" / "progression-marks-2016.csv", columns, needed=4):
        if not isinstance(row, Row):
            continue
        mark, day, name, sex = row.cells
        event = register.event(name)
        facts = shipped.records.get(("record:world", f"/{sex}/{event}/"), ()) if event else ()
        wanted = parse(mark, register.unit(event or ""))
        if not facts or not wanted or day < min(fact.valid_from or "" for fact in facts):
            continue
        same = [f for f in facts if f.valid_from == day and (m := parse(f.value, wanted.unit)) and m.agrees(wanted)]
        agree += bool(same)
        differ += [] if same else [f"{event} {sex} {mark} {day}"]
    print(f"\n{agree} agree, {len(differ)} differ:", *differ, sep="\n")
    assert agree >= 300
    assert [line for line in differ if line not in explained.marks] == []


def test_a_ruling_decides_what_some_source_says(shipped: Canon) -> None:
    ruled = [fact for facts in shipped.about.values() for fact in facts if fact.standing == "ruled"]
    alone = [fact.id for fact in ruled if all(e.source.startswith("ruling:") for e in fact.evidence) and not fact.against]
    assert len(ruled) >= 18
    assert alone == []


def test_a_row_that_is_wrong_is_unexplained(shipped: Canon, explained: Explanations) -> None:
    final = "2024-olympic-games/men/1500m/final"
    row = ("a-source results.csv", "2", "josh-kerr")
    rows = [Said(*row, "placing", final, None, "2"), Said(*row, "mark", final, None, "3:27.97"), Said(*row, "nation", final, None, "GBR")]
    found = compared(rows, shipped, explained)
    assert found.compared == {"a-source results.csv": 3}
    assert len(found.unexplained()) == 1
    other = compared([said._replace(subject="somebody-else") for said in rows], shipped, explained)
    assert len(other.unexplained()) == 1
