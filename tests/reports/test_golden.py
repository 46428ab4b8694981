"""One report, rendered by every format, compared whole. KERRCHECK_GOLDEN=write writes the files anew, to be read before they are kept."""

import os
import re
from pathlib import Path

import pytest

from kerrcheck import __version__
from kerrcheck.members import member, names
from kerrcheck.reports import Page, Run

HERE = Path(__file__).parent


def settled(text: str) -> str:
    """A report without what a release or a new check changes: the version, and the texts and numbers of SARIF's rules."""
    text = text.replace(f'"{__version__}"', '"VERSION"')
    text = re.sub(r'(?<="rules": \[\n).*?(?=\]\}\},\n)', "RULES", text, flags=re.DOTALL)
    return re.sub(r'"ruleIndex": \d+', '"ruleIndex": NUMBER', text)


def compare(path: Path, text: str) -> None:
    if os.environ.get("KERRCHECK_GOLDEN") == "write":
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


@pytest.mark.parametrize("name", names("reports"))
def test_a_run_with_findings_is_rendered_as_kept(name: str, run: Run) -> None:
    text = "".join(member("reports", name).render(run, Page(80)))
    compare(HERE / f"{name}.golden", settled(text))


@pytest.mark.parametrize("name", names("reports"))
def test_a_run_over_several_files_is_rendered_as_kept(name: str, failed_run: Run) -> None:
    text = "".join(member("reports", name).render(failed_run, Page(60)))
    compare(HERE / f"{name}_several.golden", settled(text))
