"""Full names: given and family name as rows of data sets tell them, in capitals and small letters."""

from kerrcheck.sources import Athlete


def parted(athlete: Athlete) -> tuple[str, str]:
    """Given and family name: as a row tells them, else by the words in capitals, else the last word."""
    if athlete.family:
        return _cased(athlete.given), _cased(athlete.family)
    parts = athlete.name.split()
    family = [part for part in parts if len(part) > 1 and part.upper() == part and part.lower() != part]
    if not family or len(family) == len(parts):
        family = parts[-1:]
    start = parts.index(family[0])
    if start + len(family) < len(parts) and start == 0:
        return _cased(" ".join(parts[len(family) :])), _cased(" ".join(family))
    return _cased(" ".join(parts[:start])), _cased(" ".join(parts[start:]))


def shown(athlete: Athlete) -> str:
    """A name, given name first, in capitals and small letters."""
    return " ".join(part for part in parted(athlete) if part)


def _cased(text: str) -> str:
    """Words in capitals as names are written."""
    return " ".join("-".join(_word(part) for part in word.split("-")) for word in text.split())


def _word(word: str) -> str:
    if len(word) < 2 or word.upper() != word:
        return word
    if len(word) > 3 and word.startswith("MC"):
        return "Mc" + word[2:].capitalize()
    for mark in "'’":
        head, found, tail = word.partition(mark)
        if found:
            return head.capitalize() + mark + tail.capitalize()
    return word.capitalize()
