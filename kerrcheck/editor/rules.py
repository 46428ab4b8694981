"""Rules: what a desk has set for each text, its store, and the names that it lets stand; read anew when it changes them."""

import os
from pathlib import Path
from typing import Any

from kerrcheck import baseline
from kerrcheck.accepting import LIST, Entry, with_entry
from kerrcheck.batch import Stores
from kerrcheck.errors import UsageError
from kerrcheck.findings import Report
from kerrcheck.planning import Plan
from kerrcheck.settings import Options, Settings


class Rules:
    """What holds for the texts of a desk: the options of the command, and the configuration nearest to each text."""

    def __init__(self, options: Options) -> None:
        self.options, self.stores = options, Stores()
        self.anew()

    def anew(self) -> None:
        """Read the configurations again; the stores stay open."""
        self.plan = Plan(self.options)

    def settings(self, path: str) -> Settings | None:
        """What holds for a text, None where a configuration leaves it out."""
        return None if self.plan.left_out(path) else self.plan.settings(path)

    def store(self, settings: Settings) -> Any:
        """The store that a text is held against."""
        return self.stores.of(settings)

    def new(self, path: str, report: Report) -> Report:
        """A report without what the configuration's baseline lists."""
        known = self.plan.told(path, "baseline")
        return baseline.read(known).hidden(report) if known else report


def accept(name: str, path: str, options: Options) -> str:
    """Let a name stand in the list that holds for a text, which is written whole or not at all; the list's path."""
    found = Plan(options).configuration(path)
    if found is None:
        raise UsageError("there is no configuration for this text, beside which the names are listed; write one with 'kerrcheck init'")
    place = Path(found.folder, LIST)
    text = with_entry(str(place), Entry(" ".join(name.split())))
    waiting = place.with_name(f"{LIST}.{os.getpid()}.tmp")
    try:
        waiting.write_text(text, "utf-8", newline="\n")
        waiting.replace(place)
    except OSError as error:
        raise UsageError(f"{place}: cannot be written ({error.strerror or error}); check the folder") from error
    return str(place)
