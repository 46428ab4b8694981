"""The configuration file that is nearest to an article: looked for upward from its folder to the root of the file system.

In one folder `kerrcheck.toml` comes before `pyproject.toml`; a `pyproject.toml` without a table of ours is passed over. Where there is
nothing to find, the search costs two questions to the file system for each folder on the way and imports nothing.
"""

import os
import re

from kerrcheck.settings import FOUND_IN

# A file in which none of this stands cannot have our table, however it is written: as a header, a dotted key or an inline table.
_TABLE = rb"""(?m)^\s*\[*\s*["']?tool["']?\s*\.\s*["']?kerrcheck\b|^\s*\[\s*["']?tool["']?\s*\]|^\s*["']?tool["']?\s*="""


class Nearest:
    """Finds the nearest configuration; what is above a folder is looked for once."""

    def __init__(self) -> None:
        self._above: dict[str, str | None] = {}

    def to(self, path: str) -> str | None:
        """The configuration file nearest to a file, None where there is none."""
        passed: list[str] = []
        folder, found = os.path.dirname(os.path.abspath(path)), None
        while folder not in self._above:
            passed.append(folder)
            found = _in(folder)
            if found or folder == os.path.dirname(folder):
                break
            folder = os.path.dirname(folder)
        found = found or self._above.get(folder)
        self._above.update(dict.fromkeys(passed, found))
        return found


def _in(folder: str) -> str | None:
    """The configuration file in a folder."""
    own, shared = (os.path.join(folder, name) for name in FOUND_IN)
    return own if os.path.isfile(own) else shared if os.path.isfile(shared) and _has_table(shared) else None


def _has_table(path: str) -> bool:
    """Whether a `pyproject.toml` has a table of ours; one that cannot be read or is broken is not ours to complain of."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return False
    if not re.search(_TABLE, content):
        return False
    import tomllib

    try:
        return "kerrcheck" in tomllib.loads(content.decode("utf-8")).get("tool", {})
    except (ValueError, AttributeError, TypeError):
        return b"tool.kerrcheck" in content
