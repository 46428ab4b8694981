"""Find the members of a folder: one file, one member, named by the file."""

import os
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def names(folder: str) -> tuple[str, ...]:
    """Names of the members of `kerrcheck.<folder>`, sorted; modules with a leading underscore are no members."""
    listed = os.listdir(os.path.join(os.path.dirname(__file__), folder))
    return tuple(sorted(name[:-3] for name in listed if name.endswith(".py") and not name.startswith("_")))


def member(folder: str, name: str) -> ModuleType:
    """The member called `name` (hyphens or underscores) of a folder."""
    return import_module(f"kerrcheck.{folder}.{name.replace('-', '_')}")


def members(folder: str) -> Iterator[ModuleType]:
    """All members of a folder, in the order of their names."""
    return (member(folder, name) for name in names(folder))


def public_name(module: ModuleType) -> str:
    """The name a member is known by: its file's name, with hyphens."""
    return module.__name__.rpartition(".")[2].replace("_", "-")
