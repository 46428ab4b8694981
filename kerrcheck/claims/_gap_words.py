"""Gap words: what the words around a margin say of what it lies between."""

from itertools import pairwise

from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.phrases import described

_MINUTE, _SPOKEN, _JOINED, _POINTED, _FIELD, _ALIKE, _FAR, _TWO = 60_000, 8, 3, 5, 12, 0.8, 4, 2


def places(discourse: Discourse, part: Part, m: Mention) -> tuple[int, ...]:
    """The two placings right before or behind a margin that `and` or `to` joins, or those of a winning margin."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    before = list(low[max(part.sentence.a, m.i - 4) : m.i])
    if any(word in sets["margins"] for word in before) and any(word in sets["margin_before"] for word in before):
        return (1, 2)
    if _off_the_winner(discourse, part, m):
        return (1,)
    ordered = (x for x in part.sentence.kind("ordinal", "medal") if str(x.value).isdigit() and 0 < int(x.value) <= _FIELD)
    some = sorted(ordered, key=lambda x: x.i)
    for x, y in pairwise(some):
        joined = y.i - x.j == 1 and low[x.j] in sets["listing"]
        if joined and (
            (0 <= m.i - y.j <= _JOINED and "," not in discourse.tokens.gap(m.i))
            or (0 <= x.i - m.j <= 2 and not _parted(discourse, m.j, x.i))
        ):
            return int(x.value), int(y.value)
    return ()


def _off_the_winner(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a margin is so much `off the winning mark`, `behind the winning time`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    words = [*low[m.j : min(m.j + 4, part.sentence.b)], "", "", "", ""]
    away = words[0] in sets["taken_from"] or any(x.i == m.j for x in part.sentence.kind("order", "between"))
    return away and words[1] in sets["definite"] and words[2] in sets["of_the_winner"] and words[3] in sets["deeds"]


def winning(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether somebody won, or is champion, by so much: `became champion of the world by 0.02`."""
    sentence, low, sets = part.sentence, discourse.tokens.low, discourse.lexicon.sets
    at = m.i - 1
    while at > sentence.a and low[at] in sets["hedging"]:
        at -= 1
    if at <= sentence.a or low[at] not in sets["doers"]:
        return False
    mine = sentence.segment(m.i)
    here = [x for x in sentence.within(mine) if 0 <= at - x.j <= _SPOKEN]
    named = any(low[t] in sets["champion_words"] and sentence.segment(t) == mine for t in range(max(sentence.a, at - _SPOKEN), at))
    return named or any(x.kind in ("placing", "medal", "title") and (x.kind == "title" or x.value == "1") for x in here)


def spoken_of(discourse: Discourse, part: Part) -> tuple[bool, bool]:
    """Whether a sentence speaks of a record, and of a best, which is none: `her best` is somebody's own."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    bests = {t for x in part.sentence.kind("best") for t in range(x.i, x.j)}
    records = [x for x in part.sentence.kind("record") if x.i not in bests]
    owned = [x for x in records if low[x.i - 1] in sets["possessives"] and not {*low[x.i : x.j]} & sets["record_words"]]
    return len(records) > len(owned), bool(bests or owned)


def paired(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a margin is told as that of a pair: `in it`, `between them`, or by the noun that opens its sentence (`The gap: 0.14`)."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    if any(-1 <= x.i - m.j <= 1 or 0 <= m.i - x.j <= 1 for x in part.sentence.kind("pair")):
        return True
    opening = low[part.sentence.a : m.i]
    noun = next((k for k, word in enumerate(opening) if word in sets["pair_nouns"]), None)
    return noun is not None and noun <= 1 and all(word in sets["pair_words"] for word in (*opening[:noun], *opening[noun + 1 :]))


def behind_somebody(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether somebody came so much `after` another whose name ends the clause: `came home 0.41 after Quill, who ran 3:27.65`."""
    low, end = discourse.tokens.low, part.sentence.b
    if m.j >= end or low[m.j] not in discourse.lexicon.sets["after_words"] or not (m.value.precision or m.value.shape == "minutes"):
        return False
    who = next((a for a in part.actors if a.np == m.j + 1 and a.role != "owner"), None)
    behind = described(part.sentence, who.mention) if who is not None else end
    return who is not None and (behind >= end or bool(discourse.tokens.gap(behind).strip()))


def of_rivals(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether the words behind a margin set its owner apart from others of a contest."""
    return trails(discourse, part, m) or behind_somebody(discourse, part, m) or _than_all(discourse, part, m)


def _than_all(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether it is so much more `than anybody else`, and not than anybody had done before."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    words = low[m.j : min(m.j + _FAR + 1, part.sentence.b)]
    return any(one in sets["than"] and two in sets["everybody"] for one, two in pairwise(words)) and not sets["had_done"] & {*words}


def came_later(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether somebody finished so much `later`: `followed her home 1.19 seconds later`."""
    return m.j < part.sentence.b and bool(m.value.precision) and discourse.tokens.low[m.j] in discourse.lexicon.sets["later_words"]


def trails(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether somebody was so much `back` in a place or a time: `0.18 back in second`, which is no `back in 2012`."""
    low, sets, at = discourse.tokens.low, discourse.lexicon.sets, m.j + 1
    if at + 1 >= part.sentence.b or not m.value.precision or low[m.j] not in sets["back_words"] or low[at] not in sets["held_in"]:
        return False
    return any(x.i == at + 1 for x in part.sentence.kind("ordinal", "quantity"))


def _parted(discourse: Discourse, i: int, j: int) -> bool:
    """Whether a stop stands between two tokens."""
    return any(discourse.tokens.gap(t).strip() for t in range(i, j + 1))


def points(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a word points back to a mark: `improved it by`, `that is 0.13 faster`."""
    first = discourse.tokens.low[part.sentence.a]
    return first in discourse.lexicon.sets["points_back"] or _taken_off(discourse, part, m) or _it(discourse, part, m)


def _taken_off(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a margin was taken off a mark said before: `cut 1.94 seconds from it`, `took 0.3sec off that.`."""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    end = m.j + 2
    if end > sentence.b or low[m.j] not in sets["taken_from"] or low[m.j + 1] not in sets["points_at"]:
        return False
    return end == sentence.b or sentence.segment(end) != sentence.segment(m.j) or any(x.i == end for x in sentence.kind("link"))


def _it(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether it is told by how much something said before was bettered: `beat that by more than`, `improved on it by`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    bettered = {x.j for x in part.sentence.kind("set", "between")}
    bettered |= {t + 1 for t in bettered if low[t : t + 1] and low[t] in sets["improved_on"]}
    near = range(max(part.sentence.a, m.i - _POINTED), m.i - 1)
    return any(t in bettered and low[t] in sets["points_back"] and low[t + 1] in sets["doers"] for t in near)


def listed(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a margin is one of a list of them, whose owners only their order tells."""
    low, joints = discourse.tokens.low, discourse.lexicon.sets["conjunction"]
    others = list(part.sentence.kind("quantity"))
    if m.i >= 2 and low[m.i - 1] in joints and low[m.i - 2] in discourse.lexicon.numbers:
        return True
    near = next((x for x in others if x.i != m.i and x.value.unit in ("?", m.value.unit) and _adjoins(discourse, x, m)), None)
    if near is None or near.value.milli >= _MINUTE or _score(discourse, others, near):
        return False
    # `second in 52.27, 1.95 seconds behind`: the one before is the mark that it belongs to.
    told = (
        any(0 <= x.i - m.j <= 1 for x in part.sentence.kind("way", "order"))
        or behind_somebody(discourse, part, m)
        or came_later(discourse, part, m)
    )
    return not (told and near.i < m.i and near.value.milli > _FAR * m.value.milli)


def _score(discourse: Discourse, others: list[Mention], near: Mention) -> bool:
    """Whether a quantity is the first of two marks set against each other (`by 0.02, 10.93 to 10.95`)."""
    low, to = discourse.tokens.low, discourse.lexicon.sets["pairing"]
    return any(x.i - near.j == 1 and low[near.j] in to and min(x.value.milli, near.value.milli) > _ALIKE * near.value.milli for x in others)


def _adjoins(discourse: Discourse, x: Mention, m: Mention) -> bool:
    """Whether only a comma or `and` stands between two quantities."""
    a, b = (x, m) if x.i < m.i else (m, x)
    between = discourse.tokens.low[a.j : b.i]
    joined = len(between) < 2 and discourse.lexicon.sets["conjunction"].issuperset(between)
    return joined and discourse.tokens.gap(b.i).strip() in ("", ",")


def opened(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether the sentence of a margin opens with those it lies between: `Between A and B there was a hundredth`."""
    named = [a for a in part.actors if a.j <= m.i]
    return (
        discourse.tokens.low[part.sentence.a] in discourse.lexicon.sets["between_two"]
        and len(named) == _TWO
        and m.i - named[1].j <= _JOINED
    )


def broken_by(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a record or a best right before it was bettered by so much: `beat the previous record by 0.53`."""
    sentence, low = part.sentence, discourse.tokens.low
    if _it(discourse, part, m):
        return True
    if m.i == sentence.a or low[m.i - 1] not in discourse.lexicon.sets["doers"]:
        return False
    spoken = max((x.j for x in sentence.kind("record", "best") if x.j < m.i), default=None)
    return spoken is not None and m.i - spoken <= _SPOKEN and not any(spoken <= a.i < m.i for a in part.actors)
