"""Values of options, held against what there is; a near miss is answered with what was perhaps meant."""

from collections.abc import Collection, Iterable, Sequence

from kerrcheck.errors import UsageError
from kerrcheck.members import names


def one_of(value: str, allowed: Collection[str], what: str) -> str:
    """The value, if it is among the allowed ones; raises UsageError, with a suggestion, if not."""
    if value in allowed:
        return value
    from kerrcheck import selection

    return selection.one_of(value, allowed, what)


def some_paths(paths: Sequence[str] | None) -> None:
    """Nothing, where a path is given; raises UsageError where none is."""
    if not paths:
        raise UsageError("no article is named; give files, folders, or - for standard input")


def a_format(value: str) -> str:
    """The name of a format of reports."""
    return one_of(value, plain_names("reports"), "--format")


def plain_names(folder: str) -> list[str]:
    """The public names of a folder's members."""
    return [name.replace("_", "-") for name in names(folder)]


def checks(values: Iterable[str], option: str) -> frozenset[str] | None:
    """The checks that names of checks and of families stand for; None where nothing is asked."""
    asked = [part.strip() for value in values for part in value.split(",") if part.strip()]
    if not asked:
        return None
    from kerrcheck.selection import checks_named

    return checks_named(asked, option)


def a_day(value: str | None) -> str | None:
    """The day asked for, checked before any work is done."""
    if value is None:
        return None
    from kerrcheck.publication import iso_day

    return iso_day(value)
