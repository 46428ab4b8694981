"""Gold claims: how many claims of the five source articles are read, by a claim of the right kind and about the right subject.

`python -m pytest tests/test_gold_claims.py -s` prints the figures by type and every claim that is missed.
"""

import json
import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from canonical import sources

from kerrcheck.findings import ClaimRecord, Report

FLOOR = 0.80
MAPPING = tomllib.loads((Path(__file__).parent / "gold_mapping.toml").read_text("utf-8"))
Gold = dict[str, Any]


@pytest.fixture(scope="session")
def gold(material: Path) -> list[Gold]:
    """The gold claims that the measure takes."""
    every: list[Gold] = json.loads((material / "gold" / "claims.json").read_text("utf-8"))
    return [one for one in every if one["type"] not in MAPPING["left_out"]]


def identity(name: str) -> str:
    """The id of a name, as natural keys have it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def people_of(gold: list[Gold]) -> set[str]:
    """The people among the subjects of the gold: those that are named by given name and surname."""
    named = {part for one in gold for part in one["subject"].split(" & ")}
    return {name for name in named if re.fullmatch(r"[A-Z][a-z]+ [A-Z]\w+", name)} - set(MAPPING["no_people"])


def subjects(one: Gold, people: set[str]) -> set[str]:
    """The ids of those a gold claim may be about: its subject, in a relation the other one too; empty where it is about nobody."""
    if not any(name in one["subject"] for name in people):
        return set()
    said = one["subject"]
    if one["type"] in MAPPING["relations"]:
        said += f" {one['predicate']} {one['value']}"
    return {identity(name) for name in people if name in said}


def read_by(one: Gold, report: Report, wanted: set[str]) -> list[ClaimRecord]:
    """The claims that stand for a gold claim."""
    kinds = MAPPING["kinds"][one["type"]]
    return [
        claim
        for claim in report.claims
        if claim.kind in kinds
        and claim.span.start < one["char_end"]
        and one["char_start"] < claim.span.end
        and (not wanted or claim.kind in MAPPING["impersonal"] or (claim.subject is not None and claim.subject[0] in wanted))
    ]


def near(one: Gold, report: Report) -> str:
    """What was read on the words of a gold claim instead."""
    over = [c for c in report.claims if c.span.start < one["char_end"] and one["char_start"] < c.span.end]
    return ", ".join(f"{c.kind} of {c.subject[0] if c.subject else 'nobody'}" for c in over) or "nothing"


def test_every_type_of_the_gold_is_mapped_to_kinds_of_ours(gold: list[Gold]) -> None:
    kinds = {path.stem.replace("_", "-") for path in (Path(__file__).parent.parent / "kerrcheck" / "claims").glob("[a-z]*.py")}
    assert {one["type"] for one in gold} == set(MAPPING["kinds"])
    assert {kind for mapped in MAPPING["kinds"].values() for kind in mapped} <= kinds


def test_the_articles_are_the_ones_that_the_gold_is_about(material: Path, gold: list[Gold]) -> None:
    texts = {name: report.text for name, report in sources(material).items()}
    assert all(texts[one["doc"]][one["char_start"] : one["char_end"]] == one["span_text"] for one in gold)


def test_claims_of_the_gold_are_read(material: Path, gold: list[Gold]) -> None:
    people, total, found = people_of(gold), Counter[str](), Counter[str]()
    for one in gold:
        report = sources(material)[one["doc"]]
        total[one["type"]] += 1
        if read_by(one, report, subjects(one, people)):
            found[one["type"]] += 1
        else:
            print(f"MISS {one['id']} {one['type']:<15} {one['subject']}: {one['span_text']!r}; read there: {near(one, report)}")
    for kind in sorted(total):
        print(f"  {kind:<15} {found[kind]:>3}/{total[kind]:<3} {found[kind] / total[kind]:.2f}")
    print(f"gold claims read: {found.total()}/{total.total()} = {found.total() / total.total():.3f}")
    assert found.total() / total.total() >= FLOOR
