"""docs/operating.md and the ready files beside it are true."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from crawler.watch import Code
from crawler.watch.reports import KEPT
from haku.cli import haku

FOLDER = Path(__file__).parents[2] / "docs"
TEXT = (FOLDER / "operating.md").read_text(encoding="utf-8")
FILES = sorted((FOLDER / "operating").iterdir())

# "/srv/haku/program/.venv/bin/haku crawl --since 2026-10-01", "haku crawl > /srv/haku/crawl.log; haku site"
_COMMAND = re.compile(r"(?<![\w./-])(?:[\w./-]*/)?haku (?P<arguments>[a-z][^;&|>`\n]*)")
# "15 2 * * *", never "15 2 * *" or "75 2 * * *"
_CRON = re.compile(r"(?:[0-5]?\d) (?:[01]?\d|2[0-3]) (?:\*|[12]?\d|3[01]) (?:\*|[1-9]|1[0-2]) (?:\*|[0-7])")


def commands(text: str) -> list[str]:
    """The commands of a text, without their comments."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return [match["arguments"].strip() for line in lines for match in _COMMAND.finditer(line)]


def all_commands() -> Iterator[str]:
    blocks = re.findall(r"^```\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`(haku [a-z][^`]*)`", TEXT)
    for text in (*blocks, *inline, *(path.read_text(encoding="utf-8") for path in FILES)):
        yield from commands(text)


def test_there_are_commands_to_test() -> None:
    found = set(all_commands())
    assert {"crawl", "crawl --since 2026-10-01", "crawl wayback --of tem", "rebuild", "check", "status"} <= found
    assert any(command.startswith("site --output /srv/haku/public") for command in found)


@pytest.mark.parametrize("line", sorted(set(all_commands())))
def test_every_command_is_understood(line: str) -> None:
    name, *arguments = shlex.split(re.sub(r"\$\{\{.*?\}\}", "value", line))
    command = haku.get_command(click.Context(haku), name)
    assert command, name
    if arguments:  # else the text only mentions it
        command.make_context(name, arguments)


def test_every_file_is_explained_and_every_code_has_its_row() -> None:
    assert [path.name for path in FILES if f"operating/{path.name})" not in TEXT] == []
    assert re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE) == [code.value for code in Code]
    assert f"newest {KEPT} are kept" in TEXT


def test_crontab() -> None:
    lines = (FOLDER / "operating" / "haku.crontab").read_text(encoding="utf-8").splitlines()
    jobs = [line for line in lines if line and not re.match(r"#|[A-Z_]+=", line)]
    assert len(jobs) == 2
    for job in jobs:
        times = " ".join(job.split()[:5])
        assert _CRON.fullmatch(times), times
        assert "%" not in job  # cron takes it for the end of the line


@pytest.mark.parametrize("times", ["15 2 * *", "75 2 * * *", "15 24 * * *", "15 2 32 * *"])
def test_what_cron_would_refuse(times: str) -> None:
    assert not _CRON.fullmatch(times)


@pytest.mark.parametrize("name", ["haku-crawl.service", "haku-crawl.timer"])
def test_systemd_units(name: str, tmp_path: Path) -> None:
    parser = configparser.ConfigParser(strict=False, interpolation=None, comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(FOLDER / "operating" / name, encoding="utf-8")
    expected = {"haku-crawl.service": ["Unit", "Service"], "haku-crawl.timer": ["Unit", "Timer", "Install"]}[name]
    assert parser.sections() == expected
    if shutil.which("systemd-analyze"):
        assert _verified(name, tmp_path) == ""


def _verified(name: str, folder: Path) -> str:
    """What systemd finds wrong with a unit, were the program there."""
    for path in FILES:
        if path.suffix in (".service", ".timer"):
            text = path.read_text(encoding="utf-8").replace(
                "/srv/haku/program/.venv/bin/haku", shutil.which("true") or ""
            )
            (folder / path.name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", str(folder / name)], capture_output=True, text=True, timeout=60, check=False
    )
    return "\n".join(line for line in done.stderr.splitlines() if "haku" in line)


def test_workflow() -> None:
    """The job is made of steps with unique names of actions at a version, and crawls and publishes."""
    text = (FOLDER / "operating" / "haku-crawl.workflow.yml").read_text(encoding="utf-8")
    assert "\t" not in text
    assert re.findall(r"^(\w+):", text, re.MULTILINE) == ["name", "on", "concurrency", "permissions", "jobs"]
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", action) for action in re.findall(r"uses: (\S+)", text))
    (schedule,) = re.findall(r'cron: "(.*)"', text)
    assert _CRON.fullmatch(schedule)
    assert [command.split()[0] for command in commands(text)] == ["crawl", "status", "site"]
