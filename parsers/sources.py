"""The sources we collect from (sources.toml), and which of them an address belongs to."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec

from parsers.structs import from_plain


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A site or feed: an entry of sources.toml, which says what each field means."""

    id: str
    names: Mapping[str, str]
    about: Mapping[str, str]
    hosts: tuple[str, ...]
    www: bool = False
    languages: tuple[str, ...] = ("fi", "sv")
    authority: str | None = None
    group: int | None = None
    floor: Mapping[str, int] = {}
    spider: str | None = None
    platform: Literal["government"] | None = None
    listings: Mapping[str, tuple[str, ...]] = {}
    feeds: Mapping[str, tuple[str, ...]] = {}
    sitemap: str | None = None
    publishers: Mapping[str, str] = {}

    @property
    def host(self) -> str:
        """The host at which the source is found now."""
        return self.hosts[0]


def read_sources(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Source]:
    """Return the sources of a catalogue by id. Raises ValueError where an entry is not as it should be.

    >>> read_sources({"x": {"names": {"fi": "X"}, "about": {"fi": "Y"}, "hosts": ["x.fi"], "langauges": ["sv"]}})
    Traceback (most recent call last):
    ValueError: sources.toml: [x]: Object contains unknown field `langauges`
    """
    return {id_: _source(id_, entry) for id_, entry in table.items()}


def _source(id_: str, entry: Mapping[str, Any]) -> Source:
    try:
        return from_plain({"id": id_, **entry}, Source)
    except msgspec.ValidationError as error:
        raise ValueError(f"sources.toml: [{id_}]: {error}") from error


# No source of its own, but the past of others.
WEB_ARCHIVE = "wayback"

SOURCES: dict[str, Source] = read_sources(
    tomllib.loads(files("parsers").joinpath("sources.toml").read_text(encoding="utf-8"))
)


def host_of(url: str) -> str:
    """Return the host of an address, lower case and without ``www.``; empty for an address that has none.

    >>> host_of("https://www.ely-keskus.fi/-/haku"), host_of("file:sivu.txt")
    ('ely-keskus.fi', '')
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


@cache
def _source_by_host() -> dict[str, str]:
    return {host: source.id for source in SOURCES.values() for host in source.hosts}


def source_of(url: str) -> str:
    """Return the id of the source that an address belongs to: the catalogue's, else its host, else ``file``.

    >>> source_of("https://www.minedu.fi/-/x"), source_of("https://example.org/"), source_of("file:sivu.txt")
    ('okm', 'example.org', 'file')
    """
    host = host_of(url)
    return _source_by_host().get(host, host) or "file"


def is_on_platform(url: str) -> bool:
    """Tell whether an address lies on a site of the government's common platform.

    >>> is_on_platform("https://tem.fi/etusivu"), is_on_platform("https://kotoutuminen.fi/etusivu")
    (True, False)
    """
    source = SOURCES.get(source_of(url))
    return source is not None and source.platform is not None


def is_known_host(host: str) -> bool:
    """Tell whether a host, with or without ``www.``, is that of a source of the catalogue.

    >>> is_known_host("www.tem.fi"), is_known_host("tem.fi.example.org")
    (True, False)
    """
    return host.removeprefix("www.") in _source_by_host()


def present_host(host: str) -> str:
    """Return the host at which a page of a catalogue's site is found now: with ``www.`` or without as the site has it,
    and for a site of the government's platform that has moved the new one. Any other host is returned as it is.

    >>> present_host("www.stea.fi"), present_host("ely-keskus.fi"), present_host("minedu.fi"), present_host("www.x.org")
    ('stea.fi', 'www.ely-keskus.fi', 'okm.fi', 'www.x.org')
    """
    bare = host.removeprefix("www.")
    source = SOURCES.get(_source_by_host().get(bare, ""))
    if source is None:
        return host
    home = source.host if source.platform == "government" or source.group else bare
    return f"www.{home}" if source.www and home == source.host else home


@lru_cache(maxsize=1_000)
def host_of_group(group: str) -> str | None:
    """Return the own host of the site with this number on the joint government site, None for an unknown number.

    >>> host_of_group("1410877"), host_of_group("7")
    ('tem.fi', None)
    """
    return next((source.host for source in SOURCES.values() if str(source.group) == group), None)
