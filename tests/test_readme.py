"""The README: what it shows is what the commands print, and its list is the checks. KERRCHECK_GOLDEN=write brings it up to date."""

import os
import re
import shlex

from conftest import ROOT

from kerrcheck import cli
from kerrcheck.configuration import configuration
from kerrcheck.keys import KEYS
from kerrcheck.manual import entry
from kerrcheck.members import names
from kerrcheck.selection import every_check

README = ROOT / "README.md"
SHOWN = re.compile(r"```console\n\$ (kerrcheck [^\n]*)\n(.*?)```", re.DOTALL)
KEYED = re.compile(r"<!-- keys -->\n(.*?)<!-- /keys -->", re.DOTALL)
LISTED = re.compile(r"<!-- checks -->\n(.*?)<!-- /checks -->", re.DOTALL)


def renewed(text: str) -> None:
    if os.environ.get("KERRCHECK_GOLDEN") == "write":
        README.write_text(text, "utf-8")
    assert text == README.read_text("utf-8")


def test_the_list_of_checks_is_the_checks() -> None:
    entries = sorted(map(entry, every_check()), key=lambda one: (one.family, one.name))
    rows = "".join(f"| {one.family} | `{one.name}` | {one.severity} | {one.title} |\n" for one in entries)
    table = f"| family | check | severity | what it finds |\n| --- | --- | --- | --- |\n{rows}"
    renewed(LISTED.sub(lambda _: f"<!-- checks -->\n{table}<!-- /checks -->", README.read_text("utf-8")))


def test_the_list_of_keys_is_the_keys() -> None:
    rows = "".join(f"| `{name}`{' *' if key.whole else ''} | {key.about} |\n" for name, key in KEYS.items())
    table = f"| key | what it says |\n| --- | --- |\n{rows}| `overrides` | tables with `files`, patterns, and keys for these files only |\n"
    renewed(KEYED.sub(lambda _: f"<!-- keys -->\n{table}<!-- /keys -->", README.read_text("utf-8")))


def test_the_configuration_shown_is_one(tmp_path) -> None:
    shown = [block for block in re.findall(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL) if "[[overrides]]" in block]
    assert len(shown) == 1
    (tmp_path / "kerrcheck.toml").write_text(shown[0])
    assert configuration(str(tmp_path / "kerrcheck.toml")).overrides


def test_what_the_readme_shows_is_what_the_commands_print(monkeypatch, capsys) -> None:
    monkeypatch.chdir(ROOT)

    def printed(block: re.Match[str]) -> str:
        cli.run(shlex.split(block[1])[1:])
        return f"```console\n$ {block[1]}\n{capsys.readouterr().out}```"

    text = README.read_text("utf-8")
    assert SHOWN.search(text)
    renewed(SHOWN.sub(printed, text))


def test_the_commands_of_the_readme_stand_alone() -> None:
    text = README.read_text("utf-8")
    for name in ("try", "test"):
        command = re.search(rf"<!-- {name} -->\n```sh\n(.*?)\n```", text).group(1)
        assert command.startswith("python3 -m venv .venv && ")
        assert "\n" not in command


def test_every_format_has_its_row() -> None:
    text = README.read_text("utf-8")
    for name in names("reports"):
        assert f"\n| `{name.replace('_', '-')}` | " in text
