"""Source articles: read by the same stages as an article under test, once for whom and what they name, then for what they claim."""

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path

from kerrcheck.canon import data_dir
from kerrcheck.discourse import Discourse
from kerrcheck.discovery import discovered
from kerrcheck.entity import Name, Place
from kerrcheck.fact import Source
from kerrcheck.files import endings
from kerrcheck.files import read as read_file
from kerrcheck.learning import asserted, derived, represented
from kerrcheck.lexicon import Lexicon
from kerrcheck.memory import store_of
from kerrcheck.packs import compile_packs
from kerrcheck.pipeline import read as claims
from kerrcheck.publication import dated
from kerrcheck.sources import Item, Wording
from kerrcheck.sources._sheet import Sheet
from kerrcheck.sources._world import cities, nations, organisations, venues
from kerrcheck.store import Store
from kerrcheck.text import Document

_TIER, _TITLE, _LINES, _MOST = 3, 90, 5, 4
_SHEETS = (nations, cities, organisations, venues)


def accepts(path: Path) -> bool:
    """Whether this is an article: a file that a reader has for its own, and no notice in capitals such as a README."""
    return path.suffix.lower() in endings() and not path.stem.isupper()


def discover(paths: Sequence[Path], store: Store) -> Iterator[Item]:
    """The people and competitions that articles name and the store does not know, and the articles as sources."""
    documents = sorted((_document(path) for path in paths), key=lambda document: document.text)
    for document in documents:
        source = _source(document)
        yield source
        yield Wording(source.id, document.text)
    bare = not store.link.rows("SELECT 1 FROM place LIMIT 1")
    world = _world() if bare else ()
    found = [*world, *discovered(documents, store, _lexicon(), [item for item in world if isinstance(item, Name)])]
    yield from found
    if bare:
        yield from _nations(documents, store_of(found))


def _nations(documents: Sequence[Document], store: Store) -> Iterator[Item]:
    """Whom articles tie to which nation by a name, so that they are known by it when the claims are read."""
    for document in documents:
        yield from represented(Discourse(document, store, _lexicon()), _source(document).id)


def read(path: Path, store: Store) -> Iterator[Item]:
    """What an article claims."""
    document = _document(path)
    discourse = Discourse(document, store, _lexicon())
    yield from asserted(discourse, claims(discourse), _source(document).id)


def derive(path: Path, store: Store) -> Iterator[Item]:
    """What follows from an article's claims and the facts that all sources together have settled."""
    document = _document(path)
    discourse = Discourse(document, store, _lexicon())
    yield from derived(discourse, claims(discourse), _source(document).id)


@cache
def _world() -> tuple[Place | Name, ...]:
    """Nations, cities, stadiums and organisations by their names, which are no facts about a sport."""
    folder = data_dir() / "facts" / "world"
    items = (item for read_sheet in _SHEETS for item in read_sheet(Sheet(folder / f"{read_sheet.__name__}.toml")))
    return tuple(item for item in items if isinstance(item, Place | Name))


@cache
def _lexicon() -> Lexicon:
    """The words of the language and the sports."""
    return Lexicon(compile_packs(data_dir()))


def _document(path: Path) -> Document:
    return dated(read_file(str(path)))


def _source(document: Document) -> Source:
    """An article as a source: named by its text's digest, with the title, publisher and day that the text shows."""
    digest = blake2b(document.text.encode(), digest_size=6).hexdigest()
    publisher, title = _headed(document)
    return Source(f"article-{digest}", title, publisher, document.published, document.published, _TIER)


def _headed(document: Document) -> tuple[str | None, str]:
    """The publisher, where the first line is no more than a name, and the title: the first line that is more than a date."""
    lines = [line.strip() for line in document.text[document.body :].splitlines() if line.strip()][:_LINES]
    some = [line for line in lines if dated(Document("", line)).published is None] or lines or [document.path]
    first = some[0].split()
    named = len(some) > 1 and len(first) <= _MOST < len(some[1].split()) and all(word[0].isupper() for word in first)
    title = some[1] if named else some[0]
    return some[0] if named else None, title if len(title) <= _TITLE else f"{title[:_TITLE].rsplit(' ', 1)[0]} …"
