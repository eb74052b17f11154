"""From the web to the catalogue: what later crawls make of pages that changed, went away and came back."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.run import crawl
from crawler.samplesite.documents import documents
from crawler.samplesite.responses import Response, missing, revalidated
from crawler.samplesite.routes import render
from crawler.samplesite.server import SampleSite
from crawler.warc import read_captures
from index.catalogue import Catalogue
from index.export import WHAT, export
from index.ingest import ingest
from parsers.model import DocumentState, Release
from parsers.problems import Problem

Change = Callable[[Response], Response]
URLS = {
    document.name: document.url for document in documents() if document.host == "okm.fi" and document.language == "fi"
}
# The three texts of one grant round.
CALL, LONGER, DECISION = (URLS[f"lukuluotsi-{name}-2023"] for name in ("haku", "jatkoaika", "paatos"))


def _with(old: bytes, new: bytes) -> Change:
    def change(response: Response) -> Response:
        assert old in response.body
        headers = tuple((name, value) for name, value in response.headers if name not in ("ETag", "Last-Modified"))
        return replace(response, body=response.body.replace(old, new), headers=headers)

    return change


REWORDED = _with(b"</h1>", b"</h1><p>Hakuaikaa on jatkettu kahdella viikolla.</p>")
REDESIGNED = _with(b"<body", b"<!-- new layout --><body data-theme='2027'")


def _gone(response: Response) -> Response:
    return missing("<h1>Sivua ei löytynyt</h1><p>Etsimääsi sivua ei ole.</p>")


VISITS: tuple[Mapping[str, Change], ...] = (
    {},
    {CALL: REWORDED, LONGER: REDESIGNED, DECISION: _gone},
    {CALL: REWORDED, LONGER: REDESIGNED},
)


@dataclass(frozen=True)
class Visited:
    """An archive after some crawls: what its catalogue says of each page, its exports, and all payloads it holds."""

    releases: dict[str, Release]
    revisions: dict[str, list[Release]]
    exports: dict[str, bytes]
    digests: frozenset[str]


def _crawled(folder: Path, changes: Mapping[str, Change], monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(host: str, path: str, headers: Mapping[str, str] | None = None) -> Response:
        change = changes.get(f"https://{urlsplit(f'//{host}').hostname}{path}")
        return revalidated(change(render(host, path)), headers or {}) if change else render(host, path, headers)

    with SampleSite() as site, monkeypatch.context() as patch:
        patch.setattr("crawler.samplesite.server.render", changed)
        crawl(folder / "warc", ["okm"], at=site.address, delay=0)


def _fail(problem: Problem) -> None:
    raise problem


def _ingested(folder: Path, catalogue: Path) -> Visited:
    with Catalogue(catalogue) as opened:
        captures = list(read_captures(folder / "warc", on_problem=_fail))
        ingest(opened, captures)
        releases = {release.url: release for release in opened.releases()}
        return Visited(
            releases=releases,
            revisions={url: opened.revisions(release.id) for url, release in releases.items()},
            exports={what: _exported(opened, what) for what in WHAT},
            digests=frozenset(capture.digest for capture, _ in captures),
        )


def _exported(catalogue: Catalogue, what: str) -> bytes:
    out = io.BytesIO()
    export(catalogue, what, out, "jsonl")
    return out.getvalue()


@pytest.fixture(scope="module")
def visits(quick_crawls: None, tmp_path_factory: pytest.TempPathFactory) -> list[Visited]:
    """The archive after each of the visits, and last its catalogue made again from nothing."""
    folder = tmp_path_factory.mktemp("archive")
    found = []
    with pytest.MonkeyPatch.context() as monkeypatch:
        for changes in VISITS:
            _crawled(folder, changes, monkeypatch)
            found.append(_ingested(folder, folder / "catalogue.sqlite"))
    return [*found, _ingested(folder, folder / "again.sqlite")]


def test_a_text_that_differs_makes_a_revision(visits: list[Visited]) -> None:
    first, second, third, _ = (visit.releases[CALL] for visit in visits)
    assert first.blocks != second.blocks == third.blocks
    assert visits[0].revisions[CALL] == []
    for visit in visits[1:]:
        (older,) = visit.revisions[CALL]
        assert (older.blocks, older.amounts, older.digest) == (first.blocks, first.amounts, first.digest)


def test_the_same_text_in_another_layout_makes_none(visits: list[Visited]) -> None:
    first, second, third, _ = (visit.releases[LONGER] for visit in visits)
    assert first.digest != second.digest == third.digest
    assert first.blocks == second.blocks == third.blocks
    assert not any(visit.revisions[LONGER] for visit in visits)


def test_a_page_that_went_and_came_back(visits: list[Visited]) -> None:
    first, second, third, _ = (visit.releases[DECISION] for visit in visits)
    assert [reading.gone is None for reading in (first, second, third)] == [True, False, True]
    assert first.blocks == second.blocks == third.blocks
    assert not any(visit.revisions[DECISION] for visit in visits)


def test_nothing_that_was_held_is_lost(visits: list[Visited]) -> None:
    first, second, third, _ = (visit.digests for visit in visits)
    assert first < second <= third
    assert {visits[0].releases[url].digest for url in (CALL, LONGER, DECISION)} < third


def test_the_attachment_was_captured_and_read(visits: list[Visited]) -> None:
    states = {one.state for one in visits[0].releases[CALL].attachments}
    assert states == {DocumentState.TEXT}


def test_made_again_from_the_captures_it_is_the_same(visits: list[Visited]) -> None:
    assert visits[3] == visits[2]
