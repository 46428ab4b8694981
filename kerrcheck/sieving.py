"""Sieving: of what a run found, what is new: not in the baseline, and on lines that were changed."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kerrcheck import baseline as baselines
from kerrcheck.baseline import Baseline
from kerrcheck.batch import Job
from kerrcheck.changes import Changes, Since, touched
from kerrcheck.files import STDIN
from kerrcheck.reports import Run

_TOLD = 20


class Sieve(NamedTuple):
    """What holds findings back: a baseline, and the lines that were not changed. `kept` is where a new baseline is written."""

    baseline: Baseline | None = None
    kept: str | None = None
    changes: Changes | None = None

    def changed(self, work: Sequence[Job]) -> list[Job]:
        """The files of which something was changed; a text that is no file is always one."""
        if self.changes is None:
            return list(work)
        return [job for job in work if job.obstacle or job.path == STDIN or self.changes.of(job.path) != ()]

    def sifted(self, run: Run) -> Run:
        """The run with what is new."""
        reports = run.documents
        if self.baseline:
            reports = tuple(map(self.baseline.hidden, reports))
        if self.changes:
            reports = tuple(one if one.path == STDIN else touched(one, self.changes.of(one.path)) for one in reports)
        return run._replace(documents=reports)

    def renewed(self, run: Run) -> tuple["Sieve", list[str]]:
        """The sieve with a baseline of all that a run found, and the text of that; as it is where none is to be kept."""
        if self.kept is None:
            return self, []
        old = baselines.read(self.kept) if os.path.isfile(self.kept) else None
        text = list(baselines.written(self.kept, run.documents, old))
        return self._replace(baseline=baselines.parsed(self.kept, "".join(text))), text

    def mended(self, run: Run) -> Iterator[str]:
        """What the baseline lists and no longer occurs, a line each, and how many more there are."""
        gone = self.baseline.mended(run.documents) if self.baseline else []
        for path, entry in gone[:_TOLD]:
            yield f"{path}: fixed since the baseline was written: {entry.check} “{entry.words}”"
        if len(gone) > _TOLD:
            yield f"{len(gone) - _TOLD} more findings of the baseline are fixed"
        if gone and self.baseline:
            yield f"{self.baseline.path}: lists {len(gone)} that no longer occur; bring it up to date with --write-baseline"


def sieve(baseline: str | None, kept: str | None, since: Since | None) -> Sieve:
    """The sieve that is asked for, its baseline read."""
    return Sieve(baselines.read(baseline) if baseline else None, kept, Changes(since) if since else None)
