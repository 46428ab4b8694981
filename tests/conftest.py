"""What many tests need: the material beside the checkout, a report to render, a command line with a stand-in pipeline."""

import os
from pathlib import Path
from typing import ClassVar

import pytest

from kerrcheck.findings import ClaimRecord, Finding, Report, Shown, Suggestion
from kerrcheck.members import members
from kerrcheck.reports import Failure, Run
from kerrcheck.text import Span

ROOT = Path(__file__).parent.parent
# A command that is first imported while something is stood in for would keep the stand-in.
COMMANDS = tuple(members("commands"))

ARTICLE = """Kerr settles for silver again

Josh Kerr of Britain, the world champion, was second in 3:27.97, 0.41 seconds adrift of the American Cole Hocker, whose 3:27.65 was an \
Olympic record. Jakob Ingebrightsen was fourth in 3:28.24, and Norway went home without a medal in the event on Wednesday night.

He had led for most of the way.
"""


@pytest.fixture(scope="session")
def material() -> Path:
    """The folder of test material; tests that need it are skipped, saying so, where it is absent."""
    folder = Path(os.environ.get("KERRCHECK_MATERIAL") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("no test material: KERRCHECK_MATERIAL is not set and no folder of that kind lies beside the checkout")
    return folder


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Reports that tests make are kept where nobody else looks."""
    os.environ["KERRCHECK_CACHE_DIR"] = str(tmp_path_factory.mktemp("reports"))


class StandIn:
    """A store, as far as a report asks for one."""

    id = "5a17"
    facts = 1234
    sources = 21
    complete_to = "2025-12-31"


class Layers(StandIn):
    """A store whose id says which layers it has; what was opened is kept."""

    opened: ClassVar[list[tuple[tuple[str, ...], bool]]] = []

    def __init__(self, paths: tuple[str, ...], canon: bool) -> None:
        self.opened.append((tuple(paths), canon))
        self.id = "+".join([*(["canon"] if canon else []), *(Path(path).name for path in paths)])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder; judging and the stores are stood in for."""
    from test_cli import examine

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kerrcheck.pipeline.examine", examine)
    monkeypatch.setattr("kerrcheck.layers.opened", lambda paths, canon=True: Layers(paths, canon))
    return tmp_path


def put(folder: Path, files: dict[str, str]) -> None:
    """Write files of some texts below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def span(text: str, words: str) -> Span:
    """The first place of some words in a text."""
    at = text.index(words)
    return Span(at, at + len(words))


def finding(text: str, words: str, replacement: str | None = None, **fields: object) -> Finding:
    """A finding on some words of a text."""
    place = span(text, words)
    fix = Suggestion(place, replacement) if replacement else None
    given = {"check": "wrong-mark", "family": "results", "severity": "error", "message": f"{words} is wrong.", "span": place}
    return Finding(**{**given, "suggestion": fix, "expected": replacement, **fields})


def claim(number: int, words: str, verdict: str, reason: str | None = None) -> ClaimRecord:
    """A claim on some words of the article."""
    context = {"event": "1500m", "sex": "men", "round": "final", "competition": "2024-olympic-games"}
    subject = ("josh-kerr", "Josh Kerr")
    trace = ("owner: the nearest name before it", "contest: carried from the headline")
    return ClaimRecord(f"c{number}", "result-mark", span(ARTICLE, words), subject, words, "asserted", context, verdict, reason, (), trace)


@pytest.fixture
def report() -> Report:
    """A report with a finding of every shape."""
    kerr = Shown("f1", "3:27.79", "results", "Results of the Games", "2024-08-10", "results.toml:12", "men's 1500m final, 2024-08-06")
    hocker = Shown("f2", "3:27.65", "results", "Results of the Games", "2024-08-10", "results.toml:11", "men's 1500m final, 2024-08-06")
    one, two = (
        Shown("f4", "led to the last ten metres", "a", "First paper"),
        Shown("f5", "led to the straight", "b", "Second paper", "2024-08-07"),
    )
    findings = (
        finding(ARTICLE, "3:27.97", "3:27.79", message="Josh Kerr ran 3:27.79 in this final.", evidence=(kerr,), claim="c1"),
        finding(
            ARTICLE,
            "0.41",
            "0.14",
            check="wrong-margin",
            message="This is not the difference of the two marks.",
            related=((span(ARTICLE, "3:27.97"), "from this mark"), (span(ARTICLE, "3:27.65"), "to this one")),
            evidence=(kerr, hocker),
            sum="0.41 s: 3:27.79 − 3:27.65 = 0.14 s",
        ),
        finding(ARTICLE, "Ingebrightsen", "Ingebrigtsen", check="misspelt-name", family="names", severity="warning"),
        finding(
            ARTICLE, "led", check="conflicting-description", family="coherence", severity="info", answers=("a", "b"), evidence=(one, two)
        ),
    )
    verdicts = (
        [("supported", None)] * 6 + [("contradicted", None)] * 3 + [("conflicting", "sources differ"), ("not-checkable", "an opinion")]
    )
    verdicts += [("unverified", reason) for reason in ("no day is known", "no whole record", "no whole record", "x", "y")]
    claims = tuple(claim(number, "3:27.97", *verdict) for number, verdict in enumerate(verdicts, 1))
    unread = ((span(ARTICLE, "3:28.24"), "mark"), (span(ARTICLE, "Wednesday"), "day"))
    return Report("drafts/kerr [bold]1[/].txt", ARTICLE, "2024-08-07", "text", len(ARTICLE.split()), claims, findings, unread)


@pytest.fixture
def run(report: Report) -> Run:
    """A run over one article."""
    return Run((report,), (), StandIn())


@pytest.fixture
def failed_run(report: Report) -> Run:
    """A run over two articles of which one could not be read."""
    quiet = report._replace(path="quiet.txt", findings=(), claims=(), unread=())
    return Run((report, quiet), (Failure("gone.txt", "gone.txt: no such file"),), StandIn())
