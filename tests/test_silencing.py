"""Silencers: each kind silences what it names and nothing else, what is silenced is counted, what silences nothing is told."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import finding, put
from hypothesis import given
from hypothesis import strategies as st

from kerrcheck import cli
from kerrcheck.findings import Report
from kerrcheck.globs import day_in, fits
from kerrcheck.keys import Accepted
from kerrcheck.settings import Settings
from kerrcheck.silencing import silenced

AGE = {"check": "wrong-age", "family": "people"}
NAME = {"check": "misspelt-name", "family": "names"}


def report(text: str, *found: tuple[str, dict[str, str]], path: str = "a.md") -> Report:
    """A report with findings on words of a text, wrong marks unless said otherwise."""
    findings = tuple(finding(text, words, **fields) for words, fields in found)
    return Report(path, text, None, None, 0, (), tuple(sorted(findings, key=lambda one: one.span)))


def left(text: str, *found: tuple[str, dict[str, str]], path: str = "a.md", **settings: object) -> list[str]:
    """The words of the findings that are left, and the messages of those on silencers."""
    done = silenced(report(text, *found, path=path), Settings(**settings))
    assert len(done.silenced) + sum(one.check != "unused-silencer" for one in done.findings) == len(found)
    return [one.message if one.check == "unused-silencer" else text[slice(*one.span)] for one in done.findings]


MARK = ("3:27.97", {})
IGNORE = "<!-- kerrcheck: ignore wrong-mark -->"


@pytest.mark.parametrize(
    "text",
    [
        f"{IGNORE}\nKerr ran 3:27.97.",
        f"{IGNORE}\n\nKerr ran 3:27.97.",
        f"{IGNORE}\r\nKerr ran\r\nwell in 3:27.97.",
        f"Kerr ran 3:27.97. {IGNORE}",
        f"{IGNORE} Kerr ran 3:27.97.",
        "<!-- kerrcheck: ignore results -->\nKerr ran 3:27.97.",
        "<!--kerrcheck:ignore all-->\nKerr ran 3:27.97.",
        "<!-- kerrcheck: ignore wrong-age, wrong-mark -- as he said -->\nKerr, 3:27.97.",
        "<!-- kerrcheck: ignore-file wrong-mark -->\nOne.\n\nTwo.\n\nKerr ran 3:27.97.",
        "Kerr ran 3:27.97.\n\n<!-- kerrcheck: ignore-file wrong-mark -->",
        "<!-- kerrcheck: ignore-start wrong-mark -->\n\nOne.\n\nKerr ran 3:27.97.\n\n<!-- kerrcheck: ignore-end -->\n",
        "<!-- kerrcheck: ignore wrong-mark -- a > b -> c\n -->\nKerr ran 3:27.97.",
        "Kerr ran 3:27.97 [sic].",
        "Kerr ran 3:27.97[sic].",
        "“In 3:27.97” [sic!], he said.",
        "Kerr ran <b>3:27.97</b> <i>[SIC]</i>.",
        "Kerr ran **3:27.97** *[sic]*.",
    ],
)
def test_what_is_silenced_is_quiet(text: str) -> None:
    assert left(text, MARK) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{IGNORE}\nOne.\n\nKerr ran 3:27.97.",
        f"Kerr ran 3:27.97.\n{IGNORE}\n",
        f"One. {IGNORE}\nKerr ran 3:27.97.",
        f"{IGNORE}\n- One.\n- Kerr ran 3:27.97.",
        f"{IGNORE}\n<p>One.</p>\n<p>Kerr ran 3:27.97.</p>",
        f"{IGNORE}\n# One\n# Kerr ran 3:27.97.",
        "<!-- kerrcheck: ignore wrong-age -->\nKerr ran 3:27.97.",
        "<!-- kerrcheck: ignore people -->\nKerr ran 3:27.97.",
        "<!-- kerrcheck: ignore-start all -->\n<!-- kerrcheck: ignore-end -->\nKerr ran 3:27.97.",
        "Kerr ran 3:27.97, he said [sic].",
        "Kerr ran 3:27.97 sic.",
    ],
)
def test_what_is_not_silenced_is_told(text: str) -> None:
    words = left(text, MARK)
    assert [one for one in words if one == "3:27.97"] == ["3:27.97"]
    assert len(words) == (1 if "sic" in text else 2)


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore wrong-mark", "this silencer silences nothing; take it out"),
        ("ignore wrong-mark -- the heat", "this silencer silences nothing; take it out: the heat"),
        ("ignore wrong-mrk", "this silencer names no check: 'wrong-mrk'; perhaps wrong-mark is meant"),
        ("ignore", "this silencer names no check; name one, a family, or all"),
        ("ignore -- for now", "this silencer names no check; name one, a family, or all"),
        (
            "ignor wrong-mark",
            "this silencer is not understood; write ignore, ignore-start, ignore-end or ignore-file, and the names of checks",
        ),
        ("ignore-end", "this silencer ends no ignore-start"),
        ("ignore-start wrong-mark", "this silencer is never ended; write ignore-end"),
        ("ignore wrong-mark until Friday", "this silencer names no day: 'Friday'; write it as 2026-01-31"),
    ],
)
def test_a_silencer_of_no_use_is_told_of_where_it_stands(comment: str, told: str) -> None:
    text = f"One.\n\n<!-- kerrcheck: {comment} -->\nTwo."
    done = silenced(report(text), Settings())
    assert [(one.check, one.severity, one.message) for one in done.findings] == [("unused-silencer", "info", told)]
    assert text[slice(*done.findings[0].span)].startswith("<!-- kerrcheck:")


def test_a_comment_that_is_never_closed_is_told_of() -> None:
    for text in ("<!-- kerrcheck: ignore all\n3:27.97", f"<!-- kerrcheck: ignore all -- {'x' * 3000} -->\n3:27.97"):
        assert left(text, MARK) == ["this silencer is never closed, or longer than 2,000 characters", "3:27.97"]


def test_a_silencer_is_unused_only_where_its_checks_were_run() -> None:
    text = f"{IGNORE}\nKerr ran."
    assert left(text, ignore=frozenset(["wrong-mark"])) == []
    assert left(text, select=frozenset(["wrong-age", "unused-silencer"])) == []
    assert left(text, severity=(("wrong-mark", "off"),)) == []
    assert left(text, ignore=frozenset(["unused-silencer"])) == []
    assert left(text, ignore=frozenset(["wrong-age"])) != []
    assert [one.severity for one in silenced(report(text), Settings(severity=(("unused-silencer", "error"),))).findings] == ["error"]


def test_comments_are_read_only_where_a_format_has_them() -> None:
    assert left(f"{IGNORE}\nKerr ran 3:27.97.", MARK, path="a.txt") == ["3:27.97"]
    assert left(f"{IGNORE}\nKerr ran 3:27.97.", MARK, path="a.HTML") == []


def test_only_the_named_check_is_silenced() -> None:
    assert left(f"{IGNORE}\nKerr, 25, ran 3:27.97.", MARK, ("25", AGE)) == ["25"]


def test_an_end_is_judged_on_a_day_that_is_said() -> None:
    text = "<!-- kerrcheck: ignore wrong-mark until 2026-01-31 -- the appeal -->\nKerr ran 3:27.97."
    assert left(text, MARK) == []
    assert left(text, MARK, today="2026-01-31") == []
    ended = "this silencer ended on 2026-01-31; take it out, or say until when it holds: the appeal"
    assert left(text, MARK, today="2026-02-01") == [ended, "3:27.97"]
    done = silenced(report(text, MARK), Settings())
    assert [(one.by, one.reason, one.until) for one in done.silenced] == [("comment", "the appeal", "2026-01-31")]


def test_a_name_is_accepted_in_the_family_names_only() -> None:
    names = (Accepted("Jakob Ingebrightsen", "", "as printed", None, "list"),)
    text = "Ingebrightsen won. Jakob Ingebrightsen’s time. Jakob Ingebrightsens."
    spans = [("Jakob Ingebrightsen’s", NAME), ("Jakob", AGE), ("Ingebrightsen", NAME)]
    assert left(text, *spans, accepted=names) == ["Ingebrightsen", "Jakob"]
    assert len(left(text, *spans)) == 3


def test_a_file_beside_the_article_silences_its_words(tmp_path: Path) -> None:
    path = str(tmp_path / "a.docx")
    sidecar = tmp_path / "a.docx.kerrcheck.toml"
    text = "Kerr, 25,\nran in 3:27.97, and 25 ran after him."
    sidecar.write_text('[[ignore]]\ncheck = "people"\nwords = "Kerr, 25, ran"\nreason = "his own joke"\n')
    assert left(text, MARK, ("25", AGE), path=path) == ["3:27.97"]
    sidecar.write_text('[[ignore]]\ncheck = ["wrong-mark", "wrong-age"]\n')
    assert left(text, MARK, ("25", AGE), path=path) == []
    sidecar.write_text('[[ignore]]\ncheck = "people"\nwords = "Kerr, 26"\n')
    told = f"this silencer ({sidecar}: ignore[0]) silences nothing: the article does not say “Kerr, 26”"
    assert left(text, MARK, path=path) == [told, "3:27.97"]
    sidecar.write_text('[[ignore]]\ncheck = "all"\nuntil = 2026-01-31\n')
    assert len(left(text, MARK, path=path, today="2026-02-01")) == 2


def test_a_broken_sidecar_names_its_document_and_the_others_go_on(desk, capsys) -> None:
    put(desk, {"a.txt": "WRONG", "a.txt.kerrcheck.toml": "[[ignore]]\nchek = 'all'", "b.txt": "WRONG"})
    assert cli.run(["verify", "a.txt", "b.txt"]) == 2
    out = capsys.readouterr()
    assert out.out.startswith("b.txt:1:1: ")
    assert "a.txt.kerrcheck.toml: ignore[0].chek: unknown key; perhaps check is meant" in out.err


def test_what_is_silenced_is_counted_and_the_text_is_quiet(desk, capsys) -> None:
    put(desk, {"a.md": "<!-- kerrcheck: ignore wrong-mark until 2026-01-31 -- so it was -->\nWRONG\n"})
    assert cli.run(["verify", "a.md"]) == 0
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err == (
        "kerrcheck: 1 silenced until a day; the clock is never asked, so none of these silencers has ended: say the day with --today\n"
    )
    assert cli.run(["verify", "a.md", "--format", "json", "--today", "2026-01-01"]) == 0
    out = capsys.readouterr()
    told = json.loads(out.out)
    one = told["documents"][0]["silenced"][0]
    assert (one["check"], one["by"], one["reason"], one["until"]) == ("wrong-mark", "comment", "so it was", "2026-01-31")
    assert (told["documents"][0]["findings"], told["summary"]["silenced"], out.err) == ([], 1, "")
    assert cli.run(["verify", "a.md", "--format", "rich", "--today", "2026-01-01"]) == 0
    assert "1 finding silenced: 1 by a comment." in capsys.readouterr().out
    assert cli.run(["verify", "a.md", "--today", "2026-02-01"]) == 1
    assert cli.run(["verify", "a.md", "--today", "soon"]) == 2


def test_accept_writes_a_list_that_holds_in_its_scope(desk, capsys) -> None:
    assert cli.run(["accept", "WRONG"]) == 2
    assert "kerrcheck init" in capsys.readouterr().err
    put(desk, {"kerrcheck.toml": "", "archive/x.txt": "WRONG", "x.txt": "WRONG"})
    for words, scope, reason in (("Ingebrightsen", "archive/", 'as "printed"'), ("O’Hara", "x.txt", ""), ("Nobody", ".", "")):
        assert cli.run(["accept", words, "--in", scope, "--reason", reason]) == 0
    capsys.readouterr()
    assert cli.run(["accept", "Ingebrightsen", "--in", "archive"]) == 2
    assert "'Ingebrightsen' is accepted there already in /archive/" in capsys.readouterr().err
    assert cli.run(["accept", "Elsewhere", "--in", ".."]) == 2
    capsys.readouterr()
    names = {}
    for path in ("archive/x.txt", "x.txt", "deep/archive/x.txt"):
        cli.run(["config", path, "--format", "json"])
        names[path] = [one["name"] for one in json.loads(capsys.readouterr().out)["accepted"]]
    assert names == {"archive/x.txt": ["Ingebrightsen", "Nobody"], "x.txt": ["O’Hara", "Nobody"], "deep/archive/x.txt": ["Nobody"]}
    put(desk, {"kerrcheck-accepted.toml": "[[accept]]\nnam = 'x'"})
    assert cli.run(["verify", "x.txt"]) == 2
    assert "accept[0].nam: unknown key; perhaps name is meant" in capsys.readouterr().err


def test_a_page_of_comments_is_read_in_time() -> None:
    many = "<!-- kerrcheck: ignore wrong-mark --> " * 20_000
    assert len(left(f"{many}\n3:27.97", MARK)) == 0
    assert len(left("<!-- kerrcheck: ignore wrong-mark " * 5_000 + "3:27.97", MARK)) == 5_001
    starts = "<!-- kerrcheck: ignore-start wrong-age -->\n" * 5_000
    assert len(left(f"{starts}3:27.97", MARK)) == 5_001


@given(
    st.lists(st.sampled_from(["One.", "", "# Two", "- three", "<p>Four</p>", "\u2028", "25"]), max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_lines_put_above_a_silencer_change_nothing(above: list[str], end: str) -> None:
    body = f"{IGNORE}{end}Kerr ran 3:27.97."
    assert left(end.join([*above, "", body]), MARK) == []


@pytest.mark.parametrize(
    ("path", "pattern", "fit"),
    [
        ("a/b.txt", "b.txt", True),
        ("a/b.txt", "*.txt", True),
        ("a/b.txt", "/*.txt", False),
        ("a/b.txt", "a/", True),
        ("a/b.txt", "a", True),
        ("ab/b.txt", "a", False),
        ("x/a/b.txt", "a/", True),
        ("x/a/b.txt", "/a/", False),
        ("x/a/b.txt", "a/b.txt", False),
        ("x/a/b.txt", "**/a/b.txt", True),
        ("a/b.txt", "**/a/b.txt", True),
        ("a/x/y/b.txt", "a/**/b.txt", True),
        ("a/b.txt", "a/**/b.txt", True),
        ("a/b/c", "a/**", True),
        ("a/b/c", "a/*", True),
        ("a", "a/", False),
        ("a/b1.txt", "a/b[0-9].txt", True),
        ("a/bx.txt", "a/b[!0-9].txt", True),
        ("a/b/.txt", "a/b[!0-9].txt", False),
        ("a/b?.txt", r"a/b\?.txt", True),
        ("a/bc.txt", r"a/b\?.txt", False),
        ("a/b(1).txt", "a/b(1).txt", True),
        ("a\nb.txt", "*.txt", True),
    ],
)
def test_patterns_are_those_of_gitignore(path: str, pattern: str, fit: bool, tmp_path: Path) -> None:
    assert fits(path, [pattern]) is fit
    if shutil.which("git"):
        subprocess.run(["git", "init", "-q", tmp_path], check=True)
        (tmp_path / ".gitignore").write_text(pattern + "\n")
        done = subprocess.run(["git", "-C", tmp_path, "check-ignore", "-q", "--no-index", "--", path], check=False)
        assert (done.returncode == 0) is fit


def test_a_day_in_a_path() -> None:
    assert day_in("news/2024/8/07/a.txt", "news/{year}/{month}/{day}/*") == "2024-08-07"
    assert day_in("news/2024/8/07/b/a.txt", "news/{year}/{month}/{day}/*") is None
    assert day_in("x/2024-08-07-a.md", "**/{year}-{month}-{day}-*") == "2024-08-07"
    assert day_in("x/2024-02-30-a.md", "**/{year}-{month}-{day}-*") is None


def told(capsys, *call: str) -> list[str]:
    """What `verify` says beside its report."""
    cli.run(["verify", *call, "--no-canon"])
    return [line.removeprefix("kerrcheck: ") for line in capsys.readouterr().err.splitlines()]


def test_an_accepted_name_that_lets_nothing_stand_is_told_of_where_its_scope_was_checked(desk, capsys) -> None:
    names = "".join(f'[[accept]]\nname = "{name}"\n{more}\n' for name, more in (
        ("Tolstoj", ""),
        ("O’Hara", 'in = "/archive/"\n'),
        ("Kerrr", "in = '/b \\[1\\].md'\n"),
        ("Nobody", 'in = "/news/*.md"\nuntil = 2026-01-31\n'),
        ("Anton Ivanovv", ""),
    ))  # fmt: skip
    text = "Anton Ivanov won. Anton Ivanovv was glad.\n"
    put(desk, {"kerrcheck.toml": "", "kerrcheck-accepted.toml": names, "archive/x.md": "One.", "b [1].md": text, "news/n.md": "One."})
    place = str(desk / "kerrcheck-accepted.toml")
    idle = [f"{place}: accept[{number}]: '{name}' lets nothing stand; take it out" for number, name in
            ((0, "Tolstoj"), (1, "O’Hara"), (2, "Kerrr"), (3, "Nobody"), (4, "Anton Ivanovv"))]  # fmt: skip
    assert told(capsys, ".") == idle
    assert told(capsys, "archive") == [idle[1]]
    assert told(capsys, "archive/x.md", "b [1].md") == [idle[2]]
    assert told(capsys, "news", "archive/x.md") == [idle[3]]
    ended = f"{place}: accept[3]: 'Nobody' was accepted until 2026-01-31; take it out, or say until when it holds"
    assert told(capsys, "news/n.md", "--today", "2026-02-01") == [ended]
    assert told(capsys, ".", "--today", "2026-02-01") == [*idle[:3], ended, idle[4]]
    for quiet in (["--quiet"], ["--ignore", "names"], ["--ignore", "unused-silencer"], ["--select", "results"]):
        assert told(capsys, ".", *quiet) == []


def test_an_accepted_name_that_is_of_use_is_not(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    text = "---\npublished: 2024-08-07\n---\nMen's 1500m final, Paris 2024 Olympic Games\n\nJakob Ingebrightsen was fourth.\n"
    entry = '[[accept]]\nname = "Ingebrightsen"\nuntil = 2026-01-31\n'
    put(tmp_path, {"kerrcheck.toml": "", "kerrcheck-accepted.toml": entry, "a.md": text})
    assert cli.run(["verify", ".", "--today", "2026-01-01"]) == 0
    assert capsys.readouterr().err == ""
    assert cli.run(["verify", ".", "--today", "2026-02-01"]) == 1
    out = capsys.readouterr()
    assert out.out.count("ended on 2026-01-31") == 1, "told where it stands, and not once more"
    assert out.err == ""
