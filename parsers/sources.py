"""The sources we collect from, and which of them an address belongs to."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Source:
    """A site or feed: its `names` by language, its `hosts` (present one first, without ``www.``), whose it is.

    `group` is the number of the site on the joint government site, None for a site that is not on it.
    """

    id: str
    names: dict[str, str]
    hosts: tuple[str, ...]
    authority: str | None = None
    group: int | None = None


def _read() -> dict[str, Source]:
    table = tomllib.loads(files("parsers").joinpath("sources.toml").read_text(encoding="utf-8"))
    return {
        key: Source(
            id=key,
            names=entry["names"],
            hosts=tuple(entry["hosts"]),
            authority=entry.get("authority"),
            group=entry.get("group"),
        )
        for key, entry in table.items()
    }


SOURCES: dict[str, Source] = _read()


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


@cache
def host_of_group(group: str) -> str | None:
    """Return the own host of the site with this number on the joint government site, None for an unknown number.

    >>> host_of_group("1410877"), host_of_group("7")
    ('tem.fi', None)
    """
    return next((source.hosts[0] for source in SOURCES.values() if str(source.group) == group), None)
