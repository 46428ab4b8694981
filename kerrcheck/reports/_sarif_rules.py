"""The checks as SARIF rules: what each finds, why it matters, what it flags and what it leaves alone."""

from collections.abc import Iterable
from typing import Any

from kerrcheck.findings import Finding
from kerrcheck.manual import Entry, entry
from kerrcheck.selection import every_check

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
_ROOM = 1024


def rules(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """A rule for every check, in the order of their names, then for what readers found in the files themselves."""
    entries = sorted((entry(module) for module in every_check()), key=lambda one: one.name)
    known = {one.name for one in entries}
    others = {finding.check: finding for finding in found if finding.check not in known}
    return [_rule(one) for one in entries] + [_rule(_note(others[name])) for name in sorted(others)]


def _note(finding: Finding) -> Entry:
    """The entry on a finding that no check made."""
    title = f"{finding.check.replace('-', ' ').capitalize()}: a note on the file, not on what it says."
    return Entry(finding.check, finding.family, finding.severity, title, "", (), (), ())


def _rule(one: Entry) -> dict[str, Any]:
    """A check's entry in the manual as a rule."""
    return {
        "id": one.name,
        "name": "".join(part.capitalize() for part in one.name.split("-")),
        "shortDescription": {"text": one.title},
        "fullDescription": {"text": _cut(" ".join(f"{one.title} {one.why}".split()))},
        "help": {"text": _help(one), "markdown": _help(one, "**", "- ")},
        "defaultConfiguration": {"level": LEVELS[one.severity]},
        "properties": {"tags": [one.family], "problem.severity": _PROBLEMS[one.severity]},
    }


def _help(one: Entry, strong: str = "", point: str = "  ") -> str:
    """The entry in running text or, with its signs, in Markdown; «wrong → right» marks the words that an example is about."""
    parts = [f"{strong}{one.title}{strong}", one.why]
    for title, examples in (("Flags", one.flags), ("Leaves alone", one.allows), ("Authority", one.authority)):
        if examples:
            blank = "\n" if strong else ""
            parts.append("\n".join([f"{title}:{blank}", *(f"{point}{example}" for example in examples)]))
    return "\n\n".join(part for part in parts if part)


def _cut(text: str) -> str:
    """No more text than code scanning takes."""
    return text if len(text) <= _ROOM else text[: text.rindex(" ", 0, _ROOM - 1)] + "…"
