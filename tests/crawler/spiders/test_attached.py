"""Documents that releases attach: which are asked for, and when no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scrapy.http import HtmlResponse

from crawler.spiders.attached import address_of, documents_of, is_settled
from crawler.spiders.links import attachments
from crawler.warc import WarcStore
from parsers.capture import Capture
from parsers.facts.attachments import MEDIA_TYPES
from parsers.records.sttinfo import read_versions
from parsers.release import read_release

GUIDE, MOVED = "https://tem.fi/documents/1/2/Ty%C3%B6opas/3", "https://tem.fi/documents/d/tem/tyoopas"
PAGE = "https://tem.fi/c/portal/login"


def test_the_crawler_asks_for_what_the_parsers_take_for_documents() -> None:
    hrefs = [f"/ohje.{extension}" for extension in MEDIA_TYPES]
    hrefs += ["/documents/1410877/3229884/Vuokraty%C3%B6opas/fc47f5f5-0000-4000-8000-1c2d3e4f5a6b?t=1615972"]
    hrefs += ["/documents/1/2/kuva.jpg/3", "/-/ohje", "https://stea.fi/documents/1/2/Työopas/3#alku", "/OHJE.PDF#s2"]
    links = "".join(f"<a href='{href}'>Ohje</a> " for href in hrefs)
    body = f"<html lang=fi><body><main><h1>Haku on avattu</h1><p>Avustusta voi hakea nyt: {links}</p></main>".encode()
    found = attachments(HtmlResponse("https://tem.fi/-/haku", body=body, encoding="utf-8"))
    release = read_release(Capture("https://tem.fi/-/haku", datetime(2026, 11, 1, tzinfo=UTC), body, charset="utf-8"))
    assert found == [attachment.url for attachment in release.attachments]
    assert len(found) == len(MEDIA_TYPES) + 3


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        pytest.param("https://stea.fi/documents/1/2/Työopas/3#sivu", True, id="another site of the catalogue"),
        pytest.param("https://www.kotoutuminen.fi/ohje.pdf", True, id="with www"),
        pytest.param("https://example.org/ohje.pdf", False, id="foreign"),
        pytest.param("https://web.archive.org/web/2020/https://tem.fi/ohje.pdf", False, id="web archive"),
        pytest.param("https://tem.fi/cdn-cgi/ohje.pdf", False, id="machinery"),
        pytest.param("ftp://tem.fi/ohje.pdf", False, id="another scheme"),
    ],
)
def test_documents_of_the_catalogue_are_asked_for(url: str, asked: bool) -> None:
    assert (address_of(url) is not None) is asked


def test_documents_of_a_record_in_each_language() -> None:
    text = "<p>Avustusta voi hakea, ks. <a href='{}'>ohje</a> ja <a href='/tiedote/2'>tiedote</a>.</p>"
    record = {
        "versions": {
            "fi": {"title": "Haku on avattu", "body": {"complete": text.format("https://stea.fi/ohje.pdf#alku")}},
            "sv": {"title": "Bidrag kan sökas", "body": {"complete": text.format("/files/anvisning.docx")}},
        }
    }
    versions = read_versions(record, "https://www.sttinfo.fi/public-website-api/release/1")
    assert [url for url, _ in documents_of(versions)] == [
        "https://stea.fi/ohje.pdf#alku",
        "https://www.sttinfo.fi/files/anvisning.docx",
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[WarcStore]:
    with WarcStore(tmp_path) as store:
        yield store


def keep(store: WarcStore, url: str, status: int, location: str = "") -> None:
    headers = (("Location", location),) if location else ()
    store.write(Capture(url, datetime(2026, 11, 1, tzinfo=UTC), b"x", status=status, headers=headers))


@pytest.mark.parametrize(
    ("kept", "while_new", "when_old"),
    [
        pytest.param([], False, False, id="never asked for"),
        pytest.param([(GUIDE, 200, "")], True, True, id="held"),
        pytest.param([(GUIDE, 404, "")], False, True, id="was not there"),
        pytest.param([(GUIDE, 302, PAGE)], False, True, id="leads to a page"),
        pytest.param([(GUIDE, 301, MOVED), (MOVED, 200, "")], True, True, id="held where it has moved to"),
        pytest.param([(GUIDE, 301, MOVED), (MOVED, 410, "")], False, True, id="not there either"),
        pytest.param([(GUIDE, 301, MOVED)], False, False, id="not asked for where it has moved to"),
        pytest.param([(GUIDE, 301, MOVED), (MOVED, 301, GUIDE)], False, True, id="moved in a circle"),
    ],
)
def test_when_a_document_is_asked_for_no_more(
    store: WarcStore, kept: list[tuple[str, int, str]], while_new: bool, when_old: bool
) -> None:
    for capture in kept:
        keep(store, *capture)
    assert is_settled(store, GUIDE, lambda: False) is while_new
    assert is_settled(store, GUIDE, lambda: True) is when_old
