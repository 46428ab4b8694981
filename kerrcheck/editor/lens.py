"""Lens: the line above a text that says how much of it was checked."""

from lsprotocol import types

from kerrcheck.coverage import counted
from kerrcheck.editor.answers import Answer
from kerrcheck.findings import VERDICTS, Report


def lenses(answer: Answer) -> list[types.CodeLens]:
    """The one lens of a text, on its first line; none where it could not be read."""
    if answer.report is None:
        return []
    start = types.Position(0, 0)
    return [types.CodeLens(types.Range(start, start), types.Command(title(answer.report), ""))]


def title(report: Report) -> str:
    """The claims by what became of them: `14 claims: 9 supported, 1 contradicted, 4 unverified`."""
    if not report.claims:
        return "No claim was read: nothing was checked"
    told = [f"{report.count(verdict)} {verdict.replace('-', ' ')}" for verdict in VERDICTS if report.count(verdict)]
    return f"{counted(len(report.claims), 'claim')}: {', '.join(told)}"
