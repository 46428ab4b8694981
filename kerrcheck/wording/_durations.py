"""Durations: times whose hours, minutes and seconds are named: `3min 27.79sec`, `three minutes 27.65 seconds`, `2hr 5min 41sec`."""

from typing import NamedTuple

from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Scan, number
from kerrcheck.text import Document
from kerrcheck.values.mark import Mark
from kerrcheck.wording._figures import counted, decimal, rounded, spelled
from kerrcheck.wording._letters import alike
from kerrcheck.words import Tokens

_SIZES = {"hours": 3_600_000, "minutes": 60_000, "seconds": 1000}


class Piece(NamedTuple):
    """A number of a duration with its unit: what stands before it, the number, what joins them, the unit's word and kind."""

    before: str
    figures: str
    join: str
    word: str
    unit: str


def duration(raw: str, right: Mark, lexicon: Lexicon) -> str | None:
    """A time in the units that the writer named; None where they cannot hold it."""
    pieces = _pieces(raw, lexicon)
    if not pieces:
        return None
    last = pieces[-1].figures
    written = len(last) - 1 - max(last.find("."), last.find(",")) if last[0].isdigit() and not last.isdigit() else 0
    for precision in (min(written, right.precision), right.precision):
        said = _said(pieces, rounded(right.milli, precision), precision, lexicon)
        if said and said != raw:
            return alike(raw, said)
    return None


def _pieces(raw: str, lexicon: Lexicon) -> list[Piece]:
    """The parts of a duration, largest first, or nothing where the text is not wholly one."""
    tokens = Tokens(Document("", raw))
    pieces: list[Piece] = []
    i = 0
    while i < len(tokens):
        if pieces and tokens.low[i] in lexicon.phrases["joining"]:
            i += 1
            continue
        piece = _piece(raw, tokens, i, pieces, lexicon)
        if piece is None:
            return []
        pieces.append(piece[0])
        i = piece[1]
    if not pieces:
        return []
    sizes = [_SIZES[piece.unit] for piece in pieces]
    return pieces if sizes == sorted(set(sizes), reverse=True) and raw.endswith(pieces[-1].word) else []


def _piece(raw: str, tokens: Tokens, i: int, done: list[Piece], lexicon: Lexicon) -> tuple[Piece, int] | None:
    """The part at token i and the token after it; seconds after minutes may lack their unit."""
    start = sum(len(p.before + p.figures + p.join + p.word) for p in done)
    if tokens.low[i].replace(".", "").replace(",", "").isdigit():
        j = i + 1
    else:
        found = number(Scan(tokens, lexicon), i)
        if not found:
            return None
        j = found[1]
    before, figures = raw[start : tokens.start[i]], raw[tokens.start[i] : tokens.end[j - 1]]
    unit = lexicon.units.get(tokens.low[j]) if j < len(tokens) else None
    if unit in _SIZES:
        return Piece(before, figures, tokens.gap(j), tokens.raw[j], unit), j + 1
    if j == len(tokens) and done and done[-1].unit == "minutes":
        return Piece(before, figures, "", "", "seconds"), j
    return None


def _said(pieces: list[Piece], milli: int, precision: int, lexicon: Lexicon) -> str | None:
    """The parts with the right amounts; parts that come to nothing at the front are left out."""
    texts: list[str] = []
    for piece in pieces:
        size = _SIZES[piece.unit]
        last = piece is pieces[-1]
        if last and size > 1000 and milli % size:
            return None
        amount, milli = (milli // size, milli % size) if size > 1000 else (milli, 0)
        if not amount and not texts and not last:
            continue
        figures = _figures(piece, amount, precision, lexicon)
        if figures is None:
            return None
        one = amount == (1000 if size == 1000 else 1) and not (size == 1000 and precision)
        word = piece.word if "-" in piece.join else counted(piece.word, one, lexicon)
        texts.append((piece.before if texts else "") + figures + piece.join + word)
    return None if milli else "".join(texts)


def _figures(piece: Piece, amount: int, precision: int, lexicon: Lexicon) -> str | None:
    """A part's number as figures or words; seconds come in thousandths."""
    if piece.unit != "seconds":
        return spelled(amount, lexicon) if not piece.figures[0].isdigit() else str(amount).zfill(_width(piece.figures))
    if not piece.figures[0].isdigit() and not precision:
        return spelled(amount // 1000, lexicon)
    said = decimal(amount, precision, "," if "," in piece.figures else ".")
    return "0" * (_width(piece.figures) == 2 and amount < 10_000) + said


def _width(figures: str) -> int:
    return 2 if len(figures) > 1 and figures[0] == "0" and figures[1].isdigit() else 1
