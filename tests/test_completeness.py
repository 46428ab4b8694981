"""How complete the shipped facts are, by what they are to cover: podiums, whole finals, rounds, histories, people, calendars."""

from collections import defaultdict
from functools import cache

import pytest

from kerrcheck.asking import every, stats
from kerrcheck.canon import canon
from kerrcheck.entity import Edition

# Finals in which fewer than three were placed: two started, a walkover, a team disqualified and none moved up.
FEWER = {
    "1896-olympic-games/men/110mh/final": 2,
    "1908-olympic-games/men/400m/final": 1,
    "1912-olympic-games/men/4x100m/final": 2,
}
OLYMPIC = {
    1896: 12, 1900: 22, 1904: 25, 1908: 25, 1912: 30, 1920: 29, 1924: 27,
    1928: 27, 1932: 29, 1936: 29, 1948: 33, 1952: 33, 1956: 33, 1960: 34,
    1964: 36, 1968: 36, 1972: 38, 1976: 37, 1980: 38, 1984: 41, 1988: 42,
    1992: 43, 1996: 44, 2000: 46, 2004: 46, 2008: 47, 2012: 47, 2016: 47,
    2020: 48, 2024: 48,
}  # fmt: skip
WORLD = {
    1983: 41, 1987: 43, 1991: 43, 1993: 44, 1995: 44, 1997: 44, 1999: 46,
    2001: 46, 2003: 46, 2005: 47, 2007: 47, 2009: 47, 2011: 47, 2013: 47,
    2015: 47, 2017: 48, 2019: 49, 2022: 49, 2023: 49, 2025: 49,
}  # fmt: skip
RUN = ("100m", "200m", "400m", "800m", "1500m")
HISTORIES = ("GBR", "USA", "NOR", "KEN", "ETH", "JAM", "IRL", "AUS", "CAN", "NED", "SWE", "FRA", "GER", "ITA", "ESP", "IND")
GAMES = ("olympic-games", "world-championships", "world-indoor-championships", "european-championships", "commonwealth-games")
MARATHONS = ("tokyo-marathon", "boston-marathon", "london-marathon", "berlin-marathon", "chicago-marathon", "new-york-city-marathon")


@cache
def placed() -> dict[str, dict[str, set[str]]]:
    """Who has which place in each contest, as it stands today."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for who, facts in every(canon()):
        for fact in facts:
            if fact.predicate in {"placing", "status"} and fact.setting and not fact.valid_to:
                found[fact.setting.key()][fact.value].add(who)
    return found


@cache
def histories() -> dict[tuple[str, str], int]:
    """How many marks each history of records has."""
    query = """SELECT p.key, c.key, count(*) FROM fact f JOIN predicate p ON p.id = f.predicate JOIN contest c ON c.id = f.contest
        WHERE p.key LIKE 'record:%' GROUP BY 1, 2"""
    return {(scope, key): count for scope, key, count in canon().link.rows(query)}


def finals(edition: str) -> list[str]:
    """The finals of an edition."""
    return [key for key in placed() if key.startswith(f"{edition}/") and key.endswith("/final")]


@pytest.mark.parametrize(("series", "events"), [("olympic-games", OLYMPIC), ("world-championships", WORLD)])
def test_every_event_has_its_podium(series: str, events: dict[int, int]) -> None:
    found = {year: finals(f"{year}-{series}") for year in events}
    assert {year: len(keys) for year, keys in found.items()} == events
    podiums = {key: sum(len(placed()[key][place]) for place in ("1", "2", "3")) for keys in found.values() for key in keys}
    assert {key: count for key, count in podiums.items() if count < 3} == FEWER if series == "olympic-games" else min(podiums.values()) >= 3
    vacant = {key for key in podiums if not placed()[key]["1"]}
    assert vacant <= {"2000-olympic-games/women/100m/final"}


@pytest.mark.parametrize(("edition", "least"), [("2016-olympic-games", 47), ("2024-olympic-games", 47)])
def test_finals_are_whole(edition: str, least: int) -> None:
    whole = [key for key in finals(edition) if (contest := canon().contest(key)) and contest.whole]
    assert len(whole) >= least


@pytest.mark.parametrize("event", RUN)
@pytest.mark.parametrize("sex", ["men", "women"])
def test_paris_has_heats_and_semi_finals(event: str, sex: str) -> None:
    keys = [key for key in placed() if key.startswith(f"2024-olympic-games/{sex}/{event}/")]
    kinds = {key.rpartition("/")[2].rstrip("0123456789-") for key in keys}
    assert {"final", "heat", "semi-final"} <= kinds
    assert all((contest := canon().contest(key)) and contest.whole for key in keys)


def test_world_records_of_every_olympic_event_have_histories() -> None:
    events = {key.split("/", 1)[1].removesuffix("final") for key in finals("2024-olympic-games")}
    missing = sorted(event for event in events if not histories().get(("record:world", f"/{event}")))
    # Walked in pairs at these Games alone: there is no record.
    assert missing == ["mixed/marathon-relay-walk/"]


@pytest.mark.parametrize("nation", HISTORIES)
def test_national_histories_of_the_running_events(nation: str) -> None:
    known = {event for event in (*RUN, "5000m", "10000m", "marathon") for sex in ("men", "women")
             if histories().get((f"record:national:{nation}", f"/{sex}/{event}/"), 0) >= 1}  # fmt: skip
    assert len(known) >= len(RUN) + 2
    assert sum(count for (scope, _), count in histories().items() if scope == f"record:national:{nation}") >= 200


def test_sixty_nations_have_records() -> None:
    assert len({scope.split(":")[2] for scope, _ in histories() if scope.startswith("record:national:")}) >= 60


def test_what_must_be_seen() -> None:
    counts = {count.name: count.facts for count in stats(canon()) if count.part == "part"}
    assert counts["placings with marks"] >= 20000
    assert counts["people with birth dates"] >= 8900
    assert counts["record entries"] >= 17000
    assert counts["competitions with dates"] >= 680


def held(series: str) -> list[Edition]:
    """The editions of a series."""
    return list(canon().editions(series))


@pytest.mark.parametrize("series", [*GAMES, *MARATHONS])
def test_editions_have_days_and_places(series: str) -> None:
    editions = held(series)
    assert len(editions) >= 14
    assert [edition.id for edition in editions if not (edition.city and edition.country)] == []
    assert [edition.id for edition in editions if not (edition.start and edition.end) and not edition.awarded] == []
    assert series in MARATHONS or any(edition.awarded for edition in editions)


def test_nations_of_the_past_have_successors_and_days() -> None:
    for code in ("URS", "GDR", "FRG", "TCH", "YUG", "EUN"):
        nation = canon().place(code, "nation")
        assert nation
        assert {"successor", "until"} & nation.extra.keys() or nation.extra, code
