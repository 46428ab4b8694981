"""What comes of mutants: the true texts, each slip put in alone and judged, and the sums."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.accuracy.ground import Ground, Mutant
from benchmarks.accuracy.mutators import MUTATORS
from benchmarks.accuracy.scene import scene
from canonical import judged, loud, mended, store, words
from marking import Mark, answers, articles, overlap

from kerrcheck.findings import Finding
from kerrcheck.text import Span

ARTICLES = Path(__file__).parents[2] / "articles"
PUBLISHED = re.compile(r"^published: (\S+)$", re.MULTILINE)
IN_TWO_PLACES = ("rivals exchanged",)
# The pages are about Games that ended on this day.
PAGES_DAY = "2021-12-31"


class Text(NamedTuple):
    """A true text: its name, its words, its day, and the places that nobody vouches for."""

    name: str
    text: str
    published: str
    unsure: tuple[Span, ...] = ()


class Trial(NamedTuple):
    """What came of one slip."""

    text: str
    kind: str
    start: int
    right: str
    wrong: str
    found: bool
    mended: bool
    around: str
    told: str

    def key(self) -> tuple[str, str, int, str]:
        """What makes it the same slip in two revisions."""
        return self.text, self.kind, self.start, self.wrong


class Bench(NamedTuple):
    """What came of them all."""

    trials: tuple[Trial, ...]
    alarms: tuple[str, ...]
    words: int

    @property
    def hits(self) -> int:
        """How many slips were found."""
        return sum(trial.found for trial in self.trials)

    @property
    def recall(self) -> float:
        """The share of the slips that were found."""
        return self.hits / max(len(self.trials), 1)

    @property
    def even(self) -> float:
        """The mean of the classes' recalls: each class counts the same."""
        kinds = sorted({trial.kind for trial in self.trials})
        shares = [[trial.found for trial in self.trials if trial.kind == kind] for kind in kinds]
        return sum(sum(share) / len(share) for share in shares) / max(len(shares), 1)

    @property
    def fixes(self) -> float:
        """The share of the found slips for which the true words are proposed, of those that one proposal can mend."""
        found = [trial.mended for trial in self.trials if trial.found and trial.kind not in IN_TWO_PLACES]
        return sum(found) / max(len(found), 1)

    @property
    def alarm_rate(self) -> float:
        """False alarms in a thousand true words."""
        return 1000 * len(self.alarms) / max(self.words, 1)


def ours() -> Iterator[Text]:
    """Our marked articles with every error put right, without those held out (`tests/test_articles.py` tells of their alarms)."""
    for folder in sorted(path for path in ARTICLES.iterdir() if path.is_dir() and not path.name.startswith("held-out")):
        for article in articles(folder):
            day = PUBLISHED.search(article.corrected)
            if day:
                yield Text(f"{folder.name}/{article.name}", article.corrected, day[1], article.unmended)


def pages(folder: Path) -> Iterator[Text]:
    """The pages of the test material."""
    for path in sorted(folder.rglob("*.txt")):
        yield Text(path.stem.removeprefix("Athletics_at_the_"), path.read_text("utf-8"), PAGES_DAY)


def bench(texts: Iterable[Text], each: int, seed: int, only: str = "", most: int | None = None) -> Bench:
    """The bench over some texts, with so many slips of each class in each of them, and at most so many of each class in all."""
    read = list(texts)
    before = {text.name: loud(judged(text.text, text.published)) for text in read}
    slips = [(text, mutant) for text in read for mutant in mutants(text, each, seed, only)]
    known = {
        name: {(f.check, words_at(f, read_text)) for f in found} for (name, found), read_text in zip(before.items(), read, strict=True)
    }
    trials = [tried(text, mutant, known[text.name]) for text, mutant in (slips if most is None else few(slips, most, seed))]
    alarms = [
        f"{text.name} {f.check} {around(text.text, f.span)} {f.message}"
        for text in read
        for f in before[text.name]
        if not any(overlap(f.span, s) for s in text.unsure)
    ]
    return Bench(tuple(trials), tuple(alarms), sum(len(text.text.split()) for text in read))


def words_at(finding: Finding, text: Text) -> str:
    """The words of a text that a finding is about."""
    return text.text[slice(*finding.span)]


def few(slips: list[tuple[Text, Mutant]], most: int, seed: int) -> list[tuple[Text, Mutant]]:
    """At most so many of each class, drawn by class alone."""
    kinds: dict[str, list[tuple[Text, Mutant]]] = {}
    for text, mutant in slips:
        kinds.setdefault(mutant.kind, []).append((text, mutant))
    return [slip for kind, found in sorted(kinds.items()) for slip in Random(f"{seed}:{kind}").sample(found, min(most, len(found)))]


def planted() -> Iterator[Trial]:
    """What comes of the errors that are planted in our marked articles."""
    for folder in sorted(path for path in ARTICLES.iterdir() if path.is_dir()):
        for article in articles(folder):
            findings = loud(judged(article.text))
            for mark in article.marks:
                mine = [f for f in findings if answers(f, mark)]
                wanted = article.text[: mark.span.start] + mark.right + article.text[mark.span.end :]
                fixed = bool(mark.right) and wanted in {mended(article.text, f) for f in mine}
                wrong = article.text[slice(*mark.span)]
                name, kind = f"{folder.name}/{article.name}", f"planted: {mark.category}"
                yield Trial(name, kind, mark.span.start, mark.right, wrong, bool(mine), fixed, around(article.text, mark.span), "")


def mutants(text: Text, each: int, seed: int, only: str = "") -> Iterator[Mutant]:
    """The slips of a text, of each class at most so many, drawn by text and class alone."""
    seen = scene(store(), text.name, text.text, text.published)
    for mutator in MUTATORS:
        name = getattr(mutator, "__name__", "")
        found = {m.span: m for m in mutator(Ground(seen, store(), Random(f"{seed}:{text.name}:{name}")))}
        some = [m for m in found.values() if not any(overlap(m.span, s) for s in text.unsure) and m.kind.startswith(only)]
        yield from Random(f"{seed}:{text.name}").sample(some, min(each, len(some)))


def tried(text: Text, mutant: Mutant, known: set[tuple[str, str]]) -> Trial:
    """What comes of a slip; what was said of the true text does not count."""
    start, end = mutant.span
    changed = text.text[:start] + mutant.wrong + text.text[end:]
    report = judged.__wrapped__(changed, text.published)
    span = Span(start, start + len(mutant.wrong))
    fresh = [f for f in loud(report) if (f.check, words(report, f)) not in known]
    shift = len(mutant.wrong) - (end - start)
    blamable = [span, *(Span(s.start + shift * (s.start > start), s.end + shift * (s.start > start)) for s in mutant.also)]
    mine = [f for f in fresh if any(answers(f, Mark(place, "", "")) for place in blamable)]
    said = [f"{f.check} on {words(report, f)!r}" for f in fresh if f not in mine]
    read = [f"{c.kind} {c.verdict} ({c.reason})" for c in report.claims if overlap(c.span, span)]
    told = "; ".join(["else: " + ", ".join(said)] * bool(said) + read) or "nothing read"
    fixed = text.text in {mended(changed, f) for f in mine}
    return Trial(text.name, mutant.kind, start, text.text[start:end], mutant.wrong, bool(mine), fixed, around(changed, span), told)


def around(text: str, span: Span) -> str:
    """Some words with what stands beside them."""
    return f"…{text[max(0, span.start - 90) : span.start]}⟦{text[span.start : span.end]}⟧{text[span.end : span.end + 60]}…".replace(
        "\n", " "
    )
