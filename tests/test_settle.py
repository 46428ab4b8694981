"""Every order of the sources settles to the same facts, and the better supported side wins."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerrcheck.fact import Assertion, Evidence, Fact, Ruling, Source
from kerrcheck.origins import with_origins
from kerrcheck.settle import agrees, settle
from kerrcheck.succession import Step, ends

FINAL = "2024-olympic-games/men/1500m/final"


def said(source: str, value: str, predicate: str = "mark", **more) -> Assertion:
    return Assertion("josh-kerr", predicate, value, more.pop("contest", FINAL), evidence=Evidence(source, "x:1"), **more)


def sources(*rows: Source) -> dict[str, Source]:
    return with_origins({row.id: row for row in rows}, {})


OFFICIAL = Source("official", "Results", "games", "2024-08-06", tier=1)
BOOK = Source("book", "Book", "press", "2024-09-01", tier=2)
OTHER_BOOK = Source("other-book", "Other", "other press", "2024-10-01", tier=2)
REPRINT = Source("reprint", "Reprint", "third press", "2025-01-01", tier=2, origin="book")
PAPER = Source("paper", "Report", "daily", "2024-08-06", tier=3)
PAPER_LATER = Source("paper-later", "Correction", "daily", "2024-08-07", tier=3)
KNOWN = sources(OFFICIAL, BOOK, OTHER_BOOK, REPRINT, PAPER, PAPER_LATER)


def one(*assertions: Assertion, rulings=()) -> Fact:
    (fact,) = settle(assertions, KNOWN, rulings)
    return fact


def test_the_better_tier_wins_however_many_say_otherwise():
    fact = one(said("official", "3:27.79"), said("book", "3:27.97"), said("other-book", "3:27.97"))
    assert (fact.value, fact.standing) == ("3:27.79", "settled")
    assert [value for value, _ in fact.against] == ["3:27.97", "3:27.97"]


def test_sources_of_equal_standing_stay_contested():
    fact = one(said("book", "3:27.79"), said("other-book", "3:27.97"))
    assert fact.standing == "contested"
    assert {fact.value, fact.against[0][0]} == {"3:27.79", "3:27.97"}


def test_a_reprint_counts_with_what_it_reprints():
    assert one(said("book", "3:27.97"), said("reprint", "3:27.97"), said("other-book", "3:27.79")).standing == "contested"


def test_independent_agreement_decides_within_a_tier():
    fact = one(said("book", "3:27.97"), said("other-book", "3:27.79"), said("paper", "3:27.79"))
    assert (fact.value, fact.standing) == ("3:27.79", "settled")


def test_a_later_date_decides_only_for_one_publisher():
    fact = one(said("paper", "3:27.97"), said("paper-later", "3:27.79"))
    assert (fact.value, fact.standing) == ("3:27.79", "settled")
    assert one(said("book", "3:27.97"), said("other-book", "3:27.79")).standing == "contested"


def test_a_ruling_decides_for_good():
    ruling = Ruling("josh-kerr", "mark", "3:27.97", "editor", "2024-08-20", "as measured", FINAL)
    fact = one(said("official", "3:27.79"), said("book", "3:27.97"), rulings=[ruling])
    assert (fact.value, fact.standing) == ("3:27.97", "ruled")
    assert fact.evidence[0].source.startswith("ruling:")
    assert fact.against == (("3:27.79", Evidence("official", "x:1")),)


def test_a_ruling_stands_where_no_source_spoke():
    ruling = Ruling("josh-kerr", "led", "100-1400", "editor", "2024-08-20", "split times", FINAL)
    assert one(rulings=[ruling]).value == "100-1400"


def test_a_ruling_on_one_of_many_values_rejects_the_others():
    ruling = Ruling("josh-kerr", "led", "100-1400", "editor", "2024-08-20", "split times", FINAL)
    fact = one(said("book", "100-1400", "led"), said("paper", "0-1500", "led"), rulings=[ruling])
    assert (fact.value, [value for value, _ in fact.against]) == ("100-1400", ["0-1500"])


def test_a_coarse_writing_supports_the_fine_one():
    fact = one(said("book", "3:27.79"), said("paper", "3:27.8"))
    assert (fact.value, fact.against, len(fact.evidence)) == ("3:27.79", (), 2)
    assert one(said("book", "1997-10-08", "born"), said("paper", "1997", "born")).value == "1997-10-08"


def test_many_values_may_hold_at_once():
    facts = settle([said("book", "edinburgh", "home", contest=None), said("paper", "seattle", "home", contest=None)], KNOWN)
    assert [(fact.value, fact.against) for fact in facts] == [("edinburgh", ()), ("seattle", ())]


def test_an_undated_statement_backs_the_dated_ones():
    dated = said("book", "president:wa", "role", contest=None, valid_from="2015-08-19")
    fact = one(dated, said("paper", "president:wa", "role", contest=None))
    assert (fact.valid_from, [e.source for e in fact.evidence]) == ("2015-08-19", ["book", "paper"])


def test_what_is_derived_yields_to_what_is_said():
    fact = one(said("official", "3:27.97", derived=True), said("paper", "3:27.79"))
    assert (fact.value, fact.standing) == ("3:27.79", "settled")
    assert one(said("paper", "3:27.80", derived=True)).standing == "derived"


def test_two_records_of_one_day_by_one_source_are_no_conflict():
    first, second = (said("book", mark, "record:world", contest="/men/pole-vault/", valid_from="1991-03-10") for mark in ("6.08", "6.10"))
    assert [(f.value, f.standing) for f in settle([second, first], KNOWN)] == [("6.08", "settled"), ("6.10", "settled")]


CROWD = [
    said("official", "3:27.79"),
    said("book", "3:27.97"),
    said("reprint", "3:27.8"),
    said("other-book", "3:27.97", detail="{}"),
    said("paper", "2", "placing"),
    said("paper-later", "3", "placing"),
]


def test_every_order_settles_to_the_same_facts():
    expected = settle(CROWD, KNOWN)
    assert all(settle(order, KNOWN) == expected for order in permutations(CROWD))


assertions = st.builds(
    said,
    st.sampled_from(sorted(KNOWN)),
    st.sampled_from(["3:27.79", "3:27.8", "3:27.97", "3:28"]),
    st.sampled_from(["mark", "led", "record:world"]),
    valid_from=st.sampled_from([None, "2024-08-06", "2025-01-01"]),
    derived=st.booleans(),
)


@given(st.lists(assertions, max_size=8), st.randoms())
def test_settling_knows_no_order(some, random):
    shuffled = [*some, *some[:2]]
    random.shuffle(shuffled)
    assert settle(shuffled, KNOWN) == settle(some, KNOWN)


@given(st.lists(assertions, min_size=1, max_size=8))
def test_nothing_said_is_lost(some):
    facts = settle(some, KNOWN)
    kept = {e for fact in facts for e in fact.evidence} | {e for fact in facts for _, e in fact.against}
    assert kept == {assertion.evidence for assertion in some}


@pytest.mark.parametrize(
    ("predicate", "coarse", "fine", "expected"),
    [
        ("mark", "3:27.8", "3:27.79", True),
        ("mark", "9.7", "9.70", True),
        ("mark", "3:27.7", "3:27.97", False),
        ("born", "1997", "1997-10-08", True),
        ("born", "1997", "1998-10-08", False),
        ("placing", "1", "12", False),
    ],
)
def test_agreement(predicate, coarse, fine, expected):
    assert agrees(predicate, coarse, fine) is expected


def test_a_record_stands_until_the_next():
    steps = [Step("1995-07-12", "3:27.37"), Step("1998-07-14", "3:26.00")]
    assert ends(steps) == ["1998-07-14", None]


def test_equal_records_stand_together():
    steps = [Step("1991", "9.90"), Step("1994", "9.85"), Step("1996", "9.85"), Step("1999", "9.79")]
    assert ends(steps) == ["1994", "1999", "1999", None]


def test_the_better_of_two_on_one_day_stands():
    steps = [Step("1990", "6.05"), Step("1991-03-10", "6.10"), Step("1991-03-10", "6.08"), Step("1994", "6.14")]
    assert ends(steps) == ["1991-03-10", "1994", "1991-03-10", None]


def origins(texts: dict[str, str]) -> dict[str, str | None]:
    """The independent source that each text counts as."""
    papers = {name: Source(name, name, name, "2024-08-06", tier=3) for name in texts}
    return {name: source.origin for name, source in with_origins(papers, texts).items()}


def test_texts_that_share_wordings_outside_quotations_are_one_source():
    report = "The runner came home second in a time that broke the national record by more than a second on the day."
    quote = '"I told everybody that we would put on a race to be remembered for a very long time indeed," he said.'
    texts = {
        "one": f"{report} {quote}",
        "copy": f"Elsewhere it was told thus. {report}",
        "own": f"A wholly different account of the evening, by somebody who was there and saw it. {quote}",
    }
    assert origins(texts) == {"one": "copy", "copy": "copy", "own": "own"}


def test_of_the_five_articles_two_are_one_source(material: Path):
    texts = {path.name[:3]: path.read_text("utf-8") for path in sorted((material / "sources").glob("*.txt"))}
    assert origins(texts) == {"000": "000", "001": "000", "002": "002", "003": "003", "004": "004"}
