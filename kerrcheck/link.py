"""The connection to a compiled store: opened read-only, checked, and asked in as few statements as can be."""

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from kerrcheck.errors import StoreError

SCHEMA, APPLICATION = 2, 0x6B657272
_AT_ONCE = 900
_MOST = 8192

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def connect(path: str | os.PathLike[str], *, immutable: bool = False) -> "Link":
    """A link to the store at a path; StoreError says what to run where it is missing, broken, stale or newer."""
    if not os.path.isfile(path):
        raise StoreError(f"{path}: no store there; {_rebuild(path)}")
    uri = os.path.abspath(path).replace(os.sep, "/").replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    try:
        opened = sqlite3.connect(f"file:{uri}?mode=ro{'&immutable=1' if immutable else ''}", uri=True)
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be opened ({error}); {_rebuild(path)}") from error
    return Link(opened, str(path))


def _rebuild(path: str | os.PathLike[str]) -> str:
    return f"run `kerrcheck facts build SOURCE... -o {path}`"


def kept(question: Callable[Concatenate[Any, Asked], Answer]) -> Callable[Concatenate[Any, Asked], Answer]:
    """A question whose answers are kept with the store that is asked: it never changes."""

    @wraps(question)
    def answered(store: Any, /, *values: Asked.args, **options: Asked.kwargs) -> Answer:
        answers = store.answers.setdefault(question.__name__, {})
        key = (*values, *options.items())
        if key not in answers:
            if len(answers) >= _MOST:
                answers.clear()
            answers[key] = question(store, *values, **options)
        return answers[key]  # type: ignore[no-any-return]

    return answered


class Recalled(Generic[Answer]):
    """What a store answered of each of some keys, kept for the texts to come; all of it is let go of when it grows too much."""

    def __init__(self, ask: Callable[[Collection[str]], Mapping[str, Answer]], most: int = _MOST) -> None:
        self._ask, self._most = ask, most
        self._kept: dict[str, Answer] = {}
        self._asked: set[str] = set()

    def of(self, keys: Collection[str]) -> dict[str, Answer]:
        """The answers of some keys, in their order; a key without an answer is left out."""
        kept, asked = self._kept, self._asked
        missing = [key for key in keys if key not in asked]
        if missing:
            if len(asked) + len(missing) > self._most:
                kept.clear()
                asked.clear()
                missing = list(keys)
            kept.update(self._ask(missing))
            asked.update(missing)
        return {key: kept[key] for key in keys if key in kept}

    def one(self, key: str) -> Answer:
        """The answer of a key that has one."""
        kept = self._kept
        return kept[key] if key in kept else self.of((key,))[key]


class Link:
    """A checked connection; damage that shows later is a StoreError too."""

    def __init__(self, connection: sqlite3.Connection, path: str = "memory") -> None:
        self.connection, self.path = connection, path
        application, schema = (self.rows(f"PRAGMA {name}")[0][0] for name in ("application_id", "user_version"))
        if application != APPLICATION:
            raise StoreError(f"{path}: not a kerrcheck store; {_rebuild(path)}")
        if schema > SCHEMA:
            raise StoreError(f"{path}: made by a newer kerrcheck (schema {schema}, this one reads {SCHEMA}); upgrade it")
        if schema < SCHEMA:
            raise StoreError(f"{path}: made by an older kerrcheck; {_rebuild(path)}")

    def __del__(self) -> None:
        try:
            self.connection.close()
        except sqlite3.ProgrammingError:
            # Let go of in another thread than it was opened in: it is closed when the connection itself goes.
            return

    def rows(self, query: str, values: Iterable[Any] = ()) -> list[Any]:
        """The rows that answer a query."""
        try:
            return self.connection.execute(query, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path}: broken store ({error}); {_rebuild(self.path)}") from error

    def among(self, query: str, values: Collection[str]) -> Iterator[Any]:
        """Rows of a query with `IN ({})`, in as few statements as the number of values allows."""
        ordered = sorted(values)
        for at in range(0, len(ordered), _AT_ONCE):
            some = ordered[at : at + _AT_ONCE]
            yield from self.rows(query.format(",".join("?" * len(some))), some)
