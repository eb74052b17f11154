"""docs/adding-a-source.md leads to crawled sources: all that it says is done, in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = ("parsers", "crawler", "conftest.py", "commands.py", "nursery.py", "once.py")
COPIED = ("crawler", "parsers", "haku", "index", "site", *(f"tests/{name}" for name in TESTS))
DOCUMENT = (ROOT / "docs" / "adding-a-source.md").read_text(encoding="utf-8")
# "In `a/b.toml`, at the end:", "In `a/b.py`, after `    x,`:", "New, `a/b.py`:", each before a block of code
_STEP = re.compile(
    r"""
    (?: (?P<verb>In|New,) [ ]`(?P<path>[\w./-]+)`(?:,[ ](?:at[ ]the[ ]end|after[ ]`(?P<line>[^`]+)`))?:\n\n )?
    ```(?P<kind>\w+)\n(?P<code>.*?)```
    """,
    re.DOTALL | re.VERBOSE,
)
FAILS = "  # fails: "
STARTED = " &"


def steps() -> list[re.Match[str]]:
    return list(_STEP.finditer(DOCUMENT))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    for name in COPIED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)  # what is compiled stays valid: its times are kept
        else:
            shutil.copy(source, target)
    for name in ("pyproject.toml", "scrapy.cfg"):
        shutil.copy(ROOT / name, folder)
    return folder


class Shell:
    """Runs the commands of the document in the copy; `port` takes the place of the one that it names."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder = folder
        self._port = port
        self._started: list[subprocess.Popen[bytes]] = []
        path = os.pathsep.join([str(folder), str(folder / "site")])
        programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        self._environment = {**os.environ, "PYTHONPATH": path, "PATH": programs, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
        # What is installed beside pytest takes seconds to load, each time anew.
        self._environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"

    def run(self, line: str) -> str:
        command, _, fails = line.partition(FAILS)
        command = command.replace("8123", str(self._port))
        if command.endswith(STARTED):
            self._start(command.removesuffix(STARTED))
            return ""
        done = subprocess.run(
            command, shell=True, cwd=self._folder, env=self._environment, capture_output=True, text=True, timeout=180
        )
        assert (done.returncode != 0) is bool(fails), f"{line}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def stop(self) -> None:
        for process in self._started:
            process.kill()
            process.communicate()

    def _start(self, command: str) -> None:
        process = subprocess.Popen(command.split(), cwd=self._folder, env=self._environment, stdout=subprocess.PIPE)
        self._started.append(process)
        assert process.stdout and process.stdout.readline()


@pytest.fixture(scope="module")
def shell(copy: Path) -> Iterator[Shell]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shell = Shell(copy, port)
    yield shell
    shell.stop()


def write(folder: Path, step: re.Match[str]) -> None:
    target, code = folder / step["path"], step["code"]
    if step["verb"] == "New,":
        assert not target.exists(), f"{step['path']} is there already"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(code, encoding="utf-8")
        return
    text = target.read_text(encoding="utf-8")
    if step["line"]:
        assert text.count(step["line"] + "\n") == 1, f"{step['path']} has no one line {step['line']!r}"
        text = text.replace(step["line"] + "\n", step["line"] + "\n" + code)
    else:
        text += code
    target.write_text(text, encoding="utf-8")


def test_the_document_says_all_that_is_to_be_done() -> None:
    kinds = [step["kind"] for step in steps()]
    assert len(kinds) == DOCUMENT.count("```") / 2 and kinds.count("sh") == 5
    assert all(bool(step["path"]) is (step["kind"] != "sh") for step in steps())


def test_both_sources_are_crawled_in_the_end(copy: Path, shell: Shell) -> None:
    said = ""
    for step in steps():
        if step["path"]:
            write(copy, step)
            continue
        for line in step["code"].splitlines():
            said += shell.run(line)
    assert re.search(r"^saaristo  Archipelago Agency$", said, re.MULTILINE)
    assert "1 new" in said
    for source, title in (("saaristo", "Yhteysalusten laitureihin haettavana 200 000 euroa"), ("kylat", "Talkoisiin")):
        (golden,) = (copy / "tests" / "parsers" / "golden" / source).glob("*.expected.json")
        assert title in golden.read_text(encoding="utf-8")
