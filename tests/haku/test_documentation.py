"""The documentation names every command and option, and nothing that does not exist."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from subprocess import CompletedProcess

import click
import pytest

from haku.cli import _COMMANDS
from index.export.tables import TABLES

Run = Callable[..., CompletedProcess[str]]
ROOT = Path(__file__).parents[2]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
DATA = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def load(name: str) -> click.Command:
    command: click.Command = import_module(_COMMANDS[name]).command
    return command


def options(name: str) -> set[str]:
    return {option for parameter in load(name).params for option in parameter.opts if option.startswith("--")}


@pytest.mark.parametrize("name", list(_COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    section = re.search(rf"\*\*`haku {name}\b.*?(?=\n\*\*`haku|\n## |\Z)", COMMANDS, re.DOTALL)
    assert section, name
    assert {option for option in options(name) if option not in section[0]} == set()


@pytest.mark.parametrize("line", re.findall(r"^haku .+$", README, re.MULTILINE))
def test_the_readme_shows_only_what_exists(line: str) -> None:
    name = line.split()[1]
    assert name in _COMMANDS
    assert set(re.findall(r"--[a-z][a-z-]+", line)) <= options(name)


@pytest.mark.parametrize(
    "document", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("what", list(TABLES))
def test_the_columns_of_flat_exports_are_documented(what: str) -> None:
    row = re.search(rf"^\| {what} \| (.*) \|$", DATA, re.MULTILINE)
    assert row
    assert re.findall(r"`(\w+)`", row[1]) == [column.name for column in TABLES[what].columns]


def test_both_commands_of_the_readme_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
