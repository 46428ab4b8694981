"""The day an article is judged on, as its file says it: front matter, a line with a date at its head, an agency's dateline."""

import os
import re
from datetime import date
from functools import cache

from kerrcheck.errors import UsageError
from kerrcheck.text import Document, Span

_HEAD = 5
_WIDTH = 160
# Patterns are compiled when a line asks for them: few articles ask for all.
_YEAR = re.compile(r"\d{4}")
_DASHED = re.compile(r"\D*\d.*[-–—]")
_ISO = r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?"
_FIGURES = r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)"
_DAY_FIRST = r"(?<!\d)(\d{1,2})(?:[a-z]{2})?\.?\s+(?:[a-z]{2}\s+)?([^\W\d]+)\.?,?\s+(\d{4})(?!\d)"
_MONTH_FIRST = r"([^\W\d]+)\.?\s+(\d{1,2})(?:[a-z]{2})?,?\s+(\d{4})(?!\d)"
_CLOCK = r"(?i)\b\d{1,2}(?:[:.]\d\d){1,2}(?=\D|$)|\b\d{1,2}(?=\s?[ap]\.?m)"
_KEY = r"(?i)[\"']?(?:published|date)[\"']?[ \t]*[:=][ \t]*[\"']?([^\"'\r\n]*)"
_PLACE = r"[^\W\d][^\d:;!?\"“”()]{1,60}?"
_MONTH_DAY = r"(?:([^\W\d]+)\.?\s+(\d{1,2})|(\d{1,2})\s+([^\W\d]+)\.?)"
_DATELINE = rf"{_PLACE}[,\s]\s*{_MONTH_DAY}(?:,?\s+(\d{{4}}))?\s*(?:\([^)]{{1,60}}\))?\s*[-–—]"


def dated(document: Document, option: str | None = None, *, key: str | None = None, default: str | None = None) -> Document:
    """The document with the day it is judged on and how that is known; both stay None where nobody says.

    `key` is a further key of the front matter that gives the day, `default` the day that the file's path gives.
    """
    if option is not None:
        return document._replace(published=iso_day(option), published_from="option")
    given, day = _front_matter(document, key)
    if day:
        return document._replace(published=day, published_from="front-matter")
    if given:
        at = document.text.find(given)
        note = ("damaged-text", Span(at, at + len(given)), "the front matter's day of publication is no day; write it as 2024-08-07")
        document = document._replace(notes=(*document.notes, note))
    if default:
        return document._replace(published=default, published_from="path")
    day = next(filter(None, map(_line_day, _head(document))), None) or _dateline_day(document)
    return document._replace(published=day, published_from="text") if day else document


def dateline(document: Document) -> str | None:
    """Month and day (`08-06`) of an agency's dateline that leaves out the year, else None."""
    found = _dateline(document)
    return f"{found[0]:02d}-{found[1]:02d}" if found and found[2] is None else None


def iso_day(text: str) -> str:
    """The same day, checked; raises UsageError for what is no day."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"'{text}' is no day; write it as 2024-08-07") from None


def _head(document: Document) -> list[str]:
    """The first lines of the prose that are not blank."""
    start = document.text[document.body : document.body + 4000]
    return [line.strip() for line in re.split(r"\r\n|\r|\n", start) if line.strip()][:_HEAD]


def _front_matter(document: Document, key: str | None = None) -> tuple[str | None, str | None]:
    """What the front matter gives as the day of publication, a key that was set before the usual ones, and the day that it means."""
    lines = document.text[: document.body].splitlines()
    own = [rf"{re.escape(key)}[ \t]*[:=][ \t]*[\"']?([^\"'\r\n]*)"] if key else []
    for m in (m for pattern in (*own, _KEY) for line in lines if (m := re.match(pattern, line))):
        if m[1].strip():
            found = _day(m[1])
            return m[1].strip(), found[0] if found else None
    return None, None


def _line_day(line: str) -> str | None:
    """The day of a line that has only a date, with a clock time or a byline beside it."""
    found = _day(line) if len(line) <= _WIDTH else None
    if not found:
        return None
    rest = re.sub(_CLOCK, " ", f"{line[: found[1]]} {line[found[2] :]}")
    words = re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", rest)
    return found[0] if not re.search(r"\d", rest) and _is_byline(words) else None


def _is_byline(words: list[str]) -> bool:
    """Whether the words beside a date are none, labels, or a writer's name."""
    rest = [word for word in words if word.lower().rstrip(".") not in _listed("beside")]
    opened = bool(rest) and rest[0].lower() in _listed("byline")
    named = all(word[0].isupper() or word.lower() in _listed("byline") for word in rest)
    return named and len(rest) <= (9 if opened else 4)


def _day(line: str) -> tuple[str, int, int] | None:
    """The first full date in a line, as an ISO day, with its place."""
    if not _YEAR.search(line):
        return None
    for pattern, parts in ((_ISO, _iso_parts), (_FIGURES, _figure_parts), (_DAY_FIRST, _day_first), (_MONTH_FIRST, _month_first)):
        for m in re.finditer(pattern, line):
            day = _valid(parts(m))
            if day:
                return day, m.start(), m.end()
    return None


def _iso_parts(m: re.Match[str]) -> tuple[str | int | None, ...]:
    """Year, month, day of 2024-08-07."""
    return m[1], m[2], m[3]


def _figure_parts(m: re.Match[str]) -> tuple[str | int | None, ...]:
    """Year, month, day of 07.08.2024; with strokes only where no month could be meant by the first figure, or by either."""
    first, second = int(m[1]), int(m[3])
    if m[2] == "." or first > 12 or first == second:
        return m[4], second, first
    return (m[4], first, second) if second > 12 else (None,)


def _day_first(m: re.Match[str]) -> tuple[str | int | None, ...]:
    """Year, month, day of 7th August 2024."""
    return m[3], _listed("months").get(m[2].lower()), m[1]


def _month_first(m: re.Match[str]) -> tuple[str | int | None, ...]:
    """Year, month, day of Aug. 7, 2024."""
    return m[3], _listed("months").get(m[1].lower()), m[2]


def _valid(parts: tuple[str | int | None, ...]) -> str | None:
    """The ISO day of year, month and day, or None where the calendar has none such."""
    try:
        year, month, day = (int(part) for part in parts if part is not None)
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _dateline_day(document: Document) -> str | None:
    """The day of a dateline that says its year."""
    found = _dateline(document)
    return _valid((found[2], found[0], found[1])) if found and found[2] else None


def _dateline(document: Document) -> tuple[int, int, str | None] | None:
    """Month, day and, where it is said, year of a dateline at the head."""
    for line in _head(document):
        m = re.match(_DATELINE, line) if _DASHED.match(line) else None
        month = m and _listed("months").get((m[1] or m[4]).lower())
        if m and month and _valid(("2024", month, m[2] or m[3])):
            return month, int(m[2] or m[3]), m[5]
    return None


@cache
def _listed(table: str) -> dict[str, int]:
    """A table of the language's file: words and their numbers."""
    found: dict[str, int] = {}
    here = ""
    with open(_file(), encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line in lines:
        word, equals, number = line.partition(" = ")
        if line.startswith("["):
            here = line.strip("[] ")
        elif equals and here == table:
            found[word] = int(number)
    return found


def _file() -> str:
    """The language's words for days of publication."""
    from kerrcheck.canon import data_place

    return os.path.join(data_place(), "languages", "publication.toml")
