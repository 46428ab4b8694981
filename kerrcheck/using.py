"""What the lines of a text say of a word that names their contest."""

from kerrcheck.checks import Case
from kerrcheck.fitting import Misfit
from kerrcheck.lines import Line
from kerrcheck.mentions import Mention


def agreed(case: Case, m: Mention) -> Line | None:
    """A line that a mention fits."""
    return next((line for line, miss in case.uses.get((m.i, m.kind), []) if miss is None and line.best and not line.best.misfits), None)


def missed(case: Case, m: Mention) -> tuple[Line, Misfit] | None:
    """The one line that says a mention is wrong, where none says it is right and all that say so agree."""
    if agreed(case, m):
        return None
    found = [(line, miss) for line, miss in case.uses.get((m.i, m.kind), []) if miss is not None and line.sure and line.instead is None]
    if not found or len({str(miss.right) for _, miss in found}) > 1:
        return None
    line, miss = found[0]
    return (line, miss) if line.best and len(line.best.misfits) == 1 else None
