"""The language server over the wire, with a real client on its other end."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run as ran

import pytest
from conftest import ROOT

pytest.importorskip("pygls", reason="the language server's library is not installed")

from lsprotocol import types
from wire import PULLS, Editor, counting

from kerrcheck import cli
from kerrcheck.editor.desk import LARGEST
from kerrcheck.editor.positions import Positions
from kerrcheck.text import Span

DEMONSTRATION = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
SEVERITIES = {"error": 1, "warning": 2, "info": 3}
KIND = types.PositionEncodingKind


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor that knows little: diagnostics are pushed to it, in UTF-16."""
    made = Editor()
    yield made
    assert made.leave() == (0, "")


@pytest.fixture(scope="module")
def modern(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor that asks for diagnostics itself and can be told to ask again."""
    made = Editor(PULLS, tmp_path_factory.mktemp("desk"))
    yield made
    assert made.leave() == (0, "")


def verified(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str = "draft.txt") -> list[dict[str, object]]:
    """The findings of the command line's JSON report on a text."""
    path = tmp_path / name
    path.write_bytes(text.encode())
    capsys.readouterr()
    assert cli.run(["verify", str(path), "--format", "json"]) in (0, 1)
    return list(json.loads(capsys.readouterr().out)["documents"][0]["findings"])


def expected(text: str, findings: list[dict[str, object]], encoding: str = "utf-16") -> list[tuple[object, ...]]:
    places = Positions(text, encoding)
    return [(f["check"], SEVERITIES[f["severity"]], places.range(Span(f["span"]["start"], f["span"]["end"]))) for f in findings]


def shown(diagnostics: list[types.Diagnostic]) -> list[tuple[object, ...]]:
    return [(d.code, int(d.severity), d.range) for d in diagnostics]


def words(text: str, range_: types.Range, encoding: str = "utf-16") -> str:
    span = Positions(text, encoding).span(range_)
    return text[span.start : span.end]


def test_what_is_shown_is_what_verify_finds(editor: Editor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uri = "file:///desk/first.txt"
    editor.open(uri, DEMONSTRATION)
    found = editor.published()
    assert (found.uri, found.version) == (uri, 1)
    findings = verified(DEMONSTRATION, tmp_path, capsys)
    assert len(findings) == 6
    assert shown(found.diagnostics) == expected(DEMONSTRATION, findings)
    for diagnostic, finding in zip(found.diagnostics, findings, strict=True):
        assert diagnostic.message.startswith(finding["message"])
        assert diagnostic.source == "kerrcheck"
        assert words(DEMONSTRATION, diagnostic.range) == finding["span"]["text"]
        assert [words(DEMONSTRATION, r.location.range) for r in diagnostic.related_information or ()] == [
            r["span"]["text"] for r in finding["related"]
        ]
        assert diagnostic.data["expected"] == finding["expected"]
        assert diagnostic.data["reading"] == "whole"
        page = Path(diagnostic.code_description.href.removeprefix("file://"))
        assert page.read_text("utf-8").startswith(f"# {finding['check']}\n")
    editor.close(uri)
    assert editor.published().diagnostics == ()


def test_typing_is_answered_at_once_in_part_and_after_a_pause_whole(
    editor: Editor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uri, text = "file:///desk/typing.txt", DEMONSTRATION.replace("3:27.97", "3:27.79")
    editor.open(uri, text)
    assert "wrong-mark" not in [d.code for d in editor.published().diagnostics]
    line = next(n for n, one in enumerate(text.split("\n")) if "3:27.79" in one)
    column = text.split("\n")[line].index("3:27.79")
    editor.type(uri, line, column + 5, "97", over=2)
    quick = editor.published()
    assert quick.version == 2
    slip = next(d for d in quick.diagnostics if d.code == "wrong-mark")
    assert slip.range == types.Range(types.Position(line, column), types.Position(line, column + 7))
    assert {d.data["reading"] for d in quick.diagnostics} == {"paragraph"}
    whole = editor.published()
    assert whole.version == 2
    assert {d.data["reading"] for d in whole.diagnostics} == {"whole"}
    assert shown(whole.diagnostics) == expected(DEMONSTRATION, verified(DEMONSTRATION, tmp_path, capsys))
    editor.close(uri)
    editor.published()


def test_many_keystrokes_end_in_what_verify_finds(editor: Editor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uri, typed = "file:///desk/many.txt", "\n\nKerr had won in 3:29.38 in Budapest, and Hocker was seventh there."
    editor.open(uri, DEMONSTRATION)
    editor.published()
    text = DEMONSTRATION
    for letter in typed:
        end = Positions(text).position(len(text))
        editor.type(uri, end.line, end.character, letter)
        text += letter
    assert shown(editor.whole(uri)) == expected(text, verified(text, tmp_path, capsys))
    editor.close(uri)
    editor.published()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_columns_are_counted_as_was_agreed(encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    editor = Editor(counting(KIND(encoding)))
    assert editor.server.position_encoding == encoding
    text = DEMONSTRATION.replace("Kerr", "🥈é\u0301 Kerr").replace("\n\n", "\n\n\u2028👩‍👩‍👧\x85\t", 3)
    uri = "file:///desk/medals.txt"
    editor.open(uri, text)
    findings = verified(text, tmp_path, capsys)
    assert findings
    assert shown(editor.published().diagnostics) == expected(text, findings, encoding)
    after = text.replace("\u2028", "\u2028🥈", 1)
    at = Positions(text, encoding).position(text.index("\u2028") + 1)
    editor.type(uri, at.line, at.character, "🥈")
    assert shown(editor.whole(uri)) == expected(after, verified(after, tmp_path, capsys), encoding)
    assert editor.leave() == (0, "")


def test_an_editor_that_asks_is_told_to_ask_again(modern: Editor) -> None:
    uri = "file:///desk/asked.txt"
    modern.open(uri, DEMONSTRATION)
    first = modern.pulled(uri)
    assert len(first.items) == 6
    assert modern.pulled(uri, first.result_id).kind == "unchanged"
    assert modern.told.empty()
    modern.type(uri, 0, 0, "A quotation apart: ")
    second = modern.pulled(uri, first.result_id)
    assert second.kind == "full"
    assert {d.data["reading"] for d in second.items} == {"paragraph"}
    while "diagnostics" not in modern.asked:
        modern.lens(uri)
    third = modern.pulled(uri, second.result_id)
    assert {d.data["reading"] for d in third.items} == {"whole"}
    modern.close(uri)
    assert modern.pulled(uri).items == ()


def test_the_lens_says_how_much_was_checked(modern: Editor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uri, path = "file:///desk/lens.txt", tmp_path / "lens.txt"
    path.write_text(DEMONSTRATION, "utf-8")
    modern.open(uri, DEMONSTRATION)
    capsys.readouterr()
    cli.run(["verify", str(path), "--format", "json"])
    summary = json.loads(capsys.readouterr().out)["summary"]
    told = modern.lens(uri)
    assert told.startswith(f"{summary['claims']} claims: {summary['supported']} supported, {summary['contradicted']} contradicted")
    modern.close(uri)
    modern.open(uri, "Nothing.\n")
    assert modern.lens(uri) == "No claim was read: nothing was checked"
    modern.close(uri)


def test_under_the_pointer_is_the_fact_with_its_sources(modern: Editor, editor: Editor) -> None:
    uri, places = "file:///desk/hover.txt", Positions(DEMONSTRATION)
    modern.open(uri, DEMONSTRATION)
    editor.open(uri, DEMONSTRATION)
    editor.published()
    at = places.position(DEMONSTRATION.index("3:27.97") + 2)
    plain, marked = editor.hover(uri, at), modern.hover(uri, at)
    assert plain.contents.kind == types.MarkupKind.PlainText
    assert "wrong-mark: Josh Kerr" in plain.contents.value
    assert "on record: 3:27.79" in plain.contents.value
    assert "source: " in plain.contents.value
    assert marked.contents.kind == types.MarkupKind.Markdown
    assert r"**wrong\-mark: Josh Kerr" in marked.contents.value
    supported = editor.hover(uri, places.position(DEMONSTRATION.index("3:27.65") + 2))
    assert supported.contents.value.startswith("supported: ")
    assert editor.hover(uri, places.position(len(DEMONSTRATION))) is None
    modern.close(uri)
    editor.close(uri)
    editor.published()


def applied(text: str, action: types.CodeAction) -> str:
    """The text after an action's edit."""
    for edit in action.edit.document_changes[0].edits:
        span = Positions(text).span(edit.range)
        text = text[: span.start] + edit.new_text + text[span.end :]
    return text


def test_a_fix_puts_the_right_words_in_their_place(editor: Editor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uri = "file:///desk/fix.txt"
    editor.open(uri, DEMONSTRATION)
    slip = next(d for d in editor.published().diagnostics if d.code == "wrong-mark")
    offered = editor.actions(uri, slip.range)
    fix = offered["Replace “3:27.97” with “3:27.79”"]
    assert fix.is_preferred
    assert [d.code for d in fix.diagnostics] == ["wrong-mark"]
    assert fix.edit.document_changes[0].text_document.version == 1
    mended = applied(DEMONSTRATION, fix)
    assert "wrong-mark" not in [f["check"] for f in verified(mended, tmp_path, capsys)]
    silenced = applied(DEMONSTRATION, offered["Silence wrong-mark here"])
    assert silenced == DEMONSTRATION.replace("3:27.97", "3:27.97 [sic]")
    assert "wrong-mark" not in [f["check"] for f in verified(silenced, tmp_path, capsys)]
    editor.close(uri)
    editor.published()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "One.\n\nTwo lines,\nKerr 3:27.97.\n", "One.\n\n{}\nTwo lines,\nKerr 3:27.97.\n"),
        ("b.md", "# Head\nKerr 3:27.97.\n", "{}\n# Head\nKerr 3:27.97.\n"),
        ("c.md", "- One\r\n  - Kerr 3:27.97\r\n", "- One\r\n  {}\r\n  - Kerr 3:27.97\r\n"),
        ("d.md", "| Kerr | 3:27.97 |\n|---|---|\n", "| Kerr | 3:27.97 | {}\n|---|---|\n"),
        ("e.html", "<p>One.</p>\n<p>Two lines,\nKerr 3:27.97.</p>", "<p>One.</p>\n{}\n<p>Two lines,\nKerr 3:27.97.</p>"),
        ("f.txt", "Kerr 3:27.97.", "Kerr 3:27.97 [sic]."),
    ],
)
def test_a_check_is_silenced_where_its_format_allows_it(name: str, before: str, after: str) -> None:
    from conftest import finding

    from kerrcheck.editor.answers import Answer, Text
    from kerrcheck.editor.mending import actions
    from kerrcheck.findings import Report

    report = Report(name, before, None, None, 0, (), (finding(before, "3:27.97"),))
    answer = Answer(Text(f"file:///{name}", 1, "", before), report, whole=True, number=1)
    everywhere = types.Range(types.Position(0, 0), types.Position(99, 0))
    silence = next(a for a in actions(answer, everywhere, name) if a.title == "Silence wrong-mark here")
    assert applied(before, silence) == after.format("<!-- kerrcheck: ignore wrong-mark -- reason -->")


def test_a_comment_in_markdown_silences_what_it_was_made_for(editor: Editor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uri = "file:///desk/silenced.md"
    editor.open(uri, DEMONSTRATION, "markdown")
    slip = next(d for d in editor.published().diagnostics if d.code == "wrong-mark")
    text = applied(DEMONSTRATION, editor.actions(uri, slip.range)["Silence wrong-mark here"])
    editor.change(uri, types.TextDocumentContentChangeWholeDocument(text))
    quick = editor.published()
    assert "wrong-mark" not in [d.code for d in quick.diagnostics]
    assert shown(editor.whole(uri)) == expected(text, verified(text, tmp_path, capsys, "draft.md"))
    editor.close(uri)
    editor.published()


def test_what_a_desk_has_set_holds_in_the_editor_too(tmp_path: Path) -> None:
    settings = tmp_path / "kerrcheck.toml"
    settings.write_text('ignore = ["results"]\nexclude = ["old/*"]\n[severity]\nwrong-date = "info"\n', "utf-8")
    editor, uri = Editor(root=tmp_path), (tmp_path / "draft.txt").as_uri()
    editor.open(uri, DEMONSTRATION)
    found = {d.code: d.severity for d in editor.published().diagnostics}
    assert found["wrong-date"] == types.DiagnosticSeverity.Information
    assert "wrong-mark" not in found
    settings.write_text('ignore = ["records"]\n', "utf-8")
    changed = types.FileEvent(settings.as_uri(), types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
    assert "wrong-mark" in [d.code for d in editor.published().diagnostics]
    settings.write_text('exclude = ["old/"]\n', "utf-8")
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
    editor.published()
    editor.open((tmp_path / "old" / "draft.txt").as_uri(), DEMONSTRATION)
    assert editor.published().diagnostics == ()
    assert editor.leave() == (0, "")


def test_a_name_is_accepted_for_the_desk(tmp_path: Path) -> None:
    (tmp_path / "kerrcheck.toml").touch()
    editor, uri = Editor(root=tmp_path), (tmp_path / "draft.txt").as_uri()
    editor.open(uri, DEMONSTRATION)
    slip = next(d for d in editor.published().diagnostics if d.code == "misspelt-name")
    accept = editor.actions(uri, slip.range)["Accept the name “Ingebrightsen”"]
    editor.execute_offered(accept)
    assert 'name = "Ingebrightsen"' in (tmp_path / "kerrcheck-accepted.toml").read_text("utf-8")
    assert "misspelt-name" not in [d.code for d in editor.whole(uri)]
    (tmp_path / "kerrcheck.toml").unlink()
    editor.execute_offered(accept)
    assert editor.said == ["there is no configuration for this text, beside which the names are listed; write one with 'kerrcheck init'"]
    assert editor.leave() == (0, "")


def test_absurd_changes_and_texts_nobody_opened_do_no_harm(editor: Editor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uri, far = "file:///desk/absurd.txt", types.Position(2**31 - 1, 2**31 - 1)
    editor.versions["file:///desk/never-opened.txt"] = 1
    editor.type("file:///desk/never-opened.txt", 0, 0, "x")
    editor.close("file:///desk/never-opened.txt")
    editor.open(uri, "")
    assert editor.published().diagnostics == ()
    editor.change(uri, types.TextDocumentContentChangePartial(types.Range(far, types.Position(0, 0)), DEMONSTRATION))
    editor.change(uri, types.TextDocumentContentChangePartial(types.Range(far, far), "The end.\n"))
    text = DEMONSTRATION + "The end.\n"
    assert shown(editor.whole(uri)) == expected(text, verified(text, tmp_path, capsys))
    assert editor.hover(uri, far) is None
    editor.close(uri)
    editor.published()


def test_what_a_terminal_would_obey_is_never_sent_as_it_is(editor: Editor) -> None:
    uri, bell = "file:///desk/hostile.txt", "\x1b]0;owned\x07\u202e"
    text = DEMONSTRATION.replace("Ingebrightsen", f"{bell}Ingebrightsen{bell}").replace("silver", f"silver{bell}")
    editor.open(uri, text)
    found = editor.published().diagnostics
    assert found
    said = [d.message for d in found] + [title for d in found for title in editor.actions(uri, d.range)]
    said += [h.contents.value.replace("\n", "") for d in found if (h := editor.hover(uri, d.range.start))]
    assert all(one.isprintable() for one in said)
    editor.close(uri)
    editor.published()


def test_no_text_and_too_much_text_are_told_in_one_line(editor: Editor) -> None:
    for name, text, why in (("binary", "\x00\x01\x02" * 50, "no text"), ("huge", "word " * (LARGEST // 5 + 1), "too large")):
        uri = f"file:///desk/{name}.txt"
        editor.open(uri, text)
        (only,) = editor.published().diagnostics
        assert why in only.message
        assert (only.severity, only.code) == (types.DiagnosticSeverity.Information, None)
        editor.close(uri)
        assert editor.published().diagnostics == ()


def test_a_text_closed_while_it_is_read_holds_nobody_up(editor: Editor) -> None:
    long, uri = "file:///desk/long.txt", "file:///desk/short.txt"
    editor.open(long, f"{DEMONSTRATION}\n\n" * 100)
    editor.close(long)
    editor.open(uri, DEMONSTRATION)
    assert (editor.published().uri, len(editor.published().diagnostics)) == (long, 6)
    editor.close(uri)
    editor.published()


def test_a_byte_order_mark_is_a_column_for_the_editor_only(editor: Editor) -> None:
    uri, sentence = "file:///desk/marked.txt", "Josh Kerr won silver in Paris in 3:27.97 on 6 August 2024.\n"
    for text in (sentence, f"\ufeff{sentence}"):
        editor.open(uri, text)
        (slip,) = editor.published().diagnostics
        assert words(text, slip.range) == "3:27.97"
        editor.close(uri)
        editor.published()


def test_texts_that_are_no_articles_are_left_alone(editor: Editor) -> None:
    uri = "file:///desk/program.py"
    editor.open(uri, DEMONSTRATION, "python")
    assert editor.lens(uri) == ""
    assert editor.told.empty()


def test_a_server_whose_editor_has_died_goes_too() -> None:
    editor = Editor()
    editor.open("file:///desk/long.txt", f"{DEMONSTRATION}\n\n" * 100)
    editor.client._server.stdin.close()
    status, said = editor.gone()
    assert (status, said) == (0, "")


def test_without_its_library_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in [name for name in sys.modules if name.startswith(("kerrcheck.editor", "pygls", "lsprotocol"))]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("pygls", "lsprotocol"):
        monkeypatch.setitem(sys.modules, name, None)
    assert cli.run(["lsp"]) == 2
    said = capsys.readouterr().err
    assert said == "kerrcheck: the language server needs a library that is not installed; run pip install kerrcheck[lsp]\n"


def test_what_cannot_be_opened_is_said_before_the_editor_is_answered() -> None:
    done = ran(
        [sys.executable, "-m", "kerrcheck", "lsp", "--facts", "nowhere.sqlite"], capture_output=True, text=True, stdin=-3, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("kerrcheck: nowhere.sqlite: no store")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_plain_run_imports_nothing_of_the_server(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("Nothing.\n", "utf-8")
    program = (
        "import sys; from kerrcheck.cli import run; run(['verify', sys.argv[1]]); sys.exit(any(m in sys.modules for m in sys.argv[2:]))"
    )
    assert ran([sys.executable, "-c", program, str(path), "pygls", "kerrcheck.editor", "asyncio"], check=False).returncode == 0
