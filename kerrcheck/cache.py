"""The cache: reports kept from one run to the next, by the article's bytes and everything that they depend on.

It holds no word of an article: an entry is a report without its text, sealed with the article itself (`kerrcheck.sealing`), under a
name that is a digest. What cannot be read or written, or is damaged, is as if it were not there. Entries are written beside their place
and moved there, so that two runs at once do not disturb each other; the longest unused go when there are too many.
"""

import os
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from kerrcheck import __version__, canon, checkout, sealing
from kerrcheck.findings import Report
from kerrcheck.parcel import packed, unpacked

FOLDER = "KERRCHECK_CACHE_DIR"
_MOST = 256 * 1024 * 1024
_DAY = 86400
_SUFFIX = ".report"


def folder() -> Path:
    """Where reports are kept for a user: what the environment says, else the platform's place for caches."""
    asked = os.environ.get(FOLDER)
    return Path(asked) if asked else canon.cache_dir() / "reports"


def circumstances(*parts: Any) -> bytes:
    """What reports depend on besides the article, as bytes that are the same in every run: this program and the parts given."""
    return repr((__version__, checkout.program(), *map(_told, parts))).encode("utf-8", "surrogateescape")


def _told(value: Any) -> Any:
    """A value in a form whose writing is always the same: sets and tables in order."""
    if isinstance(value, dict):
        return "dict", sorted((str(key), repr(_told(one))) for key, one in value.items())
    if isinstance(value, set | frozenset):
        return "set", sorted(repr(_told(one)) for one in value)
    if isinstance(value, Collection) and not isinstance(value, str | bytes):
        return type(value).__name__, [_told(one) for one in value]
    return value


class Cache:
    """The reports kept in one folder."""

    def __init__(self, place: Path, most: int = _MOST) -> None:
        self._place, self._most = place, most
        self._made: set[str] = set()
        self.written = 0

    def found(self, mark: sealing.Seal, text: str, path: str) -> Report | None:
        """The report kept under a seal, on the text and path it is asked for; None where there is none."""
        try:
            with open(self._entry(mark.name), "rb") as file:
                content = file.read()
                self._used(file.fileno())
            return unpacked(sealing.opened(content, mark.key), text, path)
        except (OSError, ValueError):
            return None

    def keep(self, mark: sealing.Seal, report: Report) -> None:
        """Keep a report under a seal; nothing where that cannot be done."""
        entry = self._entry(mark.name)
        beside = f"{entry}.{os.getpid()}.tmp"
        try:
            self._prepared(os.path.dirname(entry))
            with open(beside, "wb") as file:
                file.write(sealing.closed(packed(report), mark.key))
            os.replace(beside, entry)
            self.written += 1
        except OSError:
            with suppress(OSError):
                os.unlink(beside)

    def trim(self) -> None:
        """Throw away what was longest unused, where there is too much; also what a stopped run left half-written."""
        entries = sorted(self._entries())
        total = sum(size for _, size, _ in entries)
        room = self._most * 3 // 4 if total > self._most else total
        for used, size, path in entries:
            if total > room or (not path.endswith(_SUFFIX) and used < time.time() - _DAY):
                with suppress(OSError):
                    os.unlink(path)
                total -= size

    def _entry(self, name: str) -> str:
        return os.path.join(self._place, name[:2], name[2:] + _SUFFIX)

    def _prepared(self, place: str) -> None:
        """Make a folder of the cache, readable for its user only."""
        if place not in self._made:
            os.makedirs(self._place, mode=0o700, exist_ok=True)
            os.makedirs(place, mode=0o700, exist_ok=True)
            self._made.add(place)

    def _used(self, file: int) -> None:
        """Note that an entry was of use, once a day."""
        if os.fstat(file).st_mtime < time.time() - _DAY:
            with suppress(OSError, NotImplementedError, TypeError):
                os.utime(file)

    def _entries(self) -> list[tuple[float, int, str]]:
        """When each file of the cache was last of use, its size and its path."""
        found: list[tuple[float, int, str]] = []
        with suppress(OSError):
            for inside in [entry.path for entry in os.scandir(self._place) if entry.is_dir() and len(entry.name) == 2]:
                found += [(e.stat().st_mtime, e.stat().st_size, e.path) for e in os.scandir(inside) if _SUFFIX in e.name]
        return found
