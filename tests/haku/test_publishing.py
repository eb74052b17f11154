"""The ready files for publishing a site do what docs/publishing.md says, with commands that there are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from haku.commands.site import command

FOLDER = Path(__file__).parents[2] / "docs" / "publishing"
TEXT = FOLDER.with_suffix(".md").read_text(encoding="utf-8")
FILES = sorted(FOLDER.iterdir())


def test_every_file_is_told_of() -> None:
    assert sorted(re.findall(r"\]\(publishing/([\w.-]+)\)", TEXT)) == [path.name for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_sites_are_built_with_options_that_there_are(path: Path) -> None:
    known = {option for parameter in command.params for option in parameter.opts}
    for line in re.findall(r"\bhaku (?:--archive archive )?site (.*)", path.read_text(encoding="utf-8")):
        used = set(re.findall(r"--[a-z-]+", line))
        assert {"--output", "--base-url", "--operator"} <= used <= known


@pytest.mark.parametrize("name", ["publish-rsync.sh", "publish-s3.sh"])
def test_scripts(name: str, tmp_path: Path) -> None:
    """A script builds the site for the address given and sends the folder; without an operator it does nothing."""
    log = tmp_path / "log"
    for program in ("haku", "rsync", "aws"):
        stand_in = tmp_path / program
        stand_in.write_text(f'#!/bin/sh\necho "{program} $*" >> "{log}"\n', encoding="utf-8")
        stand_in.chmod(0o755)
    script = [shutil.which("sh") or "sh", str(FOLDER / name), "there", "https://example.org/arkisto/"]
    path = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    refused = subprocess.run(script, env=path, capture_output=True, text=True, check=False, timeout=30)
    assert refused.returncode != 0 and "HAKU_OPERATOR" in refused.stderr and not log.exists()
    done = subprocess.run(script, env={**path, "HAKU_OPERATOR": "a@b.fi"}, capture_output=True, check=False, timeout=30)
    assert done.returncode == 0
    first, *sent = log.read_text(encoding="utf-8").splitlines()
    assert first == "haku site --output public --base-url https://example.org/arkisto/ --operator a@b.fi"
    assert sent and all("public" in line and "there" in line for line in sent)
    assert "--delete" in sent[-1]


@pytest.mark.parametrize("name", ["github-pages.workflow.yml", "gitlab-pages.yml"])
def test_jobs(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert "\t" not in text
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", action) for action in re.findall(r"uses: (\S+)", text))
    commands = [line for line in text.splitlines() if ".venv/bin/haku" in line]
    assert [line.partition("--archive archive ")[2].split()[0] for line in commands] == ["rebuild", "site"]


def test_types_of_the_web_server() -> None:
    """Every ending of a file that the site has, but for the compiled search index, has its type."""
    text = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    types = dict(reversed(line.split()) for line in re.findall(r"^ {8}(\S+/\S+ \w+);", text, re.MULTILINE))
    assert types["ics"] == "text/calendar" and types["jsonld"] == "application/ld+json"
    assert {"html", "css", "js", "svg", "json", "xml", "csv", "gz", "parquet", "bib", "ris", "wasm"} <= types.keys()
    assert text.count("{") == text.count("}")
