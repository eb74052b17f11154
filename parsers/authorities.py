"""The bodies that publish calls: found by the name a page prints, or by its address."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from parsers.sources import SOURCES, host_of, source_of


@dataclass(frozen=True, slots=True)
class Authority:
    """A ministry or agency: full `names` and `short` forms by language."""

    id: str
    names: dict[str, str]
    short: dict[str, str]
    hosts: tuple[str, ...] = ()


def _read() -> dict[str, Authority]:
    table = tomllib.loads(files("parsers").joinpath("authorities.toml").read_text(encoding="utf-8"))
    return {
        key: Authority(id=key, names=entry["names"], short=entry["short"], hosts=tuple(entry.get("hosts", ())))
        for key, entry in table.items()
    }


AUTHORITIES: dict[str, Authority] = _read()


def authority_of(url: str, organisation: str | None) -> str | None:
    """Return the id of the body that published a page: by the name it prints, else by its address, else None.

    A page of the joint government site names its ministry; where it names several, the first counts.

    >>> authority_of("https://valtioneuvosto.fi/-/1/x", "miljöministeriet")
    'ym'
    >>> authority_of("https://tem.fi/-/x", None), authority_of("file:x.txt", "Kuvitteellinen virasto")
    ('tem', None)
    """
    return (named_authority(organisation) if organisation else None) or _authority_of_host(url)


@lru_cache(maxsize=1_000)
def named_authority(name: str) -> str | None:
    """Return the id of the authority whose name occurs first in `name`, None where none does.

    >>> named_authority("opetus- ja kulttuuriministeriötyö- ja elinkeinoministeriö")
    'okm'
    """
    match = _names().search(name.casefold())
    return _ids()[match[0]] if match else None


def is_authority_name(text: str) -> bool:
    """Tell whether `text` is nothing but the names of one or several authorities.

    >>> is_authority_name("Työ- ja elinkeinoministeriö"), is_authority_name("Työ- ja elinkeinoministeriö jakaa tukea")
    (True, False)
    """
    text = text.casefold()
    if not _beginning().match(text):
        return False
    rest, count = _names().subn("", text)
    return count > 0 and not re.sub(r"\b(?:ja|och|and|fi)\b|[\W_]", "", rest)


@cache
def _ids() -> dict[str, str]:
    return {
        name.casefold(): authority.id
        for authority in AUTHORITIES.values()
        for name in (*authority.names.values(), *authority.short.values())
        if len(name) > 4
    }


@cache
def _names() -> re.Pattern[str]:
    """Longer names first, so that "valtioneuvoston kanslia" is not found inside another."""
    return re.compile("|".join(re.escape(name) for name in sorted(_ids(), key=len, reverse=True)))


@cache
def _beginning() -> re.Pattern[str]:
    """A name, and before it nothing but marks and conjunctions: most lines do not even begin so."""
    return re.compile(rf"(?:ja|och|and|fi|[\W_])*(?:{_names().pattern})")


def _authority_of_host(url: str) -> str | None:
    source = SOURCES.get(source_of(url))
    if source and source.authority:
        return source.authority
    host = host_of(url)
    return next((each.id for each in AUTHORITIES.values() if host in each.hosts), None)
