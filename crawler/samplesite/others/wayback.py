"""web.archive.org: an index (CDX) of captures of the sample ministries' and the newsroom's past, and the captures."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from itertools import groupby
from urllib.parse import parse_qs, urlsplit

from crawler.samplesite.articles import article
from crawler.samplesite.documents import Document, documents
from crawler.samplesite.others import sttinfo
from crawler.samplesite.pdf import make_pdf
from crawler.samplesite.responses import HTML, PLAIN, Response, found, moment

JSON = "application/json"
PDF = "application/pdf"
# What the pages of the past link to: a document of which there were two texts, one that only a page stands in for, one
# that was never captured, and one that is not on a host of the catalogue.
NOTICE = "/documents/2864661/3185411/kylakauppojen-hakuilmoitus.pdf"
REMOVED = "/documents/2864661/3185411/poistettu-liite.pdf"
UNSEEN = "/documents/2864661/3185411/arviointiohje.pdf"
FOREIGN = "https://example.org/ohje.pdf"
_HEADER = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
# However many rows are asked for, no page holds more.
_LARGEST_PAGE = 3
_MEMENTO = re.compile(r"/web/(?P<timestamp>\d{14})id_/(?P<url>.+)")
_WEEK = timedelta(days=7)
_END_OF_TEXT = b"\n</div></div></div>"
_DOCUMENTS = "".join(f'<p><a href="{link}">Liite</a></p>' for link in (NOTICE, REMOVED, UNSEEN, FOREIGN)).encode()
_NEWSROOM_PAGE = """<!DOCTYPE html><html lang="fi"><body><main><h1>Ylijohtaja avaa luontopäivät Suvilahdessa</h1>
<p>18.6.2025 09:15:00 EEST | Elinkeino-, liikenne- ja ympäristökeskus | Tiedote</p>
<p>Luontopäivillä kerrotaan, mihin avustuksia voi hakea ensi vuonna ja kuka niitä myöntää.</p></main></body></html>
""".encode()


@dataclass(frozen=True, slots=True)
class Held:
    """A capture of the web archive: when it was made, of which address, and what was answered."""

    time: datetime
    url: str
    body: bytes
    status: int = 200
    media_type: str = HTML

    @property
    def timestamp(self) -> str:
        return f"{self.time:%Y%m%d%H%M%S}"

    @property
    def digest(self) -> str:
        return base64.b32encode(hashlib.sha1(self.body).digest()).decode()

    @property
    def key(self) -> str:
        """The address by which captures are put in order: host reversed, without scheme, "www." and port."""
        parts = urlsplit(self.url)
        host = ",".join(reversed((parts.hostname or "").removeprefix("www.").split(".")))
        query = "?" + "&".join(sorted(parts.query.lower().split("&"))) if parts.query else ""
        return f"{host}){parts.path or '/'}{query}"

    @property
    def row(self) -> dict[str, str]:
        media_type = self.media_type.partition(";")[0]
        values = (self.key, self.timestamp, self.url, media_type, str(self.status), self.digest, str(len(self.body)))
        return dict(zip(_HEADER, values, strict=True))


@cache
def captures() -> tuple[Held, ...]:
    """Return all captures, in the order of the index."""
    return tuple(sorted(_captures(), key=lambda held: (held.key, held.time)))


def render(path: str, headers: Mapping[str, str]) -> Response | None:
    """Answer a request for a page of the index, or for a capture as it was ("id_")."""
    bare, _, query = path.partition("?")
    if bare == "/robots.txt":
        return found("User-agent: *\nDisallow: /save/\n", PLAIN)
    if bare == "/cdx/search/cdx":
        return found(json.dumps(_index(parse_qs(query))), JSON)
    asked = _MEMENTO.fullmatch(path)
    named = (held for held in captures() if asked and (held.timestamp, held.url) == (asked["timestamp"], asked["url"]))
    held = next(named, None)
    return _memento(held) if held else Response(404, (("Content-Type", HTML),), b"<h1>Not in archive</h1>")


def _captures() -> Iterator[Held]:
    """Each text of 2016 as it was a week after it appeared, under three guises of its address and with no news between
    them, and in its last form after that; and what is no release: a front page, a style sheet, a page that was gone."""
    for text in documents():
        if text.published and text.published < "2017":
            last = _held(text)
            first = replace(last, body=last.body.replace(b"31.3.2016", b"24.3.2016").replace(b"31 mars", b"24 mars"))
            yield first
            yield replace(first, time=first.time + 2 * _WEEK, url=first.url.replace("http://", "https://"))
            yield replace(first, time=first.time + 3 * _WEEK, url=text.url)
            yield replace(last, time=last.time + 4 * _WEEK)
    start = moment("2016-05-02T12:00").astimezone(UTC)
    yield Held(start, "http://www.tem.fi:80/", b"<html><body>Etusivu</body></html>")
    yield Held(start, "http://www.tem.fi:80/-/tyyli.css", b"body{}", media_type="text/css")
    yield Held(start, "http://www.tem.fi:80/-/poistettu", b"<html><body>404</body></html>", status=404)
    yield from _documents()
    yield from _newsroom()


def _documents() -> Iterator[Held]:
    """The notice before the call was opened, and as it was corrected in the year after; a page where a file was."""
    early, late = datetime(2016, 2, 5, 9, tzinfo=UTC), datetime(2017, 3, 1, 9, tzinfo=UTC)
    for time, text in ((early, "Hakuilmoitus 2016"), (late, "Hakuilmoitus, korjattu 2017")):
        yield Held(time, f"http://www.tem.fi:80{NOTICE}", make_pdf([text]), media_type=PDF)
    yield Held(late, f"http://www.tem.fi:80{REMOVED}", b"<html><body>Kirjaudu</body></html>")


def _newsroom() -> Iterator[Held]:
    """A release as a record and another as a page; one of a publisher that nobody asked for, and a list."""
    time, site = datetime(2025, 12, 1, 8, tzinfo=UTC), "https://www.sttinfo.fi"
    record, page = "/public-website-api/release", "/tiedote"
    for number, publisher in (("69900002", "69817886"), ("69900010", "69999999")):
        answer = sttinfo.render(f"{record}/69900002", {})
        assert answer
        url = f"{site}{record}/{number}?publisherId={publisher}&lang=fi"
        yield Held(time, url, answer.body, media_type=sttinfo.JSON)
        yield Held(time, f"{site}{page}/{number}/ylijohtaja-avaa?publisherId={publisher}&lang=fi", _NEWSROOM_PAGE)
    yield Held(time, f"{site}{page}?publisherId=69817886", b"<html><body>Tiedotteet</body></html>")


def _held(text: Document) -> Held:
    answer = article(text.site, text.path_on(text.site), None)
    assert answer and text.published
    time = moment(text.appeared or text.published).astimezone(UTC) + _WEEK
    body = answer.body.replace(_END_OF_TEXT, _DOCUMENTS + _END_OF_TEXT, 1)
    return Held(time, f"http://www.{text.host}:80{text.path_on(text.site)}", body)


def _asked(url: str) -> list[Held]:
    """``tem.fi/*`` asks for all addresses that begin so, ``https://tem.fi/ohje.pdf`` for this one of any scheme."""
    key = Held(datetime.now(UTC), f"http://{url.partition('://')[2] or url}".removesuffix("*"), b"").key
    return [held for held in captures() if held.key == key or (url.endswith("*") and held.key.startswith(key))]


def _index(values: Mapping[str, Sequence[str]]) -> list[list[str]]:
    rows = [held.row for held in _asked(values["url"][0])]
    for condition in values.get("filter", ()):
        name, _, pattern = condition.removeprefix("!").partition(":")
        is_denied = condition.startswith("!")
        rows = [row for row in rows if bool(re.fullmatch(pattern, row[name])) is not is_denied]
    if values.get("collapse") == ["digest"]:
        rows = [next(same) for _, same in groupby(rows, key=lambda row: (row["urlkey"], row["digest"]))]
    if after := values.get("resumeKey"):
        rows = [row for row in rows if _resume_key(row) > after[0]]
    fields = values["fl"][0].split(",") if "fl" in values else list(_HEADER)
    limit = min(int(values.get("limit", ["100"])[0]), _LARGEST_PAGE)
    shown = [[row[field] for field in fields] for row in rows[:limit]]
    more = [[], [_resume_key(rows[limit - 1])]] if len(rows) > limit and "showResumeKey" in values else []
    return [fields, *shown, *more] if shown else []


def _resume_key(row: Mapping[str, str]) -> str:
    return f"{row['urlkey']} {row['timestamp']}"


def _memento(held: Held) -> Response:
    original = (
        ("x-archive-orig-content-type", held.media_type),
        ("x-archive-orig-etag", f'"{held.digest[:12]}"'),
        ("x-archive-orig-server", "Apache"),
    )
    own = (
        ("Content-Type", held.media_type),
        ("Memento-Datetime", format_datetime(held.time, usegmt=True)),
        ("Link", f'<{held.url}>; rel="original"'),
    )
    return Response(held.status, (*own, *original), held.body)
