"""Completion of command lines in a shell."""

import os
import subprocess
import sys

import pytest

BASH = {"_KERRCHECK_COMPLETE": "complete_bash"}


def answered(environment: dict[str, str], *arguments: str) -> list[str]:
    command = [sys.executable, "-m", "kerrcheck", *arguments]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "word", "expected"),
    [
        ("kerrcheck ", "1", {"verify", "claims", "facts", "checks", "explain"}),
        ("kerrcheck ve", "1", {"verify"}),
        ("kerrcheck verify --un", "2", {"--unsafe-fixes"}),
        ("kerrcheck facts ", "2", {"build", "show", "search", "conflicts", "stats", "export", "diff"}),
    ],
)
def test_bash_is_answered_with_commands_and_options(line: str, word: str, expected: set[str]) -> None:
    assert expected <= set(answered({**BASH, "COMP_WORDS": line, "COMP_CWORD": word}))


def test_the_script_asks_us() -> None:
    # Which shell a test was started from is not for it to say.
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    script = "\n".join(answered(named, "--show-completion", "bash"))
    assert "_KERRCHECK_COMPLETE=complete_bash" in script
    assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0


def test_a_plain_call_takes_no_notice() -> None:
    code = "import sys; from kerrcheck.cli import run; run(['verify', '--format', 'text', 'x']); print('typer' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, **BASH}, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["False"]
