"""Archives: the members of a zip file, none of them unpacked beyond what an article can have."""

import zipfile
from collections.abc import Mapping
from copy import copy
from io import BytesIO
from typing import NamedTuple

from kerrcheck.errors import InputError

_MEMBERS = 5_000
_TOTAL = 512 * 2**20
_MEMBER = 32 * 2**20
_RATIO = 200
_SMALL = 2**20


class Archive(NamedTuple):
    """An opened archive and the path it is told by."""

    path: str
    file: zipfile.ZipFile

    def text(self, name: str) -> str | None:
        """A member's text, None where there is none of that name; raises InputError where it unpacks to more than it should."""
        content = self.content(name)
        return None if content is None else _decoded(self.path, content)

    def content(self, name: str) -> bytes | None:
        """A member's bytes, likewise."""
        try:
            with self.file.open(name) as member:
                content = member.read(_MEMBER + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise _broken(self.path) from error
        except Exception as error:
            if type(error).__module__ in ("zlib", "lzma"):
                raise _broken(self.path) from error
            raise
        if len(content) > _MEMBER:
            raise InputError(f"{self.path}: {name} unpacks to more than {_MEMBER // 2**20} MB; no article does")
        return content


def opened(path: str, content: bytes) -> Archive:
    """The archive that bytes are; raises InputError for what is none, or would unpack to much more than an article."""
    try:
        archive = Archive(path, zipfile.ZipFile(BytesIO(content)))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _broken(path) from error
    members = archive.file.infolist()
    if len(members) > _MEMBERS:
        raise InputError(f"{path}: {len(members):,} files are packed in it; a Word file has at most {_MEMBERS:,}")
    size = sum(member.file_size for member in members)
    if size > _TOTAL:
        raise InputError(f"{path}: it unpacks to {size // 2**20:,} MB; at most {_TOTAL // 2**20} MB are taken")
    for member in members:
        if member.file_size > _SMALL and member.file_size > _RATIO * max(member.compress_size, 1):
            raise InputError(f"{path}: {member.filename[:60]!a} is packed more than {_RATIO} times smaller than it is; no article is")
    return archive


def _broken(path: str) -> InputError:
    """The complaint about what is no archive or a damaged one."""
    return InputError(f"{path}: this is no Word file, or a damaged or protected one; save it anew as .docx")


def _decoded(path: str, content: bytes) -> str:
    """The text of XML in an archive: UTF-8, or UTF-16 with its mark."""
    try:
        return content.decode("utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _broken(path) from error


def with_members(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """The bytes of an archive in which some members are others; the rest is as it was, in its order."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        new.comment = archive.file.comment
        for member in archive.file.infolist():
            content = changed.get(member.filename)
            try:
                new.writestr(copy(member), archive.file.read(member) if content is None else content)
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
                raise _broken(archive.path) from error
    return made.getvalue()
