"""Record words: the phrases by which a text names a record, with what limits them (`the women's 800m world record`)."""

from typing import NamedTuple

from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

_REACH, _HYPHENS = 6, ("-", "‑")
_LIMITS = ("scope", "nation", "series", "event", "sex", "status", "stood", "set", "indoor", "number", "age")


class Phrase(NamedTuple):
    """A record as a text names it: tokens `i` to `j` of the whole phrase, the mention at its head.

    `scopes` are codes it may mean (`world`, `national:GBR`; `national` where the nation is the holder's; empty: any), `scope`
    the mention that says so. `vague`: a scope of which no list is kept may be meant as well (a home nation's, a meeting's).
    """

    i: int
    j: int
    head: Mention
    scopes: tuple[str, ...] = ()
    scope: Mention | None = None
    event: Mention | None = None
    indoor: Mention | None = None
    vague: bool = False

    @property
    def events(self) -> tuple[str, ...]:
        """The events named in it."""
        return tuple(self.event.value) if self.event else ()

    @property
    def end(self) -> int:
        """The token after it, an event that follows its head taken along."""
        return max(self.j, self.event.j if self.event else 0)


def phrases(discourse: Discourse, part: Part) -> list[Phrase]:
    """The record phrases of a sentence, in order; two scopes of one head (`an Olympic and American record`) are two."""
    bests = {t for m in part.sentence.kind("best") for t in range(m.i, m.j)}
    heads = [m for m in part.sentence.kind("record", "holder") if m.i not in bests]
    found: list[Phrase] = []
    for head in sorted([*heads, *_ones(discourse, part)], key=lambda m: (m.i, -m.j)):
        if found and head.i < found[-1].j:
            if head.kind == "holder":
                found[-1] = _phrase(discourse, part, head)
            continue
        phrase = _phrase(discourse, part, head)
        if "other" not in phrase.scopes and _is_record(discourse, head, phrase):
            found += [*_joined(discourse, part, phrase), phrase]
    return found


def _ones(discourse: Discourse, part: Part) -> list[Mention]:
    """`a British one`, `one that X held`, where a record was spoken of before; `breaking X's time`."""
    low, gap, ones = discourse.tokens.low, discourse.tokens.gap, discourse.lexicon.sets["pro_nouns"]
    first, last = next((m.i for m in part.sentence.kind("record")), part.sentence.b), part.sentence.b - 1
    behind = {m.j for m in part.sentence.kind("nation", "scope") if first < m.j <= last and low[m.j] in ones}
    spots = {t for t in behind if not gap(t).strip() and (t == last or gap(t + 1) not in _HYPHENS)}
    spots |= {t for t in range(first + 1, part.sentence.b - 1) if low[t] in ones and low[t + 1] in discourse.lexicon.sets["record_that"]}
    broken = {m.j for m in part.sentence.kind("set")}
    spots |= {
        t
        for t in range(part.sentence.a + 2, part.sentence.b)
        if low[t] in discourse.lexicon.sets["record_marks"]
        and low[t - 1] != discourse.tokens.stem[t - 1]
        and any(k in broken for k in (t - 1, t - 2))
    }
    return [Mention("record", t, t + 1, "", "records") for t in sorted(spots)]


def _is_record(discourse: Discourse, head: Mention, phrase: Phrase) -> bool:
    """Whether the head is a record and no other `best`, `mark` or `standard`: those need a scope."""
    if head.kind == "holder":
        return head.j - head.i > 1 or "-" in discourse.tokens.raw[head.i]
    if set(discourse.tokens.low[head.i : head.j]) & discourse.lexicon.sets["record_words"] or head.by == "records":
        return True
    return (bool(phrase.scope) and bool(phrase.scopes)) or _somebodys(discourse, head)


def _somebodys(discourse: Discourse, head: Mention) -> bool:
    """`the mark of X`: a mark that is a name's."""
    tokens, j = discourse.tokens, head.j
    return (
        j + 1 < len(tokens)
        and tokens.low[j] in discourse.lexicon.sets["record_mark_of"]
        and tokens.raw[j + 1][0].isupper()
        and tokens.low[head.i] not in discourse.lexicon.sets["record_bests"]
    )


def _phrase(discourse: Discourse, part: Part, head: Mention) -> Phrase:
    """The phrase around a head: what limits it before, and the event after it."""
    tokens = discourse.tokens
    longer = {x.j for x in part.sentence.kind("nation") if x.j - x.i > 1}  # `a South African record` is no African one
    near = (m for m in part.sentence.mentions if _limits(discourse, m) and head.i - m.i <= _REACH)
    here = [
        m for m in near if (m.j <= head.i and (m.kind, m.j in longer) != ("scope", True)) or (m.kind == "scope" and head.i <= m.i < head.j)
    ]
    start, chosen = head.i, list[Mention]()
    event = indoor = None
    for m in sorted(here, key=lambda m: (-m.j, m.i)):
        if start - m.j > _skipped(discourse, start) or any(tokens.gap(k).strip(" -’'") for k in range(min(m.j, start), start + 1)):
            continue
        if m.kind in ("scope", "nation", "series") and (not chosen or (m.i >= chosen[0].i and m.j <= chosen[0].j)):
            chosen.append(m)
        elif m.kind == "event":
            event = m
        indoor = m if m.kind == "indoor" else indoor
        start = min(start, m.i)
    codes = tuple(
        dict.fromkeys(c for m in chosen if m.j - m.i == chosen[0].j - chosen[0].i or m.kind == "scope" for c in _codes(discourse, m))
    )
    scope = next((m for m in chosen if m.kind == "scope" and m.i == chosen[0].i), chosen[0] if chosen else None)
    return Phrase(start, head.j, head, codes, scope, event or _after(discourse, part, head), indoor, _vague(discourse, chosen))


def _limits(discourse: Discourse, m: Mention) -> bool:
    """Whether a mention may stand before a record's name and belong to it."""
    if m.kind in ("set", "stood", "status"):
        return m.j - m.i == 1 and bool(
            {discourse.tokens.low[m.i]} & (discourse.lexicon.sets["record_new"] | discourse.lexicon.sets["record_old"])
        )
    tokens = discourse.tokens
    if m.kind == "nation" and tokens.low[m.j - 1] != tokens.stem[m.j - 1] and m.i and tokens.low[m.i - 1] == "the":
        return False
    return m.kind in _LIMITS and not _of_a_title(discourse, m)


def _of_a_title(discourse: Discourse, m: Mention) -> bool:
    """Whether a limiting word is part of a title that stands beside a record: `the world champion and world record-holder`."""
    return m.kind == "series" and discourse.tokens.low[m.j - 1] in discourse.lexicon.sets["champion_words"]


def _skipped(discourse: Discourse, start: int) -> int:
    """How many words may stand between a record's name and what limits it: one, if it only describes."""
    sets, tokens = discourse.lexicon.sets, discourse.tokens
    owned = tokens.low[start - 1] != tokens.stem[start - 1]
    return 0 if owned or tokens.low[start - 1] in sets["record_is"] | sets["determiners"] else 1


def _after(discourse: Discourse, part: Part, head: Mention) -> Mention | None:
    """`record for the mile`, `record in the women's shot put`: the event that follows a head."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    sexes = {m.i for m in part.sentence.kind("sex")}
    for m in part.sentence.kind("event"):
        led = all(low[t] in sets["record_events"] or low[t] in sets["determiners"] or t in sexes for t in range(head.j, m.i))
        if head.j < m.i <= head.j + 3 and led and low[head.j] in sets["record_events"]:
            return m
    return None


def _joined(discourse: Discourse, part: Part, phrase: Phrase) -> list[Phrase]:
    """The phrase of another scope that is joined to this one by `and`."""
    low = discourse.tokens.low
    if (
        phrase.scope is None
        or phrase.scope.i - 2 < part.sentence.a
        or low[phrase.scope.i - 1] not in discourse.lexicon.sets["record_joints"]
    ):
        return []
    others = [m for m in part.sentence.kind("scope", "nation", "series") if m.j == phrase.scope.i - 1]
    others = [m for m in others if not _of_a_title(discourse, m)]
    codes = tuple(dict.fromkeys(c for m in others for c in _codes(discourse, m)))
    if not codes or "other" in codes:
        return []
    return [phrase._replace(i=others[0].i, scopes=codes, scope=others[0], vague=_vague(discourse, others))]


def _codes(discourse: Discourse, m: Mention) -> tuple[str, ...]:
    """The scopes that a limiting word may mean."""
    if m.kind == "scope":
        return (m.value, *_of_these_games(discourse, m)) if m.value else ()
    if m.kind == "nation":
        return tuple(f"national:{code}" for code, _ in m.value)
    ids = (m.value,) if isinstance(m.value, str) else tuple(id_ for id_, _ in m.value)
    first = discourse.tokens.low[m.i]
    wider = [key.removeprefix("scope:") for key, words in discourse.lexicon.words.items() if key.startswith("scope:") and first in words]
    return (*(discourse.lexicon.scope_of.get(id_) or f"championship:{id_}" for id_ in ids), *wider)


def _of_these_games(discourse: Discourse, m: Mention) -> tuple[str, ...]:
    """The scopes of the competitions reported, of all games where none is, where a record is that of `the Games`."""
    if discourse.tokens.low[m.i] not in discourse.lexicon.sets["any_games"]:
        return ()
    reported = dict.fromkeys(discourse.calendar.editions[e].series for e in discourse.focus)
    all_games = (x for x, held in discourse.calendar.series.items() if held.level in discourse.lexicon.sets["any_games"])
    reported = reported or dict.fromkeys(all_games)
    return tuple(f"championship:{series}" for series in reported if series not in discourse.lexicon.scope_of)


def _vague(discourse: Discourse, limits: list[Mention]) -> bool:
    """Whether a limit is a home nation, of which the lists say nothing."""
    places = [discourse.store.place(code, "nation") for m in limits if m.kind == "nation" for code, _ in m.value]
    return any(p and p.extra.get("part_of") for p in places)
