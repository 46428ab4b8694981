"""Events as data sets name them, often with the sex before or behind."""

from kerrcheck.sources import Register


def event_and_sex(text: str, register: Register) -> tuple[str | None, str | None]:
    """The event and the sex that a name tells: `Men's 100m`, `100 m Women`, `4 x 400m Relay Mixed`."""
    words = text.split()
    for tellers, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        sex = register.sex(tellers[0]) if tellers and len(tellers[0]) > 1 else None
        if sex and (event := register.event(" ".join(rest))):
            return event, sex
    return register.event(text), next((sex for word in words if len(word) > 1 and (sex := register.sex(word))), None)
