"""A desk's ruling: a signed, dated and reasoned decision on one fact, or a fact that is missing, for the desk's own layer.

It is tried before it is written: the layer is built with it, laid over what lies below, and must then give the ruled value.
"""

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kerrcheck.accepting import quoted
from kerrcheck.asking import search
from kerrcheck.build import build_in_memory
from kerrcheck.errors import DataError, KerrcheckError, UsageError
from kerrcheck.fact import MANY, Fact, Ruling, is_dated_mark
from kerrcheck.layers import opened
from kerrcheck.layout import tidy
from kerrcheck.publication import iso_day
from kerrcheck.querying import SEXES, Facts, understood
from kerrcheck.selection import advice
from kerrcheck.settle import agrees
from kerrcheck.stack import Stack
from kerrcheck.statement import Setting
from kerrcheck.store import Store
from kerrcheck.values.mark import parse

FILE, NAME = "rulings.toml", "name"
# What is ruled on of editions; the layer's importer puts it into their descriptions.
_DESCRIBED = ("start", "end")
_HEAD = "# Rulings of this desk: what counts, whatever the sources say.\n"
_ISO = re.compile(r"\d{4}(-\d\d-\d\d)?")
_USED = "SELECT 1 FROM fact f JOIN predicate p ON p.id = f.predicate WHERE p.key = ? AND f.contest IS {} NULL LIMIT 1"


class Ruled(NamedTuple):
    """What a ruling comes to: the file's new text, and the fact as it stands then, over what it outvotes."""

    path: Path
    text: str
    fact: Fact


def ruled(folder: Path, ruling: Ruling, facts: Sequence[str], *, canon: bool = True) -> Ruled:
    """The layer's file with a ruling more; raises an error of one line where the ruling cannot be, or would change nothing.

    `folder` is the desk's layer, made or not; `facts` are the layers between it and the shipped facts.
    """
    layer = [str(folder)] if folder.is_dir() else []
    known = opened([*facts, *layer], canon=canon)
    ruling = _checked(ruling, known)
    path = folder / FILE
    text = _with(path, ruling)
    fact = _tried(folder, text, ruling, opened(facts, canon=canon) if canon or facts else None)
    return Ruled(path, text, fact)


def _checked(ruling: Ruling, known: Facts) -> Ruling:
    """The ruling with the id of its subject; raises UsageError where it does not fit what is on record."""
    for what, value in (("--by", ruling.by), ("--reason", ruling.reason), ("VALUE", ruling.value)):
        if not value.strip():
            raise UsageError(f"{what} is empty; a ruling is signed and says why")
    subject = _subject(ruling.subject, ruling.predicate, known, ruling.contest)
    predicates = sorted({key for store in _stores(known) for (key,) in store.link.rows("SELECT key FROM predicate")})
    if ruling.predicate != NAME and ruling.predicate not in predicates:
        raise UsageError(f"PREDICATE '{ruling.predicate}' is unknown; {advice(ruling.predicate, _kinds(predicates))}")
    _fitting_contest(ruling, known)
    if told := _value_wrong(ruling, known):
        raise UsageError(f"VALUE '{ruling.value}' is no value of {ruling.predicate}; {told}")
    return ruling._replace(subject=subject, date=iso_day(ruling.date), day=iso_day(ruling.day) if ruling.day else None)


def _described(text: str, known: Facts) -> bool:
    """Whether an id is that of an edition which its year and series name, so that a ruling can be put into its description."""
    edition = known.edition(text)
    return edition is not None and text == f"{edition.year}-{edition.series}"


def _subject(text: str, predicate: str, known: Facts, contest: str | None) -> str:
    """The id that a subject's id or name means: of a person, a team in a contest, or an edition whose days are ruled on."""
    if known.people([text]) or (contest and known.about([text])[text]):
        return text
    if predicate in _DESCRIBED and _described(text, known):
        return text
    if known.edition(text) or known.series(text) or known.place(text) or known.contest(text):
        # A ruling would change the fact and leave the description, from which texts are read, as it is.
        raise UsageError(f"SUBJECT '{text}': what is no person is described, not ruled; write its entry in the layer anew")
    people = understood(known, text).people
    if len(people) == 1:
        return people[0]
    near = people or sorted({row.id for row in search(known, text) if row.kind == "person"})[:3]
    told = f"perhaps {' or '.join(near)} is meant" if near else "see 'kerrcheck facts search'; people are added in people/LETTER.toml"
    raise UsageError(f"SUBJECT '{text}' is no id on record, nor one person's name; {told}")


def _kinds(predicates: list[str]) -> list[str]:
    """Predicates, the many scopes of records as one."""
    return sorted({key.partition(":")[0] + ":SCOPE" if ":" in key else key for key in predicates})


def _fitting_contest(ruling: Ruling, known: Facts) -> None:
    """Nothing, where a ruling names a contest just where its predicate is about one, and one that can be."""
    inside, outside = (any(store.link.rows(_USED.format(no), (ruling.predicate,)) for store in _stores(known)) for no in ("NOT", ""))
    if ruling.contest is None:
        if is_dated_mark(ruling.predicate) or (inside and not outside):
            what = "an event" if is_dated_mark(ruling.predicate) else "a contest"
            example = "/men/1500m/" if is_dated_mark(ruling.predicate) else "2024-olympic-games/men/1500m/final"
            raise UsageError(f"{ruling.predicate} is about {what}; name it with --contest, as {example}")
        return
    if outside and not inside:
        raise UsageError(f"{ruling.predicate} is about no contest; leave --contest out")
    _possible(ruling.contest, known)


def _possible(contest: str, known: Facts) -> None:
    """Nothing, where there can be a contest of this key; else UsageError."""
    parts = contest.split("/")
    if known.contest(contest):
        return
    if len(parts) != 4 or parts[1] not in SEXES or not all(parts[2:]):
        raise UsageError(f"--contest '{contest}' is no contest; write EDITION/SEX/EVENT/ROUND, as 2024-olympic-games/men/1500m/final")
    if parts[0] and known.edition(parts[0]) is None:
        raise UsageError(f"--contest '{contest}': no edition '{parts[0]}' is on record; see 'kerrcheck facts search'")


def _value_wrong(ruling: Ruling, known: Facts) -> str | None:
    """What a value should be, where it is not."""
    predicate, value = ruling.predicate, ruling.value
    if (predicate == "mark" or is_dated_mark(predicate)) and not parse(value):
        return "write a mark as 3:27.79, 8.95 or 9126"
    if predicate == "placing" and not value.isdecimal():
        return "write a place as 2"
    if predicate == NAME and (" " not in value or value != " ".join(value.split())):
        return "write the full name, given name first, as Josh Kerr"
    if predicate in ("born", "died", *_DESCRIBED) and not (_ISO.fullmatch(value) and (len(value) > 4 or predicate not in _DESCRIBED)):
        return "write a day as 1997-10-08"
    if predicate == "nation" and known.place(value, "nation") is None:
        return "write a nation's code, as GBR"
    return "say with --from since when it stands" if is_dated_mark(predicate) and ruling.day is None else None


def _with(path: Path, ruling: Ruling) -> str:
    """The text of the file with a ruling more, in canonical layout."""
    try:
        before = path.read_text("utf-8") if path.exists() else _HEAD
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read ({error}); mend it first") from error
    about = {"subject": ruling.subject, "predicate": ruling.predicate, "contest": ruling.contest}
    said = ", ".join(f"{key} = {quoted(value)}" for key, value in about.items() if value)
    said += f", day = {ruling.day}" if ruling.day else ""
    signed = f"value = {quoted(ruling.value)}\nby = {quoted(ruling.by)}\nday = {ruling.date}\nreason = {quoted(ruling.reason)}\n"
    block = f"[[ruling]]\nabout = {{ {said} }}\n{signed}"
    if block in before:
        raise UsageError(f"{path}: has this ruling already")
    return tidy(f"{before.rstrip()}\n\n{block}", path)


def _tried(folder: Path, text: str, ruling: Ruling, below: Facts | None) -> Fact:
    """The fact that the layer gives with the new text; raises an error where it does not compile, or gives another value."""
    with tempfile.TemporaryDirectory(prefix="kerrcheck-") as place:
        trial = Path(place, folder.resolve().name or "layer")
        if folder.is_dir():
            shutil.copytree(folder, trial, symlinks=False, ignore=shutil.ignore_patterns(".*"))
        trial.mkdir(exist_ok=True)
        (trial / FILE).write_text(text, "utf-8")
        try:
            made = build_in_memory([trial])
        except KerrcheckError as error:
            raise DataError(str(error).replace(str(trial), str(folder))) from error
    stack = Stack([*_stores(below), made] if below else [made])
    found = [fact for fact in stack.about([ruling.subject])[ruling.subject] if _is_about(fact, ruling)]
    fact = next((fact for fact in found if agrees(fact.predicate, *sorted((fact.value, ruling.value), key=len))), None)
    if fact is None or fact.standing != "ruled" or (ruling.predicate not in MANY and len(found) > 1 and ruling.day is None):
        raise UsageError(
            f"{folder / FILE}: the ruling would not hold: the layer still gives {', '.join(f.value for f in found) or 'nothing'}"
        )
    return fact


def _is_about(fact: Fact, ruling: Ruling) -> bool:
    """Whether a fact answers what a ruling is about."""
    contest = Setting.from_key(ruling.contest) if ruling.contest else None
    return fact.predicate == ruling.predicate and fact.setting == contest and ruling.day in (None, fact.valid_from)


def _stores(known: Facts) -> Sequence[Store]:
    """The layers of a store."""
    return known.stores if isinstance(known, Stack) else (known,)
