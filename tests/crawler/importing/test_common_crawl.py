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
    "https://www.um.fi/haku",
    "https://example.org/-/haku",
    "https://tem.fi.example.org/-/haku",
    "https://nottem.fi/-/haku",
]
OURS = URLS[:4]
Take = Callable[..., ImportReport]


def warc(name: str, *, wet: bool = False) -> bytes:
    """A file as Common Crawl writes it, with a page of each of `URLS`."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.0")
    about = {"isPartOf": "CC-MAIN-2024-10", "publisher": "Common Crawl"}
    writer.write_record(writer.create_warcinfo_record(name, about))
    for number, url in enumerate(URLS):
        writer.write_record(_conversion(writer, url, number) if wet else _response(writer, url, number))
    return out.getvalue()


def _response(writer: WARCWriter, url: str, number: int) -> object:
    body = (
        f"<!DOCTYPE html><html><body><h1>Haku {number}</h1><p>Määräraha on miljoona euroa.</p></body></html>".encode()
    )
    headers = [("Content-Type", "text/html; charset=UTF-8"), ("X-Crawler-Content-Encoding", "gzip")]
    http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    dated = {"WARC-Date": "2024-02-20T21:30:00Z"}
    return writer.create_warc_record(
        url, "response", io.BytesIO(body), len(body), http_headers=http, warc_headers_dict=dated
    )


def _conversion(writer: WARCWriter, url: str, number: int) -> object:
    body = f"Haku {number}\nMääräraha on miljoona euroa.".encode()
    dated = {"WARC-Date": "2024-02-20T21:30:00Z"}
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


def test_all_hosts_are_taken_on_request(tmp_path: Path, take: Take) -> None:
    report = take(warc(NAME), all_hosts=True)
    assert (report.added, report.elsewhere) == (7, 0)
    assert urls(tmp_path) == URLS


def test_collection_of_ones_own_is_taken_whole(tmp_path: Path, take: Take) -> None:
    report = take(warc("collection.warc.gz"))
    assert (report.added, report.elsewhere) == (7, 0)


def test_file_within_a_wacz_is_narrowed_too(tmp_path: Path, take: Take) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("archive/own.warc.gz", warc("own.warc.gz"))
        container.writestr(f"archive/{NAME}", warc(NAME))
    report = take(out.getvalue(), "mixed.wacz")
    assert (report.added, report.known, report.elsewhere) == (7, 4, 3)
