"""The manual: docstrings taken apart."""

from types import ModuleType

from kerrcheck.manual import entry

DOC = """A mark is not the one on record.

Why this matters,
over two lines.

Flags::

    Kerr clocked «3:27.97 → 3:27.79»
      to take silver.

    Another example.

Allows::

    Kerr clocked 3:27.8.

Authority::

    A rulebook, rule 12.
"""


def test_a_docstring_is_divided_into_its_parts() -> None:
    module = ModuleType("kerrcheck.checks.wrong_mark", DOC)
    module.FAMILY, module.SEVERITY = "results", "error"
    one = entry(module)
    assert one[:5] == ("wrong-mark", "results", "error", "A mark is not the one on record.", "Why this matters,\nover two lines.")
    assert one.flags == ("Kerr clocked «3:27.97 → 3:27.79» to take silver.", "Another example.")
    assert one.allows == ("Kerr clocked 3:27.8.",)
    assert one.authority == ("A rulebook, rule 12.",)
