"""A long run shared out: the same report whatever the number of processes and whatever the cache knows."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT

from kerrcheck import cli, sharing
from kerrcheck.batch import Job, Stores
from kerrcheck.cache import Cache
from kerrcheck.members import names
from kerrcheck.reports import Failure
from kerrcheck.settings import Settings

TEXT = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
COMMAND = [sys.executable, "-m", "kerrcheck", "verify"]


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with more than a handful of articles, and one that is none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KERRCHECK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "in").mkdir()
    for number in range(10):
        (tmp_path / "in" / f"{number}.txt").write_text(f"{TEXT}\nEdition {number}.\n", "utf-8")
    (tmp_path / "in" / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    return tmp_path


def told(*options: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run([*COMMAND, "in", *options], capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_the_report_is_the_same_byte_for_byte(many: Path) -> None:
    reports = [f"--report={name}={{}}.{name}" for name in names("reports")]
    ways = {
        "one": ("--jobs", "1", "--no-cache"),
        "two": ("--jobs", "2", "--no-cache"),
        "cold": ("--jobs=2",),
        "warm": (),
        "hot": ("--jobs=3",),
    }
    printed = {way: told(*options, *(report.format(way) for report in reports)) for way, options in ways.items()}
    for way in ways:
        assert printed[way] == printed["one"]
        for name in names("reports"):
            assert (many / f"{way}.{name}").read_bytes() == (many / f"one.{name}").read_bytes()
    assert printed["one"][0] == 2
    assert len(list((many / "cache").rglob("*.report"))) == 10


def test_no_word_of_the_articles_is_in_the_cache(many: Path) -> None:
    told()
    kept = b"\n".join(path.read_bytes() + str(path).encode() for path in (many / "cache").rglob("*") if path.is_file())
    assert kept
    for word in {word.strip(".,'") for word in TEXT.split()}:
        assert len(word) < 5 or word.encode() not in kept


def test_the_cache_knows_what_a_report_depends_on(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged = []
    monkeypatch.setattr(sharing.batch, "afresh", lambda *given: judged.append(given[0].path) or afresh(*given))

    def fresh(*options: str) -> int:
        judged.clear()
        cli.run(["verify", "in", "--jobs", "1", *options])
        return len(judged)

    assert fresh() == 10
    assert fresh() == 0
    assert fresh("--no-cache") == 10
    assert fresh("--published", "2024-08-09") == 10
    assert fresh("--ignore", "records") == 10
    assert fresh("--no-canon") == 10
    assert fresh() == 0
    (many / "in" / "3.txt").write_text("Other words.", "utf-8")
    assert fresh() == 1
    (many / "in" / "again.text").write_text(f"{TEXT}\nEdition 4.\n", "utf-8")
    assert fresh() == 1, "another ending may mean another reader"
    os.rename(many / "in" / "4.txt", many / "in" / "renamed.txt")
    assert fresh() == 0, "a name is no part of a report"
    monkeypatch.setattr("kerrcheck.cache.__version__", "another")
    assert fresh() == 11


afresh = sharing.batch.afresh


def test_the_facts_of_a_desk_count_as_they_are(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = many / "desk"
    desk.mkdir()
    sources = '[source.desk]\npublisher = "Desk"\ntitle = "{}"\ndate = 2024-08-11\ntier = 1\n'
    job, cache = Job("in/1.txt", Settings(facts=(str(desk),))), Cache(many / "cache")
    made = []
    monkeypatch.setattr(sharing.batch, "afresh", lambda *given: made.append(1) or afresh(*given))
    for title, judged in (("One", 1), ("One", 1), ("Another", 2), ("Another", 2)):
        file = desk / "sources.toml"
        if not file.exists() or title not in file.read_text("utf-8"):
            file.write_text(sources.format(title), "utf-8")
        list(sharing.Shared(1, cache).examined([job], Stores()))
        assert len(made) == judged


def test_silencers_are_asked_for_every_time(many: Path) -> None:
    before = told("--format", "json")[1]
    (many / "in" / "1.txt.kerrcheck.toml").write_text('[[ignore]]\ncheck = "misspelt-name"\nreason = "as printed"\n', "utf-8")
    after = told("--format", "json")[1]
    counts = [[len(document["findings"]) for document in json.loads(one)["documents"]] for one in (before, after)]
    assert counts[0] == [6] * 10
    assert counts[1] == [6, 5, *[6] * 8]


def test_a_process_that_dies_names_its_document(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_worker", dying)
    jobs = [Job(f"in/{number}.txt", Settings()) for number in range(4)]
    found = list(sharing.Shared(2).examined(jobs, Stores()))
    assert [type(one).__name__ for one in found] == ["Report", "Report", "Failure", "Report"]
    failure = found[2]
    assert isinstance(failure, Failure)
    assert failure.path == "in/2.txt"
    assert failure.message == "in/2.txt: a fault in kerrcheck: the process that examined it was ended by signal 9"
    assert failure.bug


def dying(cache: object) -> object:
    """A worker that one document kills."""
    work = sharing._worker(None)

    def worked(job: Job) -> object:
        if job.path == "in/2.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return work(job)

    return worked


def test_an_interrupt_ends_all(many: Path) -> None:
    for copy in range(400):
        (many / "in" / f"more{copy}.txt").write_text(f"{TEXT * 3}\nCopy {copy}.\n", "utf-8")
    running = subprocess.Popen([*COMMAND, "in", "--jobs", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(2)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert running.returncode == 130
    assert (out, err) == (b"", b"")
    for _ in range(100):
        if not group(running.pid):
            break
        time.sleep(0.1)
    assert not group(running.pid)


def group(leader: int) -> bool:
    """Whether a process of a group is still there."""
    try:
        os.killpg(leader, 0)
    except ProcessLookupError:
        return False
    return True


def test_standard_input_is_read_by_the_first_process(many: Path) -> None:
    done = subprocess.run([*COMMAND, "-", "in/1.txt", "--jobs", "2"], input=TEXT.encode(), capture_output=True, check=False)
    assert [line.split(b":")[0] for line in done.stdout.splitlines()] == [b"-"] * 6 + [b"in/1.txt"] * 6


def test_how_many_processes() -> None:
    assert sharing.processes(None, 9) == 1
    assert sharing.processes(None, 5000) >= 1
    assert sharing.processes(3, 5000) == 3
    assert sharing.processes(8, 2) == 2


def test_a_bar_is_for_a_terminal_only(many: Path) -> None:
    pty = pytest.importorskip("pty", reason="there are no terminals of this kind here")
    for copy in range(12):
        (many / "in" / f"more{copy}.txt").write_text("Nobody ran.", "utf-8")
    (many / "in" / "bad.txt").unlink()
    (many / "in" / "zz[bold][x]\x1b]0;gone\x07.txt").write_text("Nobody ran.", "utf-8")
    shown = {}
    for options in ((), ("--quiet",)):
        ours, theirs = pty.openpty()
        done = subprocess.Popen([*COMMAND, "in", *options], stdout=subprocess.PIPE, stderr=theirs)
        os.close(theirs)
        seen = b""
        with open(ours, "rb", buffering=0) as terminal, contextlib.suppress(OSError):
            while piece := terminal.read(4096):
                seen += piece
        shown[options] = (done.communicate()[0], seen)
    assert b"in/zz[bold][x]" in shown[()][1]
    assert b"\x1b]0;" not in shown[()][1]
    assert shown[("--quiet",)][1] == b""
    assert shown[()][0] == shown[("--quiet",)][0] == told()[1]
    assert told()[2] == b""
