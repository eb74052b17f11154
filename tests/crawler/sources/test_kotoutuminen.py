"""kotoutuminen.fi, crawled over HTTP: guides in no list, and a blog in pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from crawler.outcomes import Outcome

SOURCE = "kotoutuminen"

GUIDE, GUIDE_SV = "https://kotoutuminen.fi/valtion-korvaukset", "https://kotoutuminen.fi/sv/statliga-ersattningar"
BLOGS = "https://kotoutuminen.fi/blogi/-/blogs/"


def test_guides_and_blog_are_found(first: Any) -> None:
    releases = first.releases
    assert first.report.problems == []
    assert {url.removeprefix(BLOGS) for url in releases if url.startswith(BLOGS)} == {
        "kielikahvilasta-kasvoi-kylan-olohuone",
        "ystava-on-paras-opas",
        "omalla-kielella-alkuun",
    }
    blog = releases[BLOGS + "kielikahvilasta-kasvoi-kylan-olohuone"]
    assert (blog.title, blog.published, blog.form) == (
        "Kielikahvilasta kasvoi kylän olohuone",
        "2021-02-05T12:03",
        "blog",
    )
    assert releases[GUIDE].published is None and releases[GUIDE].kind == "guide"
    assert (releases[GUIDE].language, releases[GUIDE_SV].language) == ("fi", "sv")
    assert releases[GUIDE].declared["sv"] == GUIDE_SV and releases[GUIDE_SV].declared["fi"] == GUIDE
    assert "https://kotoutuminen.fi/kuntien-verkosto" in releases, "it is in no sitemap: a guide links to it"
    assert [url.partition("?")[0].rsplit("/", 2)[1] for url in first.files] == ["ohje-kunnille.pdf"]


def test_lists_contact_pages_and_searches_are_no_releases(first: Any) -> None:
    last_words = {url.rsplit("/", 1)[1] for url in first.releases}
    assert not last_words & {"blogi", "yhteystiedot", "kontaktuppgifter", "ajankohtaista", "aktuellt", "haku", ""}
    assert not [path for path, _ in first.asked if path.startswith(("/haku", "/c/"))]


def test_second_crawl_costs_discovery_and_conditions(twice: tuple[Any, Any]) -> None:
    first, second = twice
    second.assert_repeats(first, 12)


def test_days_limit_what_has_days(visit: Callable[..., Any]) -> None:
    releases = visit(SOURCE, since=date(2022, 1, 1), until=date(2022, 12, 31)).releases
    assert [url.removeprefix(BLOGS) for url in releases if url.startswith(BLOGS)] == ["ystava-on-paras-opas"]
    assert GUIDE in releases


def test_limit(visit: Callable[..., Any]) -> None:
    new = visit(SOURCE, limit=1).report.total(Outcome.NEW)
    assert new in (1, 2), "the version of a release in another language does not count"
