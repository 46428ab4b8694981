"""How facts and people lie in columns: short texts that a reader of the file can follow, and back again."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from kerrcheck.entity import Person, Place
from kerrcheck.fact import Evidence, Fact
from kerrcheck.statement import Setting

STANDINGS = ("settled", "ruled", "contested", "derived")
WHOLE = 4
FACT = """SELECT s.key, p.key, f.value, c.key, c.day, f.valid_from, f.valid_to, f.known_from, f.flags, c.whole, f.detail,
    f.evidence, f.against FROM fact f JOIN subject s ON s.id = f.subject JOIN predicate p ON p.id = f.predicate
    LEFT JOIN contest c ON c.id = f.contest """
PERSON = """SELECT s.key, p.name, p.family, p.given, p.sex, p.born, p.nations, p.places, p.parts, p.titles
    FROM subject s JOIN person p ON p.id = s.id WHERE s.key IN ({})"""
ALIASES = "SELECT a.key, words, at, kind, s.key, flavour FROM alias a JOIN subject s ON s.id = a.subject WHERE a.key IN ({})"
RECORDS = """WHERE f.contest = (SELECT id FROM contest WHERE key = ?)
    AND f.predicate IN (SELECT id FROM predicate WHERE {})
    ORDER BY f.valid_from, p.key, s.key"""
QUOTED = """JOIN (SELECT subject, n, count(*) AS shared FROM quoted WHERE word IN ({}) GROUP BY subject, n
    ORDER BY shared DESC, subject, n LIMIT 30) q ON q.subject = f.subject AND q.n = f.n ORDER BY shared DESC, s.key, f.n"""
_RECORD, _UNIT = "\x1e", "\x1f"

Witness = tuple[str, str]
WitnessId = Callable[[str, str], int]
WitnessOf = Callable[[int], Witness]


def split_locator(locator: str) -> tuple[str, str]:
    """File and row of a locator `finals.toml:12`; a character span has no file."""
    file, _, row = locator.rpartition(":")
    return file, row


def pack_evidence(evidence: Iterable[Evidence], witness: WitnessId) -> str:
    """Evidence as `witness:row` lines."""
    parts = ((e.source, *split_locator(e.locator)) for e in evidence)
    return "\n".join(f"{witness(source, file)}:{row}" for source, file, row in parts)


def unpack_evidence(column: str, witness: WitnessOf) -> tuple[Evidence, ...]:
    """The evidence that was packed."""
    found = []
    for line in column.split("\n") if column else ():
        number, _, row = line.partition(":")
        source, file = witness(int(number))
        found.append(Evidence(source, f"{file}:{row}" if file else row))
    return tuple(found)


def pack_against(against: Iterable[tuple[str, Evidence]], witness: WitnessId) -> str | None:
    """Outvoted values with their evidence, None where there are none."""
    return _RECORD.join(f"{value}{_UNIT}{pack_evidence((e,), witness)}" for value, e in against) or None


def unpack_against(column: str, unpacked: Callable[[str], tuple[Evidence, ...]]) -> tuple[tuple[str, Evidence], ...]:
    """The outvoted values that were packed."""
    pairs = (part.partition(_UNIT) for part in column.split(_RECORD))
    return tuple((value, unpacked(evidence)[0]) for value, _, evidence in pairs)


def pack_tuples(rows: Iterable[Iterable[str | None]]) -> str | None:
    """Short rows of ids and days, as `a:b:c` by spaces."""
    return " ".join(":".join(part or "" for part in row) for row in rows) or None


def unpack_tuples(column: str | None) -> list[list[str | None]]:
    """The short rows that were packed."""
    return [[part or None for part in row.split(":")] for row in column.split(" ")] if column else []


def pack_extra(extra: Mapping[str, Any]) -> str:
    """A place's further fields: `key = text` or `key * word * word`, a line each, parted by unit separators."""
    lines = []
    for key in sorted(extra):
        value = extra[key]
        cells = [key, "=", value] if isinstance(value, str) else [key, "*", *value]
        lines.append(_UNIT.join(cells))
    return _RECORD.join(lines)


def unpack_place(row: tuple[Any, ...]) -> Place:
    """A place from its columns."""
    near, packed = row[6:]
    extra: dict[str, Any] = {}
    for line in packed.split(_RECORD) if packed else ():
        key, kind, *cells = line.split(_UNIT)
        extra[key] = cells[0] if kind == "=" else tuple(cells)
    return Place._make((*row[:6], tuple(near.split()) if near else (), extra))


def pack_list(words: Iterable[str]) -> str | None:
    """Names in one column, parted by bars."""
    return "|".join(words) or None


def unpack_list(column: str | None) -> tuple[str, ...]:
    """The names that were packed."""
    return tuple(column.split("|")) if column else ()


def unpack_person(row: tuple[Any, ...]) -> Person:
    """A person from their columns."""
    nations, places, parts, titles = row[6:]
    periods = tuple((code or "", start, end) for code, start, end in unpack_tuples(nations))
    homes = tuple((city or "", flavour or "") for city, flavour in unpack_tuples(places))
    return Person._make((*row[:6], periods, homes, tuple(parts.split()) if parts else (), unpack_list(titles)))


_setting = lru_cache(maxsize=None)(Setting.from_key)


def unpack_fact(row: tuple[Any, ...], unpacked: Callable[[str], tuple[Evidence, ...]]) -> Fact:
    """A fact from its columns and its contest's, given what unpacks evidence."""
    subject, predicate, value, contest, day, start, end, known, flags, whole, detail, evidence, against = row
    return Fact(
        subject,
        predicate,
        value,
        _setting(contest) if contest else None,
        day or None,
        start,
        end,
        known,
        bool(whole) or flags >= WHOLE,
        STANDINGS[flags % WHOLE],
        detail,
        unpacked(evidence),
        unpack_against(against, unpacked) if against else (),
    )
