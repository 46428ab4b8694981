"""No network: every command does its work where each socket fails the moment it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from kerrcheck.members import names

ARTICLE = str(ROOT / "data" / "articles" / "paris-1500m.txt")
GUARD = """
import sys

def guard(event, arguments):
    if event.startswith("socket.") or event in ("urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect"):
        raise SystemExit(f"the network was asked for: {event} {arguments}")

sys.addaudithook(guard)
from kerrcheck.cli import run
sys.exit(run(sys.argv[1:]))
"""
CALLS = {
    "verify": [["verify", ARTICLE], ["verify", ARTICLE, "--format", "rich"], ["verify", ARTICLE, "--format", "json"]],
    "claims": [["claims", ARTICLE], ["claims", ARTICLE, "--format", "json"]],
    "facts": [
        ["facts", "build", str(ROOT / "data" / "facts" / "world"), "-o", "store.sqlite"],
        ["facts", "show", "Josh Kerr"],
        ["facts", "search", "kerr"],
        ["facts", "conflicts"],
        ["facts", "stats"],
        ["facts", "export"],
        ["facts", "rule", "josh-kerr", "born", "1996-10-08", "--into", "ours", "--by", "A", "--day", "2024-08-20", "--reason", "So."],
    ],
    "accept": [["accept", "Kerr", "--config", "desk.toml"]],
    "config": [["config", "--config", "desk.toml"]],
    "init": [["init", "--hook", "--action"]],
    "checks": [["checks"]],
    "explain": [["explain", "wrong-mark"]],
    "lsp": [["lsp", "--help"]],
    "": [["--version"], ["--help"]],
}


def test_every_command_is_tried() -> None:
    assert set(names("commands")) <= set(CALLS)


@pytest.mark.parametrize("arguments", [call for calls in CALLS.values() for call in calls], ids=" ".join)
def test_a_command_works_without_a_network(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text("")
    done = subprocess.run([sys.executable, "-c", GUARD, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode in ((0, 1) if arguments[0] == "verify" else (0,)), done.stderr
    assert done.stdout
    assert "network" not in done.stderr


def test_the_guard_sees_a_socket() -> None:
    code = GUARD.replace("from kerrcheck.cli import run", "import socket; socket.create_connection(('127.0.0.1', 9))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "the network was asked for" in done.stderr
