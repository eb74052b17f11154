"""A site of any number of releases, made of the sample site's, for ``benchmarks.crawling``: a process of its own.

``python -m benchmarks.crawling_site 2000`` prints the address at which it listens, and ends when its input is closed.
Half of the releases are Finnish and half Swedish versions of one another, spread over fifteen years.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import sys
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

from crawler.samplesite.documents import Document, documents, versions
from crawler.samplesite.routes import render

_HOST = "tem.fi"
_PORTLET = "fi_yja_web_content_listing_portlet_WebContentListingPortlet_INSTANCE_x"
_LISTINGS = {"/ajankohtaista/tiedotteet": "fi", "/sv/pressmeddelanden": "sv"}
_PREFIX = {"fi": "/-/haku-", "sv": "/sv/-/ansokan-"}
_ON_A_PAGE = 12
_FIRST, _DAYS = date(2010, 1, 1), 365 * 15
# "Julkaisuajankohta 17.3.2021 11.14": the first day that a release prints is its own
_DAY = re.compile(rb"\d{1,2}\.\d{1,2}\.20\d\d(?= (?:klo |kl\. )?\d)")
_ALTERNATE = re.compile(rb"<(?:link|a)\s[^>]*hreflang[^>]*>")


class Site:
    """`count` releases; `answer` gives status, ETag and body for a path with its query."""

    def __init__(self, count: int) -> None:
        self._pairs = max(1, count // 2)
        pairs = [text for text in documents() if text.language == "fi" and text.slug and _is_plain(text)]
        self._originals = {language: [_page(versions(text)[language]) for text in pairs] for language in ("fi", "sv")}

    def answer(self, target: str) -> tuple[int, str, bytes]:
        parts = urlsplit(target)
        if parts.path == "/robots.txt":
            return 200, "robots", b"User-agent: *\nDisallow:\n"
        if parts.path in _LISTINGS:
            query = {name.rpartition("_")[2]: value[0] for name, value in parse_qs(parts.query).items()}
            return self._found(self._listing(_LISTINGS[parts.path], parts.path, query))
        for language, prefix in _PREFIX.items():
            number = parts.path.removeprefix(prefix)
            if number.isdigit() and int(number) < self._pairs:
                return self._found(self._release(language, int(number)))
        return 404, "", b"<html><body><p>Sivua ei ole, valitettavasti.</p></body></html>"

    def _found(self, body: bytes) -> tuple[int, str, bytes]:
        return 200, hashlib.sha256(body).hexdigest()[:20], body

    def _day(self, number: int) -> date:
        return _FIRST + timedelta(days=number * _DAYS // self._pairs)

    def _release(self, language: str, number: int) -> bytes:
        title, page = self._originals[language][number % len(self._originals[language])]
        day = self._day(number)
        page = _DAY.sub(f"{day.day}.{day.month}.{day.year}".encode(), page)
        other = "sv" if language == "fi" else "fi"
        switcher = f'<nav><a href="{_PREFIX[other]}{number}" hreflang="{other}" lang="{other}">{other}</a></nav>'
        return page.replace(title, title + f" {number}".encode()).replace(
            b"</header>", switcher.encode() + b"</header>"
        )

    def _listing(self, language: str, path: str, query: dict[str, str]) -> bytes:
        years = sorted({self._day(number).year for number in range(self._pairs)}, reverse=True)
        year, page = int(query.get("paramYear", years[0])), int(query.get("paramPage", 1))
        numbers = [number for number in range(self._pairs) if self._day(number).year == year]
        shown = numbers[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]
        items = [f"<li><a href='{_PREFIX[language]}{n}'>Haku {n}</a> {self._day(n):%d.%m.%Y}</li>" for n in shown]
        pages = range(1, -(-len(numbers) // _ON_A_PAGE) + 1)
        links = [_paging(path, other, 1) for other in years] + [_paging(path, year, other) for other in pages]
        return f"<html lang='{language}'><body><main>{''.join(items + links)}</main></body></html>".encode()


def _is_plain(text: Document) -> bool:
    return "sv" in versions(text) and not any(version.attachments for version in versions(text).values())


def _paging(path: str, year: int, page: int) -> str:
    address = f"{path}?p_p_id={_PORTLET}&_{_PORTLET}_paramYear={year}&_{_PORTLET}_paramPage={page}"
    return f'<a href="{address.replace("&", "&amp;")}">{year}/{page}</a>'


def _page(document: Document) -> tuple[bytes, bytes]:
    """The title of a sample release as it is printed, and its page, without links to other versions."""
    body = render(document.host, document.path_on(document.site)).body
    return document.title.encode(), _ALTERNATE.sub(b"", body)


async def _serve(site: Site, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while request := (await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""):
        line, _, head = request.decode("latin-1").partition("\r\n")
        status, tag, body = site.answer(line.split(" ")[1])
        if tag and f'"{tag}"' in head:
            status, body = 304, b""
        validator = f'ETag: "{tag}"\r\n' if tag else ""
        length = "" if status == 304 else f"Content-Length: {len(body)}\r\n"
        headers = f"HTTP/1.1 {status} OK\r\nContent-Type: text/html;charset=UTF-8\r\n{validator}{length}\r\n"
        writer.write(headers.encode() + body)
        await writer.drain()


async def _main(count: int) -> None:
    site = Site(count)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _serve(site, reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
