"""A file beside the article, `article.docx.kerrcheck.toml`, for formats without comments: entries of check, words, reason, until."""

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kerrcheck import tables
from kerrcheck.findings import Report
from kerrcheck.settings import Settings
from kerrcheck.silencers import Silencer, checks_of
from kerrcheck.text import Span

SUFFIX = ".kerrcheck.toml"
_KEYS = ("check", "words", "reason", "until")


def silencers(report: Report, settings: Settings) -> Iterator[Silencer]:  # noqa: ARG001 (a file's own list needs no settings)
    """The entries of the file, in their order; one without words is for the whole article."""
    path = report.path + SUFFIX
    if os.path.isfile(path):
        found = tables.decoded(path)
        tables.known(found, ("ignore",), f"{path}: ")
        for number, row in enumerate(tables.tables(found.get("ignore", []), f"{path}: ignore")):
            yield _entry(report.text, row, f"{path}: ignore[{number}]")


def _entry(text: str, row: Mapping[str, Any], place: str) -> Silencer:
    """One entry as a silencer."""
    tables.known(row, _KEYS, f"{place}.")
    checks, wrong = checks_of(list(tables.texts(row.get("check", []), f"{place}.check")))
    words = tables.text(row["words"], f"{place}.words") if "words" in row else None
    reason = tables.text(row["reason"], f"{place}.reason") if "reason" in row else ""
    until = tables.day(row["until"], f"{place}.until") if "until" in row else None
    stretches = tuple(_places(text, words)) if words else (Span(0, len(text) + 1),)
    at = next(iter(stretches), Span(0, 0)) if words else Span(0, 0)
    wrong = wrong or ("" if stretches else f"silences nothing: the article does not say “{words}”")
    return Silencer("sidecar", checks, stretches, at, reason, until, within=True, wrong=wrong, place=place)


def _places(text: str, words: str) -> Iterator[Span]:
    """Where words stand, however they are broken into lines."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return (Span(*match.span()) for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text))
