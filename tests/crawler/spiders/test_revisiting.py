"""What is asked for again, and what is not: versions that came late, attachments, pages of listings, sitemaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from crawler.outcomes import Role
from crawler.spiders.government import GovernmentSpider
from crawler.spiders.listings import Step
from crawler.warc import WarcStore
from parsers.capture import Capture

HOME, SWEDISH = "https://tem.fi/-/haku", "https://tem.fi/sv/-/haku"
MISSING = "https://tem.fi/sv?p_p_id=x&_x_missingLanguageVersion=1"
LISTING = "https://tem.fi/ajankohtaista/tiedotteet"
YEAR = LISTING + "?p_p_id=x_INSTANCE_a&_x_INSTANCE_a_paramYear="
PAGE = """<html><head><link rel="alternate" hreflang="sv-SE" href="/sv/-/haku">
<link rel="alternate" hreflang="en-US" href="/en/-/{}"></head><body><main><h1>Haku</h1>
<p>Julkaisuajankohta {} 9.00</p><p>Tiedote</p><p>Avustusta voi hakea nyt.</p><a href="/documents/1/ilmoitus.pdf">Ilmoitus</a></main>"""
TODAY = date(2024, 6, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[WarcStore]:
    with WarcStore(tmp_path) as store:
        yield store


def keep(store: WarcStore, url: str, body: str = "", *, status: int = 200, day: date = TODAY, **headers: str) -> None:
    time = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    found = tuple((name.title(), value) for name, value in headers.items())
    role = Role.RELEASE if "/-/" in url else Role.LISTING
    store.write(Capture(url=url, time=time, body=body.encode(), status=status, headers=found), role=role)


def crawler_of(store: WarcStore, **arguments: str) -> GovernmentSpider:
    store.end_run("tem")  # the crawl before this one came to its end
    settings = Settings()
    settings.setmodule("crawler.settings")
    spider: GovernmentSpider = SpiderLoader.from_settings(settings).load("tem")(  # type: ignore[assignment]
        store=store, today=TODAY.isoformat(), **arguments
    )
    spider.crawler = SimpleNamespace(spider=spider)  # type: ignore[assignment]
    return spider


def page(day: str = "1.5.2024", english: str = "haku") -> HtmlResponse:
    body = PAGE.format(english, day).encode()
    response = HtmlResponse(HOME, body=body, encoding="utf-8")
    response.request = SimpleNamespace(meta={"language": "fi"})  # type: ignore[assignment]
    return response


def asked(spider: GovernmentSpider, response: HtmlResponse) -> list[str]:
    return [request.url for request in spider.parse_release(response)]


@pytest.mark.parametrize(
    ("day", "again"),
    [
        pytest.param("31.5.2024", True, id="yesterday"),
        pytest.param("3.4.2024", True, id="59 days ago"),
        pytest.param("2.4.2024", False, id="60 days ago"),
        pytest.param("1.6.2019", False, id="long ago"),
        pytest.param("", True, id="without a day"),
    ],
)
def test_missing_translation_is_looked_for_again_while_it_may_come(store: WarcStore, day: str, again: bool) -> None:
    keep(store, SWEDISH, status=302, location=MISSING)
    assert (SWEDISH in asked(crawler_of(store), page(day))) is again


@pytest.mark.parametrize(
    ("status", "location"),
    [
        pytest.param(404, "", id="not found"),
        pytest.param(410, "", id="gone"),
        pytest.param(302, "https://tem.fi/sv/", id="sent to the front page"),
    ],
)
def test_version_that_was_never_there_is_given_up_like_a_missing_translation(
    store: WarcStore, status: int, location: str
) -> None:
    keep(store, SWEDISH, status=status, location=location)
    assert SWEDISH in asked(crawler_of(store), page("31.5.2024"))
    assert SWEDISH not in asked(crawler_of(store), page("1.6.2019"))


def test_version_that_was_there_is_not_given_up(store: WarcStore) -> None:
    keep(store, SWEDISH, "<p>Bidrag</p>", day=TODAY - timedelta(days=9))
    keep(store, SWEDISH, "poissa", status=404)
    assert SWEDISH in asked(crawler_of(store), page("1.6.2019"))


def test_version_that_has_moved_is_not_given_up(store: WarcStore) -> None:
    keep(store, SWEDISH, status=301, location="https://tem.fi/sv/-/ansokan")
    assert SWEDISH in asked(crawler_of(store), page("1.6.2019"))


def test_translation_that_is_there_or_was_never_asked_for_is_asked_for(store: WarcStore) -> None:
    assert SWEDISH in asked(crawler_of(store), page("1.6.2019"))
    keep(store, SWEDISH, "<p>Bidrag</p>")
    assert SWEDISH in asked(crawler_of(store), page("1.6.2019"))


def test_english_versions_have_addresses_of_their_own(store: WarcStore) -> None:
    assert "https://tem.fi/en/-/haku" not in asked(crawler_of(store), page())
    assert "https://tem.fi/en/-/call" in asked(crawler_of(store), page(english="call"))
    assert "https://tem.fi/en/-/call" not in asked(crawler_of(store, languages="fi,sv"), page(english="call"))


def test_attachment_is_asked_for_again_only_when_its_page_has_changed(store: WarcStore) -> None:
    attachment = "https://tem.fi/documents/1/ilmoitus.pdf"
    keep(store, HOME, page().text)
    assert attachment in asked(crawler_of(store), page()), "it is not held"
    keep(store, attachment, "%PDF-1.7")
    assert attachment not in asked(crawler_of(store), page())
    assert attachment in asked(crawler_of(store), page(english="call"))


@pytest.mark.parametrize("status", [404, 410])
def test_attachment_that_is_gone_is_asked_for_again_while_its_page_is_new(store: WarcStore, status: int) -> None:
    attachment = "https://tem.fi/documents/1/ilmoitus.pdf"
    for day, is_asked in (("31.5.2024", True), ("1.6.2019", False)):
        keep(store, HOME, page(day).text)
        keep(store, attachment, "poissa", status=status)
        assert (attachment in asked(crawler_of(store), page(day))) is is_asked
        assert attachment in asked(crawler_of(store), page(day, english="call")), "its page has changed"


def link(path: str, day: str) -> str:
    return f"<div><a href='{path}'>Tiedote</a> <span>{day}</span></div>"


def listing(*links: str) -> str:
    return f"<html><body><main>{''.join(links)}</main></body></html>"


def steps(spider: GovernmentSpider, body: str, step: Step | None = None) -> list[str]:
    step = step or Step(LISTING, "fi")
    response = HtmlResponse(step.url, body=body.encode(), encoding="utf-8")
    return [request.url for request in spider.parse_listing(response, step)]


def test_listing_is_walked_only_as_far_as_there_is_news(store: WarcStore) -> None:
    pages = (link(f"{YEAR}2024&_x_INSTANCE_a_paramPage=2", ""), link(f"{YEAR}2024&_x_INSTANCE_a_paramPage=3", ""))
    second, third = (f"{YEAR}2024&_x_INSTANCE_a_paramPage={number}" for number in (2, 3))
    known = [link(f"/-/haku-{number}", "1.5.2024") for number in range(4)]
    first = listing(known[0], *pages)
    assert steps(crawler_of(store), first) == ["https://tem.fi/-/haku-0", second, third]
    for number in range(3):
        keep(store, f"https://tem.fi/-/haku-{number}", f"<p>{number}</p>")
    keep(store, second, listing(known[1], *pages))
    keep(store, third, listing(known[2], known[3], *pages))
    assert steps(crawler_of(store), first) == ["https://tem.fi/-/haku-0", "https://tem.fi/-/haku-3"]
    news = link("/-/uusi", "30.5.2024")
    assert steps(crawler_of(store), listing(news, *pages)) == ["https://tem.fi/-/uusi", second]


@pytest.mark.parametrize(
    ("captured", "is_asked"),
    [
        pytest.param(None, True, id="never seen"),
        pytest.param(date(2022, 12, 30), True, id="while the year went on"),
        pytest.param(date(2023, 2, 1), True, id="when late versions could come"),
        pytest.param(date(2023, 6, 1), False, id="when the year was long over"),
    ],
)
def test_listings_of_past_years_are_read_in_the_archive(
    store: WarcStore, captured: date | None, is_asked: bool
) -> None:
    if captured:
        keep(store, f"{YEAR}2022", listing(link("/-/vanha", "1.5.2022")), day=captured)
    found = steps(crawler_of(store), listing(link("/-/uusi", "30.5.2024"), link(f"{YEAR}2022", "")))
    assert (f"{YEAR}2022" in found) is is_asked
    assert ("https://tem.fi/-/vanha" in found) is (not is_asked), "what the archived page names is not forgotten"


@pytest.mark.parametrize("year", [1994, 2026, 9999])
def test_years_that_cannot_be_are_not_asked_for(store: WarcStore, year: int) -> None:
    assert steps(crawler_of(store), listing(link("/-/uusi", ""), link(f"{YEAR}{year}", ""))) == [
        "https://tem.fi/-/uusi"
    ]


def test_a_listing_without_releases_of_this_year_shows_by_last_years_that_it_still_can(store: WarcStore) -> None:
    years = [link(f"{YEAR}{year}", "") for year in (2023, 2022)]
    assert steps(crawler_of(store, since="2024-01-01"), listing(*years)) == [f"{YEAR}2023"]
    named = link("/-/uusi", "30.5.2024")
    assert steps(crawler_of(store, since="2024-01-01"), listing(named, *years)) == ["https://tem.fi/-/uusi"]


def test_what_the_archive_has_of_a_listing_does_not_tell_how_it_is(store: WarcStore) -> None:
    old = Step(f"{YEAR}2022", "fi", 2022, start=LISTING)
    keep(store, old.url, listing(link("/-/vanha", "1.5.2022")), day=date(2023, 6, 1))
    spider = crawler_of(store)
    assert steps(spider, listing(link(old.url, ""))) == [old.url]
    assert spider.walk.lists == {("fi", LISTING): set()}
    steps(spider, listing(link("/-/vanha", "1.5.2022")), old)
    assert spider.walk.lists == {("fi", LISTING): {"https://tem.fi/-/vanha"}}


def sitemaps(spider: GovernmentSpider, *children: str) -> list[str]:
    index = "".join(f"<sitemap><loc>{child}</loc></sitemap>" for child in children)
    response = HtmlResponse("https://tem.fi/sitemap.xml", body=f"<sitemapindex>{index}".encode(), encoding="utf-8")
    return [request.url for request in spider.parse_sitemap_index(response)]


def test_sitemaps_that_lead_nowhere_are_spared_for_a_month(store: WarcStore) -> None:
    children = [f"https://tem.fi/sitemap.xml?p_l_id={number}" for number in range(5)]
    release = "<urlset><url><loc>https://tem.fi/-/haku</loc></url></urlset>"
    keep(store, children[0], release)
    keep(store, children[1], "<urlset><url><loc>https://tem.fi/yhteystiedot</loc></url></urlset>")
    keep(store, children[2], "poissa", status=404, day=TODAY - timedelta(days=29))
    keep(store, children[3], "poissa", status=404, day=TODAY - timedelta(days=31))
    elsewhere = "https://example.org/sitemap.xml"
    assert sitemaps(crawler_of(store), *children, elsewhere) == [children[0], children[3], children[4]]


def last(spider: GovernmentSpider) -> list[str]:
    return [request.url for request in spider.last_requests()]


def test_known_releases_are_asked_for_at_the_end(store: WarcStore) -> None:
    keep(store, HOME, page().text)
    keep(store, "https://tem.fi/-/vanha", page("1.5.2020").text)
    keep(store, "https://tem.fi/-/poistettu", "poissa", status=404)
    keep(store, "https://okm.fi/-/muu", page("1.4.2024").text)
    index = "https://tem.fi/sitemap.xml"
    assert last(crawler_of(store)) == [index, HOME, "https://tem.fi/-/vanha"]
    assert last(crawler_of(store, since="2024-01-01")) == [index, HOME]
    assert last(crawler_of(store, until="2023-01-01")) == ["https://tem.fi/-/vanha"]
    assert last(crawler_of(store, limit="1")) == [index, HOME]
    spider = crawler_of(store)
    assert [request.url for request in spider.release(HOME, "fi")] == [HOME]
    assert last(spider) == [index, "https://tem.fi/-/vanha"]


def test_sitemap_that_is_not_there_is_spared(store: WarcStore) -> None:
    keep(store, "https://tem.fi/sitemap.xml", "poissa", status=404)
    assert last(crawler_of(store)) == []


def test_one_release_is_asked_for_once_whoever_lists_it(store: WarcStore) -> None:
    spider = crawler_of(store)
    variants = (
        "https://tem.fi/-/haku?redirect=%2F",
        "https://valtioneuvosto.fi/-/1410877/haku",
        "https://valtioneuvosto.fi/-//1410877/haku?languageId=fi_FI",
        "https://tem.fi/sv/-/haku?languageId=fi_FI",
    )
    assert [request.url for url in variants for request in spider.release(url, "fi")] == [HOME]
    assert [request.url for request in spider.release("https://tem.fi/-/haku?languageId=sv_SE", "sv")] == [SWEDISH]
