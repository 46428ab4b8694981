"""Whether words assert, plan, suppose, deny or report what they say."""

from kerrcheck.discourse import Part
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.words import Tokens

_DENIES = 4
_ORDER = ("hypothetical", "planned", "expected", "negated", "reported")


def modality(tokens: Tokens, part: Part, m: Mention) -> str:
    """The modality of a mention: of its quotation, else of the cues before it in its segment and those that lead to it."""
    if tokens.quoted[m.i]:
        return "quoted"
    sentence = part.sentence
    mine = sentence.segment(m.i)
    end = tokens.end[sentence.b - 1]
    if "?" in tokens.text[end : end + 2]:
        return "hypothetical"
    found = {"hypothetical"} if any(cue.value == "hypothetical" and _supposes(sentence, cue, mine, m) for cue in sentence.kind("modal")) else set()
    for cue in sentence.kind("modal"):
        segment = sentence.segment(cue.i)
        if cue.value == "negated" and m.i - cue.j > _DENIES:
            continue
        if cue.i <= m.i and (segment == mine or _reaches(sentence.opens, segment, mine)) or (segment == mine and cue.value == "hypothetical" and cue.i - m.j < 6):
            found.add(cue.value)
    for value in _ORDER:
        if value in found:
            return "planned" if value == "expected" else value
    return "asserted"


def _supposes(sentence: Sentence, cue: Mention, mine: int, m: Mention) -> bool:
    """Whether a supposing cue covers a mention: all that comes after it, and before it what no clause parts from it."""
    there = sentence.segment(cue.i)
    if there <= mine:
        return True
    return not any(sentence.opens[k].strip(",;:–—() ") in _PARTS or sentence.opens[k][:1] in ";–—" for k in range(mine + 1, there + 1))


_PARTS = frozenset(("who", "whose", "which", "where", "but"))


def _reaches(opens: list[str], segment: int, mine: int) -> bool:
    """Whether a cue in an earlier segment still governs: only joining by `and`, `to`, a participle or a comma between."""
    if mine <= segment or mine - segment > 3:
        return False
    for k in range(segment + 1, mine + 1):
        word = opens[k].strip(",;:–—() ")
        if word in ("but", "while", "whereas", "although", "though", "who", "which", "where", "because", "so", "when", "as", "after", "before", "whose", "until", "since") or opens[k][:1] in ";:()–—":
            return False
        if opens[k] == ",":
            return False
    return True
