"""What archives of the whole web hold of a source: which addresses are its releases, and where to look for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from urllib.parse import parse_qs, urlsplit

from crawler.mementos import own_address
from crawler.spiders import links
from crawler.spiders.base import SourceSpider
from crawler.spiders.places import language_of
from crawler.spiders.walking import WalkingSpider
from parsers.model import Language
from parsers.problems import Problem
from parsers.records.sttinfo import record_address
from parsers.sources import SOURCES, WEB_ARCHIVE

_PAGE = "text/html"
_RECORD = "application/json"
# "/public-website-api/release/69900003"
_RECORD_PATH = re.compile(r"/public-website-api/release/(?P<id>[^/]+)")
# "/tiedote/69900003/hiljaisten-latujen-avustuksia", formerly "/tiedote/hiljaisten-latujen-avustuksia"
_NEWSROOM_PAGE = re.compile(r"/tiedote/[^/]+(?:/[^/]*)?")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of an index of captures: the addresses that begin so, of a media type, of which all or those that the
    whole of a regular expression fits are wanted."""

    prefix: str
    media_type: str
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """Which addresses are releases of a source, in which language, and in which parts of an index they are."""

    is_release: Callable[[str], bool]
    language_of: Callable[[str], Language]
    spans: tuple[Span, ...]


@cache
def past_of(source: str) -> Past | None:
    """Return what a web archive holds of a source: what the source's own spider would ask for, as far as an address
    tells. None for a source of which it holds no text, and for the web archive itself.
    """
    spans = tuple(Span(f"{host}/", _PAGE) for host in SOURCES[source].hosts)
    if SOURCES[source].platform:
        return Past(links.is_release, language_of, spans)
    if source == "sttinfo":
        return Past(_is_release_of_newsroom, _language_in_newsroom, tuple(_newsroom_spans()))
    walker = next((kind() for kind in _spiders(source) if issubclass(kind, WalkingSpider)), None)
    return Past(walker.is_release, walker.language_of, spans) if walker else None


def checked_pasts(sources: Iterable[str]) -> dict[str, Past]:
    """Return what a web archive holds of sources, by source. Raises Problem where it can hold nothing of one."""
    found = {}
    for source in sources:
        if source not in SOURCES or source == WEB_ARCHIVE:
            raise Problem("{source}: no source of the catalogue; haku sources lists them", source=source)
        past = past_of(source)
        if past is None:
            raise Problem(
                "{source}: has no past to fetch: its own list names all that it ever published, and its pages in a "
                "web archive hold no text",
                source=source,
            )
        found[source] = past
    return found


def _spiders(source: str) -> Iterator[type[SourceSpider]]:
    """The spiders of a source, if it has a module of them: one."""
    module = import_module(f"crawler.spiders.{SOURCES[source].spider}") if SOURCES[source].spider else None
    for kind in vars(module).values() if module else ():
        if isinstance(kind, type) and issubclass(kind, SourceSpider) and getattr(kind, "name", None) == source:
            yield kind


def _newsroom_spans() -> Iterator[Span]:
    """The releases of the publishers that the catalogue names: the newsroom has those of the whole country."""
    publishers = "|".join(SOURCES["sttinfo"].publishers)
    pattern = rf".*[?&]publisherId=(?:{publishers})(?:&.*)?"
    for host in SOURCES["sttinfo"].hosts:
        yield Span(f"{host}/public-website-api/release/", _RECORD, pattern)
        yield Span(f"{host}/tiedote/", _PAGE, pattern)


def _is_release_of_newsroom(url: str) -> bool:
    """Tell whether an address is that of a release of a publisher that the catalogue names: of a page, or of the record
    as it is asked for, which holds all versions.

    >>> record = "http://www.sttinfo.fi/public-website-api/release/69900003?publisherId="
    >>> _is_release_of_newsroom(record + "69817886&lang=fi"), _is_release_of_newsroom(record + "1&lang=fi")
    (True, False)
    >>> page = "https://www.sttinfo.fi/tiedote/69900003/haku"
    >>> _is_release_of_newsroom(page + "?publisherId=69817886&lang=fi"), _is_release_of_newsroom(page)
    (True, False)
    """
    parts = urlsplit(own_address(url))
    publisher = parse_qs(parts.query).get("publisherId", [""])[0]
    if publisher not in SOURCES["sttinfo"].publishers:
        return False
    record = _RECORD_PATH.fullmatch(parts.path)
    if record:
        return own_address(url) == own_address(record_address(record["id"], publisher))
    return _NEWSROOM_PAGE.fullmatch(parts.path) is not None


def _language_in_newsroom(url: str) -> Language:
    """
    >>> _language_in_newsroom("https://www.sttinfo.fi/tiedote/69900003/bidrag?lang=sv&publisherId=69817886")
    'sv'
    """
    return parse_qs(urlsplit(url).query).get("lang", ["fi"])[0]
