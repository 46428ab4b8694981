"""Words of the packs: medals, placings, rounds, records, relations and all other cues, longest first."""

from collections.abc import Iterator

from kerrcheck.mentions import Mention, Scan


def find(scan: Scan) -> Iterator[Mention]:
    """Every cue; a shorter one inside a longer one of the same kind is left out."""
    tokens, trie = scan.tokens, scan.lexicon.trie
    low, gap = tokens.low, tokens.gap
    covered: dict[str, int] = {}
    for i, word in enumerate(low):
        for rest, kinds in trie.get(word, ()):
            n = len(rest)
            if n and tuple(low[i + 1 : i + 1 + n]) != rest:
                continue
            if n and any(gap(k).strip(" \xa0-‑–’'×,") for k in range(i + 1, i + 1 + n)):
                continue
            free = {kind for kind, _ in kinds if covered.get(kind, 0) <= i}
            for kind, value in kinds:
                if kind in free:
                    covered[kind] = i + 1 + n
                    yield Mention(kind, i, i + 1 + n, value, "cues")
            break
