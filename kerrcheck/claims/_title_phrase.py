"""Title phrases: `the defending Olympic champion`, `two-time world 1500m champion`, `Tokyo 2020 champion`, `his world title`."""

from typing import NamedTuple

from kerrcheck.discourse import Discourse, Part
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention

_PARTS = (
    "series",
    "scope",
    "status",
    "event",
    "sex",
    "edition",
    "year",
    "city",
    "nation",
    "bound-title",
    "title-count",
    "ordinal",
    "round",
)
_WHERE = ("edition", "year", "city", "event", "series")
_REACH = 9


class Title(NamedTuple):
    """A title as a text gives it to somebody.

    `status` is defending, outgoing, former, multi or empty; `series` the ids of the competitions it may be of (empty: not
    said); `times` how many of them; `events`, `years`, `cities`, `editions` what narrows it; `definite`: `the champion`.
    """

    status: str
    series: tuple[str, ...]
    times: int | None
    events: tuple[str, ...]
    years: tuple[int, ...]
    cities: tuple[str, ...]
    editions: tuple[str, ...]
    definite: bool


class TitlePhrase(NamedTuple):
    """A title phrase at tokens `i` to `j`: its head, its value, and the tokens that say status, competition and number.

    `limited`: a word narrows it beyond what is on record (national, junior); `person`: the head is a champion, not a title.
    """

    i: int
    j: int
    head: Mention
    value: Title
    status: tuple[int, int] | None
    series: tuple[int, int] | None
    number: tuple[int, int] | None
    limited: bool
    person: bool


def adjectives(lexicon: Lexicon) -> dict[tuple[str, ...], str]:
    """The words before a champion that say of which series, taken from the packs: `world indoor` and its id."""
    heads = {head for name, words in lexicon.words.items() if name.startswith("title:") for head in words}
    found: dict[tuple[str, ...], str] = {}
    for name, words in lexicon.words.items():
        kind, _, series = name.partition(":")
        for phrase in words if kind == "series" else ():
            first, _, last = phrase.rpartition(" ")
            if first and last in heads:
                found.setdefault(tuple(first.split()), series)
    return found


def phrases(discourse: Discourse, part: Part) -> list[TitlePhrase]:
    """The title phrases of a sentence, in order."""
    found: list[TitlePhrase] = []
    for head in part.sentence.kind("title"):
        if not found or head.i >= found[-1].j:
            found.append(_phrase(discourse, part, head))
    return found


def _phrase(discourse: Discourse, part: Part, head: Mention) -> TitlePhrase:
    """The phrase around a head: what stands before it, and where and when after it."""
    before = _before(discourse, part, head)
    start = min((m.i for m in before), default=head.i)
    end, after = _after(discourse, part, head)
    series, words = _series(discourse, start, head)
    status = next((m for m in before if m.kind == "status" and m.value != "multi"), None)
    number = _count(discourse, before)
    said = [*before, *after]
    late = tuple(v for m in after if m.kind == "series" for v in _ids(m))
    value = Title(
        status.value if status else "", series or late, number[0] if number else None,
        tuple(e for m in said if m.kind == "event" for e in m.value), tuple(m.value for m in said if m.kind == "year"),
        tuple(c for m in said if m.kind == "city" for c in _ids(m)), tuple(e for m in said if m.kind == "edition" for e in _ids(m)),
        start > part.sentence.a and discourse.tokens.low[start - 1] in discourse.lexicon.words["definite:"],
    )  # fmt: skip
    limited = any(_limits(m, bool(series)) and not _covered(m, words) for m in before)
    person = head.kind == "title" and any(m.kind == "champion" and m.i == head.i for m in part.sentence.mentions)
    return TitlePhrase(
        start, end, head, value, (status.i, status.j) if status else None, words, number[1] if number else None, limited, person
    )


def _limits(m: Mention, told: bool) -> bool:
    """Whether a mention narrows a title beyond what is on record: a nation does where no series is told."""
    if m.kind == "scope":
        return m.value.split(":")[0] in ("other", "national")
    return m.kind == "bound-title" or (m.kind == "nation" and not told)


def _covered(m: Mention, words: tuple[int, int] | None) -> bool:
    return words is not None and words[0] <= m.i < words[1]


def _before(discourse: Discourse, part: Part, head: Mention) -> list[Mention]:
    """The describing mentions that lead up to a head without a break."""
    tokens, found = discourse.tokens, []
    at = head.i
    while at > part.sentence.a and head.i - at < _REACH:
        if tokens.gap(at).strip(" -‑’'\xa0"):
            break
        here = [m for m in part.sentence.mentions if m.kind in _PARTS and m.i < at <= m.j]
        if not here and _joining(discourse, part, at):
            at -= 1
            continue
        if not here:
            break
        found += here
        at = min(m.i for m in here)
    return found


def _joining(discourse: Discourse, part: Part, at: int) -> bool:
    """Whether the word before a token only joins two descriptions (`world and Olympic champion`)."""
    return discourse.tokens.low[at - 1] in discourse.lexicon.words["joining:"] and any(
        m.kind in ("series", "scope") and m.j == at - 1 for m in part.sentence.mentions
    )


def _after(discourse: Discourse, part: Part, head: Mention) -> tuple[int, list[Mention]]:
    """Where, when and in what, after a head: `in 2019 and 2022`, `from Beijing`, `at 5000m`, `of the world`."""
    tokens, at = discourse.tokens, head.j
    found = [m for m in part.sentence.kind("series") if m.i == head.i and m.j == head.j]
    leads, joining = discourse.lexicon.words["title-lead:"], discourse.lexicon.words["joining:"]
    k = head.j
    while k < part.sentence.b and k - at <= 2 and not tokens.gap(k).strip(" \xa0’'"):
        here = max((m for m in part.sentence.mentions if m.kind in _WHERE and m.i == k), key=lambda m: m.j, default=None)
        if here and any(t.kind == "title" and here.i <= t.i <= here.j + 1 for t in part.sentence.mentions):
            break
        if here:
            found += [m for m in part.sentence.mentions if m.kind in _WHERE and m.i == k]
            k = at = here.j
        elif tokens.low[k] not in leads or (tokens.low[k] in joining and not (found and found[-1].kind == "year" and found[-1].j == k)):
            break
        else:
            k += 1
    return at, found


def _series(discourse: Discourse, start: int, head: Mention) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """The series that the words before a head name, and where."""
    known = adjectives(discourse.lexicon)
    low = discourse.tokens.stem
    found: list[tuple[int, int, str]] = []
    for k in range(start, head.i):
        for n in (3, 2, 1):
            words = tuple(low[k : k + n])
            if k + n <= head.i and words in known and (not found or k >= found[-1][1]):
                found.append((k, k + n, known[words]))
    if not found:
        return (), None
    return tuple(dict.fromkeys(series for _, _, series in found)), (found[0][0], found[-1][1])


def _count(discourse: Discourse, before: list[Mention]) -> tuple[int, tuple[int, int]] | None:
    """How many times, as a multiple before the title says, and where."""
    low, lexicon = discourse.tokens.low, discourse.lexicon
    for m in before:
        if m.kind in ("status", "title-count") and m.value in ("multi", "times"):
            n = lexicon.times.get(low[m.i]) or lexicon.numbers.get(low[m.i])
            if n:
                return n, (m.i, m.j)
    return None


def _ids(m: Mention) -> tuple[str, ...]:
    return (m.value,) if isinstance(m.value, str) else tuple(id_ for id_, _ in m.value)
