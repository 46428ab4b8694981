"""Whether words assert, plan, suppose, deny or report what they say."""

from collections.abc import Iterator

from kerrcheck.discourse import Part
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.words import Tokens

_DENIES, _SUPPOSES, _REACHES, _AIM = 4, 6, 3, 3
_ORDER = ("hypothetical", "planned", "expected", "negated", "reported")


def modality(tokens: Tokens, part: Part, m: Mention) -> str:
    """The modality of a mention: of its quotation, else of the cues before it in its segment and those that lead to it."""
    if tokens.quoted[m.i]:
        return "quoted"
    sentence = part.sentence
    if asks(tokens, sentence) or inverted(tokens, part, m) or _challenges(tokens, part):
        return "hypothetical"
    if _travelled_for(tokens, sentence, m):
        return "planned"
    found = {cue.value for cue in sentence.kind("modal") if _governs(sentence, cue, m) and not _another_word(sentence, cue)}
    value = next((value for value in _ORDER if value in found), "asserted")
    return "planned" if value == "expected" else value


def _travelled_for(tokens: Tokens, sentence: Sentence, m: Mention) -> bool:
    """Whether somebody only went somewhere for something: `had come to Lima to win gold`, `travelled to Lima for gold`."""
    low, sets = tokens.low, sentence.sets
    for t in range(max(sentence.a + 1, m.i - _AIM), m.i + 1):
        place = next((x for x in sentence.kind("city", "edition") if x.j == t), None) if low[t] in sets["purposes"] else None
        if place and sets["travelling"] & {*low[max(sentence.a, place.i - _AIM) : place.i]}:
            return sentence.segment(place.i) == sentence.segment(m.i)
    return False


def attributed(tokens: Tokens, part: Part, m: Mention) -> str:
    """The modality of what is said of somebody in passing, `the 26-year-old`, `X of Peru`: true whatever is supposed of their race."""
    if tokens.quoted[m.i]:
        return "quoted"
    return "hypothetical" if asks(tokens, part.sentence) else "asserted"


def asks(tokens: Tokens, sentence: Sentence) -> bool:
    """Whether a sentence is a question, or tells of one: `Whether it was Brekke or Quill depends on`."""
    end = tokens.end[sentence.b - 1]
    return "?" in tokens.text[end : end + 2] or tokens.low[sentence.a] in sentence.sets["indirect_questions"]


def _challenges(tokens: Tokens, part: Part) -> bool:
    """Whether a sentence asks somebody to do again what was done, and tells what would come of it: `Run that here and he is seventh`."""
    sentence, low = part.sentence, tokens.low
    if sentence.heading or low[sentence.a] not in sentence.sets["challenges"]:
        return False
    return any(a.how == "pronoun" and a.i > sentence.a + 1 and low[a.i - 1] in sentence.sets["conjunction"] for a in part.actors)


def inverted(tokens: Tokens, part: Part, m: Mention) -> bool:
    """Whether a clause before or around a mention supposes by its order of words: `had Quill won`, `and had Quill been champion`."""
    sentence = part.sentence
    first = sentence.once("inverted", lambda: next(_inversions(tokens, part), None))
    return first is not None and bool(first <= sentence.segment(m.i))


def _inversions(tokens: Tokens, part: Part) -> Iterator[int]:
    """The segments of a sentence that open with a verb before its subject, `and` allowed between."""
    sentence, named = part.sentence, {a.np for a in part.actors}
    for k in range(len(sentence.opens)):
        t = sentence.begins(k)
        t += tokens.low[t] in sentence.sets["conjunction"]
        if tokens.low[t : t + 1] and tokens.low[t] in sentence.sets["inversions"] and t + 1 in named:
            yield k


def _another_word(sentence: Sentence, cue: Mention) -> bool:
    """Whether a cue is the code of a nation (`Kerr CAN 3:27.79`) or a month (`in May`)."""
    if any(x.i <= cue.i < x.j for x in sentence.kind("date")):
        return True
    return any(x.i == cue.i and x.j == cue.j and any(flavour == "code" for _, flavour in x.value) for x in sentence.kind("nation"))


def _governs(sentence: Sentence, cue: Mention, m: Mention) -> bool:
    """Whether a cue governs a mention."""
    mine, segment = sentence.segment(m.i), sentence.segment(cue.i)
    if cue.value == "hypothetical" and _supposes(sentence, segment, mine):
        return True
    if cue.value == "negated" and m.i - cue.j > _DENIES:
        return False
    before = cue.i <= m.i and (segment == mine or _reaches(sentence, segment, mine))
    return before or (segment == mine and cue.value == "hypothetical" and cue.i - m.j < _SUPPOSES)


def _supposes(sentence: Sentence, there: int, mine: int) -> bool:
    """Whether a supposing cue covers a segment: what comes after it up to a colon, and before it what no clause parts from it."""
    if any(sentence.opens[k][:1] == ":" for k in range(there + 1, mine + 1)):
        return False
    between = range(mine + 1, there + 1)
    if mine != there and _aside(sentence, mine, there if mine < there else len(sentence.opens) - 1):
        return False
    return not any(_begins(sentence, k) or sentence.opens_with(k, "supposing_ends") or sentence.opens[k][:1] in ";–—" for k in between)


def _begins(sentence: Sentence, segment: int) -> bool:
    """Whether only here something is supposed, in a clause joined to what is told: `ran 2:13:44 and would have won last year`."""
    if not sentence.opens_with(segment, "conjunction"):
        return False
    alone = segment + 1 < len(sentence.opens) and sentence.begins(segment + 1) == sentence.begins(segment) + 1
    return any(m.value == "hypothetical" for m in sentence.within(segment + alone) if m.kind == "modal")


def _reaches(sentence: Sentence, segment: int, mine: int) -> bool:
    """Whether a cue in an earlier segment still governs: only joining by `and`, `to`, a participle or a comma between."""
    if mine <= segment or mine - segment > _REACHES:
        return False
    return not any(_ends(sentence, k) for k in range(segment + 1, mine + 1))


def _ends(sentence: Sentence, segment: int) -> bool:
    """Whether what was said to be planned, denied or reported ends where a segment opens."""
    opens = sentence.opens[segment]
    return sentence.opens_with(segment, "modality_ends") or opens[:1] in ";:()–—" or opens == ","


def _aside(sentence: Sentence, segment: int, there: int) -> bool:
    """Whether a segment is set off by commas from what comes later and only describes: `, third in 3:41.2,`, `, whose 3:41.2 ... ,`."""
    opens, start = sentence.opens, sentence.begins(segment)
    closed = any(opens[k] == "," for k in range(segment + 1, there + 1))
    describes = sentence.opens_with(segment, "person_relatives") or any(m.i == start and m.kind == "ordinal" for m in sentence.mentions)
    return closed and opens[segment][:1] == "," and describes
