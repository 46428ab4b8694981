"""The server: the features of the language server protocol, each answered from the desk."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from kerrcheck import __version__
from kerrcheck.editor import hovering, lens, mending
from kerrcheck.editor.answers import Answer, Text
from kerrcheck.editor.desk import Desk
from kerrcheck.editor.diagnostics import diagnostics
from kerrcheck.editor.positions import changed
from kerrcheck.editor.rules import accept
from kerrcheck.errors import KerrcheckError
from kerrcheck.files import endings

_ENDINGS = {"markdown": ".md", "html": ".html", "plaintext": ".txt", "text": ".txt"}
# The library keeps texts of its own, whose lines end where ours do not (U+2028, NEL) and whose columns it cuts short.
_OURS = (types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CHANGE, types.TEXT_DOCUMENT_DID_CLOSE)


class Server(LanguageServer):
    """A language server over a desk. Diagnostics are pushed to editors that do not ask for them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("kerrcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.desk = desk
        self.desk.told = self._told
        for name in _OURS:
            self.protocol.fm.builtin_features.pop(name)
        self._shown: dict[str, tuple[list[types.Diagnostic], str]] = {}

    @property
    def pulls(self) -> bool:
        """Whether the editor asks for diagnostics itself, and can be told to ask again."""
        return self._can("text_document.diagnostic")

    def text(self, uri: str, version: int, language: str, text: str) -> Text:
        """A version of a text, its columns counted as was agreed upon."""
        encoding = self.workspace.position_encoding
        return Text(uri, version, language, text, str(getattr(encoding, "value", encoding)))

    def hide(self, uri: str) -> None:
        """Take back what was shown of a text that is closed."""
        self._shown.pop(uri, None)
        if not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def can_be_told(self) -> bool:
        """Whether an editor that asks for diagnostics can be told to ask once more."""
        return self._can("workspace.diagnostics.refresh_support")

    def complain(self, message: str) -> None:
        """Show the operator what can be mended."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def _told(self, answer: Answer) -> None:
        """Show a new answer, where it differs from what is shown."""
        uri, shown = answer.of.uri, diagnostics(answer)
        before = self._shown.get(uri)
        now = (shown, lens.title(answer.report) if answer.report else "")
        self._shown[uri] = now
        if not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, answer.of.version))
        elif answer.whole and before and before[0] != shown and self.can_be_told():
            self.workspace_diagnostic_refresh(None)
        if answer.whole and before and before[1] != now[1] and self._can("workspace.code_lens.refresh_support"):
            self.workspace_code_lens_refresh(None)

    def _can(self, path: str) -> bool:
        """Whether the editor has a capability."""
        found: Any = self.client_capabilities
        for name in path.split("."):
            found = getattr(found, name, None)
        return bool(found)


def server(desk: Desk) -> Server:
    """The server with its features."""
    made = Server(desk)
    for feature, handler in _FEATURES.items():
        made.feature(feature)(handler)  # type: ignore[type-var]
    made.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, types.DiagnosticOptions(False, False, "kerrcheck"))(_diagnostic)
    made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))(_actions)
    made.command(mending.ACCEPT)(_accept)
    return made


def path_of(uri: str, language: str) -> str:
    """The path that a text is read under: its file's, with the ending of its language where it has none."""
    path = to_fs_path(uri) or urlsplit(uri).path or "untitled"
    return path if Path(path).suffix else path + _ENDINGS.get(language, ".txt")


def _read_here(uri: str, language: str) -> bool:
    """Whether a text is an article, by its language or by its file's ending."""
    return language in _ENDINGS or Path(path_of(uri, language)).suffix.lower() in endings()


def _open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Take up a text."""
    it = params.text_document
    if _read_here(it.uri, it.language_id):
        ls.desk.open(ls.text(it.uri, it.version, it.language_id, it.text), path_of(it.uri, it.language_id))


def _change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Take up what was typed; changes of a text that is not open are nobody's."""
    draft = ls.desk.drafts.get(params.text_document.uri)
    if draft is not None:
        old = draft.text
        text = changed(old.text, params.content_changes, old.encoding)
        ls.desk.change(draft, old._replace(version=params.text_document.version, text=text))


def _close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Let go of a text, whatever is being read of it."""
    if params.text_document.uri in ls.desk.drafts:
        ls.desk.close(params.text_document.uri)
        ls.hide(params.text_document.uri)


async def _diagnostic(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """The diagnostics of a text; of all that was read of it for an editor that could not be told of better ones."""
    found = await ls.desk.answer(params.text_document.uri, whole=not ls.can_be_told())
    if found is None:
        return types.RelatedFullDocumentDiagnosticReport([])
    number = str(found[1].number)
    if params.previous_result_id == number:
        return types.RelatedUnchangedDocumentDiagnosticReport(number)
    return types.RelatedFullDocumentDiagnosticReport(diagnostics(found[1]), result_id=number)


async def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about the findings in a range."""
    found = await ls.desk.answer(params.text_document.uri)
    return mending.actions(found[1], params.range, found[0].path) if found else []


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """What is on record about a place."""
    found = await ls.desk.answer(params.text_document.uri)
    asked = getattr(ls.client_capabilities.text_document, "hover", None)
    markdown = types.MarkupKind.Markdown in (getattr(asked, "content_format", None) or ())
    return hovering.hover(found[1], params.position, markdown=markdown) if found else None


async def _lenses(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    """How much of a text was checked."""
    found = await ls.desk.answer(params.text_document.uri)
    return lens.lenses(found[1]) if found else []


def _accept(ls: Server, uri: str, name: str) -> None:
    """Add a name to the desk's list, and read everything again."""
    draft = ls.desk.drafts.get(uri)
    try:
        if draft is not None:
            accept(name, draft.path, ls.desk.options)
    except KerrcheckError as error:
        ls.complain(str(error))
    ls.desk.anew()


def _renew(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:  # noqa: ARG001 (which file it is makes no difference)
    """Read everything again: a configuration or a list that the editor watches has changed."""
    ls.desk.anew()


def _stop(ls: Server, params: None) -> None:  # noqa: ARG001 (the library gives it)
    """Give up every reading before the server is told to go."""
    ls.desk.drop()


_FEATURES = {
    types.TEXT_DOCUMENT_DID_OPEN: _open,
    types.TEXT_DOCUMENT_DID_CHANGE: _change,
    types.TEXT_DOCUMENT_DID_CLOSE: _close,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_CODE_LENS: _lenses,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _renew,
    types.SHUTDOWN: _stop,
}
