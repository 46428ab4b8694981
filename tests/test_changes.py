"""Only what was changed is told: lines changed since a revision, renamed and new files, and clear words where git cannot say."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import finding, put

from kerrcheck import cli
from kerrcheck.changes import Changes, Since, touched
from kerrcheck.errors import UsageError
from kerrcheck.findings import Report
from kerrcheck.text import Span

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(*arguments: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(desk: Path) -> Path:
    """A repository with a commit; judging is stood in for."""
    put(desk, {"a.txt": "WRONG\ntwo\nthree\n", "deep/b.txt": "one\ntwo\nWRONG\n", "c.txt": "WRONG\n"})
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    return desk


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    cli.run(["verify", *arguments, "--format", "text"])
    out = capsys.readouterr()
    assert out.err == ""
    return [line.partition(": ")[0] for line in out.out.splitlines()]


def test_only_changed_lines_are_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, ".", "--since", "HEAD") == []
    put(repository, {"a.txt": "WRONG\ntwo\nthree and more\n", "deep/b.txt": "one\nnew\ntwo\nWRONG and HINT\n"})
    assert told(capsys, ".", "--since", "HEAD") == ["./deep/b.txt:4:1", "./deep/b.txt:4:11"]
    git("commit", "-qam", "second")
    assert told(capsys, ".", "--since", "HEAD") == []
    assert told(capsys, ".", "--since", "HEAD~1") == ["./deep/b.txt:4:1", "./deep/b.txt:4:11"]
    assert cli.run(["verify", "a.txt", "--since", "HEAD~1"]) == 0


def test_lines_taken_away_are_no_changed_lines(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(repository, {"a.txt": "WRONG\n", "deep/b.txt": "WRONG\n"})
    assert told(capsys, ".", "--since", "HEAD") == []


def test_new_and_renamed_files(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(repository, {"new.txt": "WRONG", "ignored.txt": "WRONG", ".gitignore": "ignored.txt\n", "staged.txt": "WRONG"})
    git("add", "staged.txt")
    git("mv", "deep/b.txt", "moved.txt")
    assert told(capsys, ".", "--since", "HEAD") == ["./ignored.txt:1:1", "./new.txt:1:1", "./staged.txt:1:1"]
    put(repository, {"moved.txt": "one\ntwo\nWRONG again\n"})
    assert "./moved.txt:3:1" in told(capsys, ".", "--since", "HEAD")


@pytest.mark.parametrize(
    "name", ["with blank.txt", 'quo"te.txt', "tab\there.txt", "é ü.txt", "a\nb.txt", "back\\slash.txt", "b/b.txt", "\udcff.txt"]
)
def test_odd_names(repository: Path, name: str) -> None:
    try:
        put(repository, {name: "one\ntwo\n"})
    except OSError:
        pytest.skip("the file system takes no such name")
    git("add", ".")
    git("commit", "-qm", "odd")
    put(repository, {name: "one\nchanged\n"})
    changes = Changes(Since("HEAD"))
    assert changes.of(name) == (range(2, 3),)
    assert changes.of("a.txt") == ()


def test_what_looks_like_a_patch_is_text(repository: Path) -> None:
    git("commit", "-q", "--allow-empty", "-m", "x")
    put(
        repository,
        {"a.txt": "++ b/c.txt\n@@ -1 +1 @@\ndiff --git a/c.txt b/c.txt\nBinary files a and b differ\n-- x\n", "c.txt": "WRONG\n"},
    )
    changes = Changes(Since("HEAD"))
    assert changes.of("a.txt") == (range(1, 6),)
    assert changes.of("c.txt") == ()


def test_of_what_is_no_text_to_git_all_is_changed_or_nothing(repository: Path) -> None:
    for name in ("same.docx", "other.docx", "moved.docx"):
        (repository / name).write_bytes(b"PK\x00\x01" * 50 + name.encode())
    git("add", ".")
    git("commit", "-qm", "binary")
    git("mv", "moved.docx", "there.docx")
    (repository / "other.docx").write_bytes(b"PK\x00\x02" * 50)
    changes = Changes(Since("HEAD"))
    assert changes.of("same.docx") == ()
    assert changes.of("other.docx") is None
    assert changes.of("gone.docx") is None


def test_the_base_of_a_branch(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("checkout", "-qb", "desk")
    put(repository, {"a.txt": "WRONG\ntwo\nthree HINT\n"})
    git("commit", "-qam", "on the desk")
    git("checkout", "-q", "main")
    put(repository, {"c.txt": "WRONG elsewhere\n"})
    git("commit", "-qam", "on main")
    git("checkout", "-q", "desk")
    assert told(capsys, ".", "--diff-base", "main") == ["./a.txt:3:7"]
    assert told(capsys, ".", "--since", "main") == ["./a.txt:3:7", "./c.txt:1:1"]
    git("checkout", "-q", "--orphan", "apart")
    git("commit", "-qm", "apart")
    assert cli.run(["verify", ".", "--diff-base", "main"]) == 2
    assert "--diff-base 'main' has no commit in common with HEAD" in capsys.readouterr().err


def test_a_finding_counts_when_its_own_or_related_words_are_on_a_changed_line() -> None:
    text = "one 3:27.97\r\ntwo\r\nthree 0.41\r\n"
    related = ((Span(4, 11), "from this mark"),)
    report = Report("a.txt", text, None, None, 0, (), (finding(text, "0.41", related=related), finding(text, "two")))
    assert [len(touched(report, (range(n, n + 1),)).findings) for n in (1, 2, 3, 4)] == [1, 1, 1, 0]
    assert touched(report, None) == report
    assert touched(report, ()).findings == ()


def test_unchanged_files_are_not_read_at_all(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(repository, {"a.txt": "FAULT"})
    git("commit", "-qam", "fault")
    assert cli.run(["verify", ".", "--since", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["documents"] == 0


@pytest.mark.parametrize("revision", ["-x", "--output=x", "", "a b", "a\nb", "\x1b[0m", "x" * 300])
def test_what_is_no_revision_is_refused_before_git_sees_it(repository: Path, revision: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    with pytest.raises(UsageError, match="is no revision"):
        Changes(Since(revision))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--since gone", "--since 'gone': the repository in "),
        ("--diff-base HEAD:a.txt", "has no such revision; fetch it, or check the name"),
        ("--since HEAD --diff-base HEAD", "--since and --diff-base cannot both hold"),
        ("--since HEAD --write-baseline b.json", "--write-baseline takes every finding"),
        ("--since=--help", "--since '--help' is no revision"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(repository: Path, capsys: pytest.CaptureFixture[str], arguments: str, said: str) -> None:
    assert cli.run(["verify", "a.txt", *arguments.split()]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert said in out.err
    assert out.err.count("\n") == 1


def test_where_there_is_no_git_or_no_repository(desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    put(desk, {"a.txt": "WRONG"})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
    assert cli.run(["verify", "a.txt", "--since", "HEAD"]) == 2
    assert "is in no git repository" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(desk))
    assert cli.run(["verify", "a.txt", "--since", "HEAD"]) == 2
    assert "--since needs git, which is not installed here" in capsys.readouterr().err


def test_git_that_does_not_answer_is_left(repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    fake = repository / "bin" / "git"
    put(repository, {"bin/git": "#!/bin/sh\nexec sleep 30\n"})
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:/usr/bin:/bin")
    monkeypatch.setattr("kerrcheck.changes._TIME", 0.2)
    assert cli.run(["verify", "a.txt", "--since", "HEAD"]) == 2
    assert "--since: no answer from git (TimeoutExpired)" in capsys.readouterr().err


def test_nothing_that_a_repository_sets_is_run(repository: Path) -> None:
    for key in ("diff.external", "core.fsmonitor", "diff.x.command", "diff.x.textconv", "core.pager"):
        git("config", key, f"touch {repository / 'ran'}; true")
    put(repository, {".gitattributes": "* diff=x\n", "a.txt": "changed\n"})
    assert Changes(Since("HEAD")).of("a.txt") == (range(1, 2),)
    assert not (repository / "ran").exists()
