"""Every mutator: one true text, one slip of a class, shown to be false by the store in every reading that it allows."""

from benchmarks.accuracy import contexts, figures, identities, standings
from benchmarks.accuracy.ground import Mutator

MUTATORS: tuple[Mutator, ...] = (
    figures.swap_digits,
    figures.change_digit,
    figures.neighbour,
    figures.margin,
    standings.medal,
    standings.placing,
    standings.scope,
    standings.holder,
    standings.person,
    standings.predecessor,
    standings.rivals,
    standings.order,
    standings.polarity,
    contexts.year,
    contexts.event,
    contexts.sex,
    contexts.competition,
    contexts.city,
    contexts.venue,
    contexts.stage,
    contexts.weekday,
    contexts.day,
    contexts.month,
    identities.nation,
    identities.age,
    identities.given,
    identities.misspelt("name: letter dropped", identities.dropped),
    identities.misspelt("name: letter doubled", identities.doubled),
    identities.misspelt("name: letters swapped", identities.turned),
    identities.misspelt("name: vowel changed", identities.replaced),
)
