"""Continuing: a discourse in which only the paragraphs that changed are read again, in the context that they stand in.

Whom and what the text before them left on stage is taken over from the last whole reading; the paragraph behind them is read for what
it tells of them, but no claims are taken from it. What follows is left out: a whole reading comes when the typing pauses.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import Any, TypeVar

from kerrcheck.actors import Stage
from kerrcheck.cast import Cast
from kerrcheck.discourse import Discourse, Part
from kerrcheck.editor.changes import Change
from kerrcheck.entity import Person
from kerrcheck.mentions import Mention
from kerrcheck.referring import references
from kerrcheck.scanning import scan
from kerrcheck.sentences import Sentence, sentences
from kerrcheck.text import Document
from kerrcheck.thread import Thread
from kerrcheck.words import Tokens

_BLANK, _NAMESAKES = "·", 40
T = TypeVar("T")


class Superseded(Exception):  # noqa: N818 (nothing went wrong)
    """The text has changed while it was read."""


class Parts(list[Part]):
    """The sentences of a discourse, of which only some are read for claims, and only while the reading is still wanted.

    Who goes through them finds nothing in those before `shown` and behind it; who asks for one by its number gets it.
    """

    def __init__(self, parts: Sequence[Part], wanted: Callable[[], bool], shown: range | None = None) -> None:
        super().__init__(parts)
        self.wanted = wanted
        self._seen = list(parts) if shown is None else [p if n in shown else _nothing(p) for n, p in enumerate(parts)]

    def __iter__(self) -> Iterator[Part]:
        for part in self._seen:
            self._go_on()
            yield part

    def __getitem__(self, at: Any) -> Any:
        self._go_on()
        return super().__getitem__(at)

    def _go_on(self) -> None:
        if not self.wanted():
            raise Superseded


def continued(old: Discourse, document: Document, tokens: Tokens, change: Change) -> Discourse:
    """The old discourse up to the paragraphs that changed, then those as they are now, and the one after them."""
    told = copy(old)
    told.document, told.tokens, told.claims = document, _ended(tokens, change), []
    mentions, people = scan(_masked(told.tokens, change), old.lexicon, old.store)
    told.calendar = _loose(old.calendar)
    told.calendar.editions = _loose(old.calendar.editions)
    fresh = _fresh(told.tokens, mentions, change, old.lexicon.sets)
    told.sentences = [*old.sentences[: change.sentences], *fresh]
    refs = [references(told.tokens, s.mentions, told.calendar, old.lexicon.sets) for s in fresh]
    told.refs = [*old.refs[: change.sentences], *refs]
    _introduce(told, old, mentions, people, change)
    thread = _resumed(told, old, change)
    told.parts = [*old.parts[: change.sentences], *(told.part(s, r, thread) for s, r in zip(fresh, refs, strict=True))]
    return told


def _ended(tokens: Tokens, change: Change) -> Tokens:
    """The tokens up to the end of the paragraph after the change, with the quotations in what changed."""
    view, c = copy(tokens), change.c
    for name in ("start", "end", "raw", "low", "stem", "sentence", "paragraph", "quoted"):
        setattr(view, name, getattr(tokens, name)[:c])
    view.first = [t for t in tokens.first if t < c]
    view.quotes = [q for q in tokens.quotes if change.after.start <= q.start < change.after.end]
    return view


def _masked(tokens: Tokens, change: Change) -> Tokens:
    """The tokens with blanks for those before the change, so that recognisers see what is new and each keeps its number."""
    view, a = copy(tokens), change.a
    for name in ("raw", "low", "stem"):
        setattr(view, name, [_BLANK] * a + getattr(tokens, name)[a:])
    view.first = [t for t in tokens.first if t >= a]
    view.sentence = [0] * a + [n - change.sentences for n in tokens.sentence[a:]]
    return view


def _fresh(tokens: Tokens, mentions: list[Mention], change: Change, sets: Mapping[str, frozenset[str]]) -> list[Sentence]:
    """The sentences that are read again, numbered as in the whole text."""
    made = sentences(_masked(tokens, change), mentions, sets)
    return [s._replace(number=s.number + change.sentences) for s in made]


def _introduce(told: Discourse, old: Discourse, mentions: list[Mention], people: Mapping[str, Person], change: Change) -> None:
    """Introduce everybody whom the text names now, in its order; of those whom only what has changed named, nobody is left."""
    before, after = _around(old, change)
    ids, known = _ids(mentions), _ids([*before, *after])
    told.store.about(sorted(ids - known))
    told.cast = cast = Cast({**people, **old.cast.people}, told.outings, told.day)
    cast.events = frozenset(e for m in (*before, *mentions, *after) if m.kind == "event" for e in m.value)
    cast.focus, cast.field, cast.company, cast.ever = old.cast.focus, old.cast.field, old.cast.company.copy(), old.cast.ever.copy()
    here = {x for x in ids - known if any(told.in_focus(o.setting.competition, o.day) for o in told.outings.of(x))}
    cast.entrants = frozenset({x for x in old.cast.entrants if x in known} | {x for x in ids if x in old.cast.entrants} | here)
    cast.meet(_names(mentions) - _names(m for s in old.sentences for m in s.mentions))
    for tokens, some in ((old.tokens, before), (told.tokens, mentions)):
        cast.introduce(tokens, some)
    placed = {*cast.named_at}
    cast.introduce(old.tokens, after)
    # Whoever is named only behind what is read again is named in no paragraph of it, wherever that was in the old text.
    cast.named_at.update({id_: len(told.tokens) + len(old.tokens) for id_ in cast.named_at if id_ not in placed})
    _suspect(told, old, mentions, change)


def _around(old: Discourse, change: Change) -> tuple[list[Mention], list[Mention]]:
    """The mentions of the old text before the paragraphs that changed, and behind those that are read again."""
    return (
        [m for s in old.sentences[: change.sentences] for m in s.mentions],
        [m for s in old.sentences[change.sentences :] if s.a >= change.rest for m in s.mentions],
    )


def _ids(mentions: Iterable[Mention]) -> set[str]:
    """The people whom names may mean, as far as there are not too many of one name."""
    return {x for m in mentions if m.kind == "person" for x in m.value.ids if len(m.value.ids) <= _NAMESAKES or m.value.how == "full"}


def _suspect(told: Discourse, old: Discourse, mentions: list[Mention], change: Change) -> None:
    """The misspelt names of the text, those around the change as they were told before."""
    cast = told.cast
    told.suspects = [s for s in old.suspects if s.mention.j <= change.a]
    for s in told.suspects:
        cast.suspect(s.mention, s.person)
    for s in old.suspects:
        if s.mention.i >= change.rest:
            cast.add(s.person)
    told.suspects += told.suspected(mentions)


def _names(mentions: Iterable[Mention]) -> set[tuple[str, ...]]:
    """Whom the names among mentions may mean."""
    return {m.value.ids for m in mentions if m.kind == "person" and m.value.how in ("full", "family") and m.value.ids}


def _resumed(told: Discourse, old: Discourse, change: Change) -> Thread:
    """Put on stage whoever was there before the change, and take up the thread."""
    thread, n = Thread(told.tokens, told.lexicon), change.sentences
    told.stage = Stage(told.tokens, told.lexicon, told.cast, told.store, told.day)
    told.stage.topic = old.parts[n].topic if n < len(old.parts) else old.stage.topic
    for part in old.parts[:n]:
        for actor in part.actors:
            told.stage._remember(actor)
        thread.enter(part.sentence)
        thread.leave(part.sentence, part.refs)
    return thread


def _nothing(part: Part) -> Part:
    """A part in whose place nothing is read."""
    sentence = part.sentence.holding([])._replace(b=part.sentence.a, segments=[0], opens=[""])
    return part._replace(sentence=sentence, actors=[], refs=[])


def _loose(thing: T) -> T:
    """A copy that may be added to: its lists, sets and tables are its own, and so are the lists in its tables."""
    made = copy(thing)
    for name, value in vars(thing).items():
        if isinstance(value, dict) and type(value) is dict:
            setattr(made, name, {key: list(one) if isinstance(one, list) else one for key, one in value.items()})
        elif isinstance(value, dict | list | set):
            setattr(made, name, copy(value))
    return made
