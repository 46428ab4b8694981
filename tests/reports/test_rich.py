"""The report for people: marks stand under their words, nothing in a text is obeyed, unchecked text never looks checked."""

import re

import pytest
from conftest import StandIn, finding, span
from rich.cells import cell_len
from rich.color import Color

from kerrcheck.findings import Report
from kerrcheck.reports import Page, Run
from kerrcheck.reports.rich import STYLES, render

TEXTS = [
    "Kerr ran 3:27.97 in Paris.",
    "Jakob Inge\u0301brightse\u0301n ran 3:27.97 in Paris.",
    "日本の選手 and 👩‍👩‍👧 and 🇳🇴 before 3:27.97 in Paris.",
    "\tA tab\tand\u00a0a hard space\u2003before 3:27.97 in Paris.",
    "An escape \x1b[31m and a bell \x07 before 3:27.97 in Paris.",
    "A direction mark \u202e before 3:27.97 in Paris.",
    "word " * 300 + "3:27.97 " + "word " * 300,
    "unbroken" * 100 + " 3:27.97 " + "unbroken" * 100,
    "日" * 200 + "3:27.97" + "本" * 200,
]


def shown(text: str, width: int = 80, colour: bool = False, words: str = "3:27.97") -> str:
    report = Report("a.txt", text, None, None, 5, (), (finding(text, words, "3:27.79"),))
    return "".join(render(Run((report,), (), StandIn()), Page(width, colour)))


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("text", TEXTS)
def test_carets_stand_exactly_under_the_wrong_words(text: str, width: int) -> None:
    lines = shown(text, width).splitlines()
    at = next(number for number, line in enumerate(lines) if "^" in line)
    above, carets = lines[at - 1], lines[at]
    before = above[: above.index("3:27.97")]
    assert cell_len(before) == carets.index("^")
    assert carets.count("^") == len("3:27.97")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_page(run: Run, width: int) -> None:
    lines = "".join(render(run, Page(width))).splitlines()
    heads = [line for line in lines if line.startswith("drafts/")]
    assert [line for line in lines if cell_len(line) > width and line not in heads] == []
    assert not any(line != line.rstrip() for line in lines)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("colour", [False, True])
def test_nothing_raw_reaches_the_terminal(text: str, colour: bool) -> None:
    out = re.sub(r"\x1b\[[\d;]*m", "", shown(text, colour=colour)) if colour else shown(text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)


def test_mark_up_in_text_path_and_message_is_shown_not_obeyed() -> None:
    text = "[bold red]Kerr[/] [link=http://x]ran[/link] 3:27.97 :smile:"
    message = "[red]not[/red] 3:27.97 \x1b]0;title\x07"
    report = Report("[b]a[/b]\x1b[2J.txt", text, None, None, 5, (), (finding(text, "3:27.97", message=message),))
    out = "".join(render(Run((report,), (), StandIn()), Page(80, colour=False)))
    assert "[b]a[/b]␛[2J.txt:1:" in out
    assert "[bold red]Kerr[/] [link=http://x]ran[/link] 3:27.97 :smile:" in out
    assert "[red]not[/red] 3:27.97 ␛]0;title␇" in out


def test_without_colour_there_is_no_escape_and_with_it_there_is(run: Run) -> None:
    assert "\x1b" not in "".join(render(run, Page(80, colour=False)))
    assert "\x1b[" in "".join(render(run, Page(80, colour=True)))


@pytest.mark.parametrize(("name", "style"), STYLES.items())
def test_every_shade_can_be_read_on_black_and_on_white(name: str, style: str) -> None:
    found = re.search(r"color\(\d+\)", style)
    if found:
        shares = [part / 255 for part in Color.parse(found.group()).get_truecolor()]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
        light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        assert (light + 0.05) / 0.05 > 3.4, f"{name} on black"
        assert 1.05 / (light + 0.05) > 3.4, f"{name} on white"


def test_a_text_without_claims_is_said_to_be_unchecked() -> None:
    report = Report("a.txt", "Nothing here.", None, None, 2, (), ())
    out = "".join(render(Run((report,), (), StandIn()), Page(80)))
    assert "No claim was read: nothing was checked." in out
    assert "No day of publication is known" in out


def test_unverified_claims_come_with_the_commonest_reasons_first(run: Run) -> None:
    out = "".join(render(run, Page(80)))
    assert re.search(r"unverified +5.*\n +2 × no whole record\n", out)
    assert "1 × for other reasons" in out
    assert re.search(r"not read +2\n +in no claim: 1 × day, 1 × mark", out)


def test_related_places_far_apart_get_rows_of_their_own(run: Run) -> None:
    out = "".join(render(run, Page(60)))
    assert re.search(r"-{7}.*\^{4} write 0.14", out)
    assert "to this one" in out
    assert "from this mark" in out


def test_a_span_over_two_lines_is_marked_to_the_end_of_the_first() -> None:
    out = shown("Kerr ran 3:27.97\nin Paris.", words="3:27.97\nin")
    assert re.search(r"│ Kerr ran 3:27.97\n +│          \^{7}", out)


def test_a_line_of_megabytes_costs_no_more_than_a_short_one() -> None:
    text = "word " * 1_000_000 + "3:27.97 " + "word " * 1_000_000
    assert "^^^^^^^ write 3:27.79" in shown(text)


def test_a_suggestion_for_other_words_is_written_out() -> None:
    text = "Kerr ran 3:27.97 in Paris."
    one = finding(text, "3:27.97", "3:27.79")
    moved = one._replace(suggestion=one.suggestion._replace(span=span(text, "ran 3:27.97"), replacement="ran 3:27.79"))
    out = "".join(render(Run((Report("a.txt", text, None, None, 5, (), (moved,)),), (), StandIn()), Page(80)))
    assert re.search(r"write +ran 3:27.79", out)
