"""Importers: each member reads one kind of source into items, which the build settles into a store.

A member is a module of functions::

    accepts(path: Path) -> bool               whether this is a file of its kind; cheap, by name or first bytes
    read(path: Path) -> Iterator[Item]        everything in it, streamed; raises DataError with file, place and expectation

A member that must know who and what exists before it can read (articles) is read after all others and has instead::

    discover(paths: Sequence[Path], store: Store) -> Iterator[Item]    the entities its files name, and their sources
    read(path: Path, store: Store) -> Iterator[Item]                   their claims, with the discovered entities in the store
"""

from typing import NamedTuple, TypeAlias

from kerrcheck.entity import Contest, Edition, Listing, Name, Person, Place, Series
from kerrcheck.fact import Assertion, Ruling, Source


class Wording(NamedTuple):
    """The text of a source article, by which sources that copy each other are known."""

    source: str
    text: str


class Trouble(NamedTuple):
    """A row that could not be read: `file:line:column: what was expected`; counted, or fatal in a strict build."""

    message: str


Item: TypeAlias = Assertion | Contest | Edition | Listing | Name | Person | Place | Ruling | Series | Source | Trouble | Wording
