"""What a spider yields besides requests: an item for each release, so that Scrapy's feeds list what a crawl found."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from scrapy import Request
from scrapy.http import Response

from crawler.outcomes import OUTCOME, Role, first_address, role_of
from parsers.capture import payload_digest
from parsers.sources import source_of

# Before listings and feeds, so that the queue holds the releases of a page of them, never of all.
_FIRST = 10


class ReleaseItems:
    """Yields an item for every release that was found, and has releases fetched before further listings.

    An item has the `url` of the page, its `source` and `language`, the `outcome` (new, changed, unchanged), the
    `digest` of its payload, and the address `asked` for where that redirects to the page.
    """

    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        assert response.request
        if role_of(response.request) is Role.RELEASE:
            yield _item(response, response.request)
        async for yielded in result:
            if isinstance(yielded, Request) and role_of(yielded) in (Role.RELEASE, Role.ATTACHMENT):
                yielded.priority = max(yielded.priority, _FIRST)
            yield yielded


def _item(response: Response, request: Request) -> dict[str, str | None]:
    asked = first_address(request)
    return {
        "url": response.url,
        "asked": asked if asked != response.url else None,
        "source": source_of(asked),
        "language": request.meta.get("language"),
        "outcome": request.meta.get(OUTCOME),
        "digest": payload_digest(response.body),
    }
