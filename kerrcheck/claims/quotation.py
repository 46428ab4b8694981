"""Words in quotation marks and who said them: `said X`, `X told ...`, `he added`, or carried on from the quotation before."""

from collections.abc import Iterator

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.text import Span

_FEWEST, _NEAR = 3, 8


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every quotation of three words or more; the value is its text, the owner its speaker."""
    tokens = discourse.tokens
    speaker, last = None, -2
    for span in tokens.quotes:
        i, j = tokens.at(span.start), tokens.at(span.end)
        if j - i < _FEWEST:
            continue
        paragraph = tokens.paragraph[i]
        said = _said(discourse, i, j)
        carried = speaker if paragraph == last or (paragraph == last + 1 and _alone(discourse, span)) else None
        speaker, last = said or carried, paragraph
        how = "said" if said else "continued" if speaker else "speaker unknown"
        yield Claim("quotation", i, j, _inner(discourse, span), speaker, tokens.sentence[i], trace=(how,))


def _inner(discourse: Discourse, span: Span) -> str:
    """The words of a quotation without its marks and the stop before the closing one."""
    return discourse.document.text[span.start : span.end].strip("“”\"' \n\r").rstrip(",")


def _said(discourse: Discourse, i: int, j: int) -> Actor | None:
    """Who says the tokens i to j: the person beside the nearest verb of saying around them."""
    tokens = discourse.tokens
    first, last = tokens.sentence[i], tokens.sentence[min(j, len(tokens) - 1)]
    around = [(part, m) for part in discourse.parts[max(first - 1, 0) : last + 2] for m in _saying(discourse, part)]
    before = [(i - m.j, part, m) for part, m in around if m.j <= i]
    after = [(m.i - j, part, m) for part, m in around if m.i >= j]
    near = [(gap, part, m) for gap, part, m in [*after, *before] if gap <= _NEAR and tokens.paragraph[m.i] == tokens.paragraph[i]]
    found = ((_beside(discourse, part, m)) for _, part, m in sorted(near, key=lambda x: (x[0], x[2].i)))
    return next((actor for actor in found if actor), None)


def _saying(discourse: Discourse, part: Part) -> Iterator[Mention]:
    """The verbs of saying of a sentence, outside quotations."""
    return (m for m in part.sentence.kind("say") if not discourse.tokens.quoted[m.i])


def _beside(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """The person right after a verb of saying, else the nearest subject before it."""
    actors = [a for a in part.actors if a.ids and not discourse.tokens.quoted[a.i]]
    after = next((a for a in actors if 0 <= a.np - m.j <= 1 and a.role == "subject"), None)
    if after and after.how in ("full", "family", "given", "epithet", "pronoun"):
        return after
    return next((a for a in reversed(actors) if a.j <= m.i and a.role != "object" and m.i - a.j <= _NEAR), None)


def _alone(discourse: Discourse, span: Span) -> bool:
    """Whether a quotation opens its paragraph."""
    text, at = discourse.document.text, span.start
    while at and text[at - 1].isspace() and text[at - 1] not in "\n\r":
        at -= 1
    return not at or text[at - 1] in "\n\r"
