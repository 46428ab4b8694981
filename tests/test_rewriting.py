"""A file written anew: whole or not at all, and never over somebody's edit."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from kerrcheck.errors import InputError
from kerrcheck.rewriting import rewrite

STOPPED = """
import os, sys
from kerrcheck import rewriting

def stopped(*_):
    print("ready", flush=True)
    sys.stdin.read()

rewriting.os.replace = stopped
rewriting.rewrite(sys.argv[1], b"old", b"new and longer")
"""


def test_permissions_and_owner_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(file, 1234, 4321)
    was = file.stat()
    rewrite(str(file), b"old", b"new")
    now = file.stat()
    assert file.read_bytes() == b"new"
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (was.st_uid, was.st_gid, 0o640)
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("there/a.txt")
    rewrite(str(tmp_path / "link.txt"), b"old", b"new")
    assert os.readlink(tmp_path / "link.txt") == "there/a.txt"
    assert (tmp_path / "there" / "a.txt").read_bytes() == b"new"


def test_an_edit_in_the_meantime_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old and more")
    with pytest.raises(InputError, match="changed while it was being checked"):
        rewrite(str(file), b"old", b"new")
    assert file.read_bytes() == b"old and more"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_what_is_gone_or_no_file_is_refused_on_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, told in (("gone.txt", "no such file"), ("pipe", "no regular file"), (".", "no regular file")):
        with pytest.raises(InputError, match=told) as caught:
            rewrite(str(tmp_path / name), b"old", b"new")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_is_left_alone(what: str) -> None:
    with tempfile.TemporaryDirectory() as top:
        os.chmod(top, 0o755)
        folder = Path(top, "in")
        folder.mkdir()
        (folder / "a.txt").write_bytes(b"old")
        (folder / "a.txt").chmod(0o444 if what == "file" else 0o666)
        folder.chmod(0o777 if what == "file" else 0o555)
        told = as_somebody(str(folder / "a.txt"))
        folder.chmod(0o755)
        assert "cannot be written (permission denied), so it was not mended" in told
        assert [path.name for path in folder.iterdir()] == ["a.txt"]
        assert (folder / "a.txt").read_bytes() == b"old"


def as_somebody(path: str) -> str:
    """What is told where a file is written anew without a superuser's rights."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            rewrite(path, b"old", b"new")
        except BaseException as error:  # noqa: BLE001 (the other process looks at it)
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told


def test_a_kill_between_writing_and_moving_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    running = subprocess.Popen([sys.executable, "-c", STOPPED, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert running.stdout.readline() == b"ready\n"
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdin.close()
    running.stdout.close()
    assert file.read_bytes() == b"old"
    left = sorted(path for path in tmp_path.iterdir() if path != file)
    assert [path.read_bytes() for path in left] == [b"new and longer"], "it was stopped where this test wants it"
    assert all(path.name.startswith(".") and path.name.endswith(".tmp") for path in left), "what is left behind is no article"
    rewrite(str(file), b"old", b"new")
    assert file.read_bytes() == b"new"


@pytest.fixture
def little(tmp_path: Path) -> Path:
    """A file system with hardly any room."""
    place = tmp_path / "little"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", place], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("no small file system can be mounted here")
    yield place
    for _ in range(20):
        if not subprocess.run(["umount", place], capture_output=True, check=False).returncode:
            break
        time.sleep(0.1)


def test_a_full_disk_leaves_the_file_as_it_was(little: Path) -> None:
    (little / "a.txt").write_bytes(b"old")
    with pytest.raises(InputError, match=r"no space left on device.*the file is as it was"):
        rewrite(str(little / "a.txt"), b"old", b"new" * 10_000)
    assert (little / "a.txt").read_bytes() == b"old"
    assert os.listdir(little) == ["a.txt"]


def test_two_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    code = "import sys; from kerrcheck.rewriting import rewrite; rewrite(sys.argv[1], b'old', sys.argv[2].encode() * 100_000)"
    both = [subprocess.Popen([sys.executable, "-c", code, str(file), letter], stderr=subprocess.PIPE) for letter in "ab"]
    told = [one.communicate()[1] for one in both]
    assert file.read_bytes() in (b"a" * 100_000, b"b" * 100_000)
    assert sum(not one for one in told) >= 1
    assert all(not one or b"changed while" in one for one in told)
    assert os.listdir(tmp_path) == ["a.txt"]
