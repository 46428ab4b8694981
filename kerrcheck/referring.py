"""Referring: the words of a sentence that point to a competition, put together."""

from collections.abc import Mapping

from kerrcheck.competitions import WEEKS, Calendar, CompetitionRef, earlier
from kerrcheck.mentions import Mention
from kerrcheck.words import Tokens

_PARTS = ("series", "edition", "city", "venue", "year")
_NOUNS = ("medal", "round", "event", "title", "record", "runner_up")
_NEAR = 6
_VALUED = ("quantity", "medal", "record", "title", "round", "event", "series", "placing", "best")


def references(tokens: Tokens, mentions: list[Mention], calendar: Calendar, sets: Mapping[str, frozenset[str]]) -> list[CompetitionRef]:
    """The competition references among the mentions of one sentence, in order."""
    parts = _apart([m for m in mentions if m.kind in _PARTS and not _status(tokens, m, mentions, sets)])
    groups: list[list[Mention]] = []
    for part in parts:
        if groups and _joins(tokens, mentions, groups[-1], part, sets):
            groups[-1].append(part)
        else:
            groups.append([part])
    pointing = (group for group in groups if _points(tokens, mentions, group, sets))
    return [ref for group in pointing if (ref := _resolved(group, calendar, _over(tokens, group, sets)))]


def _apart(parts: list[Mention]) -> list[Mention]:
    """Parts without those that lie in a longer one of their kind; of one span the one whose ids a list of names gave."""
    best: dict[tuple[str, int, int], Mention] = {}
    for m in parts:
        have = best.get((m.kind, m.i, m.j))
        best[m.kind, m.i, m.j] = m if have is None or not isinstance(m.value, str) else have
    kept = [
        m for m in best.values() if not any(x.kind == m.kind and x.i <= m.i and m.j <= x.j and x.j - x.i > m.j - m.i for x in best.values())
    ]
    return sorted(kept, key=lambda m: (m.i, -m.j, m.kind))


def _status(tokens: Tokens, m: Mention, mentions: list[Mention], sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a series only says which champion, record or holder is meant; a title `in Lima` is one that was at stake there.

    A title may be told by a word that stands for it: `his Olympic one`.
    """
    if m.kind != "series":
        return False
    if tokens.low[m.i - 1] in sets["possessives"] and m.j < len(tokens) and tokens.low[m.j] in sets["stands_for"]:
        return True
    nouns = [x for x in mentions if x.kind in ("title", "record", "holder", "best") and (x.i == m.j or m.i < x.i < m.j)]
    return bool(nouns) and not any(tokens.low[x.j - 1] in sets["title_nouns"] and _placed(tokens, mentions, x.j, sets) for x in nouns)


def _placed(tokens: Tokens, mentions: list[Mention], j: int, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a town follows by `in` or `at`."""
    return j + 1 < len(tokens) and tokens.low[j] in sets["held_in"] and any(x.i == j + 1 and x.kind == "city" for x in mentions)


def _stems(tokens: Tokens, mentions: list[Mention], m: Mention, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is a mark or a record that is from a town (`the record dates from Lima`, `6,906 from Lima`)."""
    before = tokens.low[m.i - 2] if m.i > 1 else ""
    if len(before) == 5 and before[1] == "," and before.replace(",", "").isdigit():
        return True
    return before in sets["stemming"] and any(x.kind in ("quantity", "record", "best") and 0 < m.i - x.j <= _NEAR for x in mentions)


def _points(tokens: Tokens, mentions: list[Mention], group: list[Mention], sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a town by itself points to what was held there: after `in` or `at`, or before a medal, a round, a race."""
    if len(group) > 1 or group[0].kind != "city":
        return True
    m = group[0]
    before = tokens.low[m.i - 1] if m.i and not tokens.gap(m.i).strip() else ""
    if before in sets["held_in"]:
        apart = before not in sets["origin"] and tokens.low[m.i - 2] not in sets["dwells"]
        return apart or any(x.j == m.i - 1 and x.kind in _VALUED for x in mentions) or _stems(tokens, mentions, m, sets)
    if before in sets["of"] or m.j >= len(tokens):
        return False
    return any(x.i == m.j and x.kind in _NOUNS for x in mentions) and not tokens.gap(m.j).strip(" ’s'")


def _joins(tokens: Tokens, mentions: list[Mention], group: list[Mention], part: Mention, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a part belongs to the same reference as the group before it."""
    last = max(group, key=lambda m: m.j)
    if part.i < last.j:
        return True
    if last.kind == "year" and part.kind in ("series", "edition") and tokens.gap(part.i).strip():
        return False
    kinds = {m.kind for m in group if m.kind != part.kind or m.i != part.i}
    if (part.kind in kinds and part.kind != "series") or part.i - last.j > 5:
        return False
    if any(tokens.gap(k).strip(" \xa0’'-") not in ("", ",") for k in range(last.j, part.i + 1)):
        return False
    if any(m.kind == "medal" and last.j <= m.i < part.i and "," in tokens.gap(m.i) for m in mentions):
        return False  # `silver at the 2019 worlds, silver in Lima`
    between = {t for m in mentions if m.kind in ("event", "round", "sex", "title", "medal") for t in range(m.i, m.j)}
    hosted = sets["hosting"] if last.kind in ("series", "edition") and part.kind == "city" else frozenset()
    return all(k in between or tokens.low[k] in sets["fill"] or tokens.low[k] in hosted for k in range(last.j, part.i))


def _ids(mention: Mention) -> tuple[str, ...]:
    """The ids a mention may mean."""
    if isinstance(mention.value, str):
        return (mention.value,)
    return tuple(id_ for id_, _ in mention.value)


def _over(tokens: Tokens, group: list[Mention], sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether what is meant has been held, and is not going on: `the last Olympics`."""
    first = min(part.i for part in group)
    return first > 0 and tokens.low[first - 1] in sets["last_words"]


def _resolved(group: list[Mention], calendar: Calendar, over: bool) -> CompetitionRef | None:
    """The editions that a group of parts means, those alone that are over where that is said; with the part that does not fit."""
    by: dict[str, Mention] = {}
    for part in group:
        by.setdefault(part.kind, part)
    series = tuple(sorted({id_ for part in group if part.kind == "series" for id_ in _ids(part)}))
    sets = _allowed(by, series, calendar)
    if not sets:
        return None
    unknown = set(sets) == {"series", "year"} and not sets["series"]  # a series of which no edition is on record
    both, clash = (set[str](), None) if unknown else _meet(sets)
    if over and calendar.published:
        both = {e for e in both if (calendar.editions[e].end or "") < calendar.published}
    if "city" in by and not series and not sets.get("named"):
        both, clash = _with_meetings(by, both, clash, calendar)
    if set(sets) == {"year"}:
        both = set()
    i, j = min(p.i for p in group), max(p.j for p in group)
    return CompetitionRef(i, j, tuple(sorted(both)), series, by.get("city"), by.get("year"), by.get("edition"), clash, tuple(group))


def _allowed(by: dict[str, Mention], series: tuple[str, ...], calendar: Calendar) -> dict[str, set[str]]:
    """The editions that each part allows."""
    sets: dict[str, set[str]] = {}
    if "edition" in by:
        sets["named"] = {id_ for id_ in _ids(by["edition"]) if id_ in calendar.editions}
    if series:
        sets["series"] = {e.id for id_ in series for e in calendar.by_series.get(id_, ())}
    if "city" in by:
        sets["city"] = {e for id_ in _ids(by["city"]) for e in calendar.at(id_)}
    if "year" in by:
        sets["year"] = calendar.editions.of_year(str(by["year"].value))
    return sets


def _with_meetings(by: dict[str, Mention], both: set[str], clash: str | None, calendar: Calendar) -> tuple[set[str], str | None]:
    """The editions of a town, and where none of a series is meant, its meetings of the year or of the last weeks."""
    year = by["year"].value if "year" in by else None
    if year and both and not clash:
        return both, clash
    low = earlier(calendar.published, WEEKS) if calendar.published else "9"
    if not year and any(low <= (calendar.editions[e].end or "") <= (calendar.published or "") for e in both):
        return both, clash
    meetings = calendar.meetings(_ids(by["city"]), year)
    return (both | meetings, clash) if not year or not meetings else (meetings, None)


def _meet(sets: dict[str, set[str]]) -> tuple[set[str], str | None]:
    """The editions that all parts allow; else those that all but one allow, and that one's name."""
    full = set.intersection(*sets.values())
    if full or len(sets) == 1:
        return full, None
    if not sets.get("city", {""}) and len(sets) > 1:
        rest = [s for name, s in sets.items() if name != "city"]
        return set.intersection(*rest), None if "series" not in sets and "named" not in sets else "city"
    for name in ("year", "city", "series", "named"):
        rest = [s for other, s in sets.items() if other != name]
        if name in sets and rest and (left := set.intersection(*rest)):
            return left, name
    return set(), "all"
