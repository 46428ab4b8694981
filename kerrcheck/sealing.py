"""Bytes sealed with an article: who has the article's bytes can read them, to anybody else they are noise.

The key is a digest of the article and of everything that the sealed bytes depend on; the name under which they are kept is another digest
of the same, from which neither the key nor a word of the article can be told.
"""

import zlib
from hashlib import blake2b, shake_256
from typing import NamedTuple

_CHECK = 16


class Seal(NamedTuple):
    """The name under which something sealed is kept, and the key to it."""

    name: str
    key: bytes


def seal(content: bytes, circumstances: bytes) -> Seal:
    """The seal for an article's bytes in some circumstances."""
    both = blake2b(circumstances, digest_size=32).digest()
    name = blake2b(content, digest_size=20, key=both, person=b"kerrcheck name").hexdigest()
    return Seal(name, blake2b(content, digest_size=32, key=both, person=b"kerrcheck seal").digest())


def closed(plain: bytes, key: bytes) -> bytes:
    """The bytes under a seal, with what shows later whether they are whole."""
    small = zlib.compress(plain, 1)
    return _check(small, key) + _crossed(small, key)


def opened(sealed: bytes, key: bytes) -> bytes:
    """The bytes that were sealed; raises ValueError where they are damaged or not of this key."""
    small = _crossed(sealed[_CHECK:], key)
    if _check(small, key) != sealed[:_CHECK]:
        raise ValueError("damaged")
    return zlib.decompress(small)


def _check(small: bytes, key: bytes) -> bytes:
    return blake2b(small, digest_size=_CHECK, key=key).digest()


def _crossed(content: bytes, key: bytes) -> bytes:
    """The bytes crossed with a stream drawn from the key; the same again gives them back."""
    stream = shake_256(key).digest(len(content))
    return (int.from_bytes(content, "little") ^ int.from_bytes(stream, "little")).to_bytes(len(content), "little")
