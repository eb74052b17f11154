"""`haku sources`: the catalogue, to read and to process."""

from __future__ import annotations

import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from parsers.sources import SOURCES

Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        pytest.param(
            "en", ["tem  Ministry of Economic Affairs and Employment", "    Nordic news on integration"], id="English"
        ),
        pytest.param("fi", ["tem  Työ- ja elinkeinoministeriö", "    Ministeriön tiedotteet ja uutiset"], id="Finnish"),
        pytest.param(
            "sv", ["tem  Arbets- och näringsministeriet", "    Nordiska nyheter om integration"], id="Swedish"
        ),
    ],
)
def test_sources_are_listed_in_the_users_language(run: Run, language: str, lines: list[str]) -> None:
    said = run("sources", language=language).stdout.splitlines()
    assert len(said) == 3 * len(SOURCES)
    assert [line for line in lines if line not in said] == []


def test_what_is_not_crawled_says_why(run: Run) -> None:
    lines = run("sources").stdout.splitlines()
    ways = {line.split()[0]: said for line, said in zip(lines[::3], lines[2::3], strict=True)}
    assert "only when it is named" in ways["wayback"]


def test_the_whole_catalogue_as_json(run: Run) -> None:
    listed = {entry["id"]: entry for entry in json.loads(run("sources", "--format", "json").stdout)}
    assert listed.keys() == SOURCES.keys()
    assert listed["tem"]["listings"]["sv"] == ["https://tem.fi/sv/pressmeddelanden"]
    assert listed["tem"]["sitemap"] == "https://tem.fi/sitemap.xml" and listed["stea"]["spider"] == "stea"
