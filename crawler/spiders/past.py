"""What archives of the whole web hold of a source: which addresses are its releases, and where to look for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from parsers.model import Language
from parsers.problems import Problem
from parsers.sources import SOURCES, WEB_ARCHIVE

if TYPE_CHECKING:
    from crawler.spiders.base import SourceSpider


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
    return None if source == WEB_ARCHIVE else _spider(source).past()


def checked_pasts(sources: Iterable[str]) -> dict[str, Past]:
    """Return what a web archive holds of sources, by source. Raises Problem where it can hold nothing of one."""
    found = {}
    for source in sources:
        if source not in SOURCES or source == WEB_ARCHIVE:
            raise Problem("{source}: no source of the catalogue; haku sources lists them", source=source)
        past = past_of(source)
        if past is None:
            raise Problem(
                "{source}: not looked for in web archives: its pages hold no text there, or its spider does not say "
                "which do",
                source=source,
            )
        found[source] = past
    return found


def _spider(source: str) -> SourceSpider:
    """Return the spider of a source as it is before it has asked for anything."""
    entry = SOURCES[source]
    module = import_module(f"crawler.spiders.{entry.spider or entry.platform}")
    kinds = (each for each in vars(module).values() if isinstance(each, type) and vars(each).get("name") == source)
    spider: SourceSpider = next(kinds)()
    return spider
