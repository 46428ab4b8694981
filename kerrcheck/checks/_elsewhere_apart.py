"""Apart elsewhere: whether a margin may be of another contest in which the two met, where the sentence is set away from this one."""

from itertools import combinations

from kerrcheck.apart import Difference, outings_apart
from kerrcheck.checks import Case, Verdict
from kerrcheck.fitting import day_agrees

_TWO = 2
_DAYS = ("weekday", "date", "today")


def set_elsewhere(case: Case) -> bool:
    """Whether the sentence of a margin names another edition or town, or an earlier time."""
    claim, discourse = case.claim, case.discourse
    refs = (*claim.context.refs, *claim.context.near)
    away = any(not {*ref.editions} & {*discourse.focus} for ref in refs)
    return away or claim.context.past or any(discourse.parts[claim.part].sentence.kind("offset", "ago"))


def met(case: Case) -> list[Difference]:
    """How far apart any two of those a margin's sentence names were in every contest that both were in, up to the article's day."""
    claim, outings, day = case.claim, case.discourse.outings, case.discourse.day
    actors = (*case.discourse.parts[claim.part].actors, *(a for a in (claim.owner, claim.other) if a is not None))
    found = []
    for a, b in combinations(dict.fromkeys(id_ for actor in actors for id_ in actor.ids[:_TWO]), 2):
        theirs = {o.setting.key(): o for o in outings.of(b)}
        shared = ((o, theirs[o.setting.key()]) for o in outings.of(a) if o.setting.key() in theirs)
        found += [d for one, two in shared if not day or not one.day or one.day <= day for d in outings_apart(one, two, 0)]
    return found


def met_there(case: Case) -> list[Difference]:
    """How far apart those a margin's sentence names, else the one before, were in the finals of the edition that it is set in."""
    claim, discourse = case.claim, case.discourse
    named = {e for r in (*claim.context.refs, *claim.context.near) if len(r.editions) == 1 for e in r.editions}
    there = named or {*claim.context.carried_editions}
    for first in (claim.part, max(0, claim.part - 1)):
        ids = dict.fromkeys(id_ for part in discourse.parts[first : claim.part + 1] for a in part.actors for id_ in a.ids[:_TWO])
        outings = [o for id_ in ids for o in discourse.outings.of(id_) if o.setting.competition in there and o.round == "final"]
        pairs = [(a, b) for a, b in combinations(outings, 2) if a.setting == b.setting and a.person != b.person]
        if len(there) == 1 and pairs:
            return [d for one, two in pairs for d in outings_apart(one, two, 0)]
    return []


def told_there(case: Case, difference: Difference) -> bool:
    """Whether the words of a margin name the competition in which two met, or are set in that one edition."""
    held = {f.setting.competition for f in difference.facts if f.setting}
    context = case.claim.context
    carried = context.carried_editions if len(context.carried_editions) == 1 else ()
    named = {e for r in (*context.refs, *context.near) for e in r.editions}
    return not held.isdisjoint({e for r in context.refs for e in r.editions} if context.refs else named | {*carried})


def of_another_event(case: Case, verdict: Verdict) -> bool:
    """Whether what a margin was held against was run in another event than the last one that its sentence, or the one before, names."""
    parts = case.discourse.parts[max(0, case.claim.part - 1) : case.claim.part + 1]
    named = [m for part in parts for m in part.sentence.kind("event") if m.i < case.claim.i]
    events = {e for m in named[-1:] for e in m.value}
    run = {f.setting.event for f in verdict.facts if f.setting}
    return bool(events and run) and run.isdisjoint(events) and not _slip(case, verdict)


def on_another_day(case: Case, verdict: Verdict) -> bool:
    """Whether the words around a margin name a day on which nothing that it was held against was run: `Compare Tuesday, when ...`."""
    discourse, told = case.discourse, [m for m in case.claim.context.days if m.kind in _DAYS]
    run = [c.day for f in verdict.facts if f.setting and (c := discourse.store.contest(f.setting.key())) is not None and c.day]
    return bool(told and run) and not any(day_agrees(discourse, m, day) is not False for m in told for day in run)


def _slip(case: Case, verdict: Verdict) -> bool:
    """Whether a margin is written with the figures of the right one, in another order or place."""
    written, meant = (sorted(c for c in text if c.isdigit() and c != "0") for text in (str(case.claim.value.milli), *verdict.answers[:1]))
    return written == meant


def of_one_of_them(case: Case) -> bool:
    """Whether a margin is that of one of several, by their order: `silver and bronze for Peru, the first of them 2.91 back`."""
    low, sets, sentence = case.discourse.tokens.low, case.discourse.lexicon.sets, case.discourse.parts[case.claim.part].sentence
    before = range(sentence.begins(sentence.segment(case.claim.i)), case.claim.i - 1)
    return any(low[t] in sets["shared_out"] and low[t + 1] in sets["of"] for t in before)
