"""The set-ups of the README: the one for Neovim tried in Neovim itself where it is installed."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
TRIAL = """
local shown = function() return vim.diagnostic.get(0) end
vim.wait(30000, function() return #shown() > 0 end, 50)
local found = vim.tbl_map(function(d) return { d.code, d.lnum, d.col, d.end_col } end, shown())
local slip = shown()[1]
vim.api.nvim_buf_set_text(0, slip.lnum, slip.col, slip.lnum, slip.end_col, { 'Tuesday' })
vim.wait(10000, function() return #shown() == #found - 1 end, 50)
io.stdout:write(vim.json.encode({ found = found, left = #shown() }))
vim.cmd('qa!')
"""


def block(name: str, language: str) -> str:
    """A marked block of the README."""
    found = re.search(rf"<!-- {name} -->\n```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1]


def test_vs_code_is_given_the_command() -> None:
    settings = json.loads(block("vscode", "json"))
    assert [settings["glspc.server.command"], *settings["glspc.server.commandArguments"]] == ["kerrcheck", "lsp"]


def test_neovim_shows_what_is_found_and_forgets_what_is_mended(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="the language server's library is not installed")
    if shutil.which("nvim") is None:
        pytest.skip("no nvim is installed")
    (tmp_path / "init.lua").write_text(block("neovim", "lua"), "utf-8")
    (tmp_path / "trial.lua").write_text(TRIAL, "utf-8")
    shutil.copy(ROOT / "data" / "articles" / "paris-1500m.txt", tmp_path / "draft.txt")
    here = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "XDG_STATE_HOME": str(tmp_path)}
    call = ["nvim", "--headless", "--clean", "-u", "init.lua", "draft.txt", "-c", "luafile trial.lua"]
    done = subprocess.run(call, cwd=tmp_path, env=here, capture_output=True, text=True, timeout=120, check=True)
    told = json.loads(done.stdout)
    assert told["found"][0] == ["wrong-date", 4, 57, 66]
    assert (len(told["found"]), told["left"]) == (6, 5)
