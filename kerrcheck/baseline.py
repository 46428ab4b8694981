"""A baseline: findings that were there before, known by what they are about, so that only new ones are told.

The file is JSON for people to read in review: for each path, relative to the baseline's own folder, its findings with check, claim and
words. What decides is the fingerprint, in which no line number has a part.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kerrcheck.errors import ConfigError
from kerrcheck.files import STDIN
from kerrcheck.findings import Finding, Report, Silenced
from kerrcheck.fingerprint import fingerprints

VERSION = 1
_LIMIT = 64 * 1024 * 1024
_FIELDS = ("check", "claim", "words", "fingerprint")


class Entry(NamedTuple):
    """One finding of a baseline: its check, what the claim is about, the wrong words, and its fingerprint."""

    check: str
    claim: str
    words: str
    fingerprint: str


class Baseline(NamedTuple):
    """A baseline file: its entries by path."""

    path: str
    entries: Mapping[str, tuple[Entry, ...]]

    def hidden(self, report: Report) -> Report:
        """A report with the findings of the baseline set apart."""
        known = {entry.fingerprint for entry in self.entries.get(key(self.path, report.path), ())}
        if not known:
            return report
        pairs = list(zip(report.findings, fingerprints(report), strict=True))
        kept = tuple(finding for finding, mark in pairs if mark not in known)
        apart = tuple(Silenced(finding, "baseline", f"in {os.path.basename(self.path)}") for finding, mark in pairs if mark in known)
        return report._replace(findings=kept, silenced=(*report.silenced, *apart))

    def mended(self, reports: Sequence[Report]) -> list[tuple[str, Entry]]:
        """The entries that no longer occur: those of documents just checked, and of files that are gone."""
        found = {key(self.path, report.path): set(fingerprints(report)) for report in reports}
        return [
            (path, entry)
            for path, entries in self.entries.items()
            for entry in entries
            if (entry.fingerprint not in found[path] if path in found else _gone(self.path, path))
        ]


def read(path: str) -> Baseline:
    """The baseline in a file; raises ConfigError where it is missing or none."""
    try:
        with open(path, "rb") as file:
            content = file.read(_LIMIT + 1)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ConfigError(f"{path}: the baseline cannot be read ({why}); make one with --write-baseline") from error
    if len(content) > _LIMIT:
        raise ConfigError(f"{path}: no baseline: it is larger than {_LIMIT // 2**20} MB; make one with --write-baseline")
    return parsed(path, content)


def parsed(path: str, content: str | bytes) -> Baseline:
    """The baseline that a file's content is."""
    try:
        return Baseline(path, _entries(json.loads(content)))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: no baseline: {str(error) or 'nested too deep'}; make one with --write-baseline") from error


def written(path: str, reports: Sequence[Report], old: Baseline | None = None) -> Iterator[str]:
    """The text of a baseline with all findings of some reports; entries of an old one stay for files that were not checked."""
    found = {name: list(entries) for name, entries in old.entries.items() if not _gone(path, name)} if old else {}
    found.update((key(path, report.path), _of(report)) for report in reports)
    rows = {name: [entry._asdict() for entry in entries] for name, entries in sorted(found.items()) if entries}
    yield json.dumps({"kerrcheck_baseline": VERSION, "findings": rows}, ensure_ascii=False, indent=1) + "\n"


def key(path: str, document: str) -> str:
    """The path of a document as a baseline calls it."""
    if document == STDIN:
        return STDIN
    try:
        return os.path.relpath(document, os.path.dirname(os.path.abspath(path))).replace(os.sep, "/")
    except ValueError:
        return os.path.abspath(document).replace(os.sep, "/")


def _gone(path: str, name: str) -> bool:
    """Whether a file that a baseline names is no longer there."""
    return name != STDIN and not os.path.exists(os.path.join(os.path.dirname(os.path.abspath(path)), name))


def _of(report: Report) -> list[Entry]:
    """The entries for the findings of a report, in their order."""
    about = {claim.id: claim for claim in report.claims}
    made = []
    for finding, mark in zip(report.findings, fingerprints(report), strict=True):
        claim = about.get(finding.claim or "")
        parts = (claim.kind, claim.subject[0] if claim.subject else "", *claim.context.values()) if claim else ()
        made.append(Entry(finding.check, " ".join(filter(None, parts)), words(report, finding), mark))
    return made


def words(report: Report, finding: Finding) -> str:
    """The wrong words of a finding, on one line."""
    return " ".join(report.text[finding.span.start : finding.span.end].split())


def _entries(content: Any) -> dict[str, tuple[Entry, ...]]:
    """The entries of a baseline's JSON; raises ValueError where it is something else."""
    found = content.get("findings") if isinstance(content, dict) else None
    if not isinstance(found, dict) or not all(isinstance(rows, list) for rows in found.values()):
        raise ValueError("expected an object with lists of findings by path")
    if content.get("kerrcheck_baseline") != VERSION:
        raise ValueError(f"expected kerrcheck_baseline {VERSION}, found {content.get('kerrcheck_baseline')!r}")
    return {path: tuple(_entry(row, path) for row in rows) for path, rows in found.items()}


def _entry(row: Any, path: str) -> Entry:
    """One entry."""
    if not isinstance(row, dict) or not all(isinstance(row.get(field), str) for field in _FIELDS):
        raise ValueError(f"{path}: expected entries with {', '.join(_FIELDS)}")
    return Entry(*(row[field] for field in _FIELDS))
