"""Files of Common Crawl, which hold the whole web: of these, the hosts of the catalogue."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.importing import ImportReport, import_paths
from crawler.warc import WarcStore, read_captures

NAME = "CC-MAIN-20240220211055-20240221001055-00000.warc.gz"
WET_NAME = NAME.replace("warc.gz", "warc.wet.gz")
URLS = [
    "https://tem.fi/-/haku",
    "https://www.stm.fi/sv/-/ansokan",
    "http://minedu.fi/-/vanha",
    "https://www.um.fi/rahoitus/avoimet-haut",
    "https://example.org/-/haku",
    "https://tem.fi.example.org/-/haku",
    "https://nottem.fi/-/haku",
]
OURS = URLS[:4]
Take = Callable[..., ImportReport]


def warc(
    name: str | None, *, wet: bool = False, urls: list[str] = URLS, found: bool = False, hidden: bool = True
) -> bytes:
    """A file as Common Crawl writes it, with a page of each of `urls`; without its first record where `name` is None, as
    when its records were fetched one by one. `found` says that the type (or language) found is stated in each, `hidden`
    that headers of the transfer are kept under another name.
    """
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.0")
    about = {"isPartOf": "CC-MAIN-2024-10", "publisher": "Common Crawl"}
    if name:
        writer.write_record(writer.create_warcinfo_record(name, about))
    for number, url in enumerate(urls):
        record = _conversion(writer, url, number, found) if wet else _response(writer, url, number, found, hidden)
        writer.write_record(record)
    return out.getvalue()


def _response(writer: WARCWriter, url: str, number: int, found: bool, hidden: bool) -> object:
    body = (
        f"<!DOCTYPE html><html><body><h1>Haku {number}</h1><p>Määräraha on miljoona euroa.</p></body></html>".encode()
    )
    is_pdf = url.endswith(".pdf")
    headers = [("Content-Type", "application/pdf" if is_pdf else "text/html; charset=UTF-8")]
    headers += [("X-Crawler-Content-Encoding", "gzip")] if hidden else []
    http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    dated = {"WARC-Date": "2024-02-20T21:30:00Z"} | ({"WARC-Identified-Payload-Type": "text/html"} if found else {})
    return writer.create_warc_record(
        url, "response", io.BytesIO(body), len(body), http_headers=http, warc_headers_dict=dated
    )


def _conversion(writer: WARCWriter, url: str, number: int, found: bool) -> object:
    body = f"Haku {number}\nMääräraha on miljoona euroa.".encode()
    dated = {"WARC-Date": "2024-02-20T21:30:00Z"} | ({"WARC-Identified-Content-Language": "fin"} if found else {})
    return writer.create_warc_record(
        url, "conversion", io.BytesIO(body), len(body), warc_content_type="text/plain", warc_headers_dict=dated
    )


@pytest.fixture
def take(tmp_path: Path) -> Take:
    """Imports one file of a content under a name; returns the report, its faults failing the test."""

    def run(data: bytes, name: str = NAME, *, all_hosts: bool = False) -> ImportReport:
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

        def fail(problem: Exception) -> None:
            raise problem

        with WarcStore(tmp_path / "warc") as store:
            return import_paths([path], store, all_hosts=all_hosts, on_problem=fail)

    return run


def urls(folder: Path) -> list[str]:
    def fail(problem: Exception) -> None:
        raise problem

    return [capture.url for capture, _ in read_captures(folder / "warc", on_problem=fail)]


@pytest.mark.parametrize("wet", [False, True], ids=["WARC", "WET"])
def test_hosts_of_the_catalogue_are_taken(tmp_path: Path, take: Take, wet: bool) -> None:
    report = take(warc(WET_NAME if wet else NAME, wet=wet), WET_NAME if wet else NAME)
    assert (report.added, report.elsewhere, report.skipped) == (4, 3, 0)
    assert urls(tmp_path) == OURS


def test_file_is_known_by_what_it_says_not_by_what_it_is_called(tmp_path: Path, take: Take) -> None:
    assert take(warc(NAME), "download(1).gz").elsewhere == 3
    assert urls(tmp_path) == OURS


@pytest.mark.parametrize("name", [NAME, WET_NAME, "CC-NEWS-20240301000000-00001.warc.gz", "CC-MAIN-2024-10.warc.gz"])
def test_file_without_its_first_record_is_known_by_its_name(tmp_path: Path, take: Take, name: str) -> None:
    report = take(warc(None, wet="wet" in name), name)
    assert (report.added, report.elsewhere) == (4, 3)
    assert urls(tmp_path) == OURS


@pytest.mark.parametrize("wet", [False, True], ids=["WARC", "WET"])
def test_records_that_were_fetched_one_by_one_are_known_by_what_is_in_them(
    tmp_path: Path, take: Take, wet: bool
) -> None:
    assert take(warc(None, wet=wet, found=True), "talteen.warc.gz").elsewhere == 3
    assert urls(tmp_path) == OURS


@pytest.mark.parametrize(("found", "hidden"), [(True, False), (False, True), (False, False)])
def test_what_others_write_too_is_no_sign(take: Take, found: bool, hidden: bool) -> None:
    """Other crawlers state the type that they found, and this program hides headers of the transfer."""
    report = take(warc(None, found=found, hidden=hidden), "talteen.warc.gz")
    assert (report.added, report.elsewhere) == (7, 0)


def test_own_records_behind_those_of_common_crawl_are_taken_whole(take: Take) -> None:
    joined = warc(None, found=True) + warc("own.warc.gz", urls=["https://example.org/oma"])
    report = take(joined, "talteen.warc.gz")
    assert (report.added, report.elsewhere) == (5, 3)


@pytest.mark.parametrize(
    ("url", "is_taken"),
    [
        pytest.param("https://tem.fi/sv/-/1410877/ansokan", True, id="release"),
        pytest.param("https://tem.fi/yhteystiedot", False, id="contact page"),
        pytest.param("https://tem.fi/ajankohtaista/tiedotteet", False, id="listing"),
        pytest.param("https://tem.fi/", False, id="front page"),
        pytest.param("https://tem.fi/documents/1410877/2132298/Ohje.pdf", True, id="document"),
        pytest.param("https://tem.fi/documents/1410877/2132298/Ohje/1a2b", False, id="page in place of a document"),
        pytest.param("https://www.ely-keskus.fi/-/haku", True, id="another source's news"),
        pytest.param("https://kotoutuminen.fi/ohjaus-ja-neuvonta", True, id="lasting page"),
        pytest.param("https://kotoutuminen.fi/palaute", False, id="a site's word of itself"),
        pytest.param("https://www.sttinfo.fi/uutishuone/69817886", False, id="press room"),
        pytest.param("https://www.haeavustuksia.fi/fi/haku/va-lou-2026-5", False, id="page without text"),
        pytest.param("https://www.um.fi/rahoitus/avoimet-haut", True, id="body that is no source"),
        pytest.param("https://www.um.fi/yhteystiedot", False, id="its contact page"),
    ],
)
def test_of_the_catalogues_hosts_releases_and_documents_are_taken(take: Take, url: str, is_taken: bool) -> None:
    report = take(warc(NAME, urls=[url]))
    assert (report.added, report.skipped, report.elsewhere) == (int(is_taken), int(not is_taken), 0)


def test_pages_of_any_kind_are_taken_on_request(take: Take) -> None:
    assert take(warc(NAME, urls=["https://tem.fi/yhteystiedot"]), all_hosts=True).added == 1


def test_bare_text_of_a_document_is_no_release(take: Take) -> None:
    report = take(warc(WET_NAME, wet=True, urls=["https://tem.fi/documents/1410877/2132298/Ohje.pdf"]), WET_NAME)
    assert (report.added, report.skipped) == (0, 1)


def test_all_hosts_are_taken_on_request(tmp_path: Path, take: Take) -> None:
    report = take(warc(NAME), all_hosts=True)
    assert (report.added, report.elsewhere) == (7, 0)
    assert urls(tmp_path) == URLS


def test_collection_of_ones_own_is_taken_whole(tmp_path: Path, take: Take) -> None:
    report = take(warc("collection.warc.gz"), "collection.warc.gz")
    assert (report.added, report.elsewhere) == (7, 0)


def test_file_within_a_wacz_is_narrowed_too(tmp_path: Path, take: Take) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("archive/own.warc.gz", warc("own.warc.gz"))
        container.writestr(f"archive/{NAME}", warc(NAME))
    report = take(out.getvalue(), "mixed.wacz")
    assert (report.added, report.known, report.elsewhere) == (7, 4, 3)
