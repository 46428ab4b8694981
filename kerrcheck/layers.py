"""The layers that a run stands on: the shipped facts, and further stores or folders of fact files over them."""

import os
from collections.abc import Sequence

from kerrcheck.canon import canon as shipped
from kerrcheck.errors import StoreError
from kerrcheck.stack import Stack
from kerrcheck.store import Store, open_store


def opened(paths: Sequence[str], *, canon: bool = True) -> Store | Stack:
    """The shipped facts with stores and folders laid over them, the last one on top; without `canon` only their words."""
    lowest = shipped()
    above = [_layer(path) for path in paths]
    if canon:
        return Stack([lowest, *above]) if above else lowest
    return Stack(above, packs=lowest)


def _layer(path: str) -> Store:
    """One further layer: a compiled store, or a folder of fact files, which is compiled."""
    if not os.path.exists(path):
        raise StoreError(f"{path}: no store or folder of fact files there; run `kerrcheck facts build SOURCE... -o {path}`")
    if not os.path.isdir(path):
        return open_store(path)
    from pathlib import Path

    from kerrcheck.build import build_in_memory

    return build_in_memory([Path(path)])
