"""Reading verdicts: of claims drawn from those read in the five source articles, how many a person who read them found right.

`reading/verdicts.toml` holds the verdicts, one for a claim (kind, words, subject and value, all of them right or not). The draw takes
the claims whose hashes with SEED are the lowest, so a claim more or less in the articles changes little of it. Claims drawn that have
no verdict are unread; where they are more than a tenth, read them: `python -m pytest tests/test_reading_verdicts.py -s` prints them.
"""

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from canonical import sources

SEED, DRAWN = "claims-1500", 60
RIGHT, UNREAD = 0.95, 0.10
VERDICTS = Path(__file__).parent / "reading" / "verdicts.toml"


class Place(NamedTuple):
    """A claim, as far as a verdict is about it: the article's number, its offsets, its kind and its subject (empty for none)."""

    doc: str
    start: int
    end: int
    kind: str
    subject: str

    def lot(self) -> str:
        """What the draw sorts it by."""
        return sha256(f"{SEED}:{self}".encode()).hexdigest()


class Drawn(NamedTuple):
    """What a drawn claim says: its words, its value, and the competition it is taken to be about."""

    words: str
    value: Any
    competition: str | None


@pytest.fixture(scope="session")
def drawn(material: Path) -> dict[Place, Drawn]:
    """The drawn claims."""
    every = {
        Place(name[:3], *claim.span, claim.kind, claim.subject[0] if claim.subject else ""): Drawn(
            report.text[claim.span.start : claim.span.end], claim.value, claim.context.get("competition")
        )
        for name, report in sources(material).items()
        for claim in report.claims
    }
    return {place: every[place] for place in sorted(sorted(every, key=Place.lot)[:DRAWN])}


def verdicts() -> dict[Place, dict[str, Any]]:
    """The verdicts."""
    rows: list[dict[str, Any]] = tomllib.loads(VERDICTS.read_text("utf-8"))["claim"]
    return {Place(row["doc"], row["start"], row["end"], row["kind"], row["subject"]): row for row in rows}


def test_most_of_the_drawn_claims_have_been_read(drawn: dict[Place, Drawn]) -> None:
    unread = [place for place in drawn if place not in verdicts()]
    for place in unread:
        print(f"UNREAD {' '.join(map(str, place))}: {drawn[place]}")
    print(f"drawn claims without a verdict: {len(unread)}/{len(drawn)}")
    assert len(unread) <= UNREAD * len(drawn), "read these and write their verdicts"


def test_the_claims_that_were_read_are_right(drawn: dict[Place, Drawn]) -> None:
    """Kind, words, subject and value; how many are also about the right competition is printed."""
    read = {place: verdict for place, verdict in verdicts().items() if place in drawn}
    right = [place for place, verdict in read.items() if verdict["right"]]
    placed = [place for place in right if drawn[place].competition in (None, read[place].get("competition", drawn[place].competition))]
    for place in read:
        if place not in placed:
            print(f"{'ELSEWHERE' if place in right else 'WRONG'} {' '.join(map(str, place))}: {drawn[place]}")
    print(f"claims found right: {len(right)}/{len(read)} = {len(right) / len(read):.3f}, of the right competition too {len(placed)}")
    assert len(right) / len(read) >= RIGHT
