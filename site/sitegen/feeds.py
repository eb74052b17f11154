"""Atom feeds: the newest works, one feed for each interface language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from parsers.model import Moment
from sitegen.entries import Entry, entries_of
from sitegen.render import environment
from sitegen.scope import Scope

LATEST = 50
_FINLAND = ZoneInfo("Europe/Helsinki")


def feeds(scope: Scope) -> Iterator[tuple[str, str]]:
    """Give the feeds of an interface language, path and content; none where the site's address is not known."""
    if scope.base_url:
        yield f"{scope.language}/feed.xml", feed(scope, scope.base_url)


def feed(scope: Scope, base_url: str) -> str:
    """Return the Atom feed of an interface language; `base_url` is where the site is published."""
    dated = (work for work in scope.holdings.works if work.published)
    entries = entries_of(islice(dated, LATEST), scope)
    template = environment(scope.language).get_template("feed.xml")
    newest = _stamp(entries[0]) if entries else "1970-01-01T00:00:00Z"
    return template.render(language=scope.language, base_url=base_url, entries=entries, newest=newest, stamp=_stamp)


def _stamp(entry: Entry) -> str:
    """Return an entry's moment as the instant that Atom wants: noon in Finland where the page states no time."""
    moment: Moment = entry.published or ""
    civil = datetime.fromisoformat(moment if len(moment) > 10 else f"{moment}T12:00")
    return civil.replace(tzinfo=_FINLAND).isoformat()
