"""The catalogue of sources and the spiders made of it."""

from __future__ import annotations

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from crawler.sources import GOVERNMENT, GOVERNMENT_HOSTS
from parsers.problems import Problem
from parsers.sources import SOURCES


def settings() -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings")
    return settings


def test_every_source_has_a_spider() -> None:
    assert set(SpiderLoader.from_settings(settings()).list()) == set(GOVERNMENT)


def test_every_source_is_in_the_catalogue_of_names() -> None:
    assert set(GOVERNMENT) <= set(SOURCES)
    assert all(site.host in GOVERNMENT_HOSTS for site in GOVERNMENT.values())
    assert all(site.listings.keys() == {"fi", "sv"} for site in GOVERNMENT.values())


def test_defaults_are_polite() -> None:
    found = settings()
    assert found.getbool("ROBOTSTXT_OBEY") and found.getbool("AUTOTHROTTLE_ENABLED")
    assert found.getfloat("DOWNLOAD_DELAY") >= 1 and found.getfloat("DOWNLOAD_DELAY_JITTER") == 0
    assert found.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert not any(
        found.getbool(name) for name in ("TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED", "COOKIES_ENABLED")
    )
    assert found.getint("DOWNLOAD_MAXSIZE") <= 50 * 1024 * 1024 and found.getbool("DOWNLOAD_VERIFY_CERTIFICATES")


def test_day_that_is_none_is_refused() -> None:
    spider = SpiderLoader.from_settings(settings()).load("tem")
    with pytest.raises(Problem, match="2024-13-01: not a day"):
        spider(since="2024-13-01")
