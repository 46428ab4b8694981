"""The documents of a run, each read and examined on its own; what fails names its document, and the rest go on."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from kerrcheck import files
from kerrcheck.errors import KerrcheckError
from kerrcheck.findings import Report
from kerrcheck.reports import Failure, Run, StoreFacts
from kerrcheck.text import Document


class Wanted(NamedTuple):
    """What is asked of every document: the day it is judged on, and the checks to run or leave out."""

    published: str | None = None
    select: Collection[str] | None = None
    ignore: Collection[str] | None = None


def run(paths: Sequence[str], store: StoreFacts, wanted: Wanted) -> Run:
    """The run over all files that the paths name."""
    told = list(examined(paths, store, wanted))
    reports = tuple(one for one in told if isinstance(one, Report))
    return Run(reports, tuple(one for one in told if isinstance(one, Failure)), store)


def examined(paths: Sequence[str], store: StoreFacts, wanted: Wanted) -> Iterator[Report | Failure]:
    """The report on each file in turn, or why there is none."""
    for path, obstacle in files.find(list(paths)):
        if obstacle:
            yield Failure(path, str(obstacle))
            continue
        try:
            yield _judged(files.read(path), store, wanted)
        except KerrcheckError as error:
            yield Failure(path, str(error))
        except Exception as error:  # noqa: BLE001 (a fault of ours must not cost the other documents)
            from traceback import format_exc

            yield Failure(path, f"{path}: a fault in kerrcheck: {type(error).__name__}: {error}", format_exc())


def judged_text(text: str, published: str | None, layers: list[str]) -> Report:
    """The report on a text that is no file."""
    from kerrcheck.layers import opened
    from kerrcheck.readers.plain import front_matter_end

    document = Document("", text, body=front_matter_end(text))
    return _judged(document, opened(layers), Wanted(published))


def _judged(document: Document, store: StoreFacts, wanted: Wanted) -> Report:
    """A document's report, its findings in the order of the text."""
    from kerrcheck.pipeline import examine
    from kerrcheck.publication import dated

    report = examine(dated(document, wanted.published), store, select=wanted.select, ignore=wanted.ignore)
    return report._replace(findings=tuple(sorted(report.findings, key=lambda f: (f.span, f.check))))
