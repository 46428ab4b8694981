"""A text read in part says what it says read whole: measured on our own marked articles, with an edit of each kind in each.

The measure is printed with -s; what it accuses of, the whole reading must accuse of too.
"""

from collections.abc import Iterator
from random import Random

import pytest
from conftest import ROOT
from marking import Article, articles

pytest.importorskip("lsprotocol", reason="the language server's library is not installed")

from kerrcheck import files
from kerrcheck.batch import jobs, run
from kerrcheck.editor.continuing import Superseded
from kerrcheck.editor.reading import Reading
from kerrcheck.findings import Finding, Report
from kerrcheck.layers import opened
from kerrcheck.planning import Plan
from kerrcheck.settings import Options, Settings
from kerrcheck.store import Store
from kerrcheck.text import Document

SAME, FOLDERS = 0.97, ("paris1500", "broad")


@pytest.fixture(scope="module")
def store() -> Store:
    return opened([])


def document(text: str, path: str = "draft.txt") -> Document:
    return files.document(path, text.encode())


def told(finding: Finding) -> tuple[object, ...]:
    return (finding.check, finding.severity, finding.span, finding.message, finding.expected, finding.suggestion, finding.related)


def accusations(report: Report) -> set[tuple[object, ...]]:
    return {told(f) for f in report.findings if f.severity != "info"}


def edits(article: Article, dice: Random) -> Iterator[tuple[str, str]]:
    """A text before and after an edit: nothing, a slip made, a slip mended, a letter typed, one taken out, a paragraph divided."""
    text, at = article.text, dice.randrange(1, len(article.text))
    yield text, text
    if article.marks and article.marks[0].right:
        slip = article.marks[0]
        yield text, text[: slip.span.start] + slip.right + text[slip.span.end :]
    figures = [k for k, c in enumerate(article.corrected) if c.isdigit()]
    if figures:
        k = dice.choice(figures)
        slipped = str((int(article.corrected[k]) + 1) % 10)
        yield article.corrected, article.corrected[:k] + slipped + article.corrected[k + 1 :]
    yield text, text[:at] + dice.choice("aK9.,“") + text[at:]
    yield text, text[: at - 1] + text[at:]
    yield text, f"{text[:at]}\n\n{text[at:]}"


def test_a_quick_answer_accuses_of_nothing_that_the_whole_reading_does_not(store: Store) -> None:
    dice, cases, same, invented = Random(1500), 0, 0, []
    for folder in FOLDERS:
        for article in articles(ROOT / "tests" / "articles" / folder)[::4]:
            for before, after in edits(article, dice):
                reading = Reading(store, Settings())
                old = reading.whole(document(before))
                quick, whole = reading.quick(document(after)), Reading(store, Settings()).whole(document(after))
                if quick is None:
                    continue
                cases += 1
                same += quick.findings == whole.findings or accusations(quick) == accusations(whole)
                kept = {f.message for f in old.findings}
                invented += [(article.name, f) for f in accusations(quick) - accusations(whole) if f[3] not in kept]
                assert quick.text == whole.text
                assert quick.words == whole.words
    print(f"\n{same} of {cases} quick answers are the whole reading's")
    assert cases > 50
    assert not invented
    assert same >= SAME * cases


def test_an_unchanged_text_is_told_as_before_to_the_last_claim(store: Store) -> None:
    text = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
    reading = Reading(store, Settings())
    whole = reading.whole(document(text))
    assert whole.findings
    assert reading.quick(document(text)) == whole


def test_the_whole_reading_is_that_of_the_command_line(store: Store) -> None:
    path = str(ROOT / "data" / "articles" / "paris-1500m.txt")
    plan = Plan(Options(isolated=True))
    assert Reading(store, Settings()).whole(files.read(path)) == run(jobs([path], plan)[0], plan).documents[0]


def test_what_a_new_paragraph_says_is_judged_with_what_stands_before_it(store: Store) -> None:
    text = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
    reading = Reading(store, Settings())
    reading.whole(document(text))
    added = "\n\nKerr had clocked 3:27.97 in the final.\n"
    quick = reading.quick(document(text + added))
    assert quick is not None
    marks = [f for f in quick.findings if f.check == "wrong-mark" and f.span.start >= len(text)]
    assert [f.expected for f in marks] == ["3:27.79"]


def test_another_day_or_other_front_matter_is_read_whole(store: Store) -> None:
    text = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
    reading = Reading(store, Settings())
    reading.whole(document(text))
    assert reading.quick(document(f"---\npublished: 2024-09-01\n---\n{text}")) is None
    assert Reading(store, Settings()).quick(document(text)) is None


def test_findings_behind_a_change_move_with_their_words(store: Store) -> None:
    text = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
    reading = Reading(store, Settings())
    whole = reading.whole(document(text))
    at = text.index("\n\n", len(text) // 3)
    words = [text[f.span.start : f.span.end] for f in whole.findings]
    for typed in ("\n\nThe evening was warm.", " Ω🥈"):
        after = text[:at] + typed + text[at:]
        quick = reading.quick(document(after))
        assert quick is not None
        assert [after[f.span.start : f.span.end] for f in quick.findings] == words
        assert {c.id for c in quick.claims} >= {f.claim for f in quick.findings}


def test_a_reading_that_nobody_waits_for_is_given_up(store: Store) -> None:
    text = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
    with pytest.raises(Superseded):
        Reading(store, Settings()).whole(document(text), lambda: False)


def test_a_paragraph_without_end_waits_for_the_pause(store: Store) -> None:
    sentence = "The field went through halfway in no great hurry on a warm night before a full stadium. "
    text = "Kerr won silver in Paris in 3:27.97 on 6 August 2024.\n\n" + sentence * 60
    reading = Reading(store, Settings(published="2024-08-07"))
    whole = reading.whole(document(text))
    quick = reading.quick(document(text + "Kerr won gold in Paris."))
    assert quick is not None
    assert quick.findings == whole.findings
