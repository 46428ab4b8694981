"""Drafts: open texts, with what is known of each and who waits for it."""

import asyncio

from kerrcheck.editor.answers import Answer, Text
from kerrcheck.editor.reading import Reading


class Draft:
    """An open text: its newest version, the last answer on it, and what is under way.

    `first` is done when anything is known of the newest version, `last` when all of it was read.
    """

    def __init__(self, text: Text, path: str, loop: asyncio.AbstractEventLoop) -> None:
        self.text, self.path, self.closed = text, path, False
        self.answer: Answer | None = None
        self.reading: Reading | None = None
        self.task: asyncio.Task[None] | None = None
        self.first, self.last = loop.create_future(), loop.create_future()

    def renew(self, text: Text | None) -> None:
        """Take up a newer version, None where the text is closed; whoever waits for an older one is told."""
        if self.task is not None:
            self.task.cancel()
        self.closed = text is None
        self.text = text or self.text
        for waiting in (self.first, self.last):
            if not waiting.done():
                waiting.set_result(None)
        loop = asyncio.get_running_loop()
        self.first, self.last = loop.create_future(), loop.create_future()
