"""Wording: a right value in the writer's own notation, and read again as that value."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerrcheck.entity import Place
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Quantity, Scan, quantities
from kerrcheck.packs import compile_packs
from kerrcheck.text import Document
from kerrcheck.values.mark import Mark, parse
from kerrcheck.wording import days, events, gaps, marks, numbers, places, placings
from kerrcheck.wording.narrowing import narrowed
from kerrcheck.words import Tokens

DATA = Path(__file__).parent.parent / "data"
LEXICON = Lexicon(compile_packs(DATA))
NATIONS = tomllib.loads((DATA / "facts" / "world" / "nations.toml").read_text("utf-8"))


def right(text: str, unit: str) -> Mark:
    """The mark of a canonical writing."""
    found = parse(text, unit)
    assert found
    return found


def place(code: str) -> Place:
    """A nation as the store gives it."""
    table = NATIONS[code]
    extra = {"adjectives": tuple(table.get("adjectives", ())), "demonyms": (*table.get("demonyms", ()), *table.get("plurals", ()))}
    return Place(code, "nation", table["name"], extra=extra)


def read(text: str) -> list[Quantity]:
    """The quantities that the reader finds."""
    return [m.value for m in quantities.find(Scan(Tokens(Document("", text)), LEXICON))]


TIMES = [
    ("3:27.97", "3:27.79", "3:27.79"),
    ("3.27.97", "3:27.79", "3.27.79"),
    ("3:27,97", "3:27.79", "3:27,79"),
    ("3:27.97s", "3:27.79", "3:27.79s"),
    ("3:27.97 minutes", "3:27.79", "3:27.79 minutes"),
    ("3min 27.97sec", "3:27.79", "3min 27.79sec"),
    ("3min 07.97sec", "3:05.30", "3min 05.30sec"),
    ("three minutes 26.65 seconds", "3:27.65", "three minutes 27.65 seconds"),
    ("Three minutes 26.65 seconds", "3:27.65", "Three minutes 27.65 seconds"),
    ("3 minutes, 26.65 seconds", "3:27.65", "3 minutes, 27.65 seconds"),
    ("3 minutes and 26.65 seconds", "3:27.65", "3 minutes and 27.65 seconds"),
    ("three minutes 26.65", "3:27.65", "three minutes 27.65"),
    ("one minute 41.31 seconds", "1:41.11", "one minute 41.11 seconds"),
    ("two minutes 1.31 seconds", "1:58.40", "one minute 58.40 seconds"),
    ("one minute 0.31 seconds", "59.97", "59.97 seconds"),
    ("three minutes twenty-six seconds", "3:27.79", "three minutes twenty-eight seconds"),
    ("2:05:41", "2:06:26", "2:06:26"),
    ("02:05:41", "2:06:26", "02:06:26"),
    ("2hr 5min 41sec", "2:06:26", "2hr 6min 26sec"),
    ("two hours, five minutes and 41 seconds", "2:06:26", "two hours, six minutes and 26 seconds"),
    ("1:05:41", "59:41", "59:41"),
    ("59:41", "1:05:41", "1:05:41"),
    ("3:28.1", "3:27.79", "3:27.8"),
    ("3:27.97", "3:27.8", "3:27.8"),
    ("3:28", "3:27.79", "3:27.79"),
    ("3:27", "3:27.79", "3:28"),
    ("3:59.8", "3:59.96", "4:00.0"),
    ("9.85", "9.58", "9.58"),
    ("9,85", "9.58", "9,58"),
    ("9.85 seconds", "9.58", "9.58 seconds"),
    ("9.85sec", "9.58", "9.58sec"),
    ("9.85-second", "9.58", "9.58-second"),
    ("59.97", "1:00.03", "1:00.03"),
    ("59.97 seconds", "1:00.03", "60.03 seconds"),
    ("1:00.03", "59.97", "59.97"),
    ("ten seconds", "9.58", "9.58 seconds"),
    ("3:27.79", "3:27.79", None),
    ("3 minutes", "3:27.79", None),
    ("a blink", "3:27.79", None),
    ("", "3:27.79", None),
]

LENGTHS = [
    ("8.95m", "8.59", "8.59m"),
    ("8.95", "8.59", "8.59"),
    ("8.95 metres", "8.59", "8.59 metres"),
    ("8.95 meters", "8.59", "8.59 meters"),
    ("8.95-metre", "8.59", "8.59-metre"),
    ("8,95 m", "8.59", "8,59 m"),
    ("8.9m", "8.59", "8.6m"),
    ("5m91", "6.00", "6m00"),
    ("2 metres", "2.36", "2.36 metres"),
    ("two metres", "2.36", "2.36 metres"),
    ("two metres", "6.00", "six metres"),
    ("195cm", "2.36", "236cm"),
    ("75 feet, 3½ inches", "23.56", "77 feet, 3½ inches"),
    ("75 feet, 3 1/2 inches", "23.55", "77 feet, 3 inches"),
    ("75ft 3in", "23.56", "77ft 3in"),
    ("71-4 1/4", "23.56", "77-3 1/2"),
    ("75 feet", "23.56", "77 feet"),
    ("seventy-five feet", "23.56", "seventy-seven feet"),
    ("75", "23.56", "77"),
    ("8.95 parsecs", "8.59", None),
]

POINTS = [
    ("6,952", "6844", "6,844"),
    ("6952", "6844", "6844"),
    ("6952 points", "6844", "6844 points"),
    ("6,952pts", "6844", "6,844pts"),
    ("6952-point", "6844", "6844-point"),
    ("6952 marbles", "6844", None),
]


@pytest.mark.parametrize(
    ("raw", "value", "unit", "said"),
    [(raw, value, unit, said) for unit, rows in (("s", TIMES), ("m", LENGTHS), ("pts", POINTS)) for raw, value, said in rows],
)
def test_mark(raw: str, value: str, unit: str, said: str | None) -> None:
    assert marks.mark(raw, right(value, unit), LEXICON) == said


@pytest.mark.parametrize(
    ("raw", "milli", "unit", "bound", "said"),
    [
        ("0.41", 140, "s", "=", "0.14"),
        ("0.41 seconds", 140, "s", "=", "0.14 seconds"),
        (".41", 140, "s", "=", ".14"),
        (".41", 1260, "s", "=", "1.26"),
        ("0.41s", 140, "s", "=", "0.14s"),
        ("0.41sec", 140, "s", "=", "0.14sec"),
        ("0,41 s", 140, "s", "=", "0,14 s"),
        ("0.4 seconds", 140, "s", "=", "0.14 seconds"),
        ("2 seconds", 1000, "s", "=", "1 second"),
        ("14 hundredths of a second", 410, "s", "=", "41 hundredths of a second"),
        ("forty hundredths of a second", 140, "s", "=", "fourteen hundredths of a second"),
        ("Forty hundredths of a second", 140, "s", "=", "Fourteen hundredths of a second"),
        ("forty hundredths of a second", 200, "s", "=", "twenty hundredths of a second"),
        ("fourteen hundredths of a second", 200, "s", "=", "two tenths of a second"),
        ("one tenth of a second", 10, "s", "=", "one hundredth of a second"),
        ("a tenth of a second", 10, "s", "=", "a hundredth of a second"),
        ("a tenth", 10, "s", "=", "a hundredth"),
        ("two tenths", 100, "s", "=", "a tenth"),
        ("half a second", 140, "s", "=", "fourteen hundredths of a second"),
        ("a second", 500, "s", "=", "half a second"),
        ("a fifth of a second", 250, "s", "=", "a quarter of a second"),
        ("two seconds", 1260, "s", "=", "1.26 seconds"),
        ("two seconds", 1260, "s", ">", "a second"),
        ("two seconds", 400, "s", ">", "three tenths of a second"),
        ("two seconds", 760, "s", ">", "half a second"),
        ("a second", 2500, "s", "<", "three seconds"),
        ("a tenth of a second", 410, "s", "<", "half a second"),
        ("two seconds", 1040, "s", "~", "a second"),
        ("2 seconds", 1260, "s", ">", "1 second"),
        ("0.5 seconds", 410, "s", ">", "0.4 seconds"),
        ("1 second", 2720, "s", "<", "3 seconds"),
        ("two-second", 1000, "s", "=", "one-second"),
        ("1min 12sec", 75_000, "s", "=", "1min 15sec"),
        ("1:12", 75_000, "s", "=", "1:15"),
        ("12cm", 130, "m", "=", "13cm"),
        ("12cm", 1000, "m", "=", "1m"),
        ("12cm", 1130, "m", "=", "1.13m"),
        ("90 centimetres", 1000, "m", "=", "one metre"),
        ("90 centimeters", 2000, "m", "=", "two meters"),
        ("90 centimetres", 1000, "m", ">", "99 centimetres"),
        ("a centimetre", 20, "m", "=", "two centimetres"),
        ("two centimetres", 10, "m", "=", "a centimetre"),
        ("two metres", 130, "m", "=", "thirteen centimetres"),
        ("0.12m", 130, "m", "=", "0.13m"),
        ("11 points", 8000, "pts", "=", "8 points"),
        ("four points", 1000, "pts", "=", "a point"),
        ("a point", 3000, "pts", "=", "three points"),
        ("0.41", 410, "s", "=", None),
        ("0.41", 0, "s", "=", None),
        ("a whisker", 140, "s", "=", None),
        ("0.41 metres", 140, "s", "=", None),
    ],
)
def test_gap(raw: str, milli: int, unit: str, bound: str, said: str | None) -> None:
    assert gaps.gap(raw, milli, unit, LEXICON, bound) == said


@pytest.mark.parametrize(
    ("raw", "rank", "said"),
    [
        ("bronze", 2, "silver"),
        ("Bronze", 2, "Silver"),
        ("BRONZE", 1, "GOLD"),
        ("bronze medal", 2, "silver medal"),
        ("bronze medallist", 1, "gold medallist"),
        ("bronze-medallist", 2, "silver-medallist"),
        ("Bronze Medallist", 2, "Silver Medallist"),
        ("silver medals", 1, "gold medals"),
        ("silver", 4, "fourth place"),
        ("silver medallist", 4, None),
        ("fourth", 3, "third"),
        ("Fourth", 3, "Third"),
        ("4th", 3, "3rd"),
        ("4TH", 3, "3RD"),
        ("12th", 13, "13th"),
        ("in fifth place", 4, "in fourth place"),
        ("fourth-placed", 3, "third-placed"),
        ("twenty-first", 3, "third"),
        ("third", 22, "twenty-second"),
        ("runner-up", 1, "winner"),
        ("winner", 2, "runner-up"),
        ("winners", 2, "runners-up"),
        ("winner", 3, None),
        ("won", 2, None),
        ("victory", 2, None),
        ("golden", 2, None),
        ("bronze", 3, None),
    ],
)
def test_placing(raw: str, rank: int, said: str | None) -> None:
    assert placings.placing(raw, rank, LEXICON) == said


@pytest.mark.parametrize(
    ("raw", "n", "said"),
    [
        ("four", 3, "three"),
        ("Four", 3, "Three"),
        ("FOUR", 3, "THREE"),
        ("11", 8, "8"),
        ("1,600", 1500, "1,500"),
        ("third", 2, "second"),
        ("3rd", 2, "2nd"),
        ("for the third time", 2, "for the second time"),
        ("twice", 3, "three times"),
        ("once", 2, "twice"),
        ("three times", 2, "twice"),
        ("two times", 4, "four times"),
        ("two-time", 3, "three-time"),
        ("double", 3, "triple"),
        ("double", 1, None),
        ("twenty-six", 28, "twenty-eight"),
        ("three medals", 1, "one medal"),
        ("one medal", 3, "three medals"),
        ("a year", 3, "three years"),
        ("five foals", 1, None),
        ("several", 3, None),
        ("four", 4, None),
        ("four", -1, None),
    ],
)
def test_count(raw: str, n: int, said: str | None) -> None:
    assert numbers.count(raw, n, LEXICON) == said


@pytest.mark.parametrize(
    ("raw", "n", "said"),
    [
        ("28", 26, "26"),
        ("twenty-eight", 26, "twenty-six"),
        ("Twenty-eight", 30, "Thirty"),
        ("28-year-old", 31, "31-year-old"),
        ("28", 200, None),
    ],
)
def test_age(raw: str, n: int, said: str | None) -> None:
    assert numbers.age(raw, n, LEXICON) == said


@pytest.mark.parametrize(
    ("raw", "year", "said"),
    [
        ("1998", 1993, "1993"),
        ("twenty thirteen", 2012, "twenty twelve"),
        ("Twenty Thirteen", 2012, "Twenty Twelve"),
        ("twenty thirteen", 1998, "nineteen ninety-eight"),
        ("twenty thirteen", 2008, None),
        ("'13", 2012, "'12"),
        ("’13", 2008, "’08"),
        ("’13", 1936, None),
        ("thirteen", 2012, None),
    ],
)
def test_year(raw: str, year: int, said: str | None) -> None:
    assert numbers.year(raw, year, LEXICON) == said


@pytest.mark.parametrize(
    ("raw", "day", "said"),
    [
        ("Thursday", 1, "Tuesday"),
        ("THURSDAY", 2, "WEDNESDAY"),
        ("Thursday's", 0, "Monday's"),
        ("Wednesday night", 1, "Tuesday night"),
        ("Thu", 1, "Tue"),
        ("Thursday", 3, None),
        ("yesterday", 3, None),
    ],
)
def test_weekday(raw: str, day: int, said: str | None) -> None:
    assert days.weekday(raw, day, LEXICON) == said


@pytest.mark.parametrize(
    ("raw", "iso", "said"),
    [
        ("6 August", "2024-08-27", "27 August"),
        ("Aug 6", "2024-08-27", "Aug 27"),
        ("Aug. 6", "2024-05-01", "May 1"),
        ("Sept. 6", "2024-08-27", "Aug. 27"),
        ("August 17", "2024-08-27", "August 27"),
        ("17", "2024-08-27", "27"),
        ("17th", "2024-08-22", "22nd"),
        ("the 6th of July", "2024-08-01", "the 1st of August"),
        ("7th August 2024", "2023-08-23", "23rd August 2023"),
        ("sixth of August", "2024-08-27", "twenty-seventh of August"),
        ("Tuesday 6 August", "2024-08-07", "Wednesday 7 August"),
        ("AUGUST 7", "2024-07-27", "JULY 27"),
        ("August", "2024-07-27", "July"),
        ("July 2021", "2020-08-27", "August 2020"),
        ("2021", "2020-08-27", "2020"),
        ("07.08.2024", "2024-08-06", "06.08.2024"),
        ("7.8.2024", "2024-08-06", "6.8.2024"),
        ("2024-08-07", "2024-08-06", "2024-08-06"),
        ("8/17/2024", "2024-08-27", "8/27/2024"),
        ("7/8/2024", "2024-08-06", None),
        ("7 to 8 August", "2024-08-06", None),
        ("6 August", "2024", None),
        ("6 August", "2024-08-06", None),
        ("soon", "2024-08-06", None),
    ],
)
def test_date(raw: str, iso: str, said: str | None) -> None:
    assert days.date(raw, iso, LEXICON) == said


@pytest.mark.parametrize(
    ("raw", "n", "said"),
    [
        ("day eleven", 12, "day twelve"),
        ("Day 11", 12, "Day 12"),
        ("the eleventh day", 12, "the twelfth day"),
        ("eleven", 3, "three"),
        ("day of rest", 3, None),
    ],
)
def test_day_number(raw: str, n: int, said: str | None) -> None:
    assert days.day_number(raw, n, LEXICON) == said


@pytest.mark.parametrize(
    ("raw", "code", "flavour", "said"),
    [
        ("Welshman", "SCO", "demonym", "Scotsman"),
        ("Irishman", "SCO", "demonym", "Scotsman"),
        ("Welshwoman", "SCO", "demonym", "Scotswoman"),
        ("Welshmen", "SCO", "plural", "Scotsmen"),
        ("Irishman", "USA", "demonym", "American"),
        ("German", "SCO", "demonym", "Scot"),
        ("Swede", "DEN", "demonym", "Dane"),
        ("Swedes", "DEN", "plural", "Danes"),
        ("Swedes", "SUI", "plural", "Swiss"),
        ("Swede", "FRA", "demonym", None),
        ("Norwegian", "GBR", "adjective", "British"),
        ("Russian", "UKR", "adjective", "Ukrainian"),
        ("Norwegian", "GBR", "demonym", "Briton"),
        ("Portugal", "BRA", "name", "Brazil"),
        ("NORWAY", "BRA", "name", "BRAZIL"),
        ("USA", "NOR", "alias", "Norway"),
        ("the United States", "NOR", "alias", "Norway"),
        ("Norway", "NED", "name", "the Netherlands"),
        ("The Bahamas", "NED", "alias", "The Netherlands"),
        ("NOR", "GBR", "code", "GBR"),
        ("Oslo", "GBR", "part", None),
    ],
)
def test_nation(raw: str, code: str, flavour: str, said: str | None) -> None:
    assert places.nation(raw, place(code), flavour, LEXICON) == said


def test_nation_by_sex_and_article() -> None:
    assert places.nation("Swede", place("FRA"), "demonym", LEXICON, sex="women") == "Frenchwoman"
    assert places.nation("Swede", place("FRA"), "demonym", LEXICON, sex="men") == "Frenchman"
    assert places.nation("Netherlands", place("PHI"), "name", LEXICON, before="of the ") == "Philippines"
    assert places.nation("Netherlands", place("NOR"), "name", LEXICON, before="of the ") is None


@pytest.mark.parametrize(
    ("raw", "after", "flavour"),
    [
        ("Norwegian", " clocked 3:28", "demonym"),
        ("Norwegian", " runner", "adjective"),
        ("Norwegian", " newcomer", "adjective"),
        ("Norwegian", ", 23,", "demonym"),
        ("Norwegian", " in fourth", "demonym"),
        ("Norway", " runner", "given"),
    ],
)
def test_flavour(raw: str, after: str, flavour: str) -> None:
    assert places.flavour_of(raw, place("NOR"), "given", after, LEXICON) == flavour


@pytest.mark.parametrize(
    ("raw", "right", "after", "said"),
    [
        ("1,600", "1500m", "", "1,500"),
        ("1600m", "1500m", "", "1500m"),
        ("10,000m", "1500m", "", "1,500m"),
        ("800 metres", "1500m", "", "1500 metres"),
        ("1,500-metre", "800m", "", "800-metre"),
        ("10km", "5km", "", "5km"),
        ("ten thousand", "5000m", "", "five thousand"),
        ("ten thousand metres", "5000m", "", "five thousand metres"),
        ("eight hundred", "1500m", "", "fifteen hundred"),
        ("Ten thousand", "600m", "", "Six hundred"),
        ("110-meter", "400mh", " hurdles", "400-meter"),
        ("110-meter", "400mh", "", "400-meter"),
        ("400m", "110mh", " hurdles", "110m"),
        ("400m", "110mh", " final", "110m hurdles"),
        ("400m hurdles", "110mh", "", "110m hurdles"),
        ("400m hurdles", "800m", "", "800m"),
        ("1500m", "3000msc", "", "3000m steeplechase"),
        ("4x100m", "4x400m", "", "4x400m"),
        ("4 x 100 metres relay", "4x400m", "", "4 x 400 metres relay"),
        ("mile", "1500m", "", "1500m"),
        ("long jump", "high-jump", "", "high jump"),
        ("Long Jump", "high-jump", "", "High Jump"),
        ("long-jump", "high-jump", "", "high-jump"),
        ("LONG JUMP", "shot-put", "", "SHOT PUT"),
        ("long jumper", "pole-vault", "", "pole vaulter"),
        ("javelin", "hammer", "", "hammer"),
        ("javelin thrower", "hammer", "", "hammer thrower"),
        ("steeplechase", "marathon", "", "marathon"),
        ("long jump", "chess", "", None),
        ("egg and spoon", "marathon", "", None),
        ("1500m", "1500m", "", None),
    ],
)
def test_event(raw: str, right: str, after: str, said: str | None) -> None:
    assert events.event(raw, right, LEXICON, after) == said


@pytest.mark.parametrize(
    ("raw", "right", "said"),
    [
        ("final", "semi-final", "semi-final"),
        ("Final", "semi-final", "Semi-final"),
        ("semifinal", "quarter-final", "quarterfinal"),
        ("heats", "final", "finals"),
        ("final", "heat", "heat"),
        ("first round", "final", "final"),
        ("tea break", "final", None),
    ],
)
def test_round(raw: str, right: str, said: str | None) -> None:
    assert events.round_of(raw, right, LEXICON) == said


@pytest.mark.parametrize(
    ("raw", "right", "change"),
    [
        ("75 feet, 3½ inches", "77 feet, 3½ inches", (0, 2, "77")),
        ("forty hundredths of a second", "fourteen hundredths of a second", (0, 5, "fourteen")),
        ("three minutes 26.65 seconds", "three minutes 27.65 seconds", (14, 19, "27.65")),
        ("two seconds", "a second", (0, 11, "a second")),
        ("8.95m", "8.59m", (0, 5, "8.59m")),
        ("two hours five minutes", "five minutes", (0, 9, "")),
    ],
)
def test_narrowed(raw: str, right: str, change: tuple[int, int, str]) -> None:
    found = narrowed(raw, right)
    assert raw[: found.start] + found.replacement + raw[found.end :] == right
    if change[2]:
        assert found == change


SHORT = ["9.12", "9.12 seconds", "3:27.12", "3.27.12", "3:27.12s", "3min 27.12sec", "three minutes 27.12 seconds", "3 minutes, 27.12"]
LONG = ["2:05:40", "2hr 5min 40sec", "two hours five minutes forty seconds"]
METRIC = ["8.12m", "8.12", "8.12 metres", "8.12-metre", "5m12", "8,12 m", "two metres"]


@settings(max_examples=300, deadline=None)
@given(st.integers(601, 35_999), st.sampled_from(SHORT))
def test_times_are_read_again(hundredths: int, raw: str) -> None:
    value = Mark(hundredths * 10, "s", 2)
    said = marks.mark(raw, value, LEXICON)
    if said is not None:
        assert [(q.milli, q.unit in "s?") for q in read(said)] == [(value.milli, True)]


@settings(max_examples=200, deadline=None)
@given(st.integers(3600, 14_399), st.sampled_from(LONG))
def test_long_times_are_read_again(seconds: int, raw: str) -> None:
    value = Mark(seconds * 1000, "s", 0)
    said = marks.mark(raw, value, LEXICON)
    if said is not None:
        assert [(q.milli, q.unit) for q in read(said)] == [(value.milli, "s")]


@settings(max_examples=200, deadline=None)
@given(st.integers(101, 9999), st.sampled_from(METRIC))
def test_lengths_are_read_again(centimetres: int, raw: str) -> None:
    value = Mark(centimetres * 10, "m", 2)
    said = marks.mark(raw, value, LEXICON)
    if said is not None:
        assert [(q.milli, q.unit in "m?") for q in read(said)] == [(value.milli, True)]


@settings(max_examples=200, deadline=None)
@given(st.integers(200, 2500), st.sampled_from(["75 feet, 3½ inches", "75 feet, 3 1/2 inches", "29 ft 2½ in"]))
def test_feet_are_read_again(centimetres: int, raw: str) -> None:
    said = marks.mark(raw, Mark(centimetres * 10, "m", 2), LEXICON)
    if said is not None:
        (found,) = read(said)
        assert -1 <= centimetres * 10 - found.milli < 8


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 9999), st.sampled_from(["6952 points", "6,952 points", "6952pts"]))
def test_points_are_read_again(points: int, raw: str) -> None:
    said = marks.mark(raw, Mark(points * 1000, "pts", 0), LEXICON)
    if said is not None:
        assert [(q.milli, q.unit) for q in read(said)] == [(points * 1000, "pts")]


SECONDS = [
    "0.41", "0.41 seconds", ".41", "0.41s", "0.41sec", "forty hundredths of a second", "one tenth of a second", "a tenth", "two seconds",
    "half a second", "A second",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.integers(1, 400), st.sampled_from(SECONDS))
def test_gaps_are_read_again(hundredths: int, raw: str) -> None:
    said = gaps.gap(raw, hundredths * 10, "s", LEXICON)
    if said is not None:
        assert [(q.milli, q.unit in "s?") for q in read(said)] == [(hundredths * 10, True)]


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 300), st.sampled_from(["12cm", "90 centimetres", "a centimetre", "one metre", "0.12m", "12 centimeters"]))
def test_distances_apart_are_read_again(centimetres: int, raw: str) -> None:
    said = gaps.gap(raw, centimetres * 10, "m", LEXICON)
    if said is not None:
        assert [(q.milli, q.unit) for q in read(said)] == [(centimetres * 10, "m")]


@settings(max_examples=400, deadline=None)
@given(st.integers(2, 900), st.sampled_from(["two seconds", "half a second", "2 seconds", "0.5 seconds"]), st.sampled_from("<>~"))
def test_hedged_gaps_hold(hundredths: int, raw: str, bound: str) -> None:
    milli = hundredths * 10
    said = gaps.gap(raw, milli, "s", LEXICON, bound)
    if said is None:
        return
    (found,) = read(said)
    assert found.milli > 0
    assert {"<": milli < found.milli, ">": milli > found.milli, "~": abs(milli - found.milli) * 5 <= milli}[bound]


@given(st.text(max_size=30), st.integers(0, 10**7))
@settings(max_examples=300, deadline=None)
def test_any_text_is_answered(raw: str, number: int) -> None:
    for unit in ("s", "m", "pts"):
        marks.mark(raw, Mark(number, unit), LEXICON)
        gaps.gap(raw, number, unit, LEXICON)
    placings.placing(raw, number % 50, LEXICON)
    numbers.count(raw, number % 2000, LEXICON)
    numbers.year(raw, 1900 + number % 140, LEXICON)
    days.weekday(raw, number % 7, LEXICON)
    days.date(raw, "2024-08-06", LEXICON)
    days.day_number(raw, number % 30, LEXICON)
    places.nation(raw, place("SCO"), ("name", "adjective", "demonym", "plural", "code")[number % 5], LEXICON)
    events.event(raw, "1500m", LEXICON)
    events.round_of(raw, "final", LEXICON)
    narrowed(raw, raw[::-1])
