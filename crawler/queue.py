"""The order in which requests leave the queue: none waits in the downloader for a host that has to be waited for.

Scrapy's downloader takes a bounded number of requests. Were they all to one host that asks for a pause, no other host
would be asked either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from time import monotonic
from typing import Any

from scrapy.crawler import Crawler
from scrapy.pqueues import DownloaderAwarePriorityQueue, DownloaderInterface

from crawler.manners import manners_of

# The engine looks at the queue at least as often (its heartbeat); shorter pauses are waited for where they arise.
_HEARTBEAT = 5.0


class PatientQueue(DownloaderAwarePriorityQueue):
    """Scrapy's queue by host, without the hosts that are paused or have enough requests under way."""

    def __init__(self, crawler: Crawler, *args: Any, **kwargs: Any) -> None:
        super().__init__(crawler, *args, **kwargs)
        self._downloader_interface = _PatientInterface(crawler)


class _PatientInterface(DownloaderInterface):
    """Tells the queue of the hosts that may be asked now, and how many requests to each are under way."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._manners = manners_of(crawler)
        self._most = crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")

    def stats(self, possible_slots: Iterable[str]) -> list[tuple[int, str]]:
        busy = Counter(self.get_slot_key(request) for request in self.downloader.active)
        return [(busy[slot], slot) for slot in possible_slots if busy[slot] < self._most and self._is_ready(slot)]

    def _is_ready(self, slot: str) -> bool:
        host = slot.removeprefix("www.")
        return self._manners.is_closed(host) or self._manners.paused_until(host) <= monotonic() + _HEARTBEAT
