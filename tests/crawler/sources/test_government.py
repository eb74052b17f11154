"""The sites of the government's platform, each crawled over HTTP: all that is published there, and at what cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from crawler.outcomes import Outcome
from crawler.samplesite import documents
from crawler.sources import GOVERNMENT
from parsers.urls import canonical

# The version of a release that the platform names beside its Finnish and Swedish ones.
ENGLISH = "https://tem.fi/en/-/eur-5-75-million-available-for-helping-international-talent-settle-in-finland"


def published_at(source: str) -> dict[str, str | None]:
    """The releases of a site by address, with the days of their publication."""
    own = (text for text in documents() if text.host == GOVERNMENT[source].host and text.published)
    return {canonical(text.url): text.published for text in own}


@pytest.mark.parametrize("source", GOVERNMENT)
def test_every_release_is_found_and_found_again(visit: Callable[..., Any], source: str) -> None:
    first = visit(source)
    published = published_at(source)
    assert first.report.problems == []
    assert published.items() <= {url: release.published for url, release in first.releases.items()}.items()
    assert source == "valtioneuvosto" or first.releases.keys() == published.keys()
    assert first.report.total(Outcome.NEW) == len(first.releases)
    pages = [path for path, _ in first.asked if path != "/robots.txt"]
    assert len(pages) == len(set(pages)), "nothing is asked for twice"

    again = visit(source)
    assert again.report.problems == [] and again.releases == first.releases
    assert again.report.total(Outcome.UNCHANGED) == len(first.releases)
    assert not [what for what in (Outcome.NEW, Outcome.CHANGED, Outcome.GONE) if again.report.total(what)]
    assert [path for path, status in again.asked if status != 304] == []
    others = [path for path, _ in again.asked if path != "/robots.txt" and "paramYear" not in path]
    assert len(others) <= len(first.releases) + 7, "releases, two listings, three feeds, two sitemaps"


def test_the_english_version_of_a_release_comes_along(visit: Callable[..., Any]) -> None:
    found = visit("tem", since=date(2025, 1, 1))
    assert ENGLISH in found.releases and found.new("tem", "en") == 1
    assert [path for path, _ in found.asked if path.startswith("/en/")] == [ENGLISH.removeprefix("https://tem.fi")]


def test_limits_by_day(visit: Callable[..., Any]) -> None:
    found = visit("okm", since=date(2023, 1, 1), until=date(2023, 2, 28))
    days = {release.published for release in found.releases.values()}
    assert days == {day for day in published_at("okm").values() if day and "2023-01-01" <= day < "2023-03-01"}
    assert not [path for path, _ in found.asked if "sitemap" in path or path.endswith("/rss")], "they tell of today"


def test_limit_counts_releases_without_their_versions(visit: Callable[..., Any]) -> None:
    found = visit("ym", limit=1)
    (first, second) = sorted(found.releases.values(), key=lambda release: release.language or "")
    assert (first.language, second.language, first.declared.get("sv")) == ("fi", "sv", second.url)


def test_a_document_whose_address_has_no_extension(visit: Callable[..., Any]) -> None:
    found = visit("okm", since=date(2023, 5, 1), until=date(2023, 5, 31))
    linked = {attachment.url for release in found.releases.values() for attachment in release.attachments}
    assert found.files and set(found.files) == linked
    assert not [url for url in found.files if ".pdf" in url.lower()]


def test_what_is_gone_from_the_listings_is_looked_after(
    visit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = visit("mmm")
    gone = next(text for text in documents() if text.host == "mmm.fi")
    rest = tuple(text for text in documents() if text is not gone)
    for module in ("articles", "listings", "feeds"):
        monkeypatch.setattr(f"crawler.samplesite.{module}.documents", lambda: rest)
    again = visit("mmm")
    assert (first.report.total(Outcome.NEW), again.report.total(Outcome.GONE)) == (2, 1)
    assert (gone.path_on(gone.site), 404) in again.asked
    third = visit("mmm")
    assert third.report.total(Outcome.GONE) == 0, "what is known to be gone is not asked for again"
