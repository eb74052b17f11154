"""Files to import, as other programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.importing import ImportReport
from parsers.capture import Capture

Take = Callable[..., tuple[ImportReport, list[str]]]
Read = Callable[[Path], list[tuple[Capture, object]]]
Check = Callable[[Path], str]

PAGE = "<!DOCTYPE html><html><body><h1>Haku {0} on avattu</h1><p>Määräraha on {0} miljoonaa euroa.</p></body></html>"
DATE = "2024-03-01T09:00:00Z"


class Warc:
    """Builds a WARC file as other programs write them."""

    def __init__(self, version: str = "1.0", packed: bool = True) -> None:
        self._out = io.BytesIO()
        self._writer = WARCWriter(self._out, gzip=packed, warc_version=version)
        self._write(self._writer.create_warcinfo_record("x.warc.gz", {"software": "another"}))

    def _write(self, record: object) -> Warc:
        self._writer.write_record(record)
        return self

    def response(
        self, url: str, body: bytes, *, status: str = "200 OK", headers: tuple[tuple[str, str], ...] | None = None
    ) -> Warc:
        http = StatusAndHeaders(status, list(headers or (("Content-Type", "text/html"),)), protocol="HTTP/1.1")
        dated = {"WARC-Date": DATE}
        return self._write(
            self._writer.create_warc_record(
                url, "response", io.BytesIO(body), len(body), http_headers=http, warc_headers_dict=dated
            )
        )

    def other(self, kind: str, url: str, body: bytes, content_type: str) -> Warc:
        dated = {"WARC-Date": DATE}
        return self._write(
            self._writer.create_warc_record(
                url, kind, io.BytesIO(body), len(body), warc_content_type=content_type, warc_headers_dict=dated
            )
        )

    def revisit(self, url: str, digest: str, first: str, *, with_headers: bool = True) -> Warc:
        http = (
            StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1") if with_headers else None
        )
        dated = {"WARC-Date": DATE}
        return self._write(
            self._writer.create_revisit_record(url, digest, first, DATE, http_headers=http, warc_headers_dict=dated)
        )

    def bytes(self) -> bytes:
        return self._out.getvalue()


def page(number: int) -> bytes:
    return PAGE.format(number).encode()


def pages(*numbers: int, packed: bool = True) -> bytes:
    warc = Warc(packed=packed)
    for number in numbers:
        warc.response(f"https://tem.fi/-/haku-{number}", page(number))
    return warc.bytes()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in files.items():
            container.writestr(name, data)
    return out.getvalue()
