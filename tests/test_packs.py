"""The words of the packs: each phrase stands for a thing once, however it is spelt, and no list has a word twice."""

import tomllib
from pathlib import Path

import pytest
from canonical import store

from kerrcheck.pipeline import lexicon_of

PACKS = sorted(path for folder in ("languages", "sports") for path in (Path(__file__).parents[1] / "data" / folder).glob("*.toml"))


def test_a_phrase_of_two_spellings_stands_for_a_thing_once() -> None:
    entries = {(first, *rest): kinds for first, some in lexicon_of(store()).trie.items() for rest, kinds in some}
    assert entries["silver", "medallist"] == [("medal", "2")]
    assert {words: kinds for words, kinds in entries.items() if len(kinds) != len(set(kinds))} == {}


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_no_list_has_a_word_twice(pack: Path) -> None:
    cues = tomllib.loads(pack.read_text("utf-8")).get("cues", {})
    assert {name: sorted({w for w in cue["words"] if cue["words"].count(w) > 1}) for name, cue in cues.items()} == {n: [] for n in cues}
