"""Releases of STT Info (sttinfo.fi): a record holds the versions of a release by language.

Known of its shape: ``versions.<language>.{title, url, leadtext, body.complete}``, texts marked up as HTML. Where the
day of publication and the publisher's name stand is not known: they are told by what their keys are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urljoin, urlsplit

from parsers.language import identify
from parsers.model import Language, Moment
from parsers.page.outline import Page, is_noise, outline
from parsers.page.segments import Segment
from parsers.problems import Problem
from parsers.records.decoding import civil_time, is_mapping, mappings, text_of
from parsers.records.texts import line_of, segments_of
from parsers.records.version import Version
from parsers.sources import SOURCES, host_of
from parsers.urls import canonical

SITE = "https://www.sttinfo.fi"
_API = "/public-website-api"
_RECORD_PATH = re.compile(rf"{_API}/release/(?P<id>[\w-]{{1,60}})", re.ASCII)
_ID = re.compile(r"[\w-]{1,60}", re.ASCII)
# "published", "publishedAt", "publishDate", "publicationTime"; never "publisher"
_STAMP_KEY = re.compile(r"date|publi(?:sh(?:ed)?|cation)_?(?:at|date|time)?", re.IGNORECASE)


def listing_address(publisher: str, page: int) -> str:
    """Return the address of a page of a publisher's releases, twenty on each."""
    return f"{SITE}{_API}/pressroom/{publisher}/releases/20/{page}"


def record_address(release: str, publisher: str) -> str:
    """Return the address of a release's record.

    >>> record_address("69900001", "69800001")
    'https://www.sttinfo.fi/public-website-api/release/69900001?lang=fi&publisherId=69800001'
    """
    return f"{SITE}{_API}/release/{release}?lang=fi&publisherId={publisher}"


def is_record(url: str) -> bool:
    """Tell whether an address is that of a release's record.

    >>> is_record(record_address("69900001", "69800001")), is_record(listing_address("69800001", 0))
    (True, False)
    """
    return _RECORD_PATH.fullmatch(urlsplit(url).path) is not None


def listed(listing: object) -> Iterator[tuple[str, Moment | None]]:
    """Yield the releases that a page of the listing names: their ids, and when they were published if it says so.

    >>> list(listed({"releases": [{"id": 7, "title": "Haku", "published": "2026-01-02T08:00:00Z"}, {"id": 8}]}))
    [('7', '2026-01-02T10:00')]
    """
    for item in mappings(listing):
        number = item.get("id")
        id_ = str(number) if isinstance(number, int | str) and not isinstance(number, bool) else ""
        if _ID.fullmatch(id_) and ("versions" in item or "title" in item):
            yield id_, _stamp(item)


def read_versions(record: object, url: str) -> tuple[Version, ...]:
    """Read a release's record. A version without a title or a text is none."""
    versions = next((item["versions"] for item in mappings(record) if is_mapping(item.get("versions"))), None)
    if versions is None:
        raise Problem("{address}: the record has no versions; has the site changed?", address=url)
    addresses = {language: _address(version, language, url) for language, version in versions.items()}
    pages = {language: _page(version, addresses[language]) for language, version in versions.items()}
    written = {language: page for language, page in pages.items() if page}
    return tuple(
        Version(
            url=addresses[language],
            page=replace(
                page,
                organisation=page.organisation or _publisher(record),
                published=page.published or _stamp(versions[language]) or _stamp(record),
                declared={other: addresses[other] for other in written if other != language},
                language_hint=language,
            ),
            language=identify("\n".join(segment.text for segment in page.segments)) or language,
            authority=_authority(url),
        )
        for language, page in written.items()
    )


def _address(version: object, language: Language, url: str) -> str:
    """The version's own address, if it lies on the record's host; else the record's address in that language."""
    own = canonical(urljoin(url, text_of(version, "url")))
    if text_of(version, "url") and host_of(own) == host_of(url):
        return own
    parts = urlsplit(url)
    return canonical(f"{parts.scheme}://{parts.netloc}{parts.path}?lang={language}")


def _page(version: object, url: str) -> Page | None:
    title = line_of(text_of(version, "title"))
    body = text_of(version, "body", "complete") or text_of(version, "body")
    texts = [*segments_of(text_of(version, "leadtext"), url), *segments_of(body, url)]
    own = [segment for segment in texts if not is_noise(segment.text)]
    return outline([Segment("h1", title), *own], 0) if title and own else None


def _stamp(item: object) -> Moment | None:
    """The moment that an object itself, not what is in it, gives for its publication."""
    found = item.items() if is_mapping(item) else ()
    stamps = (civil_time(value) for key, value in found if isinstance(value, str) and _STAMP_KEY.fullmatch(key))
    return next(filter(None, stamps), None)


def _publisher(record: object) -> str | None:
    """``{"publisher": {"name": "Ympäristöministeriö"}}``"""
    names = (line_of(text_of(item, "publisher", "name")) for item in mappings(record))
    return next(filter(None, names), None)


def _authority(url: str) -> str | None:
    """The body whose press room was asked, where the catalogue knows it."""
    known = SOURCES["sttinfo"].publishers
    return next(filter(None, map(known.get, parse_qs(urlsplit(url).query).get("publisherId", []))), None)
