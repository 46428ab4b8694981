"""Letters: the pattern of capitals of a text."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def alike(raw: str, words: str) -> str:
    """`words` with the capitals of `raw`: all, on each word, on the first, or as they are given."""
    letters = [c for c in raw if c.isalpha()]
    if not letters or not letters[0].isupper():
        return words
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return words.upper()
    found = _WORD.findall(raw)
    if len(found) > 1 and all(word[0].isupper() for word in found):
        return _WORD.sub(lambda m: _raised(m.group()), words)
    return _raised(words)


def _raised(words: str) -> str:
    return words[:1].upper() + words[1:]


def differing(raw: str, said: str | None) -> str | None:
    """What is said, unless that is the raw text again or nothing."""
    return said if said and said != raw else None
