"""Repetition of what failed for the moment, each time after a longer pause."""

from __future__ import annotations

import asyncio
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response


class PatientRetry(RetryMiddleware):
    """Scrapy's retries with exponential back-off; a server's ``Retry-After``, in seconds, is honoured."""

    _first_pause: float
    _longest_pause: float

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = super().from_crawler(crawler)
        middleware._first_pause = crawler.settings.getfloat("RETRY_BACKOFF")
        middleware._longest_pause = crawler.settings.getfloat("RETRY_BACKOFF_MAX")
        return middleware

    async def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        result = super().process_response(request, response)
        if isinstance(result, Request):
            asked = response.headers.get("Retry-After") or b""
            await asyncio.sleep(self.pause(result, float(asked) if asked.isdigit() else 0.0))
        return result

    async def process_exception(  # type: ignore[override]
        self, request: Request, exception: Exception
    ) -> Request | Response | None:
        result = super().process_exception(request, exception)
        if isinstance(result, Request):
            await asyncio.sleep(self.pause(result, 0.0))
        return result

    def pause(self, repetition: Request, asked: float) -> float:
        """Return the seconds to wait before a repetition, `asked` being what the server asked for."""
        times: int = repetition.meta["retry_times"]
        return min(max(self._first_pause * 2.0 ** (times - 1), asked), self._longest_pause)
