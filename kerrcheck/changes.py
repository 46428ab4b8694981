"""Changed lines: which lines of a file were added or changed in the working tree since a revision, as git knows it.

Git is called with fixed arguments and no shell; no external diff, text conversion, hook or monitor is run, and no network is used.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kerrcheck.errors import UsageError
from kerrcheck.findings import Finding, Report
from kerrcheck.text import Span

_TIME = 60
_GIT = ("git", "--no-pager", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_DIFF = ("diff", "--find-renames", "--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules")
_PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS")
_SET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "LC_ALL": "C"}
_REVISION = re.compile(r"[^\s\x00-\x1f\x7f-][^\s\x00-\x1f\x7f]{0,255}")
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPED = re.compile(rb'\\([0-7]{3}|["\\abfnrtv])')
_LETTERS = dict(zip(b'"\\abfnrtv', b'"\\\a\b\f\n\r\t\v', strict=True))

Lines = tuple[range, ...]


class Since(NamedTuple):
    """What changes are counted from: a revision, or where the present one branched off from it."""

    revision: str
    branched: bool = False

    @property
    def option(self) -> str:
        """How it was asked for."""
        return "--diff-base" if self.branched else "--since"


class Changes:
    """The lines changed since a revision, asked of git once for each repository."""

    def __init__(self, since: Since) -> None:
        if not _REVISION.fullmatch(since.revision):
            raise UsageError(f"{since.option} '{since.revision}' is no revision; give a branch, a tag or a commit")
        self._since = since
        self._lines = cache(self._changed)
        self._top = cache(self._found)

    def of(self, path: str) -> Lines | None:
        """The changed lines of a file, counted from 1; None where all of it counts as changed."""
        place = os.path.realpath(path)
        tracked, changed = self._lines(self._top(os.path.dirname(place)))
        return changed.get(place, ()) if place in tracked else None

    def _found(self, folder: str) -> str:
        """The top folder of the repository that a folder belongs to."""
        place = folder
        while not os.path.isdir(place):
            place = os.path.dirname(place)
        done = self._called(place, "rev-parse", "--show-toplevel")
        if done.returncode:
            raise UsageError(f"{self._since.option}: {folder} is in no git repository ({_said(done)}); leave the option out there")
        return os.path.realpath(os.fsdecode(done.stdout.removesuffix(b"\n")))

    def _changed(self, top: str) -> tuple[frozenset[str], dict[str, Lines | None]]:
        """The files of a repository that git tracks, and the changed lines of those that differ."""
        base = self._base(top)
        listed = self._must(top, "ls-files", "-z").split(b"\0")
        changed: dict[bytes, Lines | None] = dict(_read(self._must(top, *_DIFF, *_PATCH, base, "--")))
        changed.update(dict.fromkeys(_binary(self._must(top, *_DIFF, "--numstat", "-z", base, "--"))))
        places = {os.path.join(top, os.fsdecode(name)): lines for name, lines in changed.items()}
        return frozenset(os.path.join(top, os.fsdecode(name)) for name in listed if name), places

    def _base(self, top: str) -> str:
        """The commit that changes are counted from."""
        revision, option = self._since.revision, self._since.option
        done = self._called(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        commit = done.stdout.decode("ascii", "replace").strip()
        if done.returncode or not re.fullmatch(r"[0-9a-f]{40,64}", commit):
            raise UsageError(f"{option} '{revision}': the repository in {top} has no such revision; fetch it, or check the name")
        if not self._since.branched:
            return commit
        done = self._called(top, "merge-base", commit, "HEAD")
        if done.returncode:
            raise UsageError(f"{option} '{revision}' has no commit in common with HEAD in {top}; fetch more of its history")
        return done.stdout.decode("ascii").split()[0]

    def _must(self, top: str, *arguments: str) -> bytes:
        """What git answers; raises UsageError where it refuses."""
        done = self._called(top, *arguments)
        if done.returncode:
            raise UsageError(f"{self._since.option}: git {arguments[0]} failed in {top} ({_said(done)})")
        return done.stdout

    def _called(self, folder: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
        """A call of git."""
        env = {key: value for key, value in os.environ.items() if key not in _OURS} | _SET
        try:
            return subprocess.run(  # noqa: S603 (fixed arguments, no shell)
                [*_GIT, "-C", folder, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_TIME, env=env
            )
        except FileNotFoundError as error:
            raise UsageError(f"{self._since.option} needs git, which is not installed here; install it or leave the option out") from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UsageError(f"{self._since.option}: no answer from git ({type(error).__name__}) in {folder}; try it by hand") from error


def touched(report: Report, changed: Lines | None) -> Report:
    """A report with those findings only whose own or related words stand on changed lines."""
    if changed is None:
        return report
    starts = [0, *(match.end() for match in re.finditer("\n", report.text)), len(report.text) + 1]
    spans = [Span(starts[lines.start - 1], starts[lines.stop - 1]) for lines in changed if lines.stop <= len(starts)]
    return report._replace(findings=tuple(finding for finding in report.findings if _touches(finding, spans)))


def _touches(finding: Finding, changed: Sequence[Span]) -> bool:
    """Whether a finding is about changed lines."""
    places = (finding.span, *(span for span, _ in finding.related))
    return any(span.start < place.end and place.start < max(span.end, span.start + 1) for span in places for place in changed)


def _said(done: "subprocess.CompletedProcess[bytes]") -> str:
    """The first line of git's complaint."""
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0] if lines else f"status {done.returncode}"


def _read(patch: bytes) -> Iterator[tuple[bytes, Lines]]:
    """The files of a patch without context, with their new lines."""
    name, ranges, skip = b"", [], 0
    for line in (*patch.split(b"\n"), b"diff --git "):
        hunk = _HUNK.match(line) if not skip else None
        if skip and line[:1] in (b"+", b"-"):
            skip -= 1
        elif hunk:
            first, new = int(hunk[2]), int(hunk[3] or 1)
            skip = int(hunk[1] or 1) + new
            ranges += [range(first, first + new)] if new else []
        elif line.startswith(b"diff --git "):
            if name:
                yield name, tuple(ranges)
            name, ranges = b"", []
        elif line.startswith(b"+++ "):
            name = _name(line[4:])


def _binary(counts: bytes) -> Iterator[bytes]:
    """The files whose lines git does not count, being none of text."""
    rest = iter(counts.split(b"\0"))
    for row in rest:
        added, _, name = row.split(b"\t", 2) if row else (b"", b"", b"-")
        name = name or (next(rest), next(rest))[1]
        if added == b"-":
            yield name


def _name(said: bytes) -> bytes:
    """The path that a patch names, without its prefix; empty for a file that is gone."""
    said = said.rstrip(b"\t\r")
    if said.startswith(b'"'):
        said = _ESCAPED.sub(lambda m: bytes([int(m[1], 8) if len(m[1]) == 3 else _LETTERS[m[1][0]]]), said[1:-1])
    return said.removeprefix(b"b/") if said.startswith(b"b/") else b""
