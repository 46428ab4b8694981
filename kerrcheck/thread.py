"""Thread: the event, sex, round and editions that a text carries on with from one sentence to the next."""

from kerrcheck.competitions import CompetitionRef
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.words import Tokens

_FIELD, _FIRST = ("jump", "throw"), "heat"


class Thread:
    """What the sentences read so far leave to the next one; the round and the editions last as long as the paragraph."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens, self.lexicon = tokens, lexicon
        self.events: tuple[str, ...] = ()
        self.sex: str | None = None
        self.editions: tuple[str, ...] = ()
        self.round: str | None = None
        self.paragraph = -1

    def enter(self, sentence: Sentence) -> None:
        """Let go of what a new paragraph does not carry on with, and of the rounds of a sentence that are those of attempts."""
        if sentence.paragraph != self.paragraph:
            self.editions, self.round, self.paragraph = (), None, sentence.paragraph
        events = {e for m in sentence.kind("event") for e in m.value} or {*self.events}
        attempts = [m for m in sentence.mentions if self._attempts(m)]
        if attempts and events and all((e := self.lexicon.events.get(id_)) and e.family in _FIELD for id_ in events):
            sentence.mentions[:] = [m for m in sentence.mentions if m not in attempts]
            sentence.asked.clear()

    def _attempts(self, m: Mention) -> bool:
        """Whether `first round` is, in a field event, that of the attempts."""
        return m.kind == "round" and m.value == _FIRST and self.tokens.low[m.j - 1] in self.lexicon.sets["round_nouns"]

    def leave(self, sentence: Sentence, refs: list[CompetitionRef]) -> None:
        """Take up what a sentence names; a quotation passes on the sex only."""
        sexes = [m.value for m in sentence.kind("sex")]
        self.sex = sexes[-1] if sexes else self.sex
        if sentence.quoted:
            return
        events = [m.value for m in sentence.kind("event")]
        if events:
            self.events = events[0] if sentence.heading else events[-1]
        rounds = [m.value for m in sentence.kind("round")]
        self.round = rounds[-1] if rounds else self.round
        self.editions = (refs[0].editions if refs else ()) or self.editions
