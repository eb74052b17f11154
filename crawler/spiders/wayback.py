"""The past of other sources, out of a web archive: its index (CDX) of their addresses, and the captures it made."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

import msgspec
from scrapy import Request
from scrapy.http import Response
from scrapy.spiderloader import SpiderLoader
from twisted.python.failure import Failure

from crawler.failures import problem_of
from crawler.mementos import own_address
from crawler.outcomes import Outcome, Role, count, tell
from crawler.spiders import links
from crawler.spiders.base import SourceSpider
from crawler.spiders.walking import WalkingSpider
from parsers.problems import Problem
from parsers.sources import SOURCES, host_of

_ROWS = 2_000
_FIELDS = ("timestamp", "original", "digest")
_MOST_INDEX_PAGES = 5_000


class Row(NamedTuple):
    """A line of the index: when an address was captured, and the SHA-1 of what it answered, in base 32."""

    timestamp: str
    original: str
    digest: str


class WaybackSpider(SourceSpider):
    """Fetches the past releases of `source` (several by commas) from the Wayback Machine.

    `since` and `until` limit by the day on which the web archive first had a text, `limit` counts captures. A capture
    is stored under the page's own address, with the time at which it was made. What the archive holds already, be it
    from an earlier run or from the site itself, is not fetched again.
    """

    name = "wayback"
    hosts = frozenset(SOURCES["wayback"].hosts)

    def __init__(self, *args: Any, source: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sources = [name.strip() for name in source.split(",") if name.strip()]
        for name in self.sources:
            if name not in SOURCES or name == self.name:
                raise Problem("{source}: no source of the catalogue; haku sources lists them", source=name)
        self._tests: dict[str, Callable[[str], bool]] = {}
        self._seen: dict[str, tuple[str, set[str]]] = {}
        if not self.sources:
            raise Problem("wayback: say whose past to fetch, such as source=tem")

    async def start(self) -> AsyncIterator[Any]:
        for source in self.sources:
            is_release = self._release_test(source)
            if is_release:
                self._tests[source] = is_release
                for host in SOURCES[source].hosts:
                    yield self._index_page(source, host, 1)
            else:
                problem = Problem(
                    "{source}: a web archive has no releases of it, only the pages that show them", source=source
                )
                tell(self.crawler, problem)

    def parse_index(self, response: Response, source: str, host: str, number: int) -> Iterator[Request]:
        """Yield the captures of releases on a page of the index, and the next page."""
        try:
            rows, resume = read_index(response.body)
        except (msgspec.DecodeError, ValueError) as error:
            tell(self.crawler, Problem("{url}: not an index of captures ({reason})", url=response.url, reason=error))
            return
        for row in rows:
            if host_of(row.original) in SOURCES[source].hosts and self._tests[source](row.original):
                yield from self._capture(row)
        if resume and number < _MOST_INDEX_PAGES and not self.is_full:
            yield self._index_page(source, host, number + 1, resume)

    def parse_release(self, response: Response) -> Iterator[Request]:
        """The index names the other versions and revisions: a capture leads nowhere."""
        yield from ()

    def failed(self, failure: Failure) -> Iterator[Request]:
        """That the web archive lacks a capture which its index names says nothing of the page."""
        request: Request = failure.request  # type: ignore[attr-defined]
        count(self.crawler, request, Outcome.FAILED)
        tell(self.crawler, problem_of(failure.value or RuntimeError("unknown failure"), request))
        yield from ()

    def _index_page(self, source: str, host: str, number: int, resume: str | None = None) -> Request:
        """All days are asked for, and looked through here: which of equal captures is named depends on those asked."""
        query = [
            ("url", f"{host}/*"),
            ("output", "json"),
            ("fl", ",".join(_FIELDS)),
            ("filter", "statuscode:200"),
            ("filter", "mimetype:text/html"),
            ("collapse", "digest"),
            ("limit", str(_ROWS)),
            ("showResumeKey", "true"),
            *([("resumeKey", resume)] if resume else []),
        ]
        url = f"https://{SOURCES[self.name].host}/cdx/search/cdx?{urlencode(query)}"
        return self.request(url, Role.LISTING, None, self.parse_index, source=source, host=host, number=number)

    def _release_test(self, source: str) -> Callable[[str], bool] | None:
        """What counts as a release of a source: what its own spider would ask for. None for a source of records."""
        if SOURCES[source].platform:
            return links.is_release
        spider = SpiderLoader.from_settings(self.settings).load(source)
        return spider().is_release if issubclass(spider, WalkingSpider) else None

    def _capture(self, row: Row) -> Iterator[Request]:
        url, time = own_address(row.original), _time(row.timestamp)
        if self.is_full or time is None or not self.is_in_time(time.date()) or not self._is_spoken(url):
            return
        if not self._is_new(url, time, row.digest):
            return
        if self._left is not None:
            self._left -= 1
        address = f"https://{SOURCES[self.name].host}/web/{row.timestamp}id_/{row.original}"
        request = self.request(address, Role.RELEASE, None, self.parse_release)
        request.meta["capture_as"] = {"url": url, "time": time.isoformat()}
        yield request

    def _is_spoken(self, url: str) -> bool:
        return "en" in self.languages or not urlsplit(url).path.startswith("/en/")

    def _is_new(self, url: str, time: datetime, digest: str) -> bool:
        """Whether the archive lacks a text of an address. Each is asked for once, at its first appearance: the index
        has all captures of an address in a row, so the digests of one address a host are enough to remember.
        """
        host = host_of(url)
        before, digests = self._seen.get(host, ("", set()))
        if url != before:
            digests = set()
        if digest in digests:
            return False
        self._seen[host] = (url, digests | {digest})
        return not self.store.has(url, time) and not self._is_present(url, digest)

    def _is_present(self, url: str, digest: str) -> bool:
        """Whether the newest text held of an address is this one."""
        held = self.store.body(url)
        return held is not None and base64.b32encode(hashlib.sha1(held.body).digest()).decode() == digest


def read_index(body: bytes) -> tuple[list[Row], str | None]:
    """Return the lines of a page of the index, and the key of the next page, None on the last.

    >>> read_index(b'[["timestamp","original","digest"],["20210317091405","http://tem.fi/-/haku","A"],[],["fi,tem)/x"]]')
    ([Row(timestamp='20210317091405', original='http://tem.fi/-/haku', digest='A')], 'fi,tem)/x')
    >>> read_index(b"[]")
    ([], None)
    """
    lines = msgspec.json.decode(body, type=list[list[str]])
    if not lines:
        return [], None
    header, lines = lines[0], lines[1:]
    resume = lines[-1][0] if len(lines) > 1 and not lines[-2] and len(lines[-1]) == 1 else None
    columns = [header.index(name) for name in _FIELDS]
    return [Row(*(line[n] for n in columns)) for line in lines if len(line) == len(header)], resume


def _time(timestamp: str) -> datetime | None:
    """
    >>> _time("20210317091405"), _time("20211317091405")
    (datetime.datetime(2021, 3, 17, 9, 14, 5, tzinfo=datetime.timezone.utc), None)
    """
    try:
        return datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
