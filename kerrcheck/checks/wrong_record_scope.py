"""A record of the wrong scope: an Olympic record called a world record, a British one called European.

Flags::

    Cole Hocker set a «world → Olympic» record of 3:27.65 in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Cole Hocker set an Olympic record of 3:27.65 in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.fact import Fact
from kerrcheck.outings import Outing
from kerrcheck.recordbook import Book, Phrase, scope_of
from kerrcheck.wording.records import scope

FAMILY = "records"
SEVERITY = "error"
READS = ("record-set",)


def weigh(case: Case) -> Verdict | None:
    """Whether the record set was of the scope written, else which one the athlete did set."""
    claim, discourse = case.claim, case.discourse
    phrase: Phrase = claim.detail
    if claim.owner is None or len(claim.owner.ids) != 1:
        return unverified("who set it is not clear")
    person = claim.owner.ids[0]
    book = Book(discourse)
    part = discourse.parts[claim.part]
    events = book.events(phrase.events, part, (person,))
    days = {o.day for o in _reported(case, person)}
    mine = [f for f in book.of(events, (), discourse.day) if f.subject == person and (f.valid_from in days or _recent(case, f))]
    fitting = [f for f in mine if _within(case, f, claim.value, person)]
    if fitting:
        return supported(tuple(fitting[:2]))
    if claim.modality == "negated":
        return supported()
    if not mine or not phrase.scope or not days:
        return unverified("no record of theirs on that day is on record")
    if not _known(case, claim.value, person, events):
        return unverified("the list of that record is not on record")
    return _other(case, phrase, mine, person)


def _reported(case: Case, person: str) -> list[Outing]:
    """The outings of a person in the contests reported."""
    return [o for o in case.discourse.outings.of(person) if o.day and case.discourse.in_focus(o.setting.competition, o.day)]


def _recent(case: Case, fact: Fact) -> bool:
    """Whether a record was set some days before the text."""
    return bool(fact.valid_from) and case.discourse.in_focus(None, fact.valid_from)


def _within(case: Case, fact: Fact, scopes: tuple[str, ...], person: str) -> bool:
    """Whether a record fact is of the scope written; a world record is every smaller one too."""
    code = scope_of(fact).removesuffix(":indoor")
    wanted = {s for s in scopes}
    return not wanted or code in wanted or code.split(":")[0] in wanted or (code == "world" and bool(wanted & {"area", "national"}))


def _known(case: Case, scopes: tuple[str, ...], person: str, events: tuple[tuple[str, str], ...]) -> bool:
    """Whether the list of the scope written is on record, so that absence from it means something."""
    for event, sex in events:
        for code in scopes:
            full = code if ":" in code or code in ("world", "olympic") else None
            if full is None:
                return True
            listing = case.discourse.store.listing(f"record:{full}", event, sex)
            if listing and listing.complete_to and (not case.discourse.day or listing.complete_to >= case.discourse.day or True):
                return True
            if any(f.predicate == f"record:{full}" for f in case.discourse.store.records(event, sex)):
                return True
            if full.startswith("national:") and full.split(":")[1] not in case.discourse.cast.nations(person, case.discourse.day):
                return True
    return False


def _other(case: Case, phrase: Phrase, mine: list[Fact], person: str) -> Verdict:
    """The contradiction, with the scope that is right where there is one."""
    codes = sorted({scope_of(f) for f in mine})
    at = case.span(phrase.scope.i, phrase.scope.j) if phrase.scope else case.span()
    name = case.discourse.cast.people[person].name
    instead = scope(case.raw(at), codes[0], case.discourse) if len(codes) == 1 else None
    return Verdict(
        "contradicted", None, tuple(mine[:3]), at, tuple(codes), instead,
        message=f"the record that {name} set was: {', '.join(codes)}, not {case.raw(at)}",
    )  # fmt: skip
