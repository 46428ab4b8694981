"""Show every setting that holds for an article or a folder, and where it comes from."""

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from kerrcheck.commands import _asked, _writing
from kerrcheck.commands._options import Config, Isolated
from kerrcheck.planning import Plan, within
from kerrcheck.settings import Options
from kerrcheck.visible import escaped, in_json

Values = dict[str, tuple[Any, str]]

EXAMPLE = "kerrcheck config news/2024/08/07/paris.txt"

_Path = Annotated[str, typer.Argument(metavar="[PATH]", help="An article, or a folder of articles; by default the folder that one is in.")]
_Format = Annotated[str, typer.Option(metavar="FORMAT", help="text or json.")]


def command(
    path: _Path = ".",
    config: Config = None,
    isolated: Isolated = False,
    format: _Format = "text",  # noqa: A002 (the option's name)
) -> int:
    """Print the settings that hold for a path."""
    _asked.one_of(format, ("text", "json"), "--format")
    plan = Plan(Options(config=config, isolated=isolated))
    inside = within(path)
    found = plan.configuration(inside)
    file, values = found.path if found else None, plan.values(inside)
    names = plan.settings(inside).accepted
    if format == "json":
        told = {key: {"value": _plain(value), "from": origin} for key, (value, origin) in values.items()}
        accepted = [{"name": one.name, "from": one.place} for one in names]
        whole = {"path": path, "configuration": file, "values": told, "accepted": accepted}
        _writing.to_stdout([in_json(json.dumps(whole, ensure_ascii=False)) + "\n"])
    else:
        _writing.to_stdout(f"{escaped(line)}\n" for line in _lines(path, file, values, [one.name for one in names]))
    return 0


def _lines(path: str, file: str | None, values: Values, names: list[str]) -> Iterator[str]:
    """Each value with who says so, as a configuration file would have it."""
    yield f"# {path}: {file or 'no configuration; these are the defaults'}"
    width = max(map(len, values))
    for key, (value, origin) in values.items():
        said = f"{key:<{width}} = {_said(value)}"
        yield f"{said:<40}  # {origin}"
    if names:
        yield f"# names accepted here: {', '.join(names)}"


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    return sorted(value) if isinstance(value, frozenset) else list(value) if isinstance(value, tuple) else value


def _said(value: Any) -> str:
    """A value as it is written; a dash for none."""
    plain = _plain(value)
    if isinstance(plain, dict):
        return "{ " + ", ".join(f'{check} = "{grade}"' for check, grade in sorted(plain.items())) + " }" if plain else "{}"
    return "-" if plain is None else json.dumps(plain, ensure_ascii=False)
