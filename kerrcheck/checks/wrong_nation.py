"""A nation, demonym or home town that is not the athlete's.

Home nations count as the whole they belong to; any tie on record will do unless the text says for whom somebody ran.

Flags::

    «Swedish → Norwegian» runner Jakob Ingebrigtsen was fourth in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    The Scot Josh Kerr took silver for Great Britain in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._described import of_whom
from kerrcheck.claims import RESULTS
from kerrcheck.entity import Place
from kerrcheck.fact import Fact
from kerrcheck.fitting import agrees
from kerrcheck.recordbook import book
from kerrcheck.text import fold
from kerrcheck.ties import nation_fits
from kerrcheck.wording.places import flavour_of, nation

FAMILY = "people"
SEVERITY = "error"
READS = ("nation",)
_BACK, _BESIDE, _NAMES = 3, 5, ("name", "alias", "code")


def weigh(case: Case) -> Verdict | None:
    """Whether the person is on record with the nation or the town."""
    claim = case.claim
    if claim.owner is None or len(claim.owner.ids) != 1:
        return unverified("several people may be meant")
    who = claim.owner.ids[0]
    meant = of_whom(case, who) if claim.detail[2] == "epithet" and claim.detail[0] == "nation" else None
    if meant is not None:
        return _contradicted(case, meant, _right(case, meant), ())
    ran = _ran_for(case, who) if claim.detail[0] == "nation" else None
    if ran is not None:
        return _contradicted(case, who, [ran], ())
    return _nation(case, who) if claim.detail[0] == "nation" else _town(case, who)


def _nation(case: Case, id_: str) -> Verdict:
    """The verdict on a nation."""
    claim, discourse = case.claim, case.discourse
    facts = tuple(f for f in discourse.store.facts_about(id_) if f.predicate in ("nation", "part") and not f.setting)
    person = discourse.cast.people[id_]
    if not person.nations:
        return unverified("no nation on record")
    held = {code for code, _, _ in person.nations} | {o.nation for o in discourse.outings.of(id_) if o.nation}
    if nation_fits(discourse.cast, discourse.store, id_, set(claim.value), None) or held & set(claim.value) or _born_there(case, id_):
        return supported(facts)
    if (
        claim.detail[2] == "epithet"
        and claim.owner
        and not _of_own_record(case, id_)
        and (claim.owner.wrong is None or _spoken_of(case) or _of_anothers_mark(case, id_))
    ):
        return unverified("the description may mean somebody else")
    if _right_beside(case, held):
        return unverified("a nation that is theirs is told beside it")
    if _given_to_another(case, id_):
        return unverified("somebody may be meant whose given name it is")
    return _contradicted(case, id_, _right(case, id_), facts)


def _contradicted(case: Case, id_: str, codes: list[str], facts: tuple[Fact, ...]) -> Verdict:
    """The contradiction, with the nation that is right in the form of the wrong one."""
    discourse, person = case.discourse, case.discourse.cast.people[id_]
    place = discourse.store.place(codes[0], "nation") if codes else None
    raw = case.raw(case.span())
    return Verdict(
        "contradicted", None, facts, case.span(), (codes[0],) if codes else (),
        _worded(case, raw, place) if place else None,
        message=f"{person.name} is on record for {place.name if place else '?'}, not {raw}",
    )  # fmt: skip


def _spoken_of(case: Case) -> bool:
    """Whether the nation was named in the sentences before, so that a description by it may take up whoever stood beside it."""
    claim, parts = case.claim, case.discourse.parts
    near = (m for part in parts[max(claim.part - _BACK, 0) : claim.part + 1] for m in part.sentence.kind("nation") if m.i < claim.i)
    return any({code for code, _ in m.value} & set(claim.value) for m in near)


def _of_anothers_mark(case: Case, id_: str) -> bool:
    """Whether a mark right behind a description is none of the person's: `the Chinese runner's 3:50.46`."""
    sentence, who = case.discourse.parts[case.claim.part].sentence, case.claim.owner
    marks = [m.value.milli for m in sentence.kind("quantity") if who and 0 <= m.i - who.j <= 1 and m.value.precision]
    mine = {o.mark.milli for o in case.discourse.outings.of(id_) if o.mark}
    return bool(marks) and mine.isdisjoint(marks)


def _of_own_record(case: Case, id_: str) -> bool:
    """Whether the mark shortly behind a description is a record of the person's: `Two years later the Algerian did 12:58.39`."""
    sentence, who = case.discourse.parts[case.claim.part].sentence, case.claim.owner
    marks = {m.value.milli for m in sentence.kind("quantity") if who and 0 < m.i - who.j <= _BACK and m.value.precision}
    records = book(case.discourse)
    return any((mark := records.mark(f)) and mark.milli in marks for f in records.by(id_, case.discourse.day)) if marks else False


def _right_beside(case: Case, held: set[str]) -> bool:
    """Whether a nation of somebody's stands shortly before or behind another: `an Algerian in the colours of France`."""
    claim, sentence = case.claim, case.discourse.parts[case.claim.part].sentence
    low, born = case.discourse.tokens.low, case.discourse.lexicon.sets["born"]
    near = (m for m in sentence.kind("nation") if m.i != claim.i and abs(m.i - claim.i) <= _BESIDE and not born & {*low[m.j : m.j + 1]})
    theirs = [m for m in near if {code for code, _ in m.value} & held]
    others = [a.i for a in case.discourse.parts[claim.part].actors if claim.owner is None or a.ids != claim.owner.ids]
    return any(not any(min(claim.j, m.j) <= i < max(claim.i, m.i) for i in others) for m in theirs)


def _given_to_another(case: Case, id_: str) -> bool:
    """Whether a bare family name of somebody not named in full is the given name of somebody of the text or of its contest."""
    who, cast = case.claim.owner, case.discourse.cast
    actors = case.discourse.parts[case.claim.part].actors
    bare = next((a for a in actors if who and a.how == "family" and a.ids == who.ids and who.i in (a.i, a.j)), None)
    if bare is None or id_ in cast.full or bare.j - bare.i > 1:
        return False
    word = case.discourse.tokens.stem[bare.i]
    return any(word in fold(cast.people[x].given).split() for x in {*cast.full, *cast.field} - {id_})


def _right(case: Case, id_: str) -> list[str]:
    """The codes of the nations a person is on record with: a home nation where one is written, else the whole."""
    discourse, person = case.discourse, case.discourse.cast.people[id_]
    written = (discourse.store.place(code, "nation") for code in case.claim.value)
    if person.parts and any(place and place.extra.get("part_of") for place in written):
        return sorted(person.parts)
    return sorted(discourse.cast.nations(id_, discourse.day) - set(person.parts))


def _worded(case: Case, raw: str, place: Place) -> str | None:
    """The right nation in the form of the wrong one."""
    claim, discourse = case.claim, case.discourse
    wrong = discourse.store.place(claim.value[0], "nation")
    text, end = discourse.document.text, case.span().end
    flavour = flavour_of(raw, wrong, claim.detail[1], text[end : end + 30], discourse.lexicon) if wrong else claim.detail[1]
    sex = discourse.cast.people[claim.owner.ids[0]].sex if claim.owner else None
    return nation(raw, place, flavour, discourse.lexicon, sex=sex, before=text[max(0, case.span().start - 10) : case.span().start])


def _born_there(case: Case, id_: str) -> bool:
    """Whether a birthplace or home lies in the nation written."""
    places = (case.discourse.store.place(city, "city") for city, _ in case.discourse.cast.people[id_].places)
    return any(p and p.country in case.claim.value for p in places)


def _ran_for(case: Case, id_: str) -> str | None:
    """For whom somebody had a result that is told of `X of Kenya`, where they ran for that nation no more."""
    claim, discourse = case.claim, case.discourse
    if claim.detail[1] not in _NAMES or claim.detail[2] != "apposition":
        return None
    told = [c for c in discourse.said(claim.part) if c.kind in RESULTS and c.owner and c.owner.ids == (id_,)]
    here = [o for o in discourse.outings.of(id_) if o.nation and o.day and discourse.in_focus(o.setting.competition, o.day)]
    shown = [o for o in here if any(agrees(c, o) for c in told)]
    fits = any(nation_fits(discourse.cast, discourse.store, id_, set(claim.value), o.day) or o.nation in claim.value for o in shown)
    return shown[0].nation if shown and not fits else None


def _town(case: Case, id_: str) -> Verdict:
    """The verdict on a home town."""
    discourse, person = case.discourse, case.discourse.cast.people[id_]
    homes = {city for city, _ in person.places}
    near = {n for city in homes if (p := discourse.store.place(city, "city")) for n in p.near}
    facts = tuple(f for f in discourse.store.facts_about(id_) if f.predicate in ("home", "birthplace", "lives"))
    if (homes | near) & set(case.claim.value):
        return supported(facts)
    home = next((city for city, flavour in person.places if flavour == "home"), None) or next((city for city, _ in person.places), None)
    place = discourse.store.place(home, "city") if home else None
    if place is None or case.claim.detail[2] not in ("native", "epithet"):
        return unverified("no home on record")
    raw = case.raw(case.span())
    return Verdict(
        "contradicted",
        None,
        facts,
        case.span(),
        (place.id,),
        place.name,
        message=f"{person.name} is on record with {place.name}, not {raw}",
    )
