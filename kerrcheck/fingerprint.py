"""Fingerprints: what stays the same of a finding while the rest of its file is edited."""

import json
import unicodedata
from collections import Counter
from hashlib import blake2b

from kerrcheck.findings import ClaimRecord, Finding, Report
from kerrcheck.text import Span

_BYTES = 16


def fingerprints(report: Report) -> tuple[str, ...]:
    """A fingerprint for each finding, in their order: 32 hexadecimal digits, no two of one report alike.

    It is made of the check, of the claim (its kind, subject, context and words as written), of the wrong words, and of how many
    findings like it stand before it in the text; never of lines, offsets, messages, severities or the path.
    """
    claims = {claim.id: claim for claim in report.claims}
    keys = [_key(report.text, finding, claims.get(finding.claim or "")) for finding in report.findings]
    seen: Counter[str] = Counter()
    made = [""] * len(keys)
    for number in sorted(range(len(keys)), key=lambda n: (report.findings[n].span, n)):
        made[number] = blake2b(f"{keys[number]} {seen[keys[number]]}".encode(), digest_size=_BYTES).hexdigest()
        seen[keys[number]] += 1
    return tuple(made)


def _key(text: str, finding: Finding, claim: ClaimRecord | None) -> str:
    """What a finding is about, as plain ASCII in which no part can run into the next."""
    about = [claim.kind, claim.subject and claim.subject[0], sorted(claim.context.items()), _words(text, claim.span)] if claim else None
    return json.dumps([finding.check, about, _words(text, finding.span)])


def _words(text: str, span: Span) -> str:
    """The words of a span, however they are spaced, broken into lines or composed."""
    return unicodedata.normalize("NFC", " ".join(text[span.start : span.end].split()))
