"""What is told beside a report on request: counts for each check, and how every document was judged."""

from collections import Counter
from typing import Any

from kerrcheck.commands._told import noted, said
from kerrcheck.commands._verifying import Extra
from kerrcheck.coverage import counted, day, shortly
from kerrcheck.reports import Run


def tell(run: Run, extra: Extra) -> None:
    """What is asked for, on standard error: a report on standard output stays one."""
    if extra.verbose:
        for report in run.documents:
            noted(f"{report.path}: {shortly(report)} {day(report)}")
    if extra.statistics:
        for line in statistics(run):
            said(f"{line}\n")


def statistics(run: Run) -> list[str]:
    """How often each check found something, the commonest first, and how often that was silenced; then both over all."""
    found = Counter((f.check, f.severity) for report in run.documents for f in report.findings)
    silenced = Counter(one.finding.check for report in run.documents for one in report.silenced)
    lines = [f"{number:>6}  {check} ({severity})" for (check, severity), number in _ranked(found)]
    lines += [f"{number:>6}  {check} silenced" for check, number in _ranked(silenced)]
    total = f"{counted(found.total(), 'finding')} in {counted(len(run.documents), 'file')}"
    return [*lines, f"{total}, {silenced.total():,} silenced" if silenced else total]


def _ranked(counts: Counter[Any]) -> list[tuple[Any, int]]:
    """Counts, the largest first."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
