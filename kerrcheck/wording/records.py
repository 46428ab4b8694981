"""The scope of a record in the writer's words."""

from kerrcheck.discourse import Discourse


def scope(raw: str, code: str, discourse: Discourse) -> str | None:
    """The word for a scope (`Olympic`, `British`, `European`) in the capitals of what stands there."""
    kind, _, rest = code.removesuffix(":indoor").partition(":")
    if kind == "national":
        place = discourse.store.place(rest, "nation")
        words: list[str] = list(place.extra.get("adjectives", ())) if place else []
        return words[0] if words else None
    words = list(discourse.lexicon.words.get(f"scope:{code.removesuffix(':indoor')}", ())) or list(
        discourse.lexicon.words.get(f"scope:{kind}", ())
    )
    if not words:
        return None
    word = words[0]
    return word if kind == "world" or (raw.islower() and kind == "championship") else " ".join(w[0].upper() + w[1:] for w in word.split())
