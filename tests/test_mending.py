"""Mending: what is put into a text and what is left alone, byte for byte, and the patch that says so."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kerrcheck.bytewise import Splice, spliced, splices
from kerrcheck.canon import data_dir
from kerrcheck.errors import InputError
from kerrcheck.findings import Finding, Report, Suggestion
from kerrcheck.indefinite import sounds
from kerrcheck.mending import edits, mended
from kerrcheck.packs import compile_packs
from kerrcheck.patching import patch
from kerrcheck.text import Span
from kerrcheck.verbatim import verbatim

KNOWN = sounds(compile_packs(data_dir())["indefinite"])
PIECES = st.sampled_from(
    ["Ann", "é", "e\u0301", "👩‍🚀", "\t", "\n", "\r\n", "\r", "\u2028", "\x85", "\ufeff", "\u202b", " ", "ran", "“", '"', "`"]
)


def report(text: str, *found: tuple[str, str | None, bool]) -> Report:
    """A report with a finding on the first place of each of some words."""
    made = []
    for words, right, safe in found:
        at = Span(text.index(words), text.index(words) + len(words))
        made.append(Finding("misspelt-name", "names", "error", "", at, suggestion=Suggestion(at, right, safe) if right else None))
    return Report("a.txt", text, None, None, 0, (), tuple(made))


def put(text: str, *found: tuple[str, str | None, bool], unsafe: bool = True) -> str:
    return mended(text, edits(report(text, *found), unsafe=unsafe, known=KNOWN))


def test_safe_suggestions_are_taken_and_the_rest_on_request() -> None:
    found = (("Bolr", "Bolt", True), ("9.57", "9.58", False), ("Berlim", None, False))
    assert put("Bolr ran 9.57 in Berlim.", *found, unsafe=False) == "Bolt ran 9.57 in Berlim."
    assert put("Bolr ran 9.57 in Berlim.", *found) == "Bolt ran 9.58 in Berlim."


def test_of_suggestions_that_overlap_the_first_is_taken() -> None:
    assert put("one two three", ("two three", "2 3", False), ("one two", "1 2", False)) == "1 2 three"


@pytest.mark.parametrize(
    "text",
    [
        "He said “well run, WRONG” and left.",
        'He said "well run, WRONG" and left.',
        "He said ‘the athletes’ WRONG’ and left.",
        "He said 'well run, WRONG' and left.",
        "He said «well run, WRONG» and left.",
        'He said "well run,\nWRONG" and left.',
        'He said "well run,\nas WRONG ran\nthere" and left.',
        "He said “well run,\r\nas WRONG ran\r\nthere” and left.",
        "He said ‘well run,\ras WRONG ran\rthere’ and left.",
        "> He said “well run,\n> as WRONG ran\n> there” and left.",
        "He said “well run,\n\nas WRONG ran\n\nthere” and left.",
        "<p>“well run,</p>\n\n<p>as WRONG ran</p>\n\n<p>there”</p>",
        "He said “well run,\nWRONG” and left.",
        "“One paragraph of many WRONG\n\n“and another,” he said.",
        'It was 3\' 27" to him, "we ran WRONG" he said.',
        "He said &ldquo;well run, WRONG&rdquo; and left.",
        "He said &quot;well run, WRONG&quot; and left.",
        "<p>He said <q>well <q>run</q> WRONG</q> and left.",
        "Write `git log WRONG` here.",
        "```\nWRONG\n```\n",
        "~~~\r\nWRONG",
        "<pre>x\n\ny WRONG</pre>",
    ],
)
def test_nothing_is_mended_inside_quotation_marks_or_code(text: str) -> None:
    assert put(text, ("WRONG", "right", True)) == text


@pytest.mark.parametrize(
    "text",
    [
        "He said “well run” and WRONG left.",
        'He said "well run" and WRONG "went".',
        "It's the athletes' WRONG and isn’t Kenya’s.",
        "“Run,” he said.\nWRONG went.\n",
        "“Run,” he said.\rWRONG went.\r",
        'The "king\n\nand WRONG came.',
        "Rock ’n’ roll WRONG it was.",
        "<p class='a' title=\"b\">WRONG</p>",
        "```\ncode\n```\nWRONG",
        "Write `git log` and WRONG here.",
    ],
)
def test_what_stands_beside_quotation_marks_and_code_is_mended(text: str) -> None:
    assert put(text, ("WRONG", "right", True)) == text.replace("WRONG", "right")


def test_a_hostile_text_is_read_in_one_pass() -> None:
    for piece in ("<q>", "`", "“", "”", '"', "'a", "```\n", "\n\n", "</q>"):
        assert verbatim(piece * 50_000).starts is not None


@pytest.mark.parametrize(
    ("before", "words", "right", "after"),
    [
        ("an Ethiopian won", "Ethiopian", "Kenyan", "a Kenyan won"),
        ("A Kenyan won", "Kenyan", "Ethiopian", "An Ethiopian won"),
        ("a  Ugandan won", "Ugandan", "Italian", "an  Italian won"),
        ("an Italian won", "Italian", "Ugandan", "a Ugandan won"),
        ("a US man", "US", "Ukrainian", "a Ukrainian man"),
        ("an 18th win", "18th", "19th", "a 19th win"),
        ("a seven-second gap", "seven", "eight", "an eight-second gap"),
        ("an 8.95m leap", "8.95m", "7.95m", "a 7.95m leap"),
        ("an\nEthiopian won", "Ethiopian", "Kenyan", "a\nKenyan won"),
        ("a Ethiopian won", "Ethiopian", "Kenyan", "a Kenyan won"),
        ("an Ethiopian won", "Ethiopian", "Eritrean", "an Eritrean won"),
        ("the Ethiopian won", "Ethiopian", "Kenyan", "the Kenyan won"),
        ("a-Ethiopian won", "Ethiopian", "Kenyan", "a-Kenyan won"),
    ],
)
def test_the_article_follows_the_sound(before: str, words: str, right: str, after: str) -> None:
    assert put(before, (words, right, False)) == after


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_encoding_mark_and_line_ends_stay(encoding: str, end: str) -> None:
    text = f"Čolak 🏃 e\u0301 Bolr{end}ran{end}"
    content = text.encode(encoding)
    done = edits(report(text, ("Bolr", "Bólt", True)))
    assert spliced(content, splices("a.txt", content, text, done)) == text.replace("Bolr", "Bólt").encode(encoding)


@pytest.mark.parametrize(
    ("content", "after"),
    [
        (b"Caf\xe9 Bolr \x81\r\n", b"Caf\xe9 B\xf3lt \x81\r\n"),
        (b"Caf\xe9 \xc3\xa9 Bolr", b"Caf\xe9 \xc3\xa9 B\xc3\xb3lt"),
    ],
)
def test_stray_bytes_stay_and_new_words_follow_them(content: bytes, after: bytes) -> None:
    from kerrcheck.decoding import decoded

    text = decoded("a.txt", content).text
    assert spliced(content, splices("a.txt", content, text, edits(report(text, ("Bolr", "Bólt", True))))) == after


@pytest.mark.parametrize(
    ("content", "right", "told"),
    [
        ("Bolr \ud800".encode("utf-16", "surrogatepass"), "Bolt", "damaged"),
        (b"Caf\xe9 Bolr", "Bōlt", "encoding"),
        (b"Caf\xe9 Bolr", "Ã©", "encoding"),
    ],
)
def test_what_cannot_be_written_back_is_refused(content: bytes, right: str, told: str) -> None:
    from kerrcheck.decoding import decoded

    text = decoded("a.txt", content).text
    with pytest.raises(InputError, match=told):
        splices("a.txt", content, text, edits(report(text, ("Bolr", right, True))))


def test_only_a_text_that_is_the_file_is_mended() -> None:
    with pytest.raises(InputError, match="not written back"):
        splices("a.txt", b"Bolr, marked up", "Bolr", edits(report("Bolr", ("Bolr", "Bolt", True))))


@given(st.lists(PIECES, max_size=60).map("".join), st.data())
def test_every_byte_outside_the_edits_stays(text: str, data: st.DataObject) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        content = text.encode(encoding)
        a, b = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
        made = splices("a.txt", content, text, edits(_on(text, a, b)))
        after = spliced(content, made)
        assert after.decode(encoding) == (text[:a] + "new" + text[b:] if made else text)


def _on(text: str, a: int, b: int) -> Report:
    at = Span(a, b)
    return Report("a", text, None, None, 0, (), (Finding("c", "names", "error", "", at, suggestion=Suggestion(at, "new", True)),))


NAMES = ["a.txt", "sub/with space.txt", 'q"uote.txt', "tab\there.txt", "é.txt", "back\\slash.txt"]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.sampled_from([b"a", b"b\r", b"", b"c\rc", "é\u2028".encode(), b"\xe9", b"long " * 9]), min_size=1, max_size=40),
    ended=st.booleans(), name=st.sampled_from(NAMES), data=st.data(),
)  # fmt: skip
def test_git_applies_the_patch(tmp_path: Path, lines: list[bytes], ended: bool, name: str, data: st.DataObject) -> None:
    content = b"\n".join(lines) + (b"\n" if ended else b"")
    places = sorted(data.draw(st.sets(st.integers(0, len(content)), max_size=8)))
    made = [
        Splice(a, b, data.draw(st.sampled_from([b"X", b"two\nlines", b"Y\n"]))) for a, b in zip(places[::2], places[1::2], strict=False)
    ]
    if spliced(content, made) == content:
        return
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    for extra in (["--check"], []):
        told = b"".join(patch(name, content, made))
        done = subprocess.run(["git", "apply", *extra, "-"], input=told, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    assert file.read_bytes() == spliced(content, made)


def test_git_applies_a_patch_of_utf_16_and_below_the_root(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "sub").mkdir()
    content = unicodedata.normalize("NFD", "one\r\ntwo Bolr é\r\nthree\r\n").encode("utf-16")
    (tmp_path / "sub" / "a.txt").write_bytes(content)
    text = content.decode("utf-16")
    made = splices("a.txt", content, text, edits(report(text, ("Bolr", "Bolt", True))))
    told = b"".join(patch("a.txt", content, made))
    subprocess.run(["git", "apply", "-"], input=told, cwd=tmp_path / "sub", check=True)
    assert (tmp_path / "sub" / "a.txt").read_bytes().decode("utf-16") == text.replace("Bolr", "Bolt")


def test_the_marks_that_fence_the_strings_of_json_are_no_quotation_marks() -> None:
    text = '{"headline": "Ingebrightsen fourth", "body_text": "\\"Ingebrightsen led\\", Kerr said."}'
    found = verbatim(text)
    first, second = (m.start() for m in re.finditer("Ingebrightsen", text))
    assert not found.touches(Span(first, first + 13))
    assert found.touches(Span(second, second + 13))
