"""Mending on request: suggestions put into the files, or shown as a patch; what was mended is said, a file at a time."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from kerrcheck.batch import Job
from kerrcheck.bytewise import Splice, spliced, splices
from kerrcheck.commands._told import noted, refused
from kerrcheck.commands._verifying import Extra
from kerrcheck.coverage import counted
from kerrcheck.errors import InputError, KerrcheckError, UsageError
from kerrcheck.files import STDIN, packed
from kerrcheck.indefinite import Sounds, sounds
from kerrcheck.mending import edits
from kerrcheck.patching import patch
from kerrcheck.reports import Run
from kerrcheck.rewriting import rewrite

Check = Callable[[Sequence[Job]], Run]
Sift = Callable[[Run], Run]


class Outcome(NamedTuple):
    """What is left after mending, the exit status of the mending itself, and what it puts on standard output."""

    run: Run
    status: int = 0
    printed: list[bytes] | None = None


class Mended(NamedTuple):
    """What is mended in a file: how many findings, its bytes, and what is put into them."""

    path: str
    number: int
    before: bytes
    made: tuple[Splice, ...]


def mended(mend: Extra, work: Sequence[Job], check: Check, sift: Sift) -> Outcome:
    """The run over some files and what is mended in them; files that were mended are checked again."""
    given = _given(work)
    with _standing_in(given):
        done = check(work)
    refusals: list[str] = []
    found = list(_mended(sift(done), mend, given, refusals))
    if mend.diff:
        printed = [piece for one in found if not packed(one.path) for piece in patch(one.path, one.before, one.made)]
        return Outcome(done, _told(refusals), printed)
    after = dict(_written(found, mend, given is None, refusals))
    text = next(iter(after.values()), given) if given is not None else None
    if after:
        with _standing_in(text):
            done = _renewed(done, check([job for job in work if job.shown in after]))
    return Outcome(done, _told(refusals), None if text is None else [text])


def _given(work: Sequence[Job]) -> bytes | None:
    """The bytes of standard input, where that is what is to be mended."""
    if all(job.path != STDIN for job in work):
        return None
    if len(work) > 1:
        raise UsageError("what is mended of - goes to standard output; check - by itself")
    return sys.stdin.buffer.read()


@contextmanager
def _standing_in(content: bytes | None) -> Iterator[None]:
    """Bytes on standard input, as if they were read for the first time."""
    before = sys.stdin
    if content is not None:
        sys.stdin = io.TextIOWrapper(io.BytesIO(content))
    try:
        yield
    finally:
        sys.stdin = before


def _mended(done: Run, mend: Extra, given: bytes | None, refusals: list[str]) -> Iterator[Mended]:
    """What can be mended in each document."""
    known: Sounds | None = None
    for report in done.documents:
        if not edits(report, unsafe=mend.unsafe_fixes):
            continue
        known = known or _sounds()
        found = edits(report, unsafe=mend.unsafe_fixes, known=known)
        try:
            content = _content(report.path) if given is None else given
            yield Mended(report.path, len(found), content, splices(report.path, content, report.text, found))
        except KerrcheckError as error:
            refusals.append(str(error))
            continue
        if mend.diff and not mend.quiet:
            aside = "; it has no lines for a patch, so only --fix without --diff mends it" if packed(report.path) else ""
            noted(f"{report.path}: {counted(len(found), 'finding')} would be mended{aside}")


def _written(found: Sequence[Mended], mend: Extra, on_disk: bool, refusals: list[str]) -> Iterator[tuple[str, bytes]]:
    """Each file that was written anew, and its bytes; those of standard input are only given."""
    for one in found:
        after = spliced(one.before, one.made)
        try:
            if on_disk:
                rewrite(one.path, one.before, after)
        except InputError as error:
            refusals.append(str(error))
            continue
        if not mend.quiet:
            noted(f"{one.path}: {counted(one.number, 'finding')} mended")
        yield one.path, after


def _told(refusals: Sequence[str]) -> int:
    """Say what could not be mended, and give the status."""
    return max(map(refused, refusals), default=0)


def _renewed(done: Run, again: Run) -> Run:
    """A run with the reports on files that were mended in the place of those from before."""
    reports = {report.path: report for report in again.documents}
    documents = tuple(reports.get(report.path, report) for report in done.documents)
    return done._replace(documents=documents, failures=(*done.failures, *again.failures))


def _sounds() -> Sounds:
    """How the indefinite article follows sounds, by the shipped language pack."""
    from kerrcheck.layers import opened
    from kerrcheck.pipeline import lexicon_of

    return sounds(lexicon_of(opened([])).indefinite)


def _content(path: str) -> bytes:
    """The bytes of a file as it is now."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}, so it was not mended; run the command again") from error
