"""The ready files for publishing a site do what docs/publishing.md says, with commands that there are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Sequence
from fnmatch import fnmatchcase
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

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
        assert {"--output", "--base-url", "--operator", "--contacts"} <= used <= known


def stand_in(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def called(script: str, folder: Path, **variables: str) -> tuple[subprocess.CompletedProcess[str], list[list[str]]]:
    """Run a script that publishes; return how it went, and what it called, each with its arguments."""
    log = folder / "log"
    for program in ("haku", "rsync", "aws"):
        stand_in(folder, program, f"printf '%s\\037' {program} \"$@\" >> '{log}'; echo >> '{log}'")
    done = subprocess.run(
        [shutil.which("sh") or "sh", str(FOLDER / script), "there", "https://example.org/arkisto/"],
        env={"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return done, [line.split("\037")[:-1] for line in lines]


@pytest.mark.parametrize("name", ["publish-rsync.sh", "publish-s3.sh"])
def test_scripts(name: str, tmp_path: Path) -> None:
    """A script builds the site for the address given and sends the folder; without an operator it does nothing."""
    refused, calls = called(name, tmp_path)
    assert refused.returncode != 0 and "HAKU_OPERATOR" in refused.stderr and not calls
    done, (first, *sent) = called(name, tmp_path, HAKU_OPERATOR="A B <a@b.fi>")
    assert done.returncode == 0
    options = ["--output", "public", "--base-url", "https://example.org/arkisto/", "--operator", "A B <a@b.fi>"]
    assert first == ["haku", "site", *options, "--contacts", "all"]
    assert sent and all({"public", "public/"} & set(call) and {"there", "there/"} & set(call) for call in sent)
    assert any(option.startswith("--delete") for option in sent[-1])
    _, calls = called(name, tmp_path, HAKU_OPERATOR="a@b.fi", HAKU_CONTACTS="roles")
    assert calls[-len(sent) - 1][-2:] == ["--contacts", "roles"]


def takes(call: Sequence[str], path: str) -> bool:
    """Tell whether an ``aws s3 sync`` sends a file: the last filter that fits decides, and without one it does."""
    taken = True
    for option, pattern in pairwise(call):
        if option in ("--include", "--exclude") and fnmatchcase(path, pattern):
            taken = option == "--include"
    return taken


def value(call: Sequence[str], option: str) -> str | None:
    return call[call.index(option) + 1] if option in call else None


@pytest.mark.parametrize(
    ("path", "media_type", "is_kept"),
    [
        pytest.param("pagefind/fi/fragment/fi_cd8a0e2.pf_fragment", "application/octet-stream", True, id="fragment"),
        pytest.param("pagefind/fi/index/fi_fb1830d.pf_index", "application/octet-stream", True, id="index"),
        pytest.param("pagefind/fi/filter/fi_d81e796.pf_filter", "application/octet-stream", True, id="filter"),
        pytest.param("pagefind/fi/pagefind.fi_0882904e14.pf_meta", "application/octet-stream", True, id="metadata"),
        pytest.param("pagefind/fi/pagefind-entry.json", None, False, id="entry"),
        pytest.param("pagefind/fi/pagefind.js", None, False, id="search-program"),
        pytest.param("pagefind/fi/wasm.fi.pagefind", None, False, id="wasm"),
        pytest.param("pagefind/fi/forms/prefixes.txt", "text/plain; charset=utf-8", False, id="prefixes"),
        pytest.param("pagefind/fi/forms/p-h_e4.txt", "text/plain; charset=utf-8", False, id="forms"),
        pytest.param("data/releases.csv.gz", "application/gzip", False, id="packed"),
        pytest.param("data/dcat.jsonld", "application/ld+json", False, id="linked-data"),
        pytest.param("data/releases.parquet", "application/vnd.apache.parquet", False, id="parquet"),
        pytest.param("release/0123456789abcdef/cite.bib", "application/x-bibtex", False, id="reference"),
        pytest.param("fi/authority/okm/deadlines.ics", "text/calendar; charset=utf-8", False, id="calendar"),
        pytest.param("fi/feed.xml", "application/atom+xml", False, id="feed"),
        pytest.param("fi/feed/kind/call.xml", "application/atom+xml", False, id="narrower-feed"),
        pytest.param("fi/opensearch.xml", None, False, id="not-a-feed"),
        pytest.param("sitemap.xml", None, False, id="sitemap"),
        pytest.param("fi/release/0123456789abcdef/index.html", None, False, id="page"),
        pytest.param("static/base.css", None, False, id="style"),
    ],
)
def test_storage_gets_each_file_once_as_it_is_to_be_served(
    path: str, media_type: str | None, is_kept: bool, tmp_path: Path
) -> None:
    """Only names that are digests may be kept for long: anything else changes under its name."""
    _, (_, *sent, last) = called("publish-s3.sh", tmp_path, HAKU_OPERATOR="a@b.fi")
    (call,) = (call for call in sent if takes(call, path))
    assert value(call, "--content-type") == media_type
    assert value(call, "--cache-control") == ("max-age=31536000,immutable" if is_kept else "no-cache")
    assert "--delete" not in call and {"--delete", "--size-only"} <= set(last)


@pytest.mark.parametrize("name", ["github-pages.workflow.yml", "gitlab-pages.yml"])
def test_jobs(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert "\t" not in text
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", action) for action in re.findall(r"uses: (\S+)", text))
    commands = [line for line in text.splitlines() if ".venv/bin/haku" in line]
    assert [line.partition("--archive archive ")[2].split()[0] for line in commands] == ["rebuild", "site"]
    assert "PRIVATE" in text.partition("\n\n")[0]


def fetching(name: str) -> str:
    """Return the commands by which a job fetches its archive."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    if block := re.search(r"run: \|\n((?: {10}.*\n)+)", text):
        return dedent(block[1])
    lines = [line.removeprefix("    - ") for line in text.splitlines() if line.startswith("    - ")]
    unquoted = [line[1:-1] if line.startswith("'") else line for line in lines]
    return "\n".join(line for line in unquoted if not line.startswith((".venv", "public", "if:")))


PARTS = ("warc", "forgotten.tsv", "decisions.tsv")


@pytest.mark.parametrize("name", ["github-pages.workflow.yml", "gitlab-pages.yml"])
@pytest.mark.parametrize(
    ("visibility", "parts", "is_taken"),
    [
        pytest.param("private", PARTS, True, id="private"),
        pytest.param("public", PARTS, False, id="public"),
        pytest.param("private", PARTS[:1], False, id="captures-alone"),
        pytest.param("private", ("warc", "decisions.tsv"), False, id="without-the-forgotten"),
    ],
)
def test_jobs_take_a_whole_archive_from_a_private_place(
    name: str, visibility: str, parts: tuple[str, ...], is_taken: bool, tmp_path: Path
) -> None:
    packed, work = tmp_path / "packed.tar.gz", tmp_path / "work"
    work.mkdir()
    with tarfile.open(packed, "w:gz") as tar:
        for part in parts:
            (tmp_path / part).touch()
            tar.add(tmp_path / part, part)
    is_private = "true" if visibility == "private" else "false"
    stand_in(tmp_path / "bin", "gh", f'[ "$1" = api ] && echo {is_private} || cp "{packed}" archive.tar.gz')
    stand_in(tmp_path / "bin", "curl", f'cp "{packed}" archive.tar.gz')
    stand_in(tmp_path / "bin", "make", "true")
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    variables = {
        "HAKU_ARCHIVE_REPOSITORY": "a/b",
        "CI_PROJECT_VISIBILITY": visibility,
        "CI_JOB_TOKEN": "",
        "PACKAGE": "",
    }
    done = subprocess.run(
        [shutil.which("sh") or "sh", "-e", "-c", fetching(name)],
        cwd=work,
        env={"PATH": path, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (done.returncode == 0) == is_taken, done.stderr
    assert is_taken or "not private" in done.stdout or "has no" in done.stdout


def test_the_parts_of_an_archive_that_are_packed_are_told() -> None:
    (packed,) = re.findall(r"^tar -czf archive\.tar\.gz -C archive (.+)$", TEXT, re.MULTILINE)
    assert set(PARTS) <= set(packed.split())


def test_types_of_the_web_server() -> None:
    """Every ending of a file that the site has, but for the compiled search index, has its type."""
    text = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    types = dict(reversed(line.split()) for line in re.findall(r"^ {8}(\S+/\S+ \w+);", text, re.MULTILINE))
    assert types["ics"] == "text/calendar" and types["jsonld"] == "application/ld+json"
    assert {"html", "css", "js", "svg", "txt", "json", "xml", "csv", "gz"} <= types.keys()
    assert {"parquet", "bib", "ris", "wasm"} <= types.keys()
    assert text.count("{") == text.count("}")
    assert """add_header Content-Security-Policy "frame-ancestors 'none'" always;""" in text


@pytest.mark.parametrize(
    ("path", "is_feed"),
    [
        pytest.param("/arkisto/fi/feed.xml", True, id="feed"),
        pytest.param("/arkisto/sv/feed/kind/call.xml", True, id="by-kind"),
        pytest.param("/arkisto/sv/feed/authority/ely-keskus.xml", True, id="by-authority"),
        pytest.param("/arkisto/sitemap.xml", False, id="sitemap"),
        pytest.param("/arkisto/fi/opensearch.xml", False, id="search"),
    ],
)
def test_feeds_of_the_web_server(path: str, is_feed: bool) -> None:
    text = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    found = re.search(r"location ~ (\S+) \{\s+types \{ \}\s+default_type application/atom\+xml;", text)
    assert found and bool(re.search(found[1], path)) == is_feed
