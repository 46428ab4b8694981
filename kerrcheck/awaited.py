"""Awaited: finals of the text's own day that it only looks forward to, so that what is on record of them is not told yet."""

from collections.abc import Iterable, Iterator

from kerrcheck.mentions import Mention
from kerrcheck.outings import Outings
from kerrcheck.sentences import Sentence
from kerrcheck.store import Store

_LOOKING = ("planned", "expected")
_NOW = "0"
_TELLING = ("placing", "finish", "take", "medal", "order", "quantity")


def awaited(sentences: list[Sentence], store: Store, outings: Outings, focus: Iterable[str], day: str | None) -> frozenset[str]:
    """The contests of a day at the editions reported whose final is `tonight's` and still to come, none of its marks being told."""
    events = {e for s in sentences for e in _ahead(s)} if day else set()
    if not events:
        return frozenset()
    today = (c for id_ in focus for c in store.contests(id_) if c.day == day and c.setting.event in events)
    finals = [c.key for c in today if (c.setting.round or "").startswith("final")]
    told = {m.value.milli for s in sentences for m in s.kind("quantity")}
    return frozenset(key for key in finals if not any(o.mark and o.mark.milli in told for o in outings.within(key)))


def _ahead(sentence: Sentence) -> Iterator[str]:
    """The events whose final of today a sentence looks forward to, or that a heading names without telling how it ended."""
    days = [m for m in sentence.kind("today") if m.value == _NOW]
    looking = any(m.value in _LOOKING for m in sentence.kind("modal")) if days else False
    if not looking and (not sentence.heading or any(sentence.kind(*_TELLING))):
        return
    rounds = [m for m in sentence.kind("round") if m.value == "final"]
    for event in sentence.kind("event"):
        if any(_beside(event, day, final) for day in days for final in rounds):
            yield from event.value


def _beside(event: Mention, day: Mention, final: Mention) -> bool:
    """Whether an event, a day and a round are one phrase: `tonight's 800m final`, `the 800m final tonight`."""
    return event.j == final.i and (0 <= event.i - day.j <= 1 or final.j == day.i)
