"""A placing or medal that somebody got: `took silver`, `finished fourth`, `won`, `missed the podium`."""

from collections.abc import Iterator

from kerrcheck.actors import NAMED, Actor
from kerrcheck.aims import aimed_at
from kerrcheck.attachments import passed, won_by
from kerrcheck.claims import LISTED, Claim
from kerrcheck.claims._counts import counted
from kerrcheck.claims._gapping import gapped, named_before
from kerrcheck.claims._positions import beaten_to, elsewhere, no_win, of_something_else, on_the_way
from kerrcheck.claims._sections import of_a_section
from kerrcheck.context import context
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality
from kerrcheck.owners import bond, owner
from kerrcheck.pairing import paired

_GOES_ON = frozenset(("person", "given", "order", "link", "relative", "weekday", "date", "today"))


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every placing of the text; the value is a place, or a test of one (`>3`, `1-3`, `last`)."""
    for number, part in enumerate(discourse.parts):
        for m, winner in won_by(discourse.tokens, discourse.lexicon, part):
            if any(x.value != "1" and 0 <= m.i - x.j <= 1 for x in part.sentence.kind("medal")):
                continue
            yield _claim(discourse, number, m._replace(kind="placing", j=m.j - 1), "1", winner)
        for m in part.sentence.mentions:
            value = _value(discourse, part, m)
            if value is not None:
                yield _claim(discourse, number, m, value, owner(discourse.tokens, discourse.lexicon, part, m))


def _claim(discourse: Discourse, number: int, m: Mention, value: str, who: Actor | None) -> Claim:
    """The claim that a mention makes of somebody's place."""
    part = discourse.parts[number]
    how = modality(discourse.tokens, part, m)
    if m.kind == "placing" and m.value == ">3" and how == "negated":
        how = "asserted"
    firm = gapped(discourse, part, m) or _listed(discourse, part, m)
    return Claim(
        "result-placing", m.i, m.j, value, who, number, how, context(part, m), detail=m.kind, trace=(m.kind, *([LISTED] if firm else [])),
        bond="none" if elsewhere(discourse, part, m) else "strong" if firm else bond(part, m, who),
    )  # fmt: skip


def _listed(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether the order of a list gives a place to one name and no other."""
    return paired(discourse.tokens, discourse.lexicon, part, m) is not None


def _value(discourse: Discourse, part: Part, m: Mention) -> str | None:
    """The place that a mention claims, None where it claims none."""
    if of_a_section(discourse, part, m):
        return None
    if m.kind == "medal":
        return _medal(discourse, part, m)
    if m.kind == "placing":
        return _win(discourse, part, m) if m.value == "1" else None if on_the_way(discourse, part, m) else m.value
    if m.kind == "ordinal" and not on_the_way(discourse, part, m) and not of_something_else(discourse, part, m):
        return _ordinal(discourse, part, m)
    return None


def _medal(discourse: Discourse, part: Part, m: Mention) -> str | None:
    """A medal colour; counted medals, and medals that are only spoken about, claim nothing."""
    tokens, low = discourse.tokens, discourse.tokens.low
    if m.value == "0" and _among_them(discourse, part, m):
        return "1-3"
    if low[m.j - 1].endswith("s") or (m.i > part.sentence.a and _number_before(discourse, m)) or _counted_for(discourse, part, m):
        return None
    if m.value != "0":
        if (
            not _licensed(discourse, part, m)
            or low[m.i - 1 - (low[m.i - 1] in discourse.lexicon.sets["articles"])] in discourse.lexicon.sets["missing_out"]
        ):
            return None
        after = low[m.j] if m.j < part.sentence.b else ""
        return None if after in discourse.lexicon.sets["medal_nouns"] and not tokens.gap(m.j).strip() else m.value
    taken = any(x.kind == "take" and 0 <= m.i - x.j <= 2 for x in part.sentence.mentions)
    sets = discourse.lexicon.sets
    on = m.i > 1 and low[m.i - 1] in sets["definite"] and low[m.i - 2] in sets["on"]
    return "1-3" if (taken and _last_word(discourse, m) in discourse.lexicon.sets["medal_words"]) or on else None


def _among_them(discourse: Discourse, part: Part, m: Mention) -> bool:
    """`finished in the medal positions`, `came home in the medals`: a medal was won."""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    if m.i - 2 <= sentence.a or low[m.i - 1] not in sets["definite"] or low[m.i - 2] not in sets["medal_in"]:
        return False
    return any(x.kind == "finish" and x.j == m.i - 2 and low[x.i] not in sets["record_is"] for x in sentence.mentions)


def _licensed(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether `the silver` is taken by somebody: without a verb of taking before it, it only names a place."""
    low, sentence = discourse.tokens.low, part.sentence
    before = low[m.i - 1] if m.i > sentence.a else ""
    if discourse.lexicon.sets["separate_words"] & set(low[m.j : m.j + 6]) or aimed_at(discourse.tokens, discourse.lexicon, sentence, m):
        return False
    owned = any(a.np <= m.i < a.i for a in part.actors)
    if sentence.heading and not owned and not any(x.kind == "take" and 0 <= m.i - x.j <= 6 for x in sentence.mentions):
        return False
    near = [x for x in sentence.mentions if 0 <= m.i - x.j <= 3]
    settled = any(x.kind == "quantity" or (x.kind == "take" and x.j == m.i and x.j - x.i > 1) for x in near)
    if before in discourse.lexicon.sets["aimed_at"] and not settled:
        return owned
    if before in discourse.lexicon.sets["possessives"] and m.i - 1 > sentence.a and sentence.segment(m.i - 2) == sentence.segment(m.i):
        return any(x.kind in ("take", "finish") and 0 <= m.i - x.j <= 3 for x in sentence.mentions)
    if before not in discourse.lexicon.sets["naming"] or _in_apposition(discourse, part, m):
        return True
    verbs = [x for x in sentence.kind("take", "finish") if 0 <= m.i - x.j <= 9]
    listed = gapped(discourse, part, m) or (bool(verbs) and _listed(discourse, part, m))
    taken = listed or any(m.i - x.j <= 5 and sentence.segment(x.i) == sentence.segment(m.i) for x in verbs)
    taken = taken or beaten_to(discourse, part, m)
    given = (m.j < sentence.b and low[m.j] in discourse.lexicon.sets["receiving"]) or passed(discourse.tokens, discourse.lexicon, part, m)
    return bool(taken or given or owned)


def _in_apposition(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a medallist stands right behind a name: `Quill, the bronze medallist, was`."""
    sentence, start = part.sentence, m.i - 1
    if sentence.begins(sentence.segment(m.i)) != start or sentence.opens[sentence.segment(m.i)] != ",":
        return False
    return _last_word(discourse, m) in discourse.lexicon.sets["medal_holders"] and any(a.j == start and a.how in NAMED for a in part.actors)


def _last_word(discourse: Discourse, m: Mention) -> str:
    return discourse.tokens.low[m.j - 1]


def _number_before(discourse: Discourse, m: Mention) -> bool:
    """Whether a number or an ordinal counts the medal (`second silver`, `two silver medals`)."""
    word = discourse.tokens.low[m.i - 1]
    return discourse.lexicon.numbers.get(word, 1) != 1 or word in discourse.lexicon.ordinals


def _counted_for(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a medal is counted as somebody's, whoever took it with them: `3:25.1, for Quill's sixth career gold`."""
    found = counted(discourse, part, m)
    return found is not None and found[2] > 1 and any(a.role == "owner" and a.how in NAMED and a.j == found[4] for a in part.actors)


def _win(discourse: Discourse, part: Part, m: Mention) -> str | None:
    """First place by a winning verb or noun, unless what was won is named as something else."""
    tokens, sentence = discourse.tokens, part.sentence
    low = tokens.low
    nxt = low[m.j] if m.j < sentence.b and not tokens.gap(m.j).strip(" ") else ""
    if nxt in discourse.lexicon.sets["win_nouns"] or no_win(discourse, part, m):
        return None
    if _by_name(discourse, part, m):
        return None
    segment = sentence.segment(m.i)
    for x in sentence.mentions:
        if x.i < m.j or x.i - m.j > 5 or sentence.segment(x.i) > segment + (x.kind == "medal"):
            continue
        if x.kind == "medal" or (x.kind == "title" and low[x.j - 1].endswith("s")):
            return None
    return None if _said_before(discourse, part, m) else "1"


def _said_before(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether what was won is told before the verb: `bronze won in Rome`, `the bronze that Quill had won`, `a bronze beside one he won`."""
    medals, sets, low = list(part.sentence.kind("medal")), discourse.lexicon.sets, discourse.tokens.low
    lesser = {x.j for x in medals if x.value != "1"}
    lesser |= {j + 1 for j in lesser if low[j : j + 1] and low[j] in sets["thing_relatives"]}
    meant = sets["stands_for"] | sets["thing_relatives"]
    who = (a for a in part.actors if a.j == m.i or (a.j == m.i - 1 and low[a.j] in sets["perfect_verbs"]))
    return any(x.j == m.i for x in medals) or any(a.i in lesser or (lesser and low[a.i - 1] in meant) for a in who)


def _by_name(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether the word, with a capital inside a sentence, is part of what somebody is called (`King Carl`)."""
    tokens, sentence = discourse.tokens, part.sentence
    capital = m.i > sentence.a and not sentence.heading and tokens.text[tokens.start[m.i]].isupper()
    return capital and any(a.i == m.j and a.how in ("full", "family", "given") for a in part.actors)


def _ordinal(discourse: Discourse, part: Part, m: Mention) -> str | None:
    """An ordinal that is a place: after a finishing verb, before `place` or a mark, or in the absolute construction."""
    tokens, sentence = discourse.tokens, part.sentence
    low, sets = tokens.low, discourse.lexicon.sets
    nxt = low[m.j] if m.j < sentence.b and not tokens.gap(m.j).strip(" -") else ""
    if sets["list_nouns"].intersection(low[m.j : m.j + 8]):
        return None
    if nxt in sets["place_nouns"]:
        return str(m.value)
    if nxt in sets["doers"] and any(a.np == m.j + 1 for a in part.actors):
        return None
    if nxt and nxt not in sets["after_place"] and not any(x.i == m.j and x.kind in _GOES_ON for x in sentence.mentions):
        return None
    if m.i > sentence.a and low[m.i - 1] in sets["not_place"]:
        return None
    finish = any(x.kind == "finish" and 0 <= m.i - x.j <= 3 and x.j <= m.i for x in sentence.mentions)
    absolute = named_before(discourse, part, m.i) is not None
    in_place = m.i > sentence.a and low[m.i - 1] in sets["placing_after"]
    opens = m.i == sentence.a or sentence.segment(m.i - 1) != sentence.segment(m.i)
    return str(m.value) if finish or absolute or in_place or (opens and part.actors) else None
