"""News items in JSON: ninjs of every generation, with headline, byline, dateline and bodies, judged on the day of the version."""

import re
from collections.abc import Mapping
from typing import Any

from kerrcheck.decoding import decoded
from kerrcheck.errors import InputError
from kerrcheck.text import Document

SUFFIXES = (".ninjs",)
SHARED = (".json",)

_SIGNS = re.compile(rb"\"(?:version_?created|bodies|headlines?|body_(?:text|x?html))\"", re.IGNORECASE)
_LARGEST = 8 * 2**20
_ABOUT = ("versioncreated", "uri", "guid", "type", "pubstatus", "firstcreated")


def knows(content: bytes) -> bool:
    """Whether a JSON file is a news item; one larger than any article is none."""
    if len(content) > _LARGEST or not _SIGNS.search(content.replace(b"\0", b"")):
        return False
    from kerrcheck.jsontext import parsed

    try:
        return _is_item(parsed("", decoded("", content).text))
    except InputError:
        return False


def read(path: str, content: bytes) -> Document:
    """The document of a news item; raises InputError for other JSON."""
    from kerrcheck.jsontext import parsed
    from kerrcheck.newsjson import document

    text, _, _, notes = decoded(path, content)
    item = parsed(path, text)
    if not _is_item(item):
        raise InputError(f"{path}: this JSON is no news item; expected is ninjs: an object with uri, headlines and bodies")
    return document(path, text, {key.lower(): value for key, value in item.items()}, notes)


def _is_item(item: Any) -> bool:
    """Whether a value has what a news item has: words to read, and what tells it apart from any other object."""
    if not isinstance(item, Mapping):
        return False
    keys = {key.lower() for key in item}
    return bool(keys & set(_ABOUT)) and any(key in ("bodies", "headlines", "headline") or key.startswith("body_") for key in keys)
