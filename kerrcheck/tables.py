"""TOML files of an operator's own: read, and held against what they may say; errors name the file and the place in it."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from kerrcheck.errors import ConfigError
from kerrcheck.selection import advice

_LIMIT = 4 * 1024 * 1024
_CALLED = {str: "a text", bool: "true or false", list: "a list", dict: "a table", int: "a number", float: "a number", date: "a day"}


def decoded(path: str) -> dict[str, Any]:
    """The tables of a TOML file; raises ConfigError where it cannot be read or is none."""
    try:
        with open(path, "rb") as file:
            content = file.read(_LIMIT + 1)
        if len(content) > _LIMIT:
            raise ConfigError(f"{path}: too large; such a file may have {_LIMIT // 2**20} MB")
        return parsed(content.decode("utf-8-sig"), path)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({(error.strerror or str(error)).lower()}); check the path") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML in UTF-8: {error}") from error


def parsed(content: str, path: str) -> dict[str, Any]:
    """The tables of TOML's text."""
    import tomllib

    try:
        return tomllib.loads(content.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML in UTF-8: {str(error) or 'nested too deep'}") from error


def known(table: Mapping[str, Any], keys: Collection[str], place: str) -> None:
    """Nothing, where every key of a table is known; raises ConfigError, with a suggestion, where one is not."""
    for key in table:
        if key not in keys:
            raise ConfigError(f"{place}{key}: unknown key; {advice(key, keys)}")


def text(value: Any, place: str) -> str:
    """A value that is a text with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{place}: expected a text, found {called(value)}")
    return value


def texts(value: Any, place: str) -> tuple[str, ...]:
    """A value that is a list of texts; one text stands for a list of one."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list):
        raise ConfigError(f"{place}: expected a list of texts, found {called(value)}")
    return tuple(text(one, f"{place}[{number}]") for number, one in enumerate(listed))


def flag(value: Any, place: str) -> bool:
    """A value that is true or false."""
    if not isinstance(value, bool):
        raise ConfigError(f"{place}: expected true or false, found {called(value)}")
    return value


def day(value: Any, place: str) -> str:
    """A value that is a day, as TOML has it or as a text; an ISO day."""
    try:
        return (date.fromisoformat(value) if isinstance(value, str) else date(value.year, value.month, value.day)).isoformat()
    except (AttributeError, TypeError, ValueError):
        raise ConfigError(f"{place}: expected a day such as 2026-01-31, found {called(value)}") from None


def tables(value: Any, place: str) -> list[dict[str, Any]]:
    """A value that is a list of tables."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise ConfigError(f"{place}: expected tables, written as [[{place.rpartition(': ')[2]}]]")
    return value


def called(value: Any) -> str:
    """A value as a complaint calls it."""
    kind = next((name for type_, name in _CALLED.items() if type(value) is type_), "something else")
    return f"{kind} ({value!r})" if isinstance(value, str | int | float | date) and len(repr(value)) < 60 else kind
