"""How a run is gone through: for a few files one after another, for many with the cache, several processes and a bar."""

from collections.abc import Iterator

from kerrcheck.batch import Job, Stores, Way
from kerrcheck.cache import Cache, folder
from kerrcheck.commands import _progress
from kerrcheck.commands._told import noted
from kerrcheck.commands._verifying import HANDFUL, Extra
from kerrcheck.findings import Report
from kerrcheck.reports import Failure
from kerrcheck.sharing import Shared, processes

_LONG = 20


def way(extra: Extra, files: int) -> Way:
    """The way through some files that is asked for, or that suits their number."""
    shared = Shared(processes(extra.jobs, files), None if extra.no_cache or files <= HANDFUL else Cache(folder()))
    if extra.verbose:
        kept = f"reports kept in {folder()}" if shared.cache else "no cache"
        noted(f"{files} files, processes: {shared.processes}, {kept}")
    if extra.quiet or files < _LONG:
        return shared.examined
    return lambda work, stores: _shown(shared, list(work), stores)


def _shown(shared: Shared, work: list[Job], stores: Stores) -> Iterator[Report | Failure]:
    """The same with a bar on the terminal."""
    with _progress.bar() as told:
        for done, one in enumerate(shared.examined(work, stores), 1):
            if told:
                told(one.path, done, len(work))
            yield one
