"""Draw the README's picture: the real report on the demonstration article, as an SVG beside this script."""

import os
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from kerrcheck.batch import jobs, run
from kerrcheck.planning import Plan
from kerrcheck.reports import Page
from kerrcheck.reports.rich import render
from kerrcheck.settings import Options

HERE = Path(__file__).parent
ARTICLE = "data/articles/paris-1500m.txt"
WIDTH = 96


def main() -> None:
    """Write the picture."""
    os.chdir(HERE.parent)
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    plan = Plan(Options(isolated=True))
    report = "".join(render(run(jobs([ARTICLE], plan)[0], plan), Page(WIDTH, colour=True)))
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True, color_system="truecolor")
        console.print(Text.from_ansi(f"$ kerrcheck verify {ARTICLE}\n\n{report}"))
        picture = console.export_svg(title="kerrcheck", unique_id="kerrcheck")
    (HERE / "report.svg").write_text(re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL), "utf-8")


if __name__ == "__main__":
    main()
