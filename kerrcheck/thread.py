"""Thread: the event, sex, round and editions that a text carries on with from one sentence to the next."""

from kerrcheck.competitions import CompetitionRef
from kerrcheck.sentences import Sentence


class Thread:
    """What the sentences read so far leave to the next one; the round and the editions last as long as the paragraph."""

    def __init__(self) -> None:
        self.events: tuple[str, ...] = ()
        self.sex: str | None = None
        self.editions: tuple[str, ...] = ()
        self.round: str | None = None
        self.paragraph = -1

    def enter(self, sentence: Sentence) -> None:
        """Let go of what a new paragraph does not carry on with."""
        if sentence.paragraph != self.paragraph:
            self.editions, self.round, self.paragraph = (), None, sentence.paragraph

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
