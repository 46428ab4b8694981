"""Editor: a keystroke, and a whole article of 4 KB, answered over the wire by a warm server; beside a cold proselint on the same text.

`python tests/benchmarks/editor.py [ARTICLE] [--rounds 40]`, with kerrcheck[lsp] and, for the last ratio, proselint installed beside the
Python that runs it. A keystroke is a letter typed into each paragraph in turn, timed until the first diagnostics of that version come. A
whole reading is one of a text that the server has not seen, timed from its opening; nothing waits for the pause. Both are measured in turn.
"""

import argparse
import asyncio
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parent.parent.parent
SIZE, PATIENCE = 4000, 60
sys.path.insert(0, str(ROOT / "tests"))


def article() -> str:
    """An article of 4 KB: our own articles with their slips put right, one after the other, cut at a paragraph."""
    from marking import articles

    text = "\n\n".join(one.corrected.strip() for one in articles(ROOT / "tests" / "articles" / "paris1500"))
    return text[: text.index("\n", SIZE - 200)] + "\n"


class Editor:
    """An editor that is told the diagnostics of what it opens."""

    def __init__(self) -> None:
        self.client = LanguageClient("benchmark", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.told.put_nowait(params))  # noqa: PLW0108

    async def start(self) -> None:
        """Start the server."""
        await self.client.start_io(sys.executable, "-m", "kerrcheck", "lsp")
        await self.client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        self.client.initialized(types.InitializedParams())

    async def answered(self, uri: str, version: int) -> float:
        """When the first diagnostics of a version came."""
        while True:
            told = await asyncio.wait_for(self.told.get(), PATIENCE)
            if (told.uri, told.version) == (uri, version):
                return time.perf_counter()

    async def opened(self, uri: str, text: str) -> float:
        """Seconds until a text is answered that is opened."""
        begun = time.perf_counter()
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "plaintext", 1, text)))
        return await self.answered(uri, 1) - begun

    async def typed(self, uri: str, version: int, at: types.Position, words: str, over: int = 0) -> float:
        """Seconds until a keystroke is answered."""
        range_ = types.Range(at, types.Position(at.line, at.character + over))
        place = types.VersionedTextDocumentIdentifier(version=version, uri=uri)
        begun = time.perf_counter()
        change = types.TextDocumentContentChangePartial(range_, words)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(place, [change]))
        return await self.answered(uri, version) - begun

    def close(self, uri: str) -> None:
        """Close a text."""
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    async def leave(self) -> None:
        """Stop the server."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


async def measured(text: str, path: Path, rounds: int) -> list[tuple[float, float, float]]:
    """Seconds for a keystroke, a whole reading and a run of proselint, in turn; the first two rounds are not counted."""
    editor, uri = Editor(), "file:///desk/typed.txt"
    await editor.start()
    await editor.opened(uri, text)
    lines = [number for number, line in enumerate(text.split("\n")) if len(line) > 60 and number > 5]
    taken = []
    for number in range(rounds + 2):
        at = types.Position(lines[number % len(lines)], 40)
        stroke = await editor.typed(uri, 2 * number + 2, at, "x")
        await editor.typed(uri, 2 * number + 3, at, "", over=1)
        await asyncio.sleep(0.8)  # the whole reading that follows the pause is over
        other = f"file:///desk/{number}.txt"
        whole = await editor.opened(other, text)
        editor.close(other)
        taken.append((stroke, whole, cold(path)))
    await editor.leave()
    return taken[2:]


def cold(path: Path) -> float:
    """Seconds that proselint takes in a process of its own; 0 where it is not installed."""
    command = Path(sys.executable).parent / "proselint"
    if not command.exists():
        return 0
    begun = time.perf_counter()
    subprocess.run([str(command), "check", str(path)], capture_output=True, check=False)
    return time.perf_counter() - begun


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=40)
    asked = parser.parse_args()
    text = asked.article.read_text("utf-8") if asked.article else article()
    with TemporaryDirectory() as folder:
        path = Path(folder, "article.txt")
        path.write_text(text, "utf-8")
        taken = asyncio.run(measured(text, path, asked.rounds))
    stroke, whole, other = (statistics.median(column) for column in zip(*taken, strict=True))
    print(f"{len(text.encode()):,} bytes: keystroke {1000 * stroke:.1f} ms, whole {1000 * whole:.1f} ms (medians of {len(taken)} rounds)")
    print(f"keystroke : whole {stroke / whole:.2f} (wanted: at most 0.2)")
    if other:
        print(f"cold proselint {1000 * other:.1f} ms; whole : proselint {whole / other:.2f} (wanted: below 1)")
    else:
        print(f"proselint is not installed; run {Path(sys.executable).parent / 'pip'} install proselint")


if __name__ == "__main__":
    main()
