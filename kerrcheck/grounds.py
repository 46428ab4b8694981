"""What a finding rests on, in words: what is on record and since when, the sum, the sources, what to write."""

from collections.abc import Iterator

from kerrcheck.findings import Finding, Shown

Ground = tuple[str, str]

_SOURCES = 4
_ON_RECORD = "on record"


def grounds(finding: Finding) -> Iterator[Ground]:
    """Pairs of a label and a text, in the order in which a reader asks."""
    yield from _record(finding)
    if finding.sum:
        yield "sum", finding.sum
    yield from _instead(finding)


def worded(value: object) -> str:
    """A value of the record as text."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {one}" for key, one in value.items())
    text = getattr(value, "text", None)
    return str(text()) if callable(text) else str(value)


def _record(finding: Finding) -> Iterator[Ground]:
    """Each value on record and then the sources that say so; the answer itself where no source is shown."""
    if not finding.evidence and finding.expected:
        yield _ON_RECORD, finding.expected
    by_value: dict[str, list[Shown]] = {}
    for shown in finding.evidence:
        by_value.setdefault(_with_note(shown), []).append(shown)
    by_titles: dict[tuple[str, ...], list[str]] = {}
    for value, group in by_value.items():
        by_titles.setdefault(tuple(dict.fromkeys(map(_title, group))), []).append(value)
    for titles, values in by_titles.items():
        yield from ((_ON_RECORD, value) for value in values)
        said = [shown for value in values for shown in by_value[value]]
        yield from (("source", _with_locators(title, said)) for title in titles[:_SOURCES])
        if len(titles) > _SOURCES:
            yield "source", f"and {len(titles) - _SOURCES} more"


def _with_note(shown: Shown) -> str:
    """A value with what is to be known about it: since when, in which contest."""
    return shown.label or (f"{worded(shown.value)}, {shown.note}" if shown.note else worded(shown.value))


def _title(shown: Shown) -> str:
    """A source by its title and day."""
    day = f" ({shown.date})" if shown.date and shown.date not in shown.title else ""
    return f"{shown.title or shown.source}{day}"


def _with_locators(title: str, said: list[Shown]) -> str:
    """A source with the places in it."""
    return ", ".join(dict.fromkeys([title, *(shown.locator for shown in said if shown.locator and _title(shown) == title)]))


def _instead(finding: Finding) -> Iterator[Ground]:
    """The suggested words where they take the place of more or less than what is marked; else all equally good answers."""
    fix = finding.suggestion
    if fix and fix.span != finding.span:
        yield "write", fix.replacement
    elif not fix and len(finding.answers) > 1:
        yield "possible", " or ".join(finding.answers)
