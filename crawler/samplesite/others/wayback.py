"""web.archive.org: an index (CDX) of a few captures of the sample ministries' pages in their past, and the captures."""

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
from crawler.samplesite.responses import HTML, PLAIN, Response, found, moment

JSON = "application/json"
_HEADER = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
# However many rows are asked for, no page holds more.
_LARGEST_PAGE = 3
_MEMENTO = re.compile(r"/web/(?P<timestamp>\d{14})id_/(?P<url>.+)")
_WEEK = timedelta(days=7)


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
        return f"{host}){parts.path or '/'}"

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


def _held(text: Document) -> Held:
    answer = article(text.site, text.path_on(text.site), None)
    assert answer and text.published
    time = moment(text.appeared or text.published).astimezone(UTC) + _WEEK
    return Held(time, f"http://www.{text.host}:80{text.path_on(text.site)}", answer.body)


def _index(values: Mapping[str, Sequence[str]]) -> list[list[str]]:
    prefix = Held(datetime.now(UTC), f"http://{values['url'][0].removesuffix('*')}", b"").key
    rows = [held.row for held in captures() if held.key.startswith(prefix)]
    for name, _, wanted in (condition.partition(":") for condition in values.get("filter", ())):
        rows = [row for row in rows if row[name] == wanted]
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
