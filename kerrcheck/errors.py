"""What can stop a run, each one line for the operator: what, where, what to do.

    KerrcheckError
    ├── UsageError      an option or argument that does not fit
    ├── ConfigError     a configuration file, a list or a baseline: file, key, what was expected
    ├── InputError      a document that cannot be read
    ├── DataError       a fact file, pack or data set: file, path in it, what was expected
    └── StoreError      a compiled store: missing, broken, stale or newer

Nothing that is wrong *inside* a document raises: that is a verdict or an `input` finding.
"""


class KerrcheckError(Exception):
    """Something the operator can mend; the message is one line."""


class UsageError(KerrcheckError):
    """An option or argument that does not fit."""


class ConfigError(KerrcheckError):
    """A configuration file, a list of accepted names, a sidecar or a baseline that is not as it should be."""


class InputError(KerrcheckError):
    """A document that cannot be read."""


class DataError(KerrcheckError):
    """A fact file, a pack or a data set that is not as it should be."""


class StoreError(KerrcheckError):
    """A compiled store that is missing, broken, stale or of a newer schema."""
