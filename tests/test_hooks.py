"""The hooks for pre-commit, run by pre-commit itself on a real git repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

pytest.importorskip("pre_commit", reason="pre-commit, of the development tools, is not installed")
yaml = pytest.importorskip("yaml")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
TEXT = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
SLIP = "Jakob Ingebrightsen of Norway ran the 1500m in Paris on 6 August 2024.\n"
BESIDE = Path(sys.executable).parent


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with articles and other files, all staged, and environments of pre-commit kept inside the test's folder."""
    top = tmp_path / "news"
    top.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    monkeypatch.setenv("PATH", f"{BESIDE}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(top)
    git("init", "-q")
    git("config", "user.email", "desk@example.org")
    git("config", "user.name", "desk")
    (top / "kerr.txt").write_text(TEXT, "utf-8")
    (top / "slip.MD").write_text(SLIP, "utf-8")
    (top / "good.txt").write_text("Nobody ran.\n", "utf-8")
    (top / "script.py").write_text(f"TEXT = '''{TEXT}'''\n", "utf-8")
    return top


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def configured(*hooks: dict[str, Any]) -> None:
    """Hooks set up as local ones, which need no environment: everything but the language is what the hooks file says."""
    local = [{**hook, "language": "system"} for hook in hooks]
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}), "utf-8")
    git("add", "-A")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "pre_commit", *arguments], capture_output=True, text=True, check=False)


def test_the_hooks_file_is_one() -> None:
    done = run("validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert done.returncode == 0, done.stdout


def test_articles_of_a_commit_are_checked_and_nothing_else(repository: Path) -> None:
    configured(HOOKS[0])
    done = run("run")
    assert done.returncode == 1
    found = [line for line in done.stdout.splitlines() if ": error " in line]
    assert {line.partition(":")[0] for line in found} == {"kerr.txt", "slip.MD"}
    assert "exit code: 1" in done.stdout
    (repository / "kerr.txt").write_text("Nobody ran.\n", "utf-8")
    (repository / "slip.MD").unlink()
    git("add", "-A")
    assert run("run").returncode == 0


def test_a_commit_is_refused_and_with_the_slip_mended_it_is_made(repository: Path) -> None:
    (repository / "kerr.txt").unlink()
    configured(HOOKS[1])
    assert run("install").returncode == 0
    refused = subprocess.run(["git", "commit", "-m", "drafts"], capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "files were modified by this hook" in refused.stderr + refused.stdout
    assert (repository / "slip.MD").read_text("utf-8") == SLIP.replace("Ingebrightsen", "Ingebrigtsen")
    git("add", "-A")
    git("commit", "-m", "drafts")


def test_what_the_configuration_excludes_is_left_out_though_it_is_named(repository: Path) -> None:
    (repository / "kerrcheck.toml").write_text('exclude = ["kerr.txt", "*.MD"]\n', "utf-8")
    configured(HOOKS[0])
    assert run("run").returncode == 0


def test_the_hook_installs_itself(repository: Path, tmp_path: Path) -> None:
    source = tmp_path / "kerrcheck"
    listed = subprocess.run(["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("these sources are no git repository, from which pre-commit could take the hook")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, source / name)
    git("-C", str(source), "init", "-q")
    git("-C", str(source), "add", "-A")
    git("-C", str(source), "-c", "user.email=desk@example.org", "-c", "user.name=desk", "commit", "-qm", "sources")
    at = subprocess.run(["git", "-C", str(source), "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    taken = [{"repo": str(source), "rev": at, "hooks": [{"id": "kerrcheck"}]}]
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": taken}), "utf-8")
    git("add", "-A")
    made = run("install-hooks")
    if made.returncode:
        assert "pip" in made.stdout, made.stdout
        pytest.skip("pre-commit cannot make its environment here: pip finds no package registry")
    done = run("run")
    assert done.returncode == 1
    assert "kerr.txt:5:58: error wrong-date" in done.stdout
