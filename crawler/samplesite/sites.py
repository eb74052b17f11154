"""The sites that the sample server answers for, read from `sites.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from parsers.structs import from_plain

LANGUAGES = ("fi", "sv", "en")
LOCALES = {"fi": "fi-FI", "sv": "sv-SE", "en": "en-US"}
LOOPBACK = ("127.0.0.1", "localhost")


class Site(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ministry's site, or the joint site of all ministries.

    `group` is the number by which the platform names the publishing site in addresses. `portlet` and `publisher` are
    the instances of its listing and of its feed; a site without `publisher` has its feed switched off.
    """

    host: str
    group: int
    names: dict[str, str]
    portlet: str
    publisher: str | None = None
    aliases: tuple[str, ...] = ()
    joint: bool = False


@cache
def sites() -> tuple[Site, ...]:
    """Return all sites, the joint one first."""
    table = tomllib.loads(files("crawler.samplesite").joinpath("sites.toml").read_text(encoding="utf-8"))
    return tuple(from_plain(table["sites"], list[Site]))


def site_of(host: str) -> Site:
    """Return the site of a `Host` header, port or not; loopback is the joint site. Raises KeyError for another host.

    >>> site_of("tem.fi").group
    1410877
    >>> site_of("127.0.0.1:8080").host
    'valtioneuvosto.fi'
    """
    name = host.partition(":")[0].lower()
    for site in sites():
        if name == site.host or (site.joint and name in LOOPBACK):
            return site
    raise KeyError(host)


def renamed(host: str) -> str | None:
    """Return the site's present host for a former one or a www form, None for what is no such name.

    >>> renamed("minedu.fi"), renamed("www.tem.fi"), renamed("tem.fi")
    ('okm.fi', 'tem.fi', None)
    """
    name = host.partition(":")[0].lower()
    for site in sites():
        if name in site.aliases or name == f"www.{site.host}":
            return site.host
    return None
