"""Idling: silencers over a whole run. An accepted name that has ended or lets nothing stand is told of, and ends that no day is said for.

A name is said to let nothing stand only where all of its scope was checked: a hook that is given one file of many knows nothing of the
others.
"""

import os
import re
from collections.abc import Iterator, Sequence

from kerrcheck.batch import Job
from kerrcheck.findings import Report
from kerrcheck.keys import Accepted
from kerrcheck.selection import families
from kerrcheck.settings import Settings
from kerrcheck.silencing import UNUSED, asked, ended

_FAMILY = "names"
# What of a pattern is a plain path.
_PLAIN = re.compile(r"(?:[^*?\[\\]|\\.)*")


def remarks(reports: Sequence[Report], work: Sequence[Job], paths: Sequence[str]) -> Iterator[str]:
    """What is told of the silencers of a run, a line each; `paths` are those of which every article was checked."""
    today = {job.shown: job.settings.today for job in work}
    held = sum(1 for report in reports for one in report.silenced if one.until and not today.get(report.path))
    if held:
        yield f"{held} silenced until a day; the clock is never asked, so none of these silencers has ended: say the day with --today"
    used = {one.place for report in reports for one in report.silenced}
    said = [finding.message for report in reports for finding in report.findings if finding.check == UNUSED]
    for name, settings in sorted(_listed(work).items(), key=lambda item: _order(item[0])):
        if name.place not in used and not any(f"({name.place})" in message for message in said):
            yield from _told(name, settings, paths)


def _listed(work: Sequence[Job]) -> dict[Accepted, Settings]:
    """The accepted names in whose scope a file was checked, each with the settings of such a file."""
    lists = {job.settings.accepted: job.settings for job in work if _wanted(job.settings)}
    return {name: settings for names, settings in lists.items() for name in names}


def _wanted(settings: Settings) -> bool:
    """Whether the checks of names were run, and silencers are told of."""
    return bool(settings.accepted) and asked(settings, frozenset((UNUSED, *families()[_FAMILY])))


def _order(name: Accepted) -> tuple[str, int]:
    """Lists by their paths, entries by their numbers."""
    path, _, number = name.place.rpartition("[")
    return path, int(number.rstrip("]"))


def _told(name: Accepted, settings: Settings, paths: Sequence[str]) -> Iterator[str]:
    """What is wrong with a name that silenced nothing, where that can be known."""
    if ended(name.until, settings.today):
        yield f"{name.place}: '{name.name}' was accepted until {name.until}; take it out, or say until when it holds"
    elif any(_below(_root(name), path) for path in paths):
        yield f"{name.place}: '{name.name}' lets nothing stand; take it out"


def _root(name: Accepted) -> str:
    """The folder or file below which a name is accepted."""
    folder = os.path.dirname(name.place.rpartition(": ")[0])
    found = _PLAIN.match(name.scope) if name.scope.startswith("/") else None
    plain = found[0] if found else ""
    whole = plain if plain == name.scope else plain.rpartition("/")[0]
    return os.path.join(folder, re.sub(r"\\(.)", r"\1", whole.strip("/")))


def _below(place: str, path: str) -> bool:
    """Whether a place is one that was given, or lies below it."""
    here, given = os.path.realpath(place), os.path.realpath(path)
    return here == given or here.startswith(os.path.join(given, ""))
