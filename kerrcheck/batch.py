"""The documents of a run, each read and examined on its own; what fails names its document, and the rest go on."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from kerrcheck import files
from kerrcheck.errors import KerrcheckError
from kerrcheck.findings import Report
from kerrcheck.planning import Plan
from kerrcheck.reports import Failure, Run, StoreFacts
from kerrcheck.settings import Settings
from kerrcheck.text import Document, front_matter_end


class Job(NamedTuple):
    """A file of the run, what holds for it, what stands in the way of reading it, and the name of standard input."""

    path: str
    settings: Settings
    obstacle: KerrcheckError | None = None
    stdin: str | None = None

    @property
    def shown(self) -> str:
        """The path as reports show it."""
        return self.stdin or self.path


# What makes a document's report, perhaps only where it has one at hand; and a way to go through the files of a run.
Examine = Callable[[Document, StoreFacts, Settings], Report | None]
Way = Callable[[Iterable[Job], "Stores"], Iterator[Report | Failure]]


class Joined(NamedTuple):
    """What is told of several stores that a run was held against: every id, and the largest of each count."""

    id: str
    facts: int
    sources: int
    complete_to: str


class Stores:
    """The stores of a run: each combination of layers is opened once."""

    def __init__(self) -> None:
        self._open: dict[tuple[tuple[str, ...], bool], StoreFacts] = {}

    def of(self, settings: Settings) -> StoreFacts:
        """The store that a file with these settings is held against."""
        layers = (settings.facts, settings.canon)
        if layers not in self._open:
            from kerrcheck.layers import opened

            self._open[layers] = opened(settings.facts, canon=settings.canon)
        return self._open[layers]

    def told(self) -> StoreFacts:
        """What a report says about the stores."""
        stores = list(self._open.values())
        if len(stores) == 1:
            return stores[0]
        counts = (max(store.facts for store in stores), max(store.sources for store in stores))
        return Joined(",".join(store.id for store in stores), *counts, max(store.complete_to or "" for store in stores))


def jobs(paths: Sequence[str], plan: Plan) -> tuple[list[Job], list[str]]:
    """The files that paths name, with what holds for each; and what is worth knowing: paths of which nothing is left."""
    found: list[Job] = []
    notes: list[str] = []
    for given in dict.fromkeys(paths):
        name = plan.options.stdin if given == files.STDIN else None
        some = [(path, obstacle, plan.left_out(name or path)) for path, obstacle in files.find([given])]
        found += [Job(path, plan.settings(name or path), obstacle, name) for path, obstacle, by in some if by is None]
        if some and all(by is not None for _, _, by in some):
            notes.append(f"{given}: nothing is left to check, by exclude in {some[0][2]}")
    return found, notes


def run(work: Sequence[Job], plan: Plan, how: Way | None = None) -> Run:
    """The run over some files, one after another or in another way; their stores are opened before the first of them is read."""
    stores = Stores()
    for settings in dict.fromkeys(job.settings for job in work) or [plan.settings(files.STDIN)]:
        stores.of(settings)
    told = list((how or examined)(work, stores))
    reports = tuple(one for one in told if isinstance(one, Report))
    return Run(reports, tuple(one for one in told if isinstance(one, Failure)), stores.told())


def examined(work: Iterable[Job], stores: Stores) -> Iterator[Report | Failure]:
    """The report on each file in turn, or why there is none."""
    return filter(None, (one(job, stores) for job in work))


def one(job: Job, stores: Stores, examine: Examine | None = None) -> Report | Failure | None:
    """The report on a file, or why there is none; None where `examine` gives none."""
    path, settings, obstacle, stdin = job
    if obstacle:
        return Failure(path, str(obstacle))
    try:
        return _judged(files.read(path, stdin), stores.of(settings), settings, examine or afresh)
    except KerrcheckError as error:
        return Failure(path, str(error))
    except Exception as error:  # noqa: BLE001 (a fault of ours must not cost the other documents)
        from traceback import format_exc

        return Failure(path, f"{path}: a fault in kerrcheck: {type(error).__name__}: {error}", format_exc())


def judged_text(text: str, published: str | None, layers: list[str]) -> Report:
    """The report on a text that is no file."""
    settings = Settings(published, facts=tuple(layers))
    return judged(Document("", text, body=front_matter_end(text)), Stores().of(settings), settings)


def judged(document: Document, store: StoreFacts, settings: Settings, by: Callable[..., Report] | None = None) -> Report:
    """A document's report as it is told; `by` examines it in another way than the pipeline does."""
    return graded_and_silenced(afresh(document, store, settings, by), settings)


def afresh(document: Document, store: StoreFacts, settings: Settings, by: Callable[..., Report] | None = None) -> Report:
    """A document's report, its findings in the order of the text."""
    from kerrcheck.pipeline import examine
    from kerrcheck.publication import dated

    document = dated(document, settings.published, key=settings.key, default=settings.default)
    report = (by or examine)(document, store, select=settings.select, ignore=settings.ignore)._replace(quoted=document.quoted)
    if document.origin is not None:
        from kerrcheck.returning import returned

        report = returned(report, document.origin)
    return report._replace(findings=tuple(sorted(report.findings, key=lambda f: (f.span, f.check))))


def _judged(document: Document, store: StoreFacts, settings: Settings, examine: Examine) -> Report | None:
    """A document's report as it is told."""
    report = examine(document, store, settings)
    return report and graded_and_silenced(report, settings)


def graded_and_silenced(report: Report, settings: Settings) -> Report:
    """A report with its findings graded and silenced as is asked."""
    if settings.severity:
        from kerrcheck.severities import graded

        report = report._replace(findings=tuple(graded(report.findings, settings)))
    if not _may_be_silenced(report, settings):
        return report
    from kerrcheck.silencing import silenced

    return silenced(report, settings)


def _may_be_silenced(report: Report, settings: Settings) -> bool:
    """Whether any silencer may hold for a report: what is not needed is not imported."""
    said = "kerrcheck:" in report.text or (report.findings and "sic" in report.text.lower())
    return bool(said or settings.accepted or (report.path not in ("", files.STDIN) and os.path.isfile(f"{report.path}.kerrcheck.toml")))
