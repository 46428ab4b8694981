"""The canon: the facts that come with the package. A wheel carries `canon.sqlite`; a checkout compiles its own (`checkout.py`)."""

import os
from _thread import get_ident
from typing import TYPE_CHECKING

from kerrcheck.errors import StoreError
from kerrcheck.store import Store, open_store

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = os.path.dirname(os.path.abspath(__file__))

# A connection serves the process and the thread that opened it, so each keeps its own.
_KEPT: dict[tuple[int, int], Store] = {}
_MOST = 8


def canon() -> Store:
    """The store of the shipped facts: the one that was opened before, with all that it has told, as long as it is still the same."""
    opened, mine = _opened(), (os.getpid(), get_ident())
    kept = _KEPT.get(mine)
    if kept and (kept.path, kept.id, kept.inputs) == (opened.path, opened.id, opened.inputs):
        return kept
    if len(_KEPT) >= _MOST:
        _KEPT.clear()
    _KEPT[mine] = opened
    return opened


def _opened() -> Store:
    shipped = os.path.join(PACKAGE, "canon.sqlite")
    if os.path.exists(shipped):
        return open_store(shipped, immutable=True)
    from kerrcheck.checkout import compiled

    return compiled(data_dir(), cache_dir())


def data_dir() -> "Path":
    """The folder of the shipped data: inside the package, or beside it in a checkout."""
    from pathlib import Path

    return Path(data_place())


def data_place() -> str:
    """The same, as a plain string."""
    for place in (os.path.join(PACKAGE, "data"), os.path.join(os.path.dirname(PACKAGE), "data")):
        if os.path.isdir(os.path.join(place, "languages")):
            return place
    raise StoreError(f"{PACKAGE}: the package has lost its data; install kerrcheck again")


def cache_dir() -> "Path":
    """Where compiled stores are kept for a user."""
    from pathlib import Path

    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base, "kerrcheck")
