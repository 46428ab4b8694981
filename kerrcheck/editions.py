"""Editions: whether series, town and year of a reference go together, and which of them is wrong where they do not."""

from datetime import date
from typing import NamedTuple

from kerrcheck.competitions import CompetitionRef
from kerrcheck.discourse import Discourse, Part
from kerrcheck.entity import Edition
from kerrcheck.mentions import Mention

_ORDER = ("year", "ago", "city", "series")
_NOUN_KINDS = ("event", "round", "sex", "medal", "title", "city", "year")
_WAITS = 5
_WEEKS = 40


class Clash(NamedTuple):
    """Parts of a reference that no edition has together: each mention that can be wrong, with the edition it should be of."""

    answers: tuple[tuple[Mention, Edition], ...]


def clash(discourse: Discourse, part: Part, ref: CompetitionRef) -> Clash | None:
    """What is wrong in a reference that names a series and where or when; None where some edition fits or nothing is sure."""
    said = _said(discourse, part, ref)
    if "series" not in said or len(said) < 2 or not _major(discourse, said["series"]):
        return None
    sets = {kind: _editions(discourse, kind, m, ref) for kind, m in said.items()}
    if set.intersection(*sets.values()) or not _is_name(discourse, part, ref):
        return None
    answers = []
    for kind in _ORDER:
        rest = [s for other, s in sets.items() if other != kind]
        left = set.intersection(*rest) if kind in sets and rest else set()
        edition = _one(discourse, left, said[kind]) if left else None
        if edition:
            answers.append((said[kind], edition))
    return Clash(tuple(_likelier(discourse, ref, said, answers))) if answers else None


def _major(discourse: Discourse, m: Mention) -> bool:
    """Whether every edition of a series is on record."""
    ids = [m.value] if isinstance(m.value, str) else [id_ for id_, _ in m.value]
    series = {discourse.calendar.editions[x].series if x in discourse.calendar.editions else x for x in ids}
    return series <= discourse.lexicon.sets["major_series"]


def _said(discourse: Discourse, part: Part, ref: CompetitionRef) -> dict[str, Mention]:
    """The parts of a reference by kind, with a count of years (`next year`, `three years ago`) that stands right beside it."""
    said: dict[str, Mention] = {}
    for m in ref.parts:
        said.setdefault(m.kind, m)
    if "edition" in said and "series" not in said:
        said["series"] = said.pop("edition")
    named = said.get("edition")
    if named:
        said = {kind: m for kind, m in said.items() if kind in ("series", "edition") or not named.i <= m.i < named.j}
        said["series"] = said.pop("edition")
    said.pop("venue", None)
    dated = next((m for m in part.sentence.kind("date") if m.value.year and 0 <= m.i - ref.j <= 1), None)
    if dated and "year" not in said:
        said["year"] = Mention("year", dated.j - 1, dated.j, dated.value.year, "editions")
    later = next((m for m in part.sentence.kind("year") if 0 <= m.i - ref.j <= 1), None)
    if later and {"year", "series", "city"} <= said.keys() and said["year"].j <= said["series"].i:
        said["year"] = later
    ago = next((m for m in part.sentence.kind("ago") if _beside(discourse, part, ref, m)), None)
    if ago and "year" not in said and discourse.published:
        said["ago"] = ago
    return said


def _beside(discourse: Discourse, part: Part, ref: CompetitionRef, m: Mention) -> bool:
    """Whether a count of years stands right behind a reference in its segment, or owns it (`last year's world final in Lima`)."""
    if m.j == ref.i and discourse.tokens.low[m.j - 1] != discourse.tokens.stem[m.j - 1]:
        return True
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    # `next summer` counts from the text, `the next summer` from what was told last.
    anchored = bool({*low[m.i : m.j]} & sets["anchored_ago"]) or (_years(m) == -1 and low[m.i - 1] not in sets["definite"])
    return anchored and 0 <= m.i - ref.j <= 1 and part.sentence.segment(m.i) == part.sentence.segment(ref.j - 1)


def _years(m: Mention) -> int | None:
    """How many years back a mention counts, negative for ahead; None for other units."""
    if isinstance(m.value, str):
        return int(m.value)
    count, unit, _ = m.value
    return count if unit in ("years", "summers") else None


def _editions(discourse: Discourse, kind: str, m: Mention, ref: CompetitionRef) -> set[str]:
    """The editions that one part allows."""
    calendar = discourse.calendar
    if kind == "year":
        return calendar.editions.of_year(str(m.value))
    if kind == "ago":
        return {e.id for e in calendar.editions.all() if e.start and _back(discourse, m, e)}
    ids = [m.value] if isinstance(m.value, str) else [id_ for id_, _ in m.value]
    if kind == "city":
        return {e for id_ in ids for e in calendar.at(id_)}
    if m.kind == "edition":
        return {id_ for id_ in ids if id_ in calendar.editions}
    return {e.id for id_ in (ref.series or ids) for e in calendar.by_series.get(id_, ())}


def _back(discourse: Discourse, m: Mention, e: Edition) -> bool:
    """Whether an edition was (or will be) held so many years from the text's day, by calendar or by full years."""
    years = _years(m)
    if years is None or not discourse.published or not e.start:
        return True
    gap = (date.fromisoformat(discourse.published) - date.fromisoformat(e.start)).days / 365.25
    return years == int(discourse.published[:4]) - int(e.start[:4]) or (years > 0 and abs(gap - years) <= 0.34)


def _is_name(discourse: Discourse, part: Part, ref: CompetitionRef) -> bool:
    """Whether the words are the competition's name and no adjective before something else (`the 1930 Olympic Congress`)."""
    tokens, nouns = discourse.tokens, discourse.lexicon.sets["fill"] | discourse.lexicon.sets["competition_nouns"]
    last = max((m for m in ref.parts if m.kind in ("series", "edition")), key=lambda m: m.j)
    if tokens.low[last.j - 1] in nouns or last.kind == "edition":
        return True
    return any(x.i == last.j and x.kind in _NOUN_KINDS and x.value != "qualifying" for x in part.sentence.mentions)


def _one(discourse: Discourse, left: set[str], wrong: Mention) -> Edition | None:
    """The edition that is left where a part is taken away: the one reported, the next or the last, the only one."""
    calendar = discourse.calendar
    if wrong.kind == "edition":
        mine = {calendar.editions[x].series for x, _ in wrong.value if x in calendar.editions}
        left = {e for e in left if calendar.editions[e].series in mine}
    if wrong.kind == "series":
        left = {e for e in left if calendar.editions[e].series in discourse.lexicon.sets["major_series"]}
    held = [calendar.editions[e] for e in left if not calendar.editions[e].awarded or wrong.kind != "series"]
    if wrong.kind == "ago":
        held = [e for e in held if (_start(e) > (discourse.published or "")) == ((_years(wrong) or 0) < 0)]
    written = _written(discourse, wrong)
    close = [e for e in held if written and abs(e.year - written) <= _WAITS]
    if len(close) == 1:
        return close[0]
    chosen = [e for e in held if e.id in discourse.focus] or sorted(held, key=_start)
    if len(chosen) > 1 and wrong.kind in ("year", "ago"):
        chosen = [e for e in chosen if _start(e) <= (discourse.day or "9")][-1:] or chosen[:1]
    return chosen[0] if len(chosen) == 1 else None


def _written(discourse: Discourse, m: Mention) -> int | None:
    """The year that a part has in it: its own, or that of the one edition it names."""
    if m.kind == "edition":
        years = {discourse.calendar.editions[x].year for x, _ in m.value if x in discourse.calendar.editions}
        return years.pop() if len(years) == 1 else None
    return int(m.value) if m.kind == "year" else None


def _start(e: Edition) -> str:
    return e.start or str(e.year)


def _likelier(
    discourse: Discourse, ref: CompetitionRef, said: dict[str, Mention], answers: list[tuple[Mention, Edition]]
) -> list[tuple[Mention, Edition]]:
    """Of several answers those that `next` allows; that of a town and a year that go together; those not far off."""
    if len(answers) < 2:
        return answers
    day = discourse.day or ""
    lately = {e.id for e in discourse.calendar.near(day, _WEEKS, _WEEKS)} if day else set()
    live = [a for a in answers if a[1].id in lately]
    if len(live) == 1:
        return live
    if {*discourse.tokens.low[max(0, ref.i - 2) : ref.i + 1]} & discourse.lexicon.sets["next_words"]:
        ahead = [min((e for e in discourse.calendar.by_series.get(s, ()) if _start(e) > day), key=_start, default=None) for s in ref.series]
        return [a for a in answers if a[1] in ahead] or answers
    paired = [a for a in answers if a[0].kind == "series"] if "city" in said and {"year", "ago"} & {*said} else []
    near = [a for a in answers if a[0].kind not in ("year", "ago") or abs(a[1].year - _told(discourse, a[0])) <= _WAITS]
    return paired or near or answers


def _told(discourse: Discourse, m: Mention) -> int:
    """The year that a part writes or counts to."""
    return int(m.value) if m.kind == "year" else int((discourse.published or "0")[:4]) - (_years(m) or 0)
