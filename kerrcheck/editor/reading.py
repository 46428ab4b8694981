"""One text read again and again: whole, and between two keystrokes only what has changed in it."""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from kerrcheck.batch import judged
from kerrcheck.discourse import Discourse
from kerrcheck.editor.changes import change
from kerrcheck.editor.continuing import Parts, continued
from kerrcheck.editor.joining import joined
from kerrcheck.findings import Report
from kerrcheck.judging import judge
from kerrcheck.pipeline import examined, lexicon_of, read
from kerrcheck.settings import Settings
from kerrcheck.telling import tell
from kerrcheck.text import Document
from kerrcheck.words import Tokens

_MOST = 600
Names = Collection[str] | None


class _Read(NamedTuple):
    """What a whole reading leaves behind: its discourse and its report, as the pipeline told it."""

    discourse: Discourse
    report: Report


class Reading:
    """How a text is read while it changes; the settings say of every reading which day and checks are asked for."""

    def __init__(self, store: Any, settings: Settings) -> None:
        self.store, self.settings = store, settings
        self._last: _Read | None = None

    def whole(self, document: Document, current: Callable[[], bool] = lambda: True) -> Report:
        """The report on the whole text, as `kerrcheck verify` gives it; raises Superseded once it is no longer the current one."""

        def by(dated: Document, store: Any, *, select: Names, ignore: Names) -> Report:
            discourse = Discourse(dated, store, lexicon_of(store))
            discourse.parts = Parts(discourse.parts, current)
            report = examined(discourse, select=select, ignore=ignore)
            discourse.parts = list(discourse.parts)
            self._last = _Read(discourse, report)
            return report

        return judged(document, self.store, self.settings, by)

    def quick(self, document: Document, current: Callable[[], bool] = lambda: True) -> Report | None:
        """The report with only the changed paragraphs read again, in the context carried to them; None where all must be read."""

        def by(dated: Document, store: Any, *, select: Names, ignore: Names) -> Report:  # noqa: ARG001 (the discourse has its own)
            last = self._last
            if last is None or not _alike(last.discourse.document, dated):
                raise _AllAnewError
            tokens = Tokens(dated, last.discourse.lexicon.sets["abbreviations"])
            found = change(last.discourse.tokens, tokens)
            told = last.report._replace(text=dated.text, words=len(tokens), claims=(), findings=(), unread=())
            if found.b - found.a > _MOST:
                found = found.untold(len(last.report.text), len(dated.text))
            elif found.b > found.a:
                fresh = continued(last.discourse, dated, tokens, found)
                shown = range(found.sentences, sum(first < found.b for first in fresh.tokens.first))
                read = _fresh(fresh, shown, current, select, ignore)
                told = told._replace(claims=read.claims, findings=read.findings, unread=read.unread)
            return joined(last.report, told, found, last.discourse.document.notes)

        try:
            return judged(document, self.store, self.settings, by)
        except _AllAnewError:
            return None


class _AllAnewError(Exception):
    """What is known of the text before does not help."""


def _alike(old: Document, new: Document) -> bool:
    """Whether a text is still judged on the same day, and begins where it did."""
    return (old.body, old.published) == (new.body, new.published) and old.text[: old.body] == new.text[: new.body]


def _fresh(told: Discourse, shown: range, current: Callable[[], bool], select: Names, ignore: Names) -> Report:
    """What some of the sentences of a discourse tell; the others are there to be referred to."""
    everything = told.parts
    told.parts = Parts(everything, current, shown)
    claims = [c for c in read(told) if c.part in shown]
    told.parts, told.claims = Parts(everything, current), claims
    return tell(told, *judge(told, claims), select, ignore)
