"""docs/operating.md and the ready files beside it are true."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import click
import pytest

from crawler.samplesite import SampleSite
from crawler.watch import Code
from crawler.watch.reports import KEPT
from haku.cli import haku

Run = Callable[..., CompletedProcess[str]]

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
    written = re.sub(r"\$\{\{.*?\}\}|\$\{\w+:\?[^}]*\}", "value", line)
    name, *arguments = shlex.split(re.sub(r"\$\{\w+:-(\w+)\}", r"\1", written))
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


@pytest.mark.usefixtures("quick_crawls")
def test_cron_has_nothing_to_mail_where_all_is_well(run: Run, saved_pages: Path, tmp_path: Path) -> None:
    with SampleSite() as sample:
        jobs = [run("--archive", tmp_path, "crawl", "tem", "--at", sample.address)]
    others = (["import", saved_pages], ["check"], ["rebuild"], ["site", "--output", tmp_path / "public"])
    jobs += [run("--archive", tmp_path, *job) for job in others]
    assert [(job.returncode, job.stderr) for job in jobs] == [(0, "")] * 5


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
    if name.endswith(".service"):  # what is run after a crawl that failed has the time of a stop
        service = parser["Service"]
        assert (" site " in service["ExecStopPost"], service["TimeoutStopSec"]) == (True, "1h")
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


WORKFLOW = (FOLDER / "operating" / "haku-crawl.workflow.yml").read_text(encoding="utf-8")
# "      - uses: actions/checkout@v4", "      - name: crawl"; not "    - cron: …", an item of another list
_STEP = re.compile(r"^ {6}- ", re.MULTILINE)
_ALWAYS = "if: always()\n"


def steps(workflow: str) -> list[str]:
    """The steps of a workflow's only job, in order, without comments."""
    (job,) = re.findall(r"^    steps:\n(.*)", workflow, re.MULTILINE | re.DOTALL)
    return _STEP.split(re.sub(r"^\s*#.*\n", "", job, flags=re.MULTILINE))[1:]


def faults_of(workflow: str) -> list[str]:
    """What would keep the archive from one run to the next, the site from being published, or an alarm unseen."""
    found = steps(workflow)
    named = {name: next((n for n, step in enumerate(found) if name in step), -1) for name in ("haku crawl", "/save@")}
    crawl, save = found[named["haku crawl"]], found[named["/save@"]]
    keys = re.findall(r"\bkey: (.*)", workflow)
    faults = {
        "a cache that is saved only after success": "uses: actions/cache@" in workflow,
        "a crawl that ends the job": "continue-on-error: true" not in crawl,
        "a step between crawl and save": named["/save@"] != named["haku crawl"] + 1,
        "a save that is left out": _ALWAYS not in save,
        "a key that another run has": len(set(keys)) != 1 or "run_id" not in keys[0] or "run_attempt" not in keys[0],
        "a key that finds none": not re.search(r"restore-keys: archive-\n", workflow) or keys[0][:8] != "archive-",
        "a deployment without its environment": not re.search(
            r"^    environment:\n      name: ", workflow, re.MULTILINE
        ),
        "alarms that nobody sees": "steps.crawl.outcome == 'failure'\n        run: exit 1" not in found[-1],
    }
    return [fault for fault, is_there in faults.items() if is_there]


def test_workflow() -> None:
    """The job is made of steps of actions at a version, crawls, keeps the archive whatever comes, and publishes."""
    assert "\t" not in WORKFLOW
    assert re.findall(r"^(\w+):", WORKFLOW, re.MULTILINE) == ["name", "on", "concurrency", "permissions", "jobs"]
    actions = re.findall(r"uses: (\S+)", WORKFLOW)
    assert all(re.fullmatch(r"actions/[\w-]+(?:/(?:save|restore))?@v\d+", action) for action in actions)
    (schedule,) = re.findall(r'cron: "(.*)"', WORKFLOW)
    assert _CRON.fullmatch(schedule)
    assert [command.split()[0] for command in commands(WORKFLOW)] == ["crawl", "status", "site"]
    assert faults_of(WORKFLOW) == []


def test_time_of_the_workflow() -> None:
    """A crawl that takes too long is stopped, and killed at last, early enough for the site to be built."""
    (patience,) = re.findall(r"timeout-minutes: (\d+)", WORKFLOW)
    ((kill, stop),) = re.findall(r"timeout --signal=INT --kill-after=(\d+)m (\d+)h ", WORKFLOW)
    assert int(kill) + 60 * int(stop) + 60 <= int(patience) <= 360  # no job may take longer than six hours


_SAVE = "      - uses: actions/cache/save@v4\n        if: always()\n"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        pytest.param("cache/restore@v4", "cache@v4", "a cache that is saved only after success", id="one action"),
        pytest.param("        continue-on-error: true\n", "", "a crawl that ends the job", id="crawl"),
        pytest.param(_SAVE, f"      - run: make check\n{_SAVE}", "a step between crawl and save", id="late"),
        pytest.param("/save@v4\n        if: always()\n", "/save@v4\n", "a save that is left out", id="save"),
        pytest.param("-${{ github.run_attempt }}", "", "a key that another run has", id="second attempt"),
        pytest.param("restore-keys: archive-\n", "restore-keys: haku-\n", "a key that finds none", id="restore"),
        pytest.param("    environment:\n", "    concerning:\n", "a deployment without its environment", id="deploy"),
        pytest.param("run: exit 1", "run: exit 0", "alarms that nobody sees", id="alarms"),
    ],
)
def test_workflows_that_would_not_work(before: str, after: str, fault: str) -> None:
    assert before in WORKFLOW
    assert faults_of(WORKFLOW.replace(before, after)) == [fault]
