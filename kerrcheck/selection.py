"""Names of checks and of families, and the checks that they stand for; a near miss is answered with what was perhaps meant."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from types import ModuleType

from kerrcheck.errors import KerrcheckError, UsageError
from kerrcheck.members import member, names, public_name

_FOLDERS = ("checks", "remarks")


def every_check() -> Iterator[ModuleType]:
    """The modules of all checks: those that judge claims, and the remarks that other stages make."""
    return (member(folder, name) for folder in _FOLDERS for name in names(folder))


def check(name: str) -> ModuleType:
    """The module of a check."""
    return member(next(folder for folder in _FOLDERS if name.replace("-", "_") in names(folder)), name)


def check_names() -> list[str]:
    """The names of all checks."""
    return sorted(name.replace("_", "-") for folder in _FOLDERS for name in names(folder))


@cache
def families() -> dict[str, frozenset[str]]:
    """The checks of each family."""
    found: dict[str, set[str]] = {}
    for module in every_check():
        found.setdefault(module.FAMILY, set()).add(public_name(module))
    return {family: frozenset(members) for family, members in sorted(found.items())}


def meant(name: str) -> frozenset[str] | None:
    """The checks that a name stands for: a check's own, or a family's; None for any other word."""
    return frozenset((name,)) if name in check_names() else families().get(name)


def checks_named(values: Iterable[str], what: str, kind: type[KerrcheckError] = UsageError) -> frozenset[str]:
    """The checks that names of checks and families stand for; an unknown one raises an error of a kind."""
    return frozenset(name for value in values for name in (meant(one_of(value, {*check_names(), *families()}, what, kind)) or ()))


def one_of(value: str, allowed: Collection[str], what: str, kind: type[KerrcheckError] = UsageError) -> str:
    """The value, if it is among the allowed ones; raises an error, with a suggestion, if not."""
    if value in allowed:
        return value
    raise kind(f"{what} '{value}' is unknown; {advice(value, allowed)}")


def advice(value: str, allowed: Collection[str]) -> str:
    """What was perhaps meant by a word that is none of those allowed."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extractOne(value, sorted(allowed), scorer=OSA.normalized_similarity, score_cutoff=0.5)
    return f"perhaps {near[0]} is meant" if near else f"choose from {', '.join(sorted(allowed))}"
