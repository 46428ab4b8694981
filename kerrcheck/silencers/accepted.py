"""Names that the desk's list accepts, in their scope."""

import re
from collections.abc import Iterator

from kerrcheck.findings import Report
from kerrcheck.selection import families
from kerrcheck.settings import Settings
from kerrcheck.silencers import Silencer
from kerrcheck.text import Span

_FAMILY = "names"
_POSSESSIVE = r"(?:['’]s?)?"


def silencers(report: Report, settings: Settings) -> Iterator[Silencer]:
    """One for each accepted name that the text has; what a list accepts elsewhere too is not unused here."""
    checks = families()[_FAMILY]
    wanted = settings.accepted if any(finding.check in checks for finding in report.findings) else ()
    for name in (name for name in wanted if name.name in report.text):
        found = re.finditer(rf"(?<!\w){re.escape(name.name)}{_POSSESSIVE}(?!\w)", report.text)
        places = tuple(Span(*match.span()) for match in found)
        if places:
            yield Silencer("accepted", checks, places, places[0], name.reason, name.until, within=True, owed=False, place=name.place)
