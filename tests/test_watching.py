"""Watching: what changed is told again, and an interrupt ends it cleanly."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT

from kerrcheck.watching import changes

TEXT = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")


def test_new_changed_and_lost_files_are_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "out.txt", "picture.png"):
        (tmp_path / name).write_text("one", "utf-8")

    def steps() -> Iterator[None]:
        yield
        (tmp_path / "a.txt").write_text("two and more", "utf-8")
        (tmp_path / "picture.png").write_text("two", "utf-8")
        (tmp_path / "out.txt").write_text("two and more", "utf-8")
        yield
        os.replace(tmp_path / "a.txt", tmp_path / "b.txt")
        (tmp_path / "new.txt").write_text("new", "utf-8")
        yield

    going = steps()
    found = changes([str(tmp_path)], lambda path: "left out" if path.endswith("out.txt") else None, lambda: next(going))
    assert next(found) == ([str(tmp_path / name) for name in ("a.txt", "b.txt")], [])
    assert next(found) == ([str(tmp_path / "a.txt")], [])
    assert next(found) == ([str(tmp_path / name) for name in ("b.txt", "new.txt")], [str(tmp_path / "a.txt")])


def test_a_change_is_checked_and_an_interrupt_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nobody ran.", "utf-8")
    command = [sys.executable, "-m", "kerrcheck", "verify", "a.txt", "--watch"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    running = subprocess.Popen(command, cwd=tmp_path, env={**os.environ, "PYTHONUNBUFFERED": "1"}, **pipes)
    late = threading.Timer(60, running.kill)
    late.start()
    assert "watching" in running.stderr.readline()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert running.stderr.readline() == "kerrcheck: 1 file changed\n"
    assert "watching" in running.stderr.readline()
    assert running.stdout.readline().startswith("a.txt:5:58: error wrong-date")
    running.send_signal(signal.SIGINT)
    with running.stdout, running.stderr:
        out, err = running.stdout.read(), running.stderr.read()
    running.wait()
    late.cancel()
    assert running.returncode == 0
    assert len(out.splitlines()) == 5
    assert err == ""
