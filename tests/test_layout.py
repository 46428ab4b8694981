"""Fact files have one layout, and tidying never changes what they say."""

from pathlib import Path

import pytest

from kerrcheck.errors import DataError
from kerrcheck.layout import tidy

WORLD = Path(__file__).parent / "world"
FACTS = Path(__file__).parent.parent / "data" / "facts"

UNTIDY = """# People, by id.

# The younger.
[b-b]
name = "B B"


[a-a]
name = "A A"
"""
ROWS = '''[[list]]
event = "mile"
rows = """
1999-07-07|3:43.13|hicham-el-guerrouj|MAR|rome
1993-09-05 | 3:44.39 | noureddine-morceli |ALG | rieti | equal |

"""
'''


def test_tables_are_sorted_with_the_comments_above_them():
    assert tidy(UNTIDY, "x") == '# People, by id.\n\n[a-a]\nname = "A A"\n\n# The younger.\n[b-b]\nname = "B B"\n'


def test_rows_are_aligned():
    assert tidy(ROWS, "x").split("\n")[3:5] == [
        "1999-07-07 | 3:43.13 | hicham-el-guerrouj | MAR | rome  |",
        "1993-09-05 | 3:44.39 | noureddine-morceli | ALG | rieti | equal",
    ]


@pytest.mark.parametrize("text", [UNTIDY, ROWS, "", "# only a comment\n"])
def test_tidying_twice_is_tidying_once(text):
    assert tidy(tidy(text, "x"), "x") == tidy(text, "x")


def test_what_is_no_toml_is_said():
    with pytest.raises(DataError, match="x: not valid TOML"):
        tidy("[a", "x")


@pytest.mark.parametrize("path", [*sorted(WORLD.rglob("*.toml")), *sorted(FACTS.rglob("*.toml"))], ids=lambda path: path.name)
def test_fact_files_are_tidy(path):
    text = path.read_text("utf-8")
    assert tidy(text, path) == text
