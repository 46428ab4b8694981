"""Compile facts and source articles into a store, and ask what is on record."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kerrcheck import asking
from kerrcheck.commands import _asked, _rows, _writing
from kerrcheck.commands._options import AsOf, Facts, NoCanon, RowFormat
from kerrcheck.commands._progress import bar
from kerrcheck.commands._told import noted
from kerrcheck.layers import opened
from kerrcheck.store import open_store
from kerrcheck.visible import escaped, in_json

if TYPE_CHECKING:
    from kerrcheck.build import Built

EXAMPLE = 'kerrcheck facts show "Josh Kerr" --as-of 2024-08-07'

app = typer.Typer(no_args_is_help=False, rich_markup_mode=None)

_Sources = Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Fact files, data sets, source articles, or folders of them.")]
_Target = Annotated[Path, typer.Option("-o", "--output", metavar="STORE", help="The store to write, whole or not at all.")]
_WithCanon = Annotated[bool, typer.Option("--with-canon", help="Take the shipped facts along.")]
_Strict = Annotated[bool, typer.Option("--strict", help="Refuse to build where a row of a data set cannot be read.")]
_BuildFormat = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, or json: what was built and each row left out.")]
_Query = Annotated[str, typer.Argument(metavar="QUERY", help="A person, a contest, or the records of an event, in plain words.")]
_Subject = Annotated[str, typer.Argument(metavar="SUBJECT", help="Whom or what it is about: an id, or a person's full name.")]
_Predicate = Annotated[str, typer.Argument(metavar="PREDICATE", help="What of it: mark, placing, born, nation, home, record:world ...")]
_Value = Annotated[str, typer.Argument(metavar="VALUE", help="What holds, as fact files write it: 3:27.79, 2, 1997-10-08, GBR.")]
_Into = Annotated[
    Path, typer.Option("--into", metavar="FOLDER", help="The desk's own layer, a folder of fact files; made if it is not there.")
]
_By = Annotated[str, typer.Option(metavar="NAME", help="Who decides.")]
_Day = Annotated[str, typer.Option(metavar="DAY", help="The day of the decision; the clock is never asked.")]
_Reason = Annotated[str, typer.Option(metavar="WHY", help="Why, with the source that shows it.")]
_Contest = Annotated[str | None, typer.Option(metavar="KEY", help="The contest, as 2024-olympic-games/men/1500m/final.")]
_From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="The day from which it holds: of records, bests, nations.")]
_Old = Annotated[Path, typer.Argument(metavar="OLD", help="A store.")]
_New = Annotated[Path, typer.Argument(metavar="NEW", help="A later one.")]


def _example(line: str) -> str:
    """The end of a command's help."""
    return f"\b\nExample:\n  kerrcheck facts {line}"


@app.command(epilog=_example("build our-facts/ source-1.txt source-2.txt -o desk.sqlite"))
def build(
    sources: _Sources,
    output: _Target,
    with_canon: _WithCanon = False,
    strict: _Strict = False,
    format: _BuildFormat = "text",  # noqa: A002
) -> int:
    """Compile sources into one store; their order never matters."""
    from kerrcheck.build import build as compiled
    from kerrcheck.canon import data_dir
    from kerrcheck.checkout import fact_paths

    with bar() as progress:
        made = compiled([*(fact_paths(data_dir()) if with_canon else ()), *sources], output, strict=strict, progress=progress)
    for trouble in (*made.troubles, *made.unread):
        noted(trouble)
    _writing.to_stdout([_asked.one_of(format, _SUMS, "--format") and _SUMS[format](str(output), made)])
    return 0


def _sum(output: str, made: "Built") -> str:
    """What a build came to, in words."""
    left = f"; {len(made.troubles):,} rows left out" if made.troubles else ""
    return f"{escaped(output)}: {made.facts:,} facts from {made.files:,} files{left}\n"


def _sum_as_json(output: str, made: "Built") -> str:
    """What a build came to, as a JSON object."""
    import json

    return in_json(json.dumps({"store": output, **made._asdict()}, ensure_ascii=False)) + "\n"


_SUMS = {"text": _sum, "json": _sum_as_json}


@app.command(epilog=_example('show "men 1500m Paris 2024 final"'))
def show(
    query: _Query,
    facts: Facts = None,
    no_canon: NoCanon = False,
    as_of: AsOf = None,
    format: RowFormat = None,  # noqa: A002
) -> int:
    """Show what is on record about a person, a contest, or the records of an event, with its sources."""
    rows = asking.show(opened(facts or [], canon=not no_canon), query, _asked.a_day(as_of))
    return _rows.put(rows, format, _rows.fact, f"Nothing is on record about '{query}'; see 'kerrcheck facts search'.")


@app.command(epilog=_example("search ingebrightsen"))
def search(query: _Query, facts: Facts = None, no_canon: NoCanon = False, format: RowFormat = None) -> int:  # noqa: A002
    """Search for who or what is called so, or by a name that is a slip away."""
    rows = asking.search(opened(facts or [], canon=not no_canon), query)
    return _rows.put(rows, format, _rows.found, f"Nobody and nothing on record is called '{query}'.")


@app.command(epilog=_example("conflicts --facts desk.sqlite"))
def conflicts(facts: Facts = None, no_canon: NoCanon = False, format: RowFormat = None) -> int:  # noqa: A002
    """List what the sources disagree about, and what was outvoted."""
    rows = asking.conflicts(opened(facts or [], canon=not no_canon))
    return _rows.put(rows, format, _rows.fact, "The sources agree.")


@app.command(epilog=_example("stats"))
def stats(facts: Facts = None, no_canon: NoCanon = False, format: RowFormat = None) -> int:  # noqa: A002
    """Count the facts: of what, from which years, from which sources."""
    rows = asking.stats(opened(facts or [], canon=not no_canon))
    return _rows.put(rows, format, _rows.count, "The store is empty.")


@app.command(epilog=_example("export > facts.jsonl"))
def export(facts: Facts = None, no_canon: NoCanon = False, format: RowFormat = "json") -> int:  # noqa: A002
    """Write out every fact with its sources."""
    rows = asking.export(opened(facts or [], canon=not no_canon))
    return _rows.put(rows, format, _rows.fact, "The store is empty.")


@app.command(epilog=_example("diff old.sqlite new.sqlite"))
def diff(old: _Old, new: _New, format: RowFormat = None) -> int:  # noqa: A002
    """List what a new build changed."""
    rows = asking.diff(open_store(old), open_store(new))
    return _rows.put(rows, format, _rows.change, "The stores hold the same facts.")


@app.command(
    epilog=_example('rule "Josh Kerr" born 1997-10-08 --into our-facts --by "A. Editor" --day 2024-08-20 --reason "His passport."')
)
def rule(
    subject: _Subject,
    predicate: _Predicate,
    value: _Value,
    into: _Into,
    by: _By,
    day: _Day,
    reason: _Reason,
    contest: _Contest = None,
    since: _From = None,
    facts: Facts = None,
    no_canon: NoCanon = False,
) -> int:
    """Set the record straight: write a signed ruling, or a missing fact with its reason, into the desk's own layer."""
    from kerrcheck.fact import Ruling
    from kerrcheck.ruling import ruled

    made = ruled(into, Ruling(subject, predicate, value, by, day, reason, contest, since), facts or [], canon=not no_canon)
    _writing.made(into)
    _writing.to_file(str(made.path), [made.text])
    _writing.line(f"{made.path}: written")
    return _rows.put([asking.row(made.fact)], "text", _rows.fact, "")
