"""The catalogue of sources, the spiders made of it, and the proof that each source is read and crawled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from crawler.sources import GOVERNMENT, GOVERNMENT_HOSTS, crawled
from crawler.spiders.base import SourceSpider
from parsers.problems import Problem
from parsers.sources import SOURCES, read_sources

TESTS = Path(__file__).parents[2]


def settings() -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings")
    return settings


def loader() -> SpiderLoader:
    return SpiderLoader.from_settings(settings())


def test_every_source_has_a_spider() -> None:
    assert set(loader().list()) == set(SOURCES) >= set(crawled())
    assert all(issubclass(loader().load(name), SourceSpider) for name in crawled())


@pytest.mark.parametrize("source", crawled())
def test_a_spider_may_visit_the_hosts_of_its_source(source: str) -> None:
    spider: type[SourceSpider] = loader().load(source)  # type: ignore[assignment]
    assert set(SOURCES[source].hosts) <= spider.hosts
    assert SOURCES[source].platform or spider.__module__ == f"crawler.spiders.{SOURCES[source].spider}"


@pytest.mark.parametrize("source", sorted({*SOURCES} - {"wayback"}))
def test_every_source_has_golden_pages(source: str) -> None:
    reviewed = list((TESTS / "parsers" / "golden" / source).glob("*.expected.json"))
    assert reviewed, f"add a page of {source} to tests/parsers/golden/{source}: see tests/parsers/test_golden.py"


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_is_crawled_in_a_test(source: str) -> None:
    module = "government" if source in GOVERNMENT else source
    tests = TESTS / "crawler" / "sources" / f"test_{module}.py"
    assert tests.exists(), f"add tests/crawler/sources/test_{module}.py"
    assert re.search(r"\bvisit\(|\bvisit\b.*fixture|\btwice\b|\bcrawl\(", tests.read_text(encoding="utf-8"))


def test_sites_of_the_platform_list_in_both_languages() -> None:
    assert all(site.host in GOVERNMENT_HOSTS for site in GOVERNMENT.values())
    assert all(dict(site.listings).keys() == {"fi", "sv"} for site in GOVERNMENT.values())


def test_every_source_is_described_in_every_language() -> None:
    described = [(source.names, source.about) for source in SOURCES.values()]
    assert all(names.keys() == about.keys() == {"fi", "sv", "en"} for names, about in described)
    hosts = [host for source in SOURCES.values() for host in source.hosts]
    assert len(hosts) == len(set(hosts)) and not [host for host in hosts if host.startswith("www.")]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param({"hosts": "uusi.fi"}, "Expected `array`", id="no list"),
        pytest.param({"platform": "goverment"}, "Invalid enum value 'goverment'", id="unknown platform"),
        pytest.param({"langauges": ["sv"]}, "unknown field `langauges`", id="misspelt field"),
    ],
)
def test_a_faulty_entry_is_named(entry: dict[str, object], said: str) -> None:
    whole = {"names": {"fi": "Uusi"}, "about": {"fi": "Uusi"}, "hosts": ["uusi.fi"]}
    with pytest.raises(ValueError, match=r"sources\.toml: \[uusi\]: .*" + said):
        read_sources({"uusi": {**whole, **entry}})


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
    with pytest.raises(Problem, match="2024-13-01: not a day"):
        loader().load("tem")(since="2024-13-01")
