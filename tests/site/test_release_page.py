"""A release's page: what is told of a page that is gone, and of attached documents."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from bs4 import BeautifulSoup, Tag

from parsers.model import DocumentState, Release
from sitegen.addresses import release_path
from sitegen.build import build
from sitegen.entries import entry_of
from sitegen.holdings import read_holdings
from sitegen.pages.indexing import indexing_of
from sitegen.scope import scope_of
from sitegen.words import DOCUMENTS
from tests.site.sample import sample_archive

STATES = [None, *DocumentState]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Release]:
    """A site whose first release is gone, and has a document in every state."""
    archive = sample_archive()
    release = next(one for one in archive.stored.values() if one.attachments)
    documents = tuple(
        msgspec.structs.replace(release.attachments[0], url=f"https://tem.fi/{state}.pdf", state=state)
        for state in STATES
    )
    changed = msgspec.structs.replace(release, attachments=documents, gone="2026-11-09T09:00:00Z")
    archive.stored[release.id] = changed
    folder = tmp_path_factory.mktemp("built") / "site"
    build(archive, folder)
    return folder, changed


def _page(site: Path, release: Release, language: str = "en") -> BeautifulSoup:
    path = site / language / release_path(release.id)
    return BeautifulSoup((path if path.suffix else path / "index.html").read_text(encoding="utf-8"), "lxml")


def test_the_notice_stands_before_the_text(built: tuple[Path, Release]) -> None:
    page = _page(*built)
    notice = page.select_one(".release-head .gone")
    assert isinstance(notice, Tag)
    words = notice.get_text().replace("\u00a0", " ")
    assert "removed from its site" in words and "9 November 2026" in words and "1 November 2026" in words
    assert page.select_one("article.text p")


def test_a_page_that_is_there_has_no_notice(built: tuple[Path, Release]) -> None:
    site, gone = built
    other = next(one for one in sample_archive().stored.values() if one.id != gone.id)
    assert _page(site, other).select_one(".gone") is None


def test_a_capture_is_told_by_the_clocks_of_finland(built: tuple[Path, Release], tmp_path: Path) -> None:
    archive = sample_archive()
    archive.stored = {
        id_: msgspec.structs.replace(one, captured="2026-10-31T22:30:15Z", gone="2026-11-09T22:30:00Z")
        for id_, one in archive.stored.items()
    }
    archive.older = {built[1].id: [msgspec.structs.replace(built[1], captured="2026-09-30T21:00:00Z")]}
    build(archive, tmp_path / "site")
    page = _page(tmp_path / "site", built[1])
    stamp = page.select_one(".provenance time")
    assert isinstance(stamp, Tag) and stamp["datetime"] == "2026-10-31T22:30:15Z"
    assert stamp.parent and stamp.parent.get_text(" ", strip=True).replace("\u00a0", " ") == (
        "1 November 2026 at 00:30 Finnish time"
    )
    told = page.get_text().replace("\u00a0", " ")
    assert "Captured on 1 November 2026. Hakuarkisto" in told and "as was found on 10 November 2026" in told
    assert "Captured on 1 October 2026" in told and "October 31" not in told
    wayback = page.select_one('.provenance a[href*="web.archive.org"]')
    assert isinstance(wayback, Tag) and "/20261031223015/" in str(wayback["href"])


def test_every_state_of_a_document_is_said(built: tuple[Path, Release]) -> None:
    states = [item.get_text() for item in _page(*built).select(".attachments .file-state")]
    assert states == [DOCUMENTS[state or ""] for state in STATES]


@pytest.mark.parametrize(
    ("currency", "kept", "listed"),
    [
        pytest.param("EUR", "4200000", "4 200 000 €", id="euros"),
        pytest.param("DKK", "4200000 DKK", "4 200 000 DKK", id="crowns"),
    ],
)
def test_lists_and_the_search_know_what_money_a_total_is(currency: str, kept: str, listed: str) -> None:
    archive = sample_archive()
    first = next(one for one in archive.stored.values() if one.total == 4200000 and one.language == "fi")
    amounts = tuple(msgspec.structs.replace(amount, currency=currency) for amount in first.amounts)
    archive.stored[first.id] = release = msgspec.structs.replace(first, amounts=amounts)
    holdings = read_holdings(archive)
    work, scope = holdings.by_release[release.id], scope_of("fi", ("fi", "sv"), holdings)
    indexed = indexing_of(release, work, scope)
    assert indexed and indexed.total == kept
    assert str(entry_of(work, scope).total).replace("\u00a0", " ") == listed
