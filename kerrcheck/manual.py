"""What a check's docstring says: its title, why it is there, examples that it flags, and such that it must leave alone."""

import inspect
from types import ModuleType
from typing import NamedTuple

from kerrcheck.members import public_name

_SECTIONS = ("Flags", "Allows", "Authority")


class Entry(NamedTuple):
    """One check of the manual; examples mark the wrong words and what should stand there as «wrong → right»."""

    name: str
    family: str
    severity: str
    title: str
    why: str
    flags: tuple[str, ...]
    allows: tuple[str, ...]
    authority: tuple[str, ...]


def entry(module: ModuleType) -> Entry:
    """The manual's entry on a check."""
    doc = inspect.cleandoc(module.__doc__ or "")
    head, _, rest = doc.partition("\n")
    why, sections = _divided(rest)
    return Entry(public_name(module), module.FAMILY, module.SEVERITY, head.strip(), why, *(tuple(sections.get(s, ())) for s in _SECTIONS))


def _divided(text: str) -> tuple[str, dict[str, list[str]]]:
    """The running text, and the examples by section; an example may go on over indented lines, a blank line ends it."""
    why: list[str] = []
    sections: dict[str, list[str]] = {}
    here = ""
    fresh = True
    for line in text.splitlines():
        if line.removesuffix("::") in _SECTIONS and line.endswith("::"):
            here, fresh = line.removesuffix("::"), True
            sections[here] = []
        elif not here or (line.strip() and not line.startswith(" ")):
            here = ""
            why.append(line)
        elif not line.strip():
            fresh = True
        elif fresh:
            sections[here].append(line.strip())
            fresh = False
        else:
            sections[here][-1] += " " + line.strip()
    return "\n".join(why).strip(), sections
