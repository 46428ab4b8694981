"""The work of `verify`, whichever way its options were read."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kerrcheck.batch import Job, jobs, run
from kerrcheck.commands import _asked, _writing
from kerrcheck.commands._told import noted, said, status
from kerrcheck.errors import UsageError
from kerrcheck.members import member
from kerrcheck.planning import Plan
from kerrcheck.reports import Run
from kerrcheck.settings import LEVELS, Options

HANDFUL = 8

if TYPE_CHECKING:
    from kerrcheck.sieving import Sieve


class Extra(NamedTuple):
    """What a call of `verify` asks beyond the report: mending, the way the work is done, and what is told beside it."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    jobs: int | None = None
    no_cache: bool = False
    watch: bool = False
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False


class Asked(NamedTuple):
    """What a call of `verify` asks, as it was written; lists are options that may be repeated, None is what was not asked."""

    paths: Sequence[str]
    facts: Sequence[str] = ()
    no_canon: bool = False
    published: str | None = None
    format: str | None = None
    reports: Sequence[str] = ()
    output: str | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    fail_on: str | None = None
    config: str | None = None
    isolated: bool = False
    today: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    since: str | None = None
    diff_base: str | None = None
    stdin_filename: str | None = None
    extra: Extra = Extra()


def verify(asked: Asked) -> int:
    """Check the articles, write the reports, and give the exit status; no work is begun where an option is wrong."""
    plan = Plan(options(asked))
    written = _reports(asked, plan)
    _asked.some_paths(asked.paths)
    _fitting(asked, asked.extra)
    if asked.extra.watch:
        from kerrcheck.commands._watching import watched

        return watched(asked.paths, plan, lambda paths: _once(asked._replace(paths=paths), plan, written))
    return _once(asked, plan, written)


def _once(asked: Asked, plan: Plan, written: Sequence[tuple[str, str | None]]) -> int:
    """Check the articles once."""
    work, notes = jobs(asked.paths, plan)
    sieve = _sieve(asked, plan)
    if sieve:
        work = sieve.changed(work)
    done, worst, printed = _examined(asked.extra, work, plan, sieve)
    if sieve:
        done, told = _sifted(sieve, done)
        notes += told
    if printed is not None:
        _writing.raw_to_stdout(printed)
        written = written[1:] if asked.extra.diff and asked.output is None else written
    for name, path in written:
        _write(done, name, path, aside=printed is not None)
    if asked.extra != Extra():
        from kerrcheck.commands import _summing

        _summing.tell(done, asked.extra)
    for note in () if asked.extra.quiet else (*notes, *_idle(asked, done, work)):
        noted(note)
    return max(worst, status(done, {job.shown: job.settings.fail_on for job in work}))


def _examined(extra: Extra, work: Sequence[Job], plan: Plan, sieve: "Sieve | None") -> tuple[Run, int, list[bytes] | None]:
    """The run over some files, mended where that is asked; the status of the mending, and what it prints."""
    way = None
    if extra.jobs is not None or len(work) > HANDFUL:
        from kerrcheck.commands._running import way as suiting

        way = suiting(extra, len(work))
    if not (extra.fix or extra.unsafe_fixes or extra.diff):
        return run(work, plan, way), 0, None
    from kerrcheck.commands._mending import mended

    return mended(extra, work, lambda some: run(some, plan, way), sieve.sifted if sieve else lambda done: done)


def options(asked: Asked) -> Options:
    """What the command line sets for every file, checked."""
    level = asked.fail_on if asked.fail_on is None else _asked.one_of(asked.fail_on, LEVELS, "--fail-on")
    named = (_asked.checks(asked.select, "--select"), _asked.checks(asked.ignore, "--ignore"))
    days = (_asked.a_day(asked.published), _asked.a_day(asked.today))
    return Options(days[0], *named, level, tuple(asked.facts), asked.no_canon, days[1], asked.config, asked.isolated, asked.stdin_filename)


def _reports(asked: Asked, plan: Plan) -> list[tuple[str, str | None]]:
    """Which formats are written where; None is standard output."""
    usual = "rich" if asked.output is None and _writing.on_terminal() else "text"
    chosen = asked.format or (plan.told(asked.paths[0], "format") if asked.paths else None) or usual
    written: list[tuple[str, str | None]] = [(_asked.a_format(chosen), asked.output)]
    for one in asked.reports:
        name, equals, path = one.partition("=")
        if not equals or not path:
            raise UsageError(f"--report '{one}' names no file; write it as FORMAT=FILE, such as json=report.json")
        written.append((_asked.a_format(name), path))
    _writing.apart(written, asked.paths)
    return written


def _sieve(asked: Asked, plan: Plan) -> "Sieve | None":
    """What holds findings back, None where nothing does."""
    baseline = asked.baseline or plan.told(asked.paths[0], "baseline")
    revision = asked.since or asked.diff_base
    if asked.since is not None and asked.diff_base is not None:
        raise UsageError("--since and --diff-base cannot both hold; leave one of them out")
    if revision is not None and asked.write_baseline is not None:
        raise UsageError("--write-baseline takes every finding; leave --since and --diff-base out")
    if not (baseline or asked.write_baseline or revision is not None):
        return None
    from kerrcheck.changes import Since
    from kerrcheck.sieving import sieve

    since = None if revision is None else Since(revision, asked.diff_base is not None)
    return sieve(None if asked.write_baseline and not asked.baseline else baseline, asked.write_baseline, since)


def _sifted(sieve: "Sieve", done: Run) -> tuple[Run, list[str]]:
    """What is new of a run, and what of the baseline is mended; a new baseline is written where that is asked."""
    told = list(sieve.mended(done))
    sieve, text = sieve.renewed(done)
    if text and sieve.kept:
        from kerrcheck.coverage import counted

        _writing.to_file(sieve.kept, text)
        found = counted(sum(len(one.findings) for one in done.documents), "finding")
        told.append(f"{sieve.kept}: {found} written into the baseline")
    return sieve.sifted(done), told


def _fitting(asked: Asked, extra: Extra) -> None:
    """Nothing, where what is asked goes together; else UsageError."""
    mending = extra.fix or extra.unsafe_fixes or extra.diff
    if extra.watch and (mending or asked.output or "-" in asked.paths):
        raise UsageError("--watch shows what is found as files change; leave mending, --output and - out")
    if extra.diff and asked.format:
        raise UsageError("--diff prints a patch in place of the report; leave --format out, or write a report with --report FORMAT=FILE")
    if extra.quiet and extra.verbose:
        raise UsageError("--quiet and --verbose cannot both hold; leave one of them out")
    if extra.jobs is not None and extra.jobs < 1:
        raise UsageError(f"--jobs {extra.jobs} is no number of processes; write 1 or more")


def _idle(asked: Asked, done: Run, work: Sequence[Job]) -> Iterator[str]:
    """What is told of silencers over the whole run; of a part of the files it is not known what lets nothing stand."""
    if any(job.settings.accepted for job in work) or any(report.silenced for report in done.documents):
        from kerrcheck.idling import remarks

        yield from remarks(done.documents, work, () if asked.since or asked.diff_base else asked.paths)


def _write(done: Run, name: str, path: str | None, *, aside: bool) -> None:
    """Write one report where it is wanted; aside of standard output, where that is taken."""
    form = member("reports", name)
    pieces = form.render(done, _writing.page(name, path))
    if path is None and aside:
        for piece in pieces:
            said(piece)
    elif path is None:
        _writing.to_stdout(pieces, markup=hasattr(form, "MARKUP"))
    else:
        _writing.to_file(path, pieces)
