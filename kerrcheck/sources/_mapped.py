"""Mapped cells: what a row of a table says by field, as the mapping of its columns tells."""

import re
from pathlib import Path

from kerrcheck.sources import Trouble
from kerrcheck.sources._mapping import Mapping, Outing
from kerrcheck.sources._records_of import Record

_MISREAD = re.compile("[\xc2-\xc5][\x80-\xbf]")


class Cells:
    """What one row says, by field."""

    def __init__(self, path: Path, record: Record, outing: Outing, mapping: Mapping) -> None:
        self._path, self._record, self._outing, self._values = path, record, outing, mapping.values

    def __call__(self, field: str) -> str:
        """The value of a field, blank where the row has none; text that was decoded wrongly once is mended."""
        column = self._outing.columns.get(field)
        text = self._record.cells.get(column.lower(), "") if column else self._outing.constants.get(field, "")
        text = _mended(" ".join(text.split()))
        return self._values.get(field, {}).get(text, text)

    def trouble(self, field: str, expected: str) -> Trouble:
        """What was expected in a field."""
        column = self._outing.columns.get(field, field).lower()
        place = list(self._record.cells).index(column) + 1 if column in self._record.cells else 1
        return Trouble(f"{self._path}:{self._record.line}:{place}: expected {expected}, found {self(field)[:80]!r}")


def _mended(text: str) -> str:
    """Text that was written in UTF-8 and read as Latin-1, as it was meant."""
    if not _MISREAD.search(text):
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
