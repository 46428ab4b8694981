"""The house rules: who imports whom, how large a module may be, what a member offers, who may print, where words live."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

from kerrcheck.manual import entry
from kerrcheck.members import member, names
from kerrcheck.selection import check, check_names

PACKAGE = ROOT / "kerrcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
HOUSE = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["house"]
PROTOCOLS = {
    "readers": ["SUFFIXES", "read"],
    "reports": ["render"],
    "checks": ["FAMILY", "SEVERITY", "READS|review", "weigh|review"],
    "commands": ["EXAMPLE", "command|app"],
    "sources": ["accepts", "read"],
    "remarks": ["FAMILY", "SEVERITY"],
    "silencers": ["silencers"],
}
FAMILIES = {"names", "people", "results", "records", "context", "coherence", "sources", "input"}


def ids(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def room(module: str) -> str:
    """The part of the house a module belongs to: its own name, its folder's contract `claims`, or a folder's members `claims/*`."""
    parts = module.split(".")[1:]
    inside = len(parts) > 1 and parts[1] != "__init__"
    return f"{parts[0]}/*" if inside else parts[0] if parts else "__init__"


def dotted(path: Path) -> str:
    """The name under which a module is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imports(path: Path) -> Iterator[str]:
    """The modules of the house that a module imports, wherever in it; those for type checking only are no imports."""
    tree = parsed(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kerrcheck":
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [name for name in inner if (ROOT / (name.replace(".", "/") + ".py")).exists()]
            yield from found or [node.module]
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "kerrcheck")


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines < 200
    assert ast.get_docstring(parsed(path)), "a module says what it is"


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_functions_are_short_and_public_ones_say_what_they_answer(path: Path) -> None:
    tree = parsed(path)
    owners = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]
    for node in (node for owner in owners for node in owner.body if isinstance(node, ast.FunctionDef | ast.ClassDef)):
        said = node.name.startswith("_") or ast.get_docstring(node)
        assert said, f"{node.name} says nothing"
    for node in ast.walk(tree):
        lines = node.end_lineno - node.lineno + 1 if isinstance(node, ast.FunctionDef) else 0
        assert lines < 25, f"{node.name} is long"


def test_every_room_has_its_place_in_the_house() -> None:
    rooms = {room(dotted(path)) for path in MODULES} - {"__init__", "__main__"}
    placed = [name for storey in HOUSE["storeys"] for name in storey]
    assert sorted(placed) == sorted(set(placed))
    assert rooms == set(placed)


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_imports_go_downwards_only(path: Path) -> None:
    level = {name: number for number, storey in enumerate(HOUSE["storeys"]) for name in storey}
    here = room(dotted(path))
    for module in imports(path):
        there = room(module)
        if "__init__" in (here, there) or here == "__main__":
            continue
        if here == there and here.partition("/")[0] in HOUSE["collections"]:
            assert "_" in (path.name[0], module.rpartition(".")[2][0]), f"{module} is another member of the same folder"
        elif here != there:
            assert level[there] > level[here], f"{module} is not below {here}"


@pytest.mark.parametrize("folder", PROTOCOLS)
def test_members_keep_their_protocol(folder: str) -> None:
    for name in names(folder):
        module = member(folder, name)
        for choice in PROTOCOLS[folder]:
            assert any(hasattr(module, one) for one in choice.split("|")), f"{folder}/{name}.py lacks {choice}"


@pytest.mark.parametrize("name", check_names())
def test_a_check_documents_itself(name: str) -> None:
    one = entry(check(name))
    assert one.family in FAMILIES
    assert one.severity in ("error", "warning", "info")
    assert one.title.endswith(".")
    assert one.why
    assert one.flags
    assert all("«" in example for example in one.flags)
    assert one.allows
    assert not any("«" in example for example in one.allows)


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "cli.py" and path.parent.name != "commands"], ids=ids)
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "exit", "quit", "input")
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys":
            assert node.attr not in ("stdout", "stderr", "exit")


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_no_drawers_and_no_dataclasses(path: Path) -> None:
    assert path.stem not in ("utils", "helpers", "common", "base", "tools", "misc")
    text = path.read_text("utf-8")
    assert not re.search(r"^from dataclasses|^import dataclasses|class \w*Manager\b|def get_", text, re.MULTILINE)


@cache
def domain_words() -> frozenset[str]:
    """What texts say: phrases of a sport, names of nations, places, competitions and people; without the words that name a cue."""
    data = ROOT / "data"
    packs = [tomllib.loads(path.read_text("utf-8")) for path in sorted((data / "sports").glob("*.toml"))]
    cues = [(key, table) for pack in packs for key, table in pack.get("cues", {}).items()]
    events = [(key, table) for pack in packs for key, table in pack.get("events", {}).items()]
    facts = [tomllib.loads(path.read_text("utf-8")) for path in sorted((data / "facts").rglob("*.toml"))]
    things = [table for file in facts for table in (file, *file.values(), *file.get("edition", ())) if isinstance(table, dict)]
    parts = ("name", "names", "family", "given", "adjectives", "demonyms", "variants")
    said = {*_strings([table["words"] for _, table in cues]), *_strings([table["names"] for _, table in events])}
    said |= {word for table in things for word in _strings([table.get(part) for part in parts])}
    ours = {word for key, _ in (*cues, *events) for word in re.split("[:>]", key)} | set(HOUSE["words"])
    language = tomllib.loads((data / "languages" / "en.toml").read_text("utf-8"))
    ours |= {*language["common"], *language["numbers"]}
    return frozenset(word for word in said if len(word) > 2) - ours


def _strings(value: object) -> Iterator[str]:
    """All strings in a nest of tables and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from (str(key), *_strings(one))
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_words_of_the_domain_are_spelled_in_data_only(path: Path) -> None:
    tree = parsed(path)
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in documentation]
    spelled = {text for text in strings if isinstance(text, str) and text in domain_words()}
    assert not spelled, "these belong in data/"


@pytest.mark.parametrize(
    "path", [*MODULES, *sorted((ROOT / "data").rglob("*.toml")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=str
)
def test_no_path_of_a_machine_stands_in_the_tree(path: Path) -> None:
    text = path.read_text("utf-8")
    assert str(ROOT.parent) + "/" not in text
    assert str(Path.home()) + "/" not in text
