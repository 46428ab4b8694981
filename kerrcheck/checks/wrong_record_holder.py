"""A former or standing record credited to the wrong holder.

Flags::

    Josh Kerr broke «Steve Cram → Mo Farah»'s British record in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr broke Mo Farah's British record in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.actors import Actor
from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.fact import Fact
from kerrcheck.recordbook import Book, Phrase

FAMILY = "records"
SEVERITY = "error"
READS = ("record-stood",)


def weigh(case: Case) -> Verdict | None:
    """Whether the holder held such a record; where it is broken now, whether it was the last holder."""
    claim, discourse = case.claim, case.discourse
    phrase: Phrase = claim.detail
    if claim.owner is None or len(claim.owner.ids) != 1:
        return unverified("whose record it was is not clear")
    person = claim.owner.ids[0]
    book = Book(discourse)
    part = discourse.parts[claim.part]
    others = tuple(x for a in part.actors for x in a.ids if x != person)
    events = book.events(phrase.events, part, others or (person,)) or book.events(phrase.events, part, (person,))
    scopes = _scopes(case, phrase, others, person)
    held = [f for f in book.of(events, scopes, discourse.day) if f.subject == person]
    broken = _breaking(case, phrase, person)
    if held and not (broken and _earlier(book, held, events, scopes, case)):
        return supported(tuple(held[-1:]))
    if not scopes or not events or claim.modality != "asserted":
        return unverified("which record it was is not clear")
    return _contradicted(case, book, events, scopes, claim.owner)


def _scopes(case: Case, phrase: Phrase, others: tuple[str, ...], person: str) -> tuple[str, ...]:
    """The scopes meant; `national` is that of the breaker or of the holder."""
    if phrase.scopes != ("national",):
        return phrase.scopes
    people = others or (person,)
    return tuple(sorted({f"national:{code}" for x in people for code in case.discourse.cast.nations(x, case.discourse.day)}))


def _breaking(case: Case, phrase: Phrase, person: str) -> bool:
    """Whether the sentence has somebody else break it in the contest reported."""
    part = case.discourse.parts[case.claim.part]
    return any(m.kind == "set" and m.i < phrase.i and phrase.i - m.j <= 6 for m in part.sentence.mentions) and any(a.ids and person not in a.ids for a in part.actors)


def _last(book: Book, events: tuple[tuple[str, str], ...], scopes: tuple[str, ...], case: Case) -> Fact | None:
    """The record as it stood before the contest reported."""
    days = sorted(d for e in case.discourse.focus if (d := case.discourse.calendar.editions[e].start))
    until = days[0] if days else case.discourse.day
    found = [f for f in book.of(events, scopes, until) if not f.predicate.endswith(":indoor")]
    return max(found, key=lambda f: f.valid_from or "", default=None)


def _earlier(book: Book, held: list[Fact], events: tuple[tuple[str, str], ...], scopes: tuple[str, ...], case: Case) -> bool:
    """Whether somebody else had held it last."""
    last = _last(book, events, scopes, case)
    return bool(scopes) and last is not None and all(f.subject != last.subject for f in held[-1:])


def _contradicted(case: Case, book: Book, events: tuple[tuple[str, str], ...], scopes: tuple[str, ...], actor: Actor) -> Verdict:
    """The contradiction, with the holder on record."""
    last = _last(book, events, scopes, case)
    if last is None or last.standing == "contested" or actor.how not in ("full", "family", "given") or last.subject in actor.ids:
        return unverified("the holder is not on record")
    person = case.discourse.store.people([last.subject]).get(last.subject)
    at = case.discourse.tokens.span(actor.i, actor.j)
    name = person.name if person else last.subject
    instead = (person.name if actor.how == "full" else person.family) if person else None
    return Verdict("contradicted", None, (last,), at, (last.subject,), instead, message=f"the record was {name}'s ({last.value}, {last.valid_from}), not {case.raw(at)}'s")
