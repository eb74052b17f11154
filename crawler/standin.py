"""Rehearsal: requests go to a stand-in on this machine, and everything else is as if they had gone to the source."""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse

from parsers.problems import Problem


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


def checked_address(address: str | None) -> str | None:
    """Return the address of a stand-in, None for none; raise Problem where it is not on this machine.

    >>> checked_address("http://127.0.0.1:8123/")
    'http://127.0.0.1:8123'
    """
    if not address:
        return None
    parts = urlsplit(address)
    if parts.scheme != "http" or not _is_loopback(parts.hostname or ""):
        raise Problem("{address}: a stand-in must be on this machine, such as http://127.0.0.1:8123", address=address)
    return f"http://{parts.netloc}"


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _moved(url: str, address: str) -> str:
    parts = urlsplit(url)
    return address + urlunsplit(("", "", parts.path or "/", parts.query, ""))
