"""A file written anew, whole or not at all, and only where it still is what was checked."""

import os
import stat
import tempfile
from contextlib import suppress

from kerrcheck.errors import InputError


def rewrite(path: str, before: bytes, after: bytes) -> None:
    """Put new bytes in place of those that were checked; raises InputError, and leaves the file alone, where that fails.

    The new file is made beside the old one, forced to the disk and moved into its place. A link stays a link: what it leads to is
    written. Permissions are kept, the owner where the system allows it.
    """
    place = os.path.realpath(path)
    try:
        found = os.stat(place)
        if not stat.S_ISREG(found.st_mode):
            raise InputError(f"{path}: this is no regular file, so it was not mended")
        if not os.access(place, os.W_OK):
            raise InputError(f"{path}: cannot be written (permission denied), so it was not mended; check its permissions")
        _replace(path, place, before, after, found)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(f"{path}: cannot be written ({why}), so it was not mended; the file is as it was") from error


def _replace(path: str, place: str, before: bytes, after: bytes, found: os.stat_result) -> None:
    """Write beside the place, compare once more, and move."""
    folder, name = os.path.split(place)
    handle, beside = tempfile.mkstemp(".tmp", f".{name[:100]}.", folder)
    try:
        with open(handle, "wb") as file:
            file.write(after)
            _like(file.fileno(), found)
            file.flush()
            os.fsync(file.fileno())
        _unchanged(path, place, before)
        os.replace(beside, place)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
    _settled(folder)


def _like(file: int, found: os.stat_result) -> None:
    """Give a new file the owner of the old one, where the system allows it, and its permissions."""
    if not hasattr(os, "fchown"):
        return
    with suppress(OSError):
        os.fchown(file, found.st_uid, found.st_gid)
    os.fchmod(file, stat.S_IMODE(found.st_mode))


def _unchanged(path: str, place: str, before: bytes) -> None:
    """Nothing, where the file still holds what was checked; an edit in the meantime must not be lost."""
    with open(place, "rb") as file:
        if file.read(len(before) + 1) != before:
            raise InputError(f"{path}: changed while it was being checked, so it was not mended; run the command again")


def _settled(folder: str) -> None:
    """Force the folder's entry to the disk, where folders can be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
