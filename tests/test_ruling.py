"""A desk sets the record straight: a ruling is tried, written whole into the desk's own layer, and honoured by the next run."""

from pathlib import Path

import pytest
from conftest import put

from kerrcheck import cli
from kerrcheck.layout import tidy

FINAL = "2024-olympic-games/men/1500m/final"
SIGNED = ["--by", "A. Editor", "--day", "2024-08-20", "--reason", 'The "official" paper, page 3.']


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rule(*arguments: str, into: str = "ours") -> int:
    return cli.run(["facts", "rule", *arguments, "--into", into, *SIGNED])


@pytest.mark.parametrize(
    ("text", "check", "ruling"),
    [
        (" ran 3:27.99 and", "wrong-mark", ["Josh Kerr", "mark", "3:27.99", "--contest", FINAL]),
        (", 27,", "wrong-age", ["josh-kerr", "born", "1996-10-08"]),
        (" of the United States", "wrong-nation", ["josh-kerr", "nation", "USA"]),
    ],
)
def test_a_false_accusation_goes_quiet_in_the_next_run(place: Path, capsys, text: str, check: str, ruling: list[str]) -> None:
    put(place, {"a.txt": f"Josh Kerr{text} won silver in the men's 1500m final at the Paris 2024 Olympic Games.\n"})
    call = ["verify", "a.txt", "--published", "2024-08-07"]
    assert cli.run(call) == 1
    assert f"error {check} " in capsys.readouterr().out
    assert rule(*ruling) == 0
    assert capsys.readouterr().out.splitlines()[2].startswith("    ruled: ruling:josh-kerr:")
    assert cli.run([*call, "--facts", "ours"]) == 0
    assert capsys.readouterr().out == ""
    put(place, {"kerrcheck.toml": 'facts = ["ours"]'})
    assert cli.run(call) == 0


def findings(capsys, text: str, *options: str) -> list[str]:
    """The checks that fire on a text."""
    put(Path(), {"a.txt": text})
    cli.run(["verify", "a.txt", "--published", "2024-08-20", *options])
    return [line.split(" ")[2] for line in capsys.readouterr().out.splitlines()]


LINE = "Josh Kerr won {} in the men's 1500m final at the Paris 2024 Olympic Games {}."


@pytest.mark.parametrize(
    ("text", "check", "ruling"),
    [
        (LINE.format("bronze", "in 3:27.79"), "wrong-placing", ["josh-kerr", "placing", "3", "--contest", FINAL]),
        (LINE.replace("Kerr", "Kehr").format("silver", "in 3:27.79"), "misspelt-name", ["josh-kerr", "name", "Josh Kehr"]),
        (
            "Jakob Ingebrigtsen is the 1500m world record holder. The men's 1500m world record is 3:25.00.",
            "wrong-record-mark",
            ["jakob-ingebrigtsen", "record:world", "3:25.00", "--contest", "/men/1500m/", "--from", "2024-08-15"],
        ),
    ],
)
def test_what_a_desk_needs_set_straight_at_once(place: Path, capsys, text: str, check: str, ruling: list[str]) -> None:
    assert check in findings(capsys, text)
    assert rule(*ruling) == 0
    assert "    ruled: ruling:" in capsys.readouterr().out
    assert findings(capsys, text, "--facts", "ours") == []


def test_the_old_spelling_of_a_ruled_name_stays_one(place: Path, capsys) -> None:
    assert rule("josh-kerr", "name", "Josh Kehr") == 0
    capsys.readouterr()
    both = f"{LINE.format('silver', 'in 3:27.79')} Kehr was glad.\n"
    assert findings(capsys, both, "--facts", "ours") == []
    assert "wrong-mark" in findings(capsys, both.replace("27.79", "27.97").replace("Kerr", "Kehr"), "--facts", "ours")


def test_the_days_of_an_edition_are_ruled_on(place: Path, capsys) -> None:
    from kerrcheck.layers import opened

    assert rule("2024-olympic-games", "end", "2024-08-12") == 0
    edition, shipped = (opened(layers).edition("2024-olympic-games") for layers in (["ours"], []))
    assert edition == shipped._replace(end="2024-08-12")
    assert "against: 2024-08-11" in capsys.readouterr().out


def test_a_team_is_ruled_on_in_a_contest(place: Path, capsys) -> None:
    relay = "2024-olympic-games/men/4x400m/final"
    assert rule("GBR", "placing", "2", "--contest", relay) == 0
    assert "GBR  placing  2  " in capsys.readouterr().out
    assert rule("GBR", "area", "AFR") == 2


def test_a_missing_fact_is_one_too(place: Path, capsys) -> None:
    assert rule("josh-kerr", "home", "london") == 0
    capsys.readouterr()
    assert cli.run(["facts", "show", "Josh Kerr", "--facts", "ours"]) == 0
    assert "josh-kerr  home  london" in capsys.readouterr().out


def test_the_file_is_in_canonical_layout_and_keeps_what_it_has(place: Path) -> None:
    put(place, {"ours/rulings.toml": '# Ours, by hand.\n\n[[ruling]]\nabout={subject="josh-kerr",predicate="home"}\nvalue="london"\n'
                'by="B"\nday=2024-01-01\nreason="So."\n'})  # fmt: skip
    assert rule("josh-kerr", "mark", "3:27.99", "--contest", FINAL) == 0
    text = (place / "ours" / "rulings.toml").read_text("utf-8")
    assert text == tidy(text, "x")
    assert text.startswith("# Ours, by hand.\n")
    assert text.count("[[ruling]]") == 2
    assert 'reason = "The \\"official\\" paper, page 3."\n' in text
    assert list((place / "ours").iterdir()) == [place / "ours" / "rulings.toml"]


def test_a_later_ruling_takes_the_place_of_an_earlier_one(place: Path, capsys) -> None:
    assert rule("josh-kerr", "mark", "3:27.99", "--contest", FINAL) == 0
    later = ["--by", "B", "--day", "2024-08-21", "--reason", "Again."]
    assert cli.run(["facts", "rule", "josh-kerr", "mark", "3:27.91", "--contest", FINAL, "--into", "ours", *later]) == 0
    assert "josh-kerr  mark  3:27.91" in capsys.readouterr().out
    earlier = ["--by", "B", "--day", "2024-08-01", "--reason", "Before."]
    before = (place / "ours" / "rulings.toml").read_text("utf-8")
    assert cli.run(["facts", "rule", "josh-kerr", "mark", "3:27.81", "--contest", FINAL, "--into", "ours", *earlier]) == 2
    assert "the ruling would not hold: the layer still gives 3:27.91" in capsys.readouterr().err
    assert (place / "ours" / "rulings.toml").read_text("utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Josh Ker", "mark", "3:27.9"], "SUBJECT 'Josh Ker' is no id on record, nor one person's name; perhaps "),
        (["Kerr", "mark", "3:27.9", "--contest", FINAL], "SUBJECT 'Kerr' is no id on record, nor one person's name; perhaps "),
        (["2024-olympic-games", "city", "lyon"], "SUBJECT '2024-olympic-games': what is no person is described, not ruled"),
        (["paris", "start", "2024-08-07"], "SUBJECT 'paris': what is no person is described, not ruled"),
        ([FINAL, "day", "2024-08-07"], f"SUBJECT '{FINAL}': what is no person is described, not ruled"),
        (["2024-olympic-games", "end", "2024"], "VALUE '2024' is no value of end; write a day as 1997-10-08"),
        (["2024-olympic-games", "end", "soon"], "VALUE 'soon' is no value of end; write a day as 1997-10-08"),
        (["josh-kerr", "name", "Kerr"], "VALUE 'Kerr' is no value of name; write the full name, given name first, as Josh Kerr"),
        (
            ["josh-kerr", "record:world", "3:25", "--from", "2024-09-01"],
            "record:world is about an event; name it with --contest",
        ),
        (["josh-kerr", "mrk", "3:27.9"], "PREDICATE 'mrk' is unknown; perhaps mark is meant"),
        (["josh-kerr", "mark", "3:27.9"], "mark is about a contest; name it with --contest"),
        (["josh-kerr", "mark", "3:27.9", "--contest", "paris"], "--contest 'paris' is no contest; write EDITION/SEX/EVENT/ROUND"),
        (
            ["josh-kerr", "mark", "3:27.9", "--contest", "2025-olympic-games/men/1500m/final"],
            "no edition '2025-olympic-games' is on record",
        ),
        (["josh-kerr", "mark", "fast", "--contest", FINAL], "VALUE 'fast' is no value of mark; write a mark as 3:27.79"),
        (["josh-kerr", "placing", "silver", "--contest", FINAL], "VALUE 'silver' is no value of placing; write a place as 2"),
        (["josh-kerr", "born", "1997"[:3]], "VALUE '199' is no value of born; write a day as 1997-10-08"),
        (["josh-kerr", "born", "1997-10-08", "--contest", FINAL], "born is about no contest; leave --contest out"),
        (["josh-kerr", "nation", "GBX"], "VALUE 'GBX' is no value of nation; write a nation's code, as GBR"),
        (["josh-kerr", "record:world", "3:25", "--contest", "/men/1500m/"], "say with --from since when it stands"),
        (["josh-kerr", "born", " "], "VALUE is empty"),
    ],
)
def test_what_would_not_compile_or_says_nothing_is_refused(place: Path, capsys, arguments: list[str], told: str) -> None:
    assert rule(*arguments) == 2
    out = capsys.readouterr()
    assert told in out.err
    assert out.err.count("\n") == 1
    assert not (place / "ours").exists()


def test_without_a_day_or_a_name_there_is_no_ruling(place: Path, capsys) -> None:
    for left_out in ("--by", "--day", "--reason"):
        signed = [part for option, value in zip(SIGNED[::2], SIGNED[1::2], strict=True) if option != left_out for part in (option, value)]
        assert cli.run(["facts", "rule", "josh-kerr", "born", "1996-10-08", "--into", "ours", *signed]) == 2
        assert left_out in capsys.readouterr().err
    assert cli.run(["facts", "rule", "josh-kerr", "born", "1996-10-08", "--into", "ours", *SIGNED[:3], "today", *SIGNED[4:]]) == 2
    assert "'today' is no day" in capsys.readouterr().err


def test_a_layer_that_does_not_compile_is_named_and_left(place: Path, capsys) -> None:
    put(place, {"ours/people/b.toml": "[a-b]\nname = 1\n"})
    assert rule("josh-kerr", "born", "1996-10-08") == 2
    out = capsys.readouterr()
    assert "ours/people/b.toml:1: [a-b].name" in out.err
    assert out.err.count("\n") == 1
    assert not (place / "ours" / "rulings.toml").exists()
