"""A news repository of 300 files of all kinds, with planted errors, old silencers and a baseline: one command tells what is expected."""

import json
import subprocess
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from packed import docx, paragraph

HEAD = "Men's 1500m final, Paris 2024 Olympic Games"
TRUE = "Josh Kerr took silver in 3:27.79 behind Cole Hocker. Yared Nuguse was third and Jakob Ingebrigtsen fourth."
# What is planted: the true words, the wrong ones, and the check that must speak.
SLIPS = (
    ("silver", "bronze", "wrong-placing"),
    ("3:27.79", "3:27.97", "wrong-mark"),
    ("Ingebrigtsen", "Ingebrightsen", "misspelt-name"),
    ("behind", "ahead of", "wrong-order"),
)
DAY = "2024-08-07"
FILES, EVERY = 300, 6


def plain(text: str) -> bytes:
    """An article in plain text."""
    return f"---\npublished: {DAY}\n---\n{HEAD}\n\n{text}\n".encode()


def markdown(text: str) -> bytes:
    """An article in Markdown, with code that is no prose."""
    return f"---\ndate: {DAY}\n---\n# {HEAD}\n\n{text}\n\n```\nJosh Kerr took gold in 3:26.00.\n```\n".encode()


def html(text: str) -> bytes:
    """An article as a page, with a menu that is no prose."""
    meta = f'<meta property="article:published_time" content="{DAY}T09:00:00Z">'
    body = f"<nav>Josh Kerr took gold in 3:26.00.</nav><h1>{escape(HEAD)}</h1><p>{escape(text)}</p>"
    return f"<html><head><title>1500m</title>{meta}</head><body>{body}</body></html>\n".encode()


def word(text: str) -> bytes:
    """An article in a Word file."""
    return docx(paragraph("7 August 2024"), paragraph(escape(HEAD)), paragraph(escape(text)))


def ninjs(text: str) -> bytes:
    """A news item in JSON."""
    item = {"uri": "urn:x", "versioncreated": f"{DAY}T09:00:00Z", "headline": HEAD, "body_text": text}
    return json.dumps(item).encode()


def nitf(text: str) -> bytes:
    """A news item in XML."""
    head = f'<docdata><date.issue norm="{DAY.replace("-", "")}T090000Z"/></docdata>'
    body = f"<body.head><hedline><hl1>{escape(HEAD)}</hl1></hedline></body.head><body.content><p>{escape(text)}</p></body.content>"
    return f"<nitf><head>{head}</head><body>{body}</body></nitf>\n".encode()


KINDS: dict[str, Callable[[str], bytes]] = {".txt": plain, ".md": markdown, ".html": html, ".docx": word, ".ninjs": ninjs, ".nitf": nitf}


def command(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the command says in a folder."""
    asked = [sys.executable, "-m", "kerrcheck", *arguments]
    return subprocess.run(asked, cwd=place, capture_output=True, text=True, encoding="utf-8", check=False)


def told(text: str) -> list[tuple[str, str]]:
    """File and check of each finding in text format."""
    return sorted((line.split(":")[0], line.split(" ")[2]) for line in text.splitlines())


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, str]], list[tuple[str, str]]]:
    """The folder, what is newly wrong in it, and what was wrong when its baseline was written."""
    place = tmp_path_factory.mktemp("news")
    (place / "kerrcheck.toml").write_text('exclude = ["drafts/**"]\n', "utf-8")
    new, old = [], []
    for number in range(FILES):
        suffix, make = list(KINDS.items())[number % len(KINDS)]
        folder = ("news", "archive", "drafts")[number % 10 // 4]
        path = place / folder / f"{number:03d}{suffix}"
        path.parent.mkdir(exist_ok=True)
        right, wrong, check = SLIPS[number // EVERY % len(SLIPS)]
        planted = number // EVERY % 3 == 0
        text = TRUE.replace(right, wrong) if planted else TRUE
        silenced = planted and suffix == ".md" and number % 4 == 0
        path.write_bytes(make(f"{text} <!-- kerrcheck: ignore all -- as printed -->" if silenced else text))
        if planted and not silenced and folder != "drafts":
            (old if folder == "archive" else new).append((path.relative_to(place).as_posix(), check))
    assert command(place, "verify", "archive", "--write-baseline", "baseline.json", "--quiet").returncode in (0, 1)
    return place, sorted(new), sorted(old)


def test_one_command_tells_what_is_new_and_nothing_else(repository: tuple[Path, list[tuple[str, str]], list[tuple[str, str]]]) -> None:
    place, new, old = repository
    assert len(new) > 25
    assert len(old) > 25
    done = command(place, "verify", ".", "--baseline", "baseline.json", "--format", "text")
    assert done.returncode == 1, done.stderr
    assert told(done.stdout.replace("./", "")) == new


def test_without_the_baseline_the_old_ones_are_told_too(repository: tuple[Path, list[tuple[str, str]], list[tuple[str, str]]]) -> None:
    place, new, old = repository
    done = command(place, "verify", "news", "archive", "--format", "text")
    assert told(done.stdout) == sorted(new + old)


def test_the_patch_of_what_can_be_mended_is_one_that_git_takes(
    repository: tuple[Path, list[tuple[str, str]], list[tuple[str, str]]],
) -> None:
    place, new, _ = repository
    patch = command(place, "verify", "news", "--unsafe-fixes", "--diff").stdout
    mended = {line.removeprefix("+++ b/") for line in patch.splitlines() if line.startswith("+++ ")}
    assert mended == {path for path, _ in new if path.startswith("news/") and not path.endswith(".docx")}
    subprocess.run(["git", "init", "--quiet"], cwd=place, check=True)
    subprocess.run(["git", "apply", "--check", "-"], cwd=place, input=patch, text=True, encoding="utf-8", check=True)
