"""A document to its report: reading, judging, findings."""

from collections.abc import Collection
from typing import Any

from kerrcheck import members
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.findings import Report
from kerrcheck.judging import judge
from kerrcheck.lexicon import Lexicon
from kerrcheck.telling import tell
from kerrcheck.text import Document


def examine(document: Document, store: Any, *, select: Collection[str] | None = None, ignore: Collection[str] | None = None) -> Report:
    """A document read, judged and told; `select` and `ignore` name checks or families."""
    return examined(Discourse(document, store, lexicon_of(store)), select=select, ignore=ignore)


def examined(discourse: Discourse, *, select: Collection[str] | None = None, ignore: Collection[str] | None = None) -> Report:
    """A discourse judged and told."""
    claims = read(discourse)
    judged, extra = judge(discourse, claims)
    return tell(discourse, judged, extra, select, ignore)


def read(discourse: Discourse) -> list[Claim]:
    """Every claim of a text, in order of its place."""
    found = [claim for member in members.members("claims") for claim in member.read(discourse)]
    discourse.claims = sorted(found, key=lambda c: (c.i, c.j, c.kind))
    return discourse.claims


_LEXICONS: dict[int, tuple[Any, Lexicon]] = {}
_KEPT = 8


def lexicon_of(store: Any) -> Lexicon:
    """The lexicon that a store carries, made once for each of the stores of a run."""
    if id(store) not in _LEXICONS:
        if len(_LEXICONS) >= _KEPT:
            _LEXICONS.clear()
        # The store is kept beside its lexicon: a number of one that is gone would be given to another.
        _LEXICONS[id(store)] = store, Lexicon(store.lexicon())
    return _LEXICONS[id(store)][1]
