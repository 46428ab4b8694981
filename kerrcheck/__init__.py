"""kerrcheck: holds what a sports article says beside what is on record, and says where the two part."""

from collections.abc import Sequence
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kerrcheck.findings import Report

__version__ = "0.1.0"
__all__ = ["__version__", "verify"]


def verify(
    text: str, *, published: str | None = None, facts: str | PathLike[str] | Sequence[str | PathLike[str]] | None = None
) -> "Report":
    """The report on one article: its claims with their verdicts, and its findings.

    `text` is the article as it lies on disk, front matter included. `published` is the ISO day it is judged on; left out, the day is
    taken from the text. `facts` names further compiled stores or folders of fact files, laid over the shipped canon in their order.
    The report has the same content as the JSON of `kerrcheck verify`; offsets count characters of `text`.

    Raises `kerrcheck.errors.KerrcheckError` where a store cannot be read or `published` is no day.
    """
    from kerrcheck.batch import judged_text

    layers = [facts] if isinstance(facts, str | PathLike) else list(facts or ())
    return judged_text(text, published, [str(layer) for layer in layers])
