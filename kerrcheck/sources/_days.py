"""Days as data sets write them."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN = re.compile(r"(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]* (\d{4})$", re.ASCII)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*)?$", re.ASCII)


def iso(text: str) -> str | None:
    """A day, month or year as ISO; None for anything else, days that no calendar has among it."""
    text = text.strip()
    if m := _ISO.match(text):
        return _on_calendar("-".join(filter(None, m.groups())))
    if (m := _WRITTEN.match(text)) and m[2].lower() in _MONTHS:
        month = f"{m[3]}-{_MONTHS.index(m[2].lower()) + 1:02d}"
        return _on_calendar(f"{month}-{int(m[1]):02d}" if m[1] else month)
    return None


def _on_calendar(found: str) -> str | None:
    """A day, month or year, if there is such a one."""
    try:
        date.fromisoformat(f"{found}-01-01"[:10])
    except ValueError:
        return None
    return found


def day(text: str) -> str | None:
    """A whole day as ISO; None for anything less."""
    found = iso(text)
    return found if found and len(found) == 10 else None
