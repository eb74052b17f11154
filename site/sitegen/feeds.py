"""Atom feeds (RFC 4287): the newest works of all, of each kind and of each authority, in each interface language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import nlargest

from parsers.model import Language
from sitegen.addresses import safe_name
from sitegen.entries import Entry, entries_of
from sitegen.holdings import Work
from sitegen.instants import instant
from sitegen.render import environment
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import KINDS_PLURAL, authority_name

LATEST = 50
_NO_ENTRIES = "1970-01-01T00:00:00Z"
_NARROW = re.compile(r"browse/((?:kind|authority)/[\w-]+)/")
# What XML has no way to write: control characters, lone surrogates and two that are none.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feeds(scope: Scope) -> Iterator[tuple[str, str]]:
    """Give the feeds of an interface language, path and content; none where the site's address is not known."""
    if scope.base_url is None:
        return
    held, name = scope.holdings, scope.text(_("Hakuarkisto – archive of grant calls"))
    yield _feed(scope, "feed.xml", "", name, held.works)
    for kind in held.kinds:
        title = f"Hakuarkisto: {scope.text(KINDS_PLURAL[kind])}"
        yield _feed(scope, f"feed/kind/{kind}.xml", f"browse/kind/{kind}/", title, held.by_kind[kind])
    for code in held.authorities:
        tail = f"browse/authority/{safe_name(code)}/"
        title = f"Hakuarkisto: {authority_name(code, scope.language)}"
        yield _feed(scope, f"feed/authority/{code}.xml", tail, title, held.by_authority[code])


def feed_of(tail: str) -> str | None:
    """Return the feed of a list, both without their language; None for a list that has none.

    >>> feed_of("browse/kind/call/"), feed_of("browse/year/2021/"), feed_of("browse/kind/call/page/2/")
    ('feed/kind/call.xml', None, None)
    """
    narrow = _NARROW.fullmatch(tail)
    return f"feed/{narrow[1]}.xml" if narrow else None


def _feed(scope: Scope, path: str, tail: str, title: str, works: Iterable[Work]) -> tuple[str, str]:
    """Return a feed: its path on the site and its content; `tail` is the page that lists all of its works."""
    entries = entries_of(_latest(works, scope.language), scope)
    template = environment(scope.language).get_template("feed.xml")
    content = template.render(
        language=scope.language,
        base_url=scope.base_url,
        path=f"{scope.language}/{path}",
        page=f"{scope.language}/{tail}",
        title=title,
        entries=entries,
        newest=max((_stamp(entry) for entry in entries), key=datetime.fromisoformat, default=_NO_ENTRIES),
        stamp=_stamp,
    )
    return f"{scope.language}/{path}", _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", content)


def _latest(works: Iterable[Work], language: Language) -> list[Work]:
    """Return the works that came out last in the language of a feed, or at all where they did not come out in it."""
    dated = (work for work in works if work.published)
    return nlargest(LATEST, dated, key=lambda work: work.in_language(language).appeared or work.published or "")


def _stamp(entry: Entry) -> str:
    """Return when the version that an entry leads to came out: a translation can be days behind its original."""
    return instant(entry.appeared or "")
