"""Configuration: found upward from each file, checked to the last key, laid over in a fixed order, and shown with its origins."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Layers, put

from kerrcheck import cli
from kerrcheck.configuration import configuration
from kerrcheck.errors import ConfigError
from kerrcheck.keys import KEYS
from kerrcheck.nearest import Nearest
from kerrcheck.planning import Plan
from kerrcheck.settings import Options, Settings


def settings(path: Path, **options: object) -> Settings:
    return Plan(Options(**options)).settings(str(path))


def refused(folder: Path, text: str, name: str = "kerrcheck.toml") -> str:
    put(folder, {name: text})
    with pytest.raises(ConfigError) as error:
        configuration(str(folder / name))
    told = str(error.value)
    assert "\n" not in told
    assert told.startswith(f"{folder / name}: ")
    return told.removeprefix(f"{folder / name}: ")


# Where it is found


def test_the_nearest_file_holds_and_no_other(tmp_path: Path) -> None:
    put(tmp_path, {"kerrcheck.toml": 'fail-on = "info"', "a/b/kerrcheck.toml": 'fail-on = "never"'})
    assert settings(tmp_path / "a" / "b" / "c" / "x.txt").fail_on == "never"
    assert settings(tmp_path / "a" / "x.txt").fail_on == "info"


def test_our_own_file_comes_before_a_table_of_pyproject(tmp_path: Path) -> None:
    put(tmp_path, {"pyproject.toml": '[tool.kerrcheck]\nfail-on = "info"'})
    assert settings(tmp_path / "x.txt").fail_on == "info"
    put(tmp_path, {"kerrcheck.toml": 'fail-on = "warning"'})
    assert settings(tmp_path / "x.txt").fail_on == "warning"


@pytest.mark.parametrize("passed", ["", '[project]\nname = "kerrcheck"', "[tool.ruff]\n", "[tool]\nruff = {}", "not TOML [", "\ufffd"])
def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path, passed: str) -> None:
    put(tmp_path, {"kerrcheck.toml": 'fail-on = "info"', "a/pyproject.toml": passed})
    assert settings(tmp_path / "a" / "x.txt").fail_on == "info"


@pytest.mark.parametrize(
    "written",
    [
        '[tool.kerrcheck]\nfail-on = "never"',
        '[ tool . "kerrcheck" ]\nfail-on = "never"',
        '[tool]\nkerrcheck.fail-on = "never"',
        'tool.kerrcheck.fail-on = "never"',
        'tool = { kerrcheck = { fail-on = "never" } }',
        '[[tool.kerrcheck.overrides]]\nfiles = "*"\nfail-on = "never"',
    ],
)
def test_our_table_is_found_however_it_is_written(tmp_path: Path, written: str) -> None:
    put(tmp_path, {"pyproject.toml": written})
    assert settings(tmp_path / "x.txt").fail_on == "never"


def test_a_broken_pyproject_with_our_table_is_an_error(tmp_path: Path) -> None:
    put(tmp_path, {"pyproject.toml": "[tool.kerrcheck]\nselect = ["})
    with pytest.raises(ConfigError, match=r"pyproject\.toml: not valid TOML"):
        settings(tmp_path / "x.txt")


def test_folders_are_looked_into_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr("kerrcheck.nearest._in", asked.append)
    nearest = Nearest()
    for name in ("a/b/1.txt", "a/b/2.txt", "a/3.txt", "a/c/4.txt"):
        assert nearest.to(str(tmp_path / name)) is None
    assert len(asked) == len(set(asked)) == len(tmp_path.parts) + 3


def test_options_choose_the_file_or_none(tmp_path: Path) -> None:
    put(tmp_path, {"kerrcheck.toml": 'fail-on = "info"', "other.toml": 'fail-on = "never"', "pyproject.toml": ""})
    assert settings(tmp_path / "x.txt", isolated=True) == Settings()
    assert settings(tmp_path / "x.txt", config=str(tmp_path / "other.toml")).fail_on == "never"
    with pytest.raises(ConfigError, match="no table"):
        settings(tmp_path / "x.txt", config=str(tmp_path / "pyproject.toml"))
    with pytest.raises(ConfigError, match="cannot be read"):
        settings(tmp_path / "x.txt", config=str(tmp_path / "gone.toml"))


# What it may say


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("selct = []", "selct: unknown key; perhaps select is meant"),
        ("[severity]\nwrong-agee = 'info'", "severity.wrong-agee: unknown check; perhaps wrong-age is meant"),
        ("[severity]\nwrong-age = 'fatal'", "severity.wrong-age: the severity 'fatal' is unknown; choose from error, info, off, warning"),
        ("[severity]\nwrong-age = 1", "severity.wrong-age: expected a text, found a number (1)"),
        ("severity = 'off'", "severity: expected a table of checks and severities, found a text ('off')"),
        ("select = ['wrong-mrk']", "select: the check 'wrong-mrk' is unknown; perhaps wrong-mark is meant"),
        ("ignore = [1]", "ignore[0]: expected a text, found a number (1)"),
        ("fail-on = 'errors'", "fail-on: the level 'errors' is unknown; perhaps error is meant"),
        ("format = 'jsn'", "format: the format 'jsn' is unknown; perhaps json is meant"),
        ("no-canon = 'yes'", "no-canon: expected true or false, found a text ('yes')"),
        ("facts = 3", "facts: expected a list of texts, found a number (3)"),
        ("today = 'tomorrow'", "today: expected a day such as 2026-01-31, found a text ('tomorrow')"),
        ("exclude = ['!a']", "exclude: a pattern cannot begin with !; name what is to be left out"),
        ("published-path = 'news/{year}/*'", "published-path: expected {year}, {month} and {day}, each once, such as"),
        ("overrides = 1", "overrides: expected tables, written as [[overrides]]"),
        ("[[overrides]]\nselect = []", "overrides[0]: lacks files, the patterns of the paths that it holds for"),
        ("[[overrides]]\nfiles = '*'\nfial-on = 'never'", "overrides[0].fial-on: unknown key; perhaps fail-on is meant"),
        ("[[overrides]]\nfiles = '*'\nformat = 'json'", "overrides[0].format: is about the whole run; write it outside the overrides"),
        ("[tool.kerrcheck]", "tool: in this file keys stand at the top; leave [tool.kerrcheck] out"),
        ("a = [" * 5000, "not valid TOML in UTF-8"),
        ("a = ", "not valid TOML in UTF-8: Invalid value (at end of document)"),
    ],
)
def test_what_it_cannot_say_is_an_error_of_one_line(tmp_path: Path, text: str, told: str) -> None:
    assert told in refused(tmp_path, text)


def test_in_pyproject_the_path_of_the_key_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, "[tool.kerrcheck]\nselct = []", "pyproject.toml").startswith("tool.kerrcheck.selct: unknown key")


def test_a_broken_configuration_stops_the_run_with_one_line(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"a/kerrcheck.toml": "x = 1", "a/x.txt": "WRONG", "b.txt": "WRONG"})
    for line in (["verify", "b.txt", "a"], ["claims", "a"], ["verify", "b.txt", "--config", "a/kerrcheck.toml"]):
        assert cli.run(line) == 2
        out = capsys.readouterr()
        assert out.out == ""
        assert out.err.count("\n") == 1
        assert "a/kerrcheck.toml: x: unknown key" in out.err


# What it does


def test_overrides_hold_for_their_paths_and_the_last_one_counts(tmp_path: Path) -> None:
    text = """
        ignore = ["names"]
        [severity]
        wrong-age = "warning"
        records = "info"
        wrong-record-mark = "off"
        [[overrides]]
        files = ["archive/**", "*.old"]
        ignore = []
        fail-on = "never"
        severity = { wrong-age = "off" }
        [[overrides]]
        files = ["archive/2024/"]
        fail-on = "info"
    """
    put(tmp_path, {"kerrcheck.toml": text})
    top, old, late = (settings(tmp_path / name) for name in ("x.txt", "archive/x.txt", "archive/2024/08/x.txt"))
    assert "misspelt-name" in top.ignore
    assert (top.fail_on, old.fail_on, late.fail_on) == ("error", "never", "info")
    assert old.ignore == frozenset()
    assert dict(top.severity)["wrong-age"] == "warning"
    assert dict(late.severity)["wrong-age"] == "off"
    assert (dict(old.severity)["wrong-record-mark"], dict(old.severity)["not-a-record"]) == ("off", "info")
    assert settings(tmp_path / "deep" / "x.old").fail_on == "never"


def test_the_command_line_wins_and_further_facts_come_on_top(tmp_path: Path) -> None:
    put(tmp_path, {"kerrcheck.toml": 'select = ["names"]\nfail-on = "info"\nfacts = ["our"]\ntoday = 2026-01-01'})
    plain = settings(tmp_path / "a" / "x.txt")
    asked = settings(tmp_path / "a" / "x.txt", select=frozenset(["wrong-mark"]), fail_on="never", facts=("theirs",), today="2027-01-01")
    assert (plain.facts, plain.today) == ((str(tmp_path / "our"),), "2026-01-01")
    assert asked == plain._replace(
        select=frozenset(["wrong-mark"]), fail_on="never", facts=(str(tmp_path / "our"), "theirs"), today="2027-01-01"
    )


def test_the_status_is_that_of_each_files_own_level(desk: Path) -> None:
    put(desk, {"kerrcheck.toml": '[[overrides]]\nfiles = "old/"\nfail-on = "never"', "old/x.txt": "WRONG", "new/x.txt": "Good."})
    assert cli.run(["verify", "."]) == 0
    assert cli.run(["verify", ".", "--isolated"]) == 1
    put(desk, {"new/x.txt": "WRONG"})
    assert cli.run(["verify", "."]) == 1


def test_a_severity_is_that_of_the_configuration_and_off_is_quiet(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"x.txt": "WRONG and HINT", "kerrcheck.toml": 'severity = { wrong-mark = "warning" }'})
    assert cli.run(["verify", "x.txt"]) == 0
    # HINT stands for what a quotation makes milder than its check is: it is never made graver.
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == ["warning", "info"]
    put(desk, {"kerrcheck.toml": 'severity = { results = "off" }'})
    assert cli.run(["verify", "x.txt"]) == 0
    assert capsys.readouterr().out == ""


def test_the_format_is_that_of_the_first_path(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"x.txt": "WRONG", "kerrcheck.toml": 'format = "json"'})
    cli.run(["verify", "x.txt"])
    assert json.loads(capsys.readouterr().out)["summary"]["documents"] == 1
    cli.run(["verify", "x.txt", "--format", "text"])
    assert capsys.readouterr().out.startswith("x.txt:1:1: ")


@pytest.mark.parametrize(
    ("text", "day"),
    [("Good.", ("2024-08-07", "path")), ("---\npubdate: 2024-08-08\ndate: 2024-08-09\n---\nGood.", ("2024-08-08", "front-matter"))],
)
def test_the_day_comes_from_the_path_or_a_key_of_the_front_matter(desk: Path, capsys, text: str, day: tuple[str, str]) -> None:
    put(desk, {"kerrcheck.toml": 'published-path = "news/{year}/{month}/{day}/**"\npublished-key = "pubdate"\nformat = "json"'})
    put(desk, {"news/2024/8/07/a/x.txt": text, "news/2024/13/07/x.txt": "Good."})
    cli.run(["verify", "news"])
    bad, good = json.loads(capsys.readouterr().out)["documents"]
    assert (good["published"], good["published_from"]) == day
    assert bad["published"] is None
    cli.run(["verify", "news/2024/8", "--published", "2025-01-01"])
    assert json.loads(capsys.readouterr().out)["documents"][0]["published_from"] == "option"


def test_the_usual_keys_of_the_front_matter_come_before_the_path(desk: Path, capsys) -> None:
    put(
        desk,
        {"kerrcheck.toml": 'published-path = "{year}-{month}-{day}*"\nformat = "json"', "2024-08-07.txt": "---\ndate: 2024-08-09\n---\n"},
    )
    cli.run(["verify", "2024-08-07.txt"])
    assert json.loads(capsys.readouterr().out)["documents"][0]["published"] == "2024-08-09"


def test_excludes_hold_for_paths_that_are_named_too(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"kerrcheck.toml": 'exclude = ["archive/", "*.old.txt"]', "archive/a/x.txt": "WRONG", "y.old.txt": "WRONG", "z.txt": "Good."})
    assert cli.run(["verify", "archive/a/x.txt", "y.old.txt"]) == 0
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.splitlines() == [
        f"kerrcheck: {path}: nothing is left to check, by exclude in {desk / 'kerrcheck.toml'}" for path in ("archive/a/x.txt", "y.old.txt")
    ]
    assert cli.run(["verify", "."]) == 0
    assert capsys.readouterr().err == ""
    assert cli.run(["verify", "archive", "--isolated"]) == 1


def test_each_combination_of_stores_is_opened_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"a/kerrcheck.toml": 'facts = ["desk.sqlite"]\nformat = "json"', "b/kerrcheck.toml": 'no-canon = true\nfacts = ["b.sqlite"]'})
    put(desk, {f"{folder}/{number}.txt": "Good." for folder in "abc" for number in range(3)})
    Layers.opened.clear()
    assert cli.run(["verify", "a", "c", "b", "--facts", "top.sqlite"]) == 0
    assert Layers.opened == [
        ((str(desk / "a" / "desk.sqlite"), "top.sqlite"), True),
        (("top.sqlite",), True),
        ((str(desk / "b" / "b.sqlite"), "top.sqlite"), False),
    ]
    told = json.loads(capsys.readouterr().out)["store"]
    assert told["id"] == "canon+desk.sqlite+top.sqlite,canon+top.sqlite,b.sqlite+top.sqlite"


@pytest.mark.parametrize("line", ["x.txt", "x.txt --fail-on warning", "x.txt --today 2026-01-01 --config kerrcheck.toml"])
def test_it_holds_on_the_quick_way_as_through_the_parser(desk: Path, capsys, monkeypatch, line: str) -> None:
    put(desk, {"x.txt": "ODD WRONG", "kerrcheck.toml": 'severity = { wrong-mark = "info" }'})
    arguments = ["verify", *line.split()]
    assert cli.plain(arguments) is not None
    quick = (cli.run(arguments), capsys.readouterr())
    monkeypatch.setattr(cli, "plain", lambda _: None)
    assert (cli.run(arguments), capsys.readouterr()) == quick
    assert "info wrong-mark" in quick[1].out


def test_without_a_configuration_nothing_more_is_imported(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Josh Kerr won silver.")
    assert subprocess.run([sys.executable, "-m", "kerrcheck", "verify", str(tmp_path / "x.txt")], check=False).returncode == 0
    code = """
import sys
from kerrcheck import cli
cli.run(["verify", sys.argv[1]])
ours = {name.partition(".")[2] for name in sys.modules if name.startswith("kerrcheck.")}
heavy = {"tomllib", "subprocess", "difflib"} & set(sys.modules)
late = {"configuration", "accepting", "globs", "tables", "severities", "silencing", "silencers", "selection"}
late |= {"baseline", "changes", "sieving"}
sys.exit(str(sorted(heavy | ours & late)) if heavy or ours & late else 0)
"""
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "x.txt")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# What is shown


def test_every_value_is_shown_with_who_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"kerrcheck.toml": 'ignore = ["wrong-age"]\nfacts = ["our"]\n[[overrides]]\nfiles = "a/"\nfail-on = "never"'})
    assert cli.run(["config", "a/x.txt", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told["values"]) == set(KEYS)
    assert told["configuration"] == str(desk / "kerrcheck.toml")
    assert told["values"]["fail-on"] == {"value": "never", "from": f"{desk / 'kerrcheck.toml'}: overrides[0]"}
    assert told["values"]["ignore"] == {"value": ["wrong-age"], "from": str(desk / "kerrcheck.toml")}
    assert told["values"]["facts"]["value"] == [str(desk / "our")]
    assert told["values"]["select"] == {"value": None, "from": "default"}
    assert cli.run(["config"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert 'fail-on = "error" # default' in [" ".join(line.split()) for line in lines]
    assert cli.run(["config", "--isolated"]) == 0
    assert capsys.readouterr().out.count("# default") == len(KEYS)


def test_the_shipped_configuration_names_every_key_with_its_default(desk: Path) -> None:
    assert cli.run(["init"]) == 0
    text = (desk / "kerrcheck.toml").read_text()
    assert configuration("kerrcheck.toml").said == {}
    said = "\n".join(
        line.removeprefix("# ")
        for line in text.splitlines()
        if line.startswith(("# [", "# files", "# odd", *(f"# {key} =" for key in KEYS)))
    )
    put(desk, {"full/kerrcheck.toml": said})
    assert set(configuration("full/kerrcheck.toml").said) == set(KEYS)


def test_init_overwrites_nothing_unless_forced(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"kerrcheck.toml": "# ours", ".pre-commit-config.yaml": "repos: []"})
    assert cli.run(["init"]) == 2
    assert "kerrcheck.toml: is there already; take it away, or say --force" in capsys.readouterr().err
    assert cli.run(["init", "--hook", "--action"]) == 2
    assert (desk / "kerrcheck.toml").read_text() == "# ours"
    assert not (desk / ".github").exists()
    assert cli.run(["init", "--action"]) == 0
    assert (desk / "kerrcheck.toml").read_text() == "# ours"
    assert "kerrcheck verify" in (desk / ".github" / "workflows" / "kerrcheck.yml").read_text()
    assert cli.run(["init", "--hook", "--force"]) == 0
    assert "kerrcheck verify" in (desk / ".pre-commit-config.yaml").read_text()
    assert (desk / "kerrcheck.toml").read_text() != "# ours"


def test_our_own_tree_has_no_configuration() -> None:
    assert Nearest().to(str(ROOT / "README.md")) is None
