"""Counted records: `his 14th world record`, `the sixth world record of her life`."""

from collections.abc import Iterator

from kerrcheck.actors import Actor
from kerrcheck.discourse import Discourse
from kerrcheck.mentions import Mention
from kerrcheck.recordsaid import cited

_LEAST = 2


def counted_records(discourse: Discourse) -> Iterator[tuple[int, Mention, Mention, Actor | None]]:
    """The sentence's number, the ordinal and the head of every record that is counted, and whose it is as far as a word says."""
    for number, quoted, _ in cited(discourse):
        phrase = quoted.phrase
        ordinal = next((m for m in discourse.parts[number].sentence.kind("ordinal") if m.j == phrase.i and m.value >= _LEAST), None)
        if ordinal is not None and len(phrase.scopes) == 1 and not discourse.tokens.gap(phrase.i).strip():
            yield number, ordinal, phrase.head, quoted.who
