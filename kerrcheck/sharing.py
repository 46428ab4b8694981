"""The work of a long run shared out: what the cache knows is taken from it, the rest is done by several processes.

The reports come in the order of the files and are the same as those of one process without a cache.
"""

import os
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from kerrcheck import batch, sealing
from kerrcheck.batch import Examine, Job, Stores
from kerrcheck.cache import Cache, circumstances
from kerrcheck.checkout import stamps
from kerrcheck.files import STDIN
from kerrcheck.findings import Report
from kerrcheck.reports import Failure, StoreFacts
from kerrcheck.settings import Settings
from kerrcheck.text import Document
from kerrcheck.workers import Known, Lost, Worker, ordered


class Shared(NamedTuple):
    """How the work is shared out: the number of processes, and the cache where there is one."""

    processes: int = 1
    cache: Cache | None = None

    def examined(self, work: Iterable[Job], stores: Stores) -> Iterator[Report | Failure]:
        """The report on each file in the order of the files, or why there is none."""
        if self.processes > 1:
            results = ordered(partial(_worker, self.cache), self._tasks(work, stores), self.processes)
            yield from (_told(result) if isinstance(result, Lost) else result for result in results)
        else:
            examine = Remembering(self.cache) if self.cache else None
            yield from filter(None, (batch.one(job, stores, examine) for job in work))
        if self.cache and (self.cache.written or self.processes > 1):
            self.cache.trim()

    def _tasks(self, work: Iterable[Job], stores: Stores) -> Iterator[Job | Known]:
        """The files as tasks; those of which a report is at hand, and a text that only this process can read, as their results."""
        recall = Remembering(self.cache, recall=True) if self.cache else None
        for job in work:
            here = job.obstacle or job.path == STDIN
            known = batch.one(job, stores, None if here else recall) if here or recall else None
            yield Known(known) if known else job


class Remembering:
    """Reports from a cache where it has them; else made, and kept there, or with `recall` not made."""

    def __init__(self, cache: Cache, *, recall: bool = False) -> None:
        self._cache, self._recall = cache, recall
        self._known: dict[tuple[Settings, str], bytes] = {}

    def __call__(self, document: Document, store: StoreFacts, settings: Settings) -> Report | None:
        """The report on a document."""
        origin: Any = getattr(document, "origin", None)
        text = origin.text if origin else document.text
        mark = sealing.seal(text.encode("utf-8", "surrogatepass"), self._circumstances(document, store, settings, bool(origin)))
        found = self._cache.found(mark, text, document.path)
        if found or self._recall:
            return found
        report = batch.afresh(document, store, settings)
        if report.text == text:
            self._cache.keep(mark, report)
        return report

    def _circumstances(self, document: Document, store: StoreFacts, settings: Settings, mapped: bool) -> bytes:
        """All that a report depends on besides the text: this program, the facts, the settings, and how the file was read."""
        key = (settings, store.id)
        if key not in self._known:
            layers = [sorted(stamps(path, path)) for path in settings.facts]
            self._known[key] = circumstances(settings, store.id, layers)
        read = document._replace(path=os.path.splitext(document.path)[1].lower(), text=document.text if mapped else "")
        return self._known[key] + repr([value for value in read if not hasattr(value, "text")]).encode("utf-8", "surrogatepass")


def processes(asked: int | None, files: int) -> int:
    """How many processes to use: as many as are asked for, else one for few files and one for each core for many."""
    if asked is not None:
        return max(1, min(asked, files))
    able = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 1 if files < _MANY else min(able, _MOST)


_MANY, _MOST = 48, 8


def _worker(cache: Cache | None) -> Worker:
    """What a process does with a file; its stores are its own."""
    stores = Stores()
    examine: Examine | None = Remembering(cache) if cache else None
    return lambda job: batch.one(job, stores, examine)


def _told(lost: Lost) -> Failure:
    """A file whose process died, as a fault of ours."""
    path = lost.task.path
    message = f"{path}: a fault in kerrcheck: the process that examined it {lost.how}"
    return Failure(path, message, f"{message}; the other files were examined")
