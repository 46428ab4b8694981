"""The day an article is judged on: what counts as its file saying it, and what does not."""

import tomllib

import pytest

from kerrcheck import publication
from kerrcheck.canon import data_dir
from kerrcheck.errors import UsageError
from kerrcheck.text import Document, front_matter_end


def document(text: str) -> Document:
    return Document("a.txt", text, body=front_matter_end(text))


def day(text: str) -> str | None:
    return publication.dated(document(text)).published


@pytest.mark.parametrize(
    "line",
    [
        "7th August 2024",
        "7 August 2024",
        "7 Aug. 2024",
        "August 7, 2024",
        "Aug 7th 2024",
        "Wednesday 7 August 2024",
        "Wednesday, August 7, 2024",
        "12:00 - 07.08.2024",
        "Festus Chuma 12:00 - 07.08.2024",
        "By Ann O'Hara | 7 August 2024 | 10:15 BST",
        "By Ann Smith and Bob Lee in Paris, 7 August 2024",
        "Published: 7 August 2024 at 8.30am",
        "Published on Wed 7 Aug 2024 22.15 CEST",
        "Updated August 7, 2024 10:15 PM",
        "2024-08-07",
        "2024-08-07T21:15:00+02:00",
        "7.8.2024",
        "2024-08-07 | Sport",
        "PARIS, Aug 7, 2024 (Agency) - The final was fast.",
        "PARIS — Aug. 7, 2024 — The final was fast.",
        "SAINT-DENIS, France, 7 August 2024 (Agency) – The final was fast.",
    ],
)
def test_a_line_at_the_head_says_the_day(line: str) -> None:
    assert day(f"A headline\n\n{line}\n\nThe text.") == "2024-08-07"


@pytest.mark.parametrize(
    "line",
    [
        "Josh Kerr ran his best race on 6 August 2024",
        "The 1500m final, 6 August 2024",
        "Kerr won silver in Paris on August 6, 2024, behind Hocker.",
        "He was born on 8 October 1997.",
        "07/08/2024",
        "31 February 2024",
        "99.99.2024",
        "August 2024",
        "PARIS, Aug 6 (Agency) - The final was fast.",
        "12:00",
    ],
)
def test_a_line_that_is_something_else_does_not(line: str) -> None:
    assert day(f"A headline\n\n{line}\n\nThe text.") is None


def test_strokes_are_read_where_only_one_order_is_possible() -> None:
    assert day("25/08/2024\nText") == day("08/25/2024\nText") == "2024-08-25"
    assert day("08/08/2024\nText") == "2024-08-08"


def test_a_date_below_the_head_is_not_the_day() -> None:
    assert day("one\ntwo\nthree\nfour\nfive\n7 August 2024\n") is None
    assert day("one\n\ntwo\n\nthree\n\nfour\n\n7 August 2024\n") == "2024-08-07"


@pytest.mark.parametrize("key", ["published", "date", "Published"])
@pytest.mark.parametrize("value", ["2024-08-07", '"2024-08-07"', "2024-08-07T10:00:00Z", "7 August 2024", "'2024-08-07'  "])
def test_front_matter_says_the_day(key: str, value: str) -> None:
    found = publication.dated(document(f"---\ntitle: x\n{key}: {value}\n---\n9 August 2024\nText"))
    assert (found.published, found.published_from) == ("2024-08-07", "front-matter")


def test_a_front_matter_day_that_is_none_is_noted_and_the_text_asked() -> None:
    found = publication.dated(document("---\npublished: 2024-13-45\n---\n9 August 2024\nText"))
    assert (found.published, found.published_from) == ("2024-08-09", "text")
    ((check, span, _),) = found.notes
    assert (check, found.text[slice(*span)]) == ("damaged-text", "2024-13-45")


def test_the_option_goes_before_the_file() -> None:
    found = publication.dated(document("---\ndate: 2024-08-07\n---\n"), "2024-08-09")
    assert (found.published, found.published_from) == ("2024-08-09", "option")
    with pytest.raises(UsageError, match="'yesterday' is no day; write it as 2024-08-07"):
        publication.dated(document(""), "yesterday")


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("PARIS, Aug 6 (Agency) - Text", "08-06"),
        ("PARIS, 6 August (Agency) — Text", "08-06"),
        ("SAINT-DENIS, France, August 6 - Text", "08-06"),
        ("PARIS, Aug 6, 2024 (Agency) - Text", None),
        ("PARIS (Agency) - Text of Aug 6", None),
        ("Kerr won silver, Aug 40 - Text", None),
        ("In Paris, gold went on Tuesday to Hocker - Text", None),
    ],
)
def test_a_dateline_without_its_year_gives_month_and_day(line: str, noted: str | None) -> None:
    assert publication.dateline(document(f"Headline\n\n{line}\n")) == noted


@pytest.mark.parametrize("table", ["months", "beside", "byline"])
def test_the_quick_reading_of_the_word_file_is_the_parser_s(table: str) -> None:
    path = data_dir() / "languages" / "publication.toml"
    assert publication._listed(table) == tomllib.loads(path.read_text("utf-8"))[table]
