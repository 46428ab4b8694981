"""Labels: facts, contests and days in words, for people to read."""

from kerrcheck.fact import Fact
from kerrcheck.lexicon import Lexicon
from kerrcheck.statement import Setting
from kerrcheck.store import Store


def day(iso: str, lexicon: Lexicon) -> str:
    """A day as it is written out: `6 August 2024`; less where less is known."""
    parts = iso.split("-")
    if len(parts) != 3:
        return iso
    month = next((name for name, number in lexicon.months.items() if number == int(parts[1])), parts[1])
    return f"{int(parts[2])} {month.capitalize()} {parts[0]}"


def contest(setting: Setting, store: Store, lexicon: Lexicon) -> str:
    """A contest by its event, round and edition: `men's 1500m final, Paris 2024 Olympic Games`."""
    edition = store.edition(setting.competition) if setting.competition else None
    event = lexicon.events.get(setting.event or "")
    sex = next(iter(lexicon.words.get(f"sex:{setting.sex}", ())), setting.sex)
    words = [sex, event.names[0] if event else setting.event, (setting.round or "").replace("-", " ")]
    race = " ".join(word for word in words if word)
    return f"{race}, {edition.name}" if edition else race


def value(fact: Fact, store: Store, lexicon: Lexicon) -> str:
    """What a fact says, in words where its value is a code: a placing, a nation, a day, a record's scope."""
    if fact.predicate == "placing" and fact.value.isdigit():
        return placing(int(fact.value), lexicon)
    if fact.predicate == "nation":
        place = store.place(fact.value, "nation")
        return place.name if place else fact.value
    if fact.predicate in ("home", "birthplace", "lives"):
        place = store.place(fact.value, "city")
        return place.name if place else fact.value
    if fact.predicate == "born":
        return f"{fact.predicate} {day(fact.value, lexicon)}"
    if fact.predicate.startswith("record:"):
        return f"{fact.value}, {scope(fact.predicate.removeprefix('record:'), store, lexicon)}"
    return fact.value


def placing(place: int, lexicon: Lexicon) -> str:
    """A placing as an ordinal, with the medal that goes with it."""
    word = next((word for word, n in lexicon.ordinals.items() if n == place), str(place))
    medal = next(iter(lexicon.words.get(f"medal:{place}", ())), None) if place <= 3 else None
    return f"{word} ({medal})" if medal else word


def scope(code: str, store: Store, lexicon: Lexicon) -> str:
    """What a record of a scope is called: `Olympic record`, `British record`."""
    kind, _, rest = code.removesuffix(":indoor").partition(":")
    noun = lexicon.words["record:"][0]
    if kind == "national":
        place = store.place(rest, "nation")
        words = list(place.extra.get("adjectives", ())) if place else []
        return f"{words[0] if words else rest} {noun}"
    if kind == "championship":
        series = store.series(rest)
        return f"{series.name if series else rest} {noun}"
    found = lexicon.words.get(f"scope:{code.removesuffix(':indoor')}") or lexicon.words.get(f"scope:{kind}") or (kind,)
    return f"{found[0].title() if kind != 'world' else found[0]} {noun}"
