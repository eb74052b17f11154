"""Rehearsal: requests go to a stand-in on this machine, and everything else is as if they had gone to the source."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse

from crawler.permits import checked_address


class StandInHandler(HTTP11DownloadHandler):
    """Downloads as Scrapy does, from the address in the setting ``STAND_IN`` where there is one.

    The source's own host is sent in the ``Host`` header, and the response bears the address that was asked for:
    politeness, robots.txt, redirects and the archive know nothing of the stand-in.
    """

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._address: str | None = checked_address(crawler.settings.get("STAND_IN"))

    async def download_request(self, request: Request) -> Response:
        if self._address is None:
            return await super().download_request(request)
        # A proxy that the environment names would be sent what is meant for this machine.
        meta = {name: value for name, value in request.meta.items() if name != "proxy"}
        moved = request.replace(url=_moved(request.url, self._address), meta=meta)
        moved.headers["Host"] = urlsplit(request.url).netloc
        response = await super().download_request(moved)
        request.meta["download_latency"] = moved.meta.get("download_latency")
        return renewed(response, url=request.url)


def renewed(response: Response, **changes: Any) -> Response:
    """Return a response with something changed, its encoding to be found again."""
    if issubclass(changes.get("cls", type(response)), TextResponse):
        changes["encoding"] = None
    renewed_response: Response = response.replace(**changes)
    return renewed_response


def _moved(url: str, address: str) -> str:
    parts = urlsplit(url)
    return address + urlunsplit(("", "", parts.path or "/", parts.query, ""))
