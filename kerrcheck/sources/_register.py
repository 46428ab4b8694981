"""The register that data sets are read with: what a build knows so far, above the shipped facts."""

from kerrcheck.canon import canon, data_dir
from kerrcheck.register import Register
from kerrcheck.store import Store


def register(known: Store) -> Register:
    """Names in, ids out, by what is known and what is shipped; the shipped facts lend their ids even where they are not taken along."""
    shipped = canon()
    stores = [store for store in (known, shipped) if store.facts or store.all_series]
    return Register(stores, data_dir(), shipped.lexicon() or {})
