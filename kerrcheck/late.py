"""Late reading: sources that need to know who and what there is before they can be read.

First come the entities that they name, then their claims, read with those in the store; last what follows from all of them.
What is known is compiled once; what the late sources add is laid over it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from kerrcheck.memory import in_memory, store_of
from kerrcheck.sources import Item
from kerrcheck.stack import Stack
from kerrcheck.stage import Stage

Late = Sequence[tuple[Path, ModuleType]]


def read_late(stage: Stage, late: Late, told: Callable[[Path], None]) -> None:
    """Stage everything that late sources say."""
    known = in_memory(stage)
    named = [item for member in _members(late) for item in member.discover([path for path, of in late if of is member], known)]
    settled = Stack([known, store_of(named)])
    said: list[Item] = []
    for path, member in late:
        told(path)
        said += member.read(path, settled)
    settled = Stack([known, store_of([*named, *said])])
    follows = [item for path, member in late if hasattr(member, "derive") for item in member.derive(path, settled)]
    for item in (*named, *said, *follows):
        stage.take(item)


def _members(late: Late) -> list[ModuleType]:
    """The importers of late sources, each once."""
    return sorted({member for _, member in late}, key=lambda m: m.__name__)
