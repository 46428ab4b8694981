"""Packs: the languages and sports of `data/` compiled into what a lexicon is made from."""

import tomllib
from pathlib import Path
from typing import Any

from kerrcheck.errors import DataError
from kerrcheck.lexicon import Entry
from kerrcheck.text import Document
from kerrcheck.words import Tokens

_AS_THEY_ARE = ("numbers", "scales", "ordinals", "times", "fractions", "months", "weekdays", "common", "forms", "indefinite")


def compile_packs(data: Path) -> dict[str, Any]:
    """The language and sport packs under `data`, as plain dicts and lists that `marshal` can keep."""
    language = _load(data / "languages" / "en.toml")
    sports = [_load(path) for path in sorted((data / "sports").glob("*.toml"))]
    packs = [language, *sports]
    return {
        "trie": _trie(_phrases(packs)),
        "events": [_event(name, event) for pack in packs for name, event in pack.get("events", {}).items()],
        "before": [word for sport in sports for word in sport["stretches"]["before"]],
        "after": [tokenised(phrase) for sport in sports for phrase in sport["stretches"]["after"]],
        "words": {name: tuple(cue["words"]) for pack in packs for name, cue in pack.get("cues", {}).items()},
        "sets": {name: words for pack in packs for name, words in pack.get("sets", {}).items()},
        "opposites": language["opposites"],
        "scope_of": {series: scope for sport in sports for series, scope in sport.get("scope_of", {}).items()},
        "units": {word: unit for unit, words in language["units"].items() for word in words},
        "phrases": {name: tuple(words) for name, words in language["phrases"].items()},
        **{key: language[key] for key in _AS_THEY_ARE},
    }


def _phrases(packs: list[dict[str, Any]]) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """Every phrase of the packs as folded words, with the kinds and values of the cues and events it stands for."""
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for pack in packs:
        for name, cue in pack.get("cues", {}).items():
            kind, _, value = name.partition(":")
            for phrase in cue["words"]:
                found.setdefault(tokenised(phrase), []).append((kind, value))
        for name, event in pack.get("events", {}).items():
            for phrase in event["names"]:
                found.setdefault(tokenised(phrase), []).append(("event", name))
    return found


def tokenised(phrase: str) -> tuple[str, ...]:
    """A phrase as the folded words that the reader would see."""
    return tuple(Tokens(Document("", phrase)).low)


def _load(path: Path) -> dict[str, Any]:
    """One pack file, or an error that names it."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}; mend the file or restore it from the repository") from error


def _event(name: str, event: dict[str, Any]) -> tuple[Any, ...]:
    """An event's entry as the fields of EventWords."""
    low, high = (round(1000 * bound) for bound in event["range"])
    return (name, tuple(event["names"]), event["unit"], low, high, event["family"], event.get("wind", False), event.get("sex"))


def _trie(phrases: dict[tuple[str, ...], list[tuple[str, str]]]) -> dict[str, list[Entry]]:
    """Phrases by first word, longest first, and each thing that they stand for once (`medallist`, `medalist`)."""
    trie: dict[str, list[Entry]] = {}
    for words, kinds in sorted(phrases.items(), key=lambda item: (-len(item[0]), item[0])):
        if words:
            trie.setdefault(words[0], []).append((words[1:], [*dict.fromkeys(kinds)]))
    return trie
