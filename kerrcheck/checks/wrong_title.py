"""A title that somebody did not hold: a champion who was none, a defender of another's title, one title too many.

Held against all titles of that competition up to the article's day; who defends is who won the edition before. Any reading
that is true is enough: another event, indoors, with or without today's title.

Flags::

    Jakob Ingebrigtsen was the defending Olympic champion and Josh Kerr the world champion, but «Olympic → world» champion Kerr was second in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Defending Olympic champion Jakob Ingebrigtsen was fourth in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._champions import Bearer, bearer, fits, matching, reigns, series_words, strict, unsure
from kerrcheck.checks._honours import events, latest
from kerrcheck.claims._title_phrase import Title, TitlePhrase, adjectives
from kerrcheck.text import Span
from kerrcheck.wording.letters import alike

FAMILY = "context"
SEVERITY = "error"
READS = ("title",)
_LOOSE = ("ago", "year", "offset")


def weigh(case: Case) -> Verdict | None:
    """Whether the person held the title by some reading of it."""
    claim, discourse = case.claim, case.discourse
    if not discourse.day:
        return unverified("the article's day is not known")
    if claim.detail.limited or claim.modality == "negated":
        return unverified("a title that is not on record" if claim.detail.limited else "denied")
    title = _at_stake(case, claim.value)
    bearers = [bearer(case, person, title) for person in _meant(case)]
    for b in bearers:
        if title.series and fits(b, title) and not _swapped(b, case, title):
            return supported(tuple(f for h in matching(b, title._replace(status="", count=None)) for f in h.facts))
    if len(bearers) != 1:
        return unverified("whose title it is, is not clear")
    return _against(case, bearers[0], title)


def _meant(case: Case) -> list[str]:
    """Who may be meant: of several, those who take part in the event that the text is about."""
    owner, discourse = case.claim.owner, case.discourse
    ids = [x for x in (owner.ids if owner else ()) if x in discourse.cast.people]
    about = {e for e in (*case.claim.value.events, *case.claim.context.carried)}
    some = [x for x in ids if len(ids) > 1 and about & set(events(discourse, x))]
    return (some or ids)[:8]


def _at_stake(case: Case, title: Title) -> Title:
    """A title with the competition that is understood: the one reported, or those held in the place or year named."""
    if title.series:
        return title
    calendar, discourse = case.discourse.calendar, case.discourse
    titled = set(adjectives(discourse.lexicon).values())
    focus = {calendar.editions[e].series for e in discourse.focus} & titled
    named = {e for city in title.cities for e in calendar.at(city)} | set(title.editions)
    series: set[str] = set()
    if title.status == "defending":
        series = {calendar.editions[e].series for ref in case.claim.context.refs for e in ref.editions} & titled or focus
    elif named:
        series = {calendar.editions[e].series for e in named} & titled
    elif title.years or (title.events and title.definite):
        series = focus
    return title._replace(series=tuple(sorted(series)))


def _against(case: Case, b: Bearer, title: Title) -> Verdict:
    """The verdict on a title that no reading bears out."""
    if _elsewhere(case, b, title):
        return unverified("of which competition or which time is not clear")
    reason = unsure(b, title)
    if reason:
        return unverified(reason)
    phrase: TitlePhrase = case.claim.detail
    repairs = _repairs(case, b, title, phrase)
    name = b.discourse.cast.people[b.person].name
    at = repairs[0][0] if repairs else _wrong(case, phrase)
    instead = repairs[0][1] if len(repairs) == 1 and not _anothers(case, b, title) else None
    facts = tuple(f for h in b.titles if h.series in title.series for f in h.facts)
    said = case.raw(case.span(phrase.i, phrase.j))
    return Verdict("contradicted", None, facts, at, tuple(words for _, words in repairs), instead, message=f"{name} is not on record with this title: {said}")


def _anothers(case: Case, b: Bearer, title: Title) -> bool:
    """Whether the title that is to be defended is that of somebody else in the text, so that the name is as wrong as the title."""
    holders = {x for s in title.series for x in _holders(b, s)} if b.main else set()
    return case.claim.trace[0] == "defend" and bool(holders & set(case.discourse.cast.people))


def _elsewhere(case: Case, b: Bearer, title: Title) -> bool:
    """Whether the words leave open which title or time is meant."""
    claim = case.claim
    if claim.owner and claim.owner.how == "pronoun" and claim.trace[0] == "copula":
        return True
    if _namesakes(case, b):
        return True
    if title.status != "defending":
        return False
    sentence = case.discourse.parts[claim.part].sentence
    if any(m.kind in _LOOSE and m.value != "-1" for m in sentence.mentions) or claim.context.past:
        return True
    return not claim.value.series and not strict(case) and any(reigns(b, h.series, title._replace(events=()), moment) for h in b.titles for moment in b.moments)


def _namesakes(case: Case, b: Bearer) -> bool:
    """Whether somebody else in the text has the same family name, and no given name tells them apart."""
    people, owner = case.discourse.cast.people, case.claim.owner
    same = [x for x in case.discourse.cast.full if people[x].family == people[b.person].family]
    return len(same) > 1 and owner is not None and owner.how != "full"


def _swapped(b: Bearer, case: Case, title: Title) -> bool:
    """Whether `the world champion` of one event is called the Olympic one: true of another event, but not meant here."""
    if title.status or title.events or title.years or title.cities or title.editions or not title.definite or title.count or len(b.main) != 1 or len(title.series) != 1:
        return False
    focused = title._replace(status="defending", events=b.main)
    if fits(b, focused) or fits(b, title._replace(events=b.main)):
        return False
    others = [x for x in case.discourse.cast.full if x != b.person]
    named = any(x in others for s in title.series for x in _holders(b, s))
    return named and len(series_words(b, focused)) == 1


def _holders(b: Bearer, series: str) -> set[str]:
    return {x for day, inclusive in b.moments for x in latest(b.discourse, series, b.main[0], b.sex, day, inclusive=inclusive) or ()}


def _repairs(case: Case, b: Bearer, title: Title, phrase: TitlePhrase) -> list[tuple[Span, str]]:
    """The smallest replacements that make the title true: another series, another status."""
    found: list[tuple[Span, str]] = []
    if phrase.series:
        focused = title._replace(events=b.main, status="defending") if _swapped(b, case, title) else title
        found += [(case.span(*phrase.series), words) for _, words in series_words(b, focused)]
    if phrase.status and not found and case.claim.trace[0] != "defend":
        found += [(case.span(*phrase.status), word) for word in _statuses(b, title)]
        if not claim_series(phrase):
            found += [(case.span(*phrase.status), words) for _, words in series_words(b, title)]
    return [(at, _written(case, at, words)) for at, words in found]


def claim_series(phrase: TitlePhrase) -> bool:
    """Whether a phrase names its competition itself."""
    return phrase.series is not None


def _statuses(b: Bearer, title: Title) -> list[str]:
    """Another status that is true: a former champion for a defending one."""
    words = b.discourse.lexicon.words
    other = {"defending": "former", "former": "defending"}.get(title.status)
    return [words[f"status:{other}"][other == "defending"]] if other and fits(b, title._replace(status=other)) else []


def _written(case: Case, at: Span, words: str) -> str:
    """Words as they are written there: proper adjectives keep their capital."""
    proper = case.discourse.lexicon.words["proper:"]
    said = " ".join(word.capitalize() if word in proper else word for word in words.split())
    opens = at.start in {case.discourse.tokens.start[i] for i in case.discourse.tokens.first}
    return alike(case.raw(at), said) if opens else said


def _wrong(case: Case, phrase: TitlePhrase) -> Span:
    """What is wrong where nothing small mends it: status and competition, else the whole title."""
    told = [x for x in (phrase.status, phrase.series, phrase.count) if x]
    if case.claim.trace[0] == "defend" or not told:
        return case.span(phrase.series[0] if phrase.series else phrase.head.i, phrase.head.j)
    return case.span(min(x[0] for x in told), max(x[1] for x in told))
