"""A report as bytes and back, without its text and path: what is kept of it from one run to the next."""

import io
import pickle
from importlib import import_module
from typing import Any

from kerrcheck.findings import Report

_OURS = "kerrcheck."


def packed(report: Report) -> bytes:
    """The bytes of a report, without the article's text and path."""
    return pickle.dumps(report._replace(text="", path=""), 5)


def unpacked(content: bytes, text: str, path: str) -> Report:
    """The report that bytes hold, on the text and path it belongs to; raises ValueError where they hold none."""
    try:
        report: Report = _Reader(io.BytesIO(content)).load()
        return report._replace(text=text, path=path)
    except Exception as error:
        raise ValueError("no report is in these bytes") from error


class _Reader(pickle.Unpickler):
    """Reads plain values and the records of this package; nothing that could do anything."""

    def find_class(self, module: str, name: str) -> Any:
        """A record of ours by its name; raises UnpicklingError for anything else."""
        found = getattr(import_module(module), name, None) if module.startswith(_OURS) and "." not in name else None
        if isinstance(found, type) and issubclass(found, tuple):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")
