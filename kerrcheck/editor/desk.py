"""The desk: the texts that are open, read in the background one after the other, at once in part and whole after a pause.

Everything here runs in the editor's loop but `_read`, which alone touches the store, in a thread of its own. A reading of a text that has
changed since is given up, whatever it is at.
"""

import asyncio
import gc
import logging
from codecs import BOM_UTF8
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count

from kerrcheck import files
from kerrcheck.decoding import decoded
from kerrcheck.editor.answers import Answer, Text
from kerrcheck.editor.continuing import Superseded
from kerrcheck.editor.drafts import Draft
from kerrcheck.editor.reading import Reading
from kerrcheck.editor.rules import Rules
from kerrcheck.errors import InputError, KerrcheckError
from kerrcheck.findings import Report
from kerrcheck.settings import Options
from kerrcheck.text import Document

PAUSE = 0.3
LARGEST = 1_000_000

_log = logging.getLogger(__name__)


class Desk:
    """The open texts. `told` is called with each answer, in the editor's loop."""

    def __init__(self, options: Options, pause: float = PAUSE) -> None:
        self.options, self.pause = options, pause
        self.drafts: dict[str, Draft] = {}
        self.told: Callable[[Answer], None] = _untold
        self._numbers = count(1)
        self._worker = ThreadPoolExecutor(1, "reading")
        self._rules = self._worker.submit(Rules, options)
        self._ready = self._worker.submit(self._warmed)

    def ready(self) -> None:
        """Wait until the store is open; raises KerrcheckError where it cannot be."""
        self._ready.result()

    def open(self, text: Text, path: str) -> Draft:
        """Take up a text, and read it whole at once."""
        self.close(text.uri)
        self.drafts[text.uri] = draft = Draft(text, path, asyncio.get_running_loop())
        draft.task = asyncio.create_task(self._follow(draft, 0))
        return draft

    def change(self, draft: Draft, text: Text) -> None:
        """Take up a newer version of a text: what changed is read at once, all of it after a pause."""
        draft.renew(text)
        draft.task = asyncio.create_task(self._follow(draft, self.pause))

    def close(self, uri: str) -> None:
        """Let go of a text."""
        draft = self.drafts.pop(uri, None)
        if draft:
            draft.renew(None)

    def anew(self) -> None:
        """Read every open text again: what is set for them has changed."""
        self._worker.submit(self._rules.result().anew)
        for draft in self.drafts.values():
            draft.renew(draft.text)
            draft.task = asyncio.create_task(self._follow(draft, 0))

    def drop(self) -> None:
        """Let go of every text."""
        for uri in list(self.drafts):
            self.close(uri)

    def end(self) -> None:
        """Let go of everything, when the editor has gone; the store is closed by the thread that opened it."""
        for draft in self.drafts.values():
            draft.closed = True
        self.drafts.clear()
        self._worker.submit(self._forget)
        self._worker.shutdown()

    async def answer(self, uri: str, *, whole: bool = False) -> tuple[Draft, Answer] | None:
        """The answer on the newest version of a text, once there is one, or once all of it was read; None where it is closed."""
        while (draft := self.drafts.get(uri)) is not None:
            waiting = draft.last if whole else draft.first
            await asyncio.shield(waiting)
            if waiting in (draft.first, draft.last) and draft.answer is not None:
                return draft, draft.answer
        return None

    async def _follow(self, draft: Draft, pause: float) -> None:
        """Tell what is known of a version at once, and after a pause all that there is to know."""
        if pause:
            self._tell(draft, await self._asked(draft, whole=False))
            await asyncio.sleep(pause)
        self._tell(draft, await self._asked(draft, whole=True))

    async def _asked(self, draft: Draft, *, whole: bool) -> Answer | None:
        """An answer of the thread that reads; None where there is none, or the text has changed since."""
        text = draft.text
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, self._read, draft, text, whole)
        except Superseded:
            return None
        except Exception as error:  # noqa: BLE001 (a fault of ours must not end the server)
            _log.exception("a fault while %s was read", draft.path)
            return self._answered(text, None, trouble=f"a fault in kerrcheck: {type(error).__name__}: {error}")

    def _tell(self, draft: Draft, answer: Answer | None) -> None:
        """Take up an answer, if it is on the newest version."""
        if answer is None or draft.closed or answer.of is not draft.text:
            return
        draft.answer = answer
        for waiting in (draft.first, draft.last) if answer.whole else (draft.first,):
            if not waiting.done():
                waiting.set_result(None)
        self.told(answer)

    def _read(self, draft: Draft, text: Text, whole: bool) -> Answer | None:
        """Read a version of a text, in the thread that reads."""

        def current() -> bool:
            return draft.text is text and not draft.closed

        if not current():
            raise Superseded
        try:
            document = _document(draft.path, text.text)
            report = self._report(draft, document, current, whole=whole)
        except KerrcheckError as error:
            return self._answered(text, None, trouble=str(error).removeprefix(f"{draft.path}: "))
        return None if report is None else self._answered(text, report, whole=whole)

    def _report(self, draft: Draft, document: Document, current: Callable[[], bool], *, whole: bool) -> Report | None:
        """The report on a text by the rules that hold for it, empty where they leave it out; None where the whole has to be read."""
        rules = self._rules.result()
        settings = rules.settings(draft.path)
        if settings is None:
            return Report(draft.path, document.text, None, None, 0, (), ())
        if draft.reading is None or draft.reading.settings != settings:
            draft.reading = Reading(rules.store(settings), settings)
        report = draft.reading.whole(document, current) if whole else draft.reading.quick(document, current)
        return report and rules.new(draft.path, report)

    def _answered(self, text: Text, report: Report | None, *, whole: bool = True, trouble: str | None = None) -> Answer:
        """An answer with a number of its own."""
        return Answer(text, report, whole=whole, number=next(self._numbers), trouble=trouble)

    def _warmed(self) -> None:
        """Have everything that a reading needs in memory before the first text comes."""
        rules = self._rules.result()
        settings = rules.plan.settings(files.STDIN)
        Reading(rules.store(settings), settings).whole(Document("", ""))

    def _forget(self) -> None:
        """Close the store: by the thread that opened it, as its database wants it."""
        del self._rules, self._ready
        gc.collect()


def _untold(answer: Answer) -> None:
    """Nobody listens yet."""


def _document(path: str, text: str) -> Document:
    """The document of a text; raises InputError where it is too large or no text."""
    if len(text) > LARGEST:
        raise InputError(f"{path}: too large to be read while it is written; kerrcheck verify reads it")
    content = text.removeprefix("\ufeff").encode("utf-8", "replace")
    decoded(path, content)
    # The mark says what the bytes are, whatever the text says of itself.
    return files.document(path, BOM_UTF8 + content)
