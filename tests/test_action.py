"""The GitHub action: its steps run as a runner runs them, with the environment that its inputs give."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from kerrcheck.members import names

yaml = pytest.importorskip("yaml", reason="no YAML reader is installed; pre-commit, of the development tools, brings one")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
TEXT = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
EXPRESSION = re.compile(r"\$\{\{ (inputs|github)\.([\w-]+) \}\}")


def step(name: str, folder: Path, first: Path | None = None, **inputs: str) -> subprocess.CompletedProcess[str]:
    """A step of the action, run in a folder with some inputs; commands in `first` are found before any others."""
    found = next(one for one in ACTION["runs"]["steps"] if one.get("id") == name)
    given = {key: entry["default"] for key, entry in ACTION["inputs"].items()} | {key.replace("_", "-"): inputs[key] for key in inputs}
    values = {("inputs", key): value for key, value in given.items()} | {("github", "action_path"): str(ROOT)}
    environment = {key: EXPRESSION.sub(lambda m: values[m[1], m[2]], value) for key, value in found["env"].items()}
    assert "${{" not in found["run"], "an input in a script is a script"
    assert found["shell"] == "bash"
    path = os.pathsep.join([*([str(first)] if first else []), str(Path(sys.executable).parent), os.environ["PATH"]])
    outside = {**os.environ, "PATH": path, "GITHUB_OUTPUT": str(folder / "output")}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"]]
    return subprocess.run(command, cwd=folder, env={**outside, **environment}, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout with articles."""
    (tmp_path / "new drafts").mkdir()
    (tmp_path / "new drafts" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "good.txt").write_text("Nobody ran.", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("inputs", "status", "lines"),
    [
        ({"paths": "good.txt"}, 0, 0),
        ({}, 1, 6),
        ({"paths": "'new drafts' good.txt", "args": "--select names"}, 1, 1),
        ({"args": "--fail-on never"}, 0, 6),
        ({"paths": "gone.txt"}, 2, 0),
        ({"paths": "good.txt; echo $(touch here) `touch here`"}, 2, 0),
    ],
)
def test_the_check_is_run_with_what_is_given(folder: Path, inputs: dict[str, str], status: int, lines: int) -> None:
    done = step("check", folder, format="text", **inputs)
    assert done.returncode == status, done.stderr
    assert len(done.stdout.splitlines()) == lines
    assert (folder / "output").read_text("utf-8") == f"status={status}\n"
    assert not (folder / "here").exists()


def test_quotation_marks_left_open_are_told(folder: Path) -> None:
    done = step("check", folder, format="text", args="--select 'names")
    assert done.returncode == 1
    assert done.stderr == "KERRCHECK_ARGS: No closing quotation; close the quotation marks\n"


@pytest.mark.parametrize(
    ("version", "asked"), [("", str(ROOT)), ("1.2.3", "kerrcheck==1.2.3"), ("1; touch here", "kerrcheck==1; touch here")]
)
def test_what_is_installed(folder: Path, tmp_path_factory: pytest.TempPathFactory, version: str, asked: str) -> None:
    first = tmp_path_factory.mktemp("first")
    (first / "python").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', "utf-8")
    (first / "python").chmod(0o755)
    done = step("install", folder, first, version=version)
    assert done.stdout.splitlines() == ["-m", "pip", "install", "--quiet", asked]
    assert not (folder / "here").exists()


def test_the_usual_format_makes_annotations(folder: Path) -> None:
    assert ACTION["inputs"]["format"]["default"] in names("reports")
    done = step("check", folder, args="--fail-on never")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("::error ") == 6
