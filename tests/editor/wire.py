"""A real client over a real pipe: the library's own, with what the server sends it kept in order."""

import ast
import asyncio
import sys
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient

T = TypeVar("T")
PATIENCE = 60

PULLS = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        diagnostic=types.DiagnosticClientCapabilities(),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
    ),
    workspace=types.WorkspaceClientCapabilities(
        diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
        code_lens=types.CodeLensWorkspaceClientCapabilities(refresh_support=True),
    ),
)


def counting(*encodings: types.PositionEncodingKind) -> types.ClientCapabilities:
    """An editor that counts columns in one of some ways."""
    return types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=list(encodings)))


class Editor:
    """An editor with a server of its own; every method waits for what it asks."""

    def __init__(self, capabilities: types.ClientCapabilities | None = None, root: Path | None = None) -> None:
        self.runner = asyncio.Runner()
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.asked: list[str] = []
        self.said: list[str] = []
        self.versions: dict[str, int] = {}
        self.client = LanguageClient("tests", "1")
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.told.put_nowait(params))  # noqa: PLW0108
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self.said.append(params.message))
        self.client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)(lambda params: self.asked.append("diagnostics"))
        self.client.feature(types.WORKSPACE_CODE_LENS_REFRESH)(lambda params: self.asked.append("lenses"))
        self.run(self.client.start_io(sys.executable, "-m", "kerrcheck", "lsp"))
        params = types.InitializeParams(capabilities or types.ClientCapabilities(), root_uri=root.as_uri() if root else None)
        self.server = self.run(self.client.initialize_async(params)).capabilities
        self.client.initialized(types.InitializedParams())

    def run(self, waiting: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(asyncio.wait_for(waiting, PATIENCE))

    def open(self, uri: str, text: str, language: str = "plaintext") -> None:
        self.versions[uri] = 1
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text)))

    def change(self, uri: str, *changes: types.TextDocumentContentChangeEvent) -> None:
        self.versions[uri] += 1
        place = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(place, list(changes)))

    def type(self, uri: str, line: int, column: int, words: str, over: int = 0) -> None:
        range_ = types.Range(types.Position(line, column), types.Position(line, column + over))
        self.change(uri, types.TextDocumentContentChangePartial(range_, words))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def published(self) -> types.PublishDiagnosticsParams:
        return self.run(self.told.get())

    def whole(self, uri: str) -> list[types.Diagnostic]:
        """The last diagnostics that come before the editor has been left alone for a while."""
        found, until = self.published(), time.monotonic() + 1.5
        while time.monotonic() < until or not self.told.empty():
            try:
                found = self.runner.run(asyncio.wait_for(self.told.get(), 1))
            except TimeoutError:
                continue
        assert (found.uri, found.version) == (uri, self.versions[uri])
        return list(found.diagnostics)

    def pulled(self, uri: str, previous: str | None = None) -> Any:
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri), previous_result_id=previous)
        return self.run(self.client.text_document_diagnostic_async(params))

    def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        return self.run(self.client.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), position)))

    def lens(self, uri: str) -> str:
        lenses = self.run(self.client.text_document_code_lens_async(types.CodeLensParams(types.TextDocumentIdentifier(uri)))) or ()
        return "; ".join(one.command.title for one in lenses if one.command)

    def actions(self, uri: str, range_: types.Range) -> dict[str, types.CodeAction]:
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), range_, types.CodeActionContext([]))
        return {one.title: one for one in self.run(self.client.text_document_code_action_async(params)) or ()}

    def execute_offered(self, action: types.CodeAction | types.Command) -> None:
        """Execute the command of an action; this client's library takes an action that has one for the command itself."""
        told = ast.literal_eval(action.command) if isinstance(action.command, str) else {}
        self.execute(types.Command(**told) if told else action.command)

    def execute(self, command: types.Command) -> None:
        params = types.ExecuteCommandParams(command.command, command.arguments)
        self.run(self.client.workspace_execute_command_async(params))

    def leave(self) -> tuple[int, str]:
        """The server's status and what it said on standard error."""
        self.run(self.client.shutdown_async(None))
        self.client.exit(None)
        return self.gone()

    def gone(self) -> tuple[int, str]:
        process = self.client._server
        assert process is not None
        assert process.stderr is not None
        said = self.run(process.stderr.read()).decode()
        status = self.run(process.wait())
        self.run(self.client.stop())
        process._transport.close()
        self.run(asyncio.sleep(0.01))
        self.runner.close()
        return status, said
