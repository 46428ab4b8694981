"""Memory: stores that are nowhere on disk."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from kerrcheck.compiling import compile_into
from kerrcheck.link import Link
from kerrcheck.sources import Item
from kerrcheck.stage import Stage
from kerrcheck.store import Store


def in_memory(stage: Stage, meta: dict[str, Any] | None = None) -> Store:
    """A store of what was staged."""
    link = sqlite3.connect(":memory:", isolation_level=None)
    compile_into(stage, link, meta or {})
    return Store(Link(link))


def store_of(items: Iterable[Item]) -> Store:
    """A store of items."""
    stage = Stage()
    for item in items:
        stage.take(item)
    return in_memory(stage)
