"""aviavustukset.fi, crawled over HTTP: call pages with their notices, and press releases in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from crawler.outcomes import Outcome

SOURCE = "aviavustukset"

HOME = "https://aviavustukset.fi"
CALL, CALL_SV = f"{HOME}/nuorten-tyopajatoiminta-2024/", f"{HOME}/sv/verkstadsverksamhet-for-unga-2024/"
NEWS = f"{HOME}/tiedotteet/tule-kuulemaan-nuorisotyon-avustuksista/"
NEWS_SV = f"{HOME}/pressmeddelanden/kom-och-hor-om-understod-for-ungdomsarbete/"
OLDER = f"{HOME}/tiedotteet/liikunta-avustukset-jaettiin/"


def test_calls_and_press_releases_are_found(first: Any) -> None:
    releases = first.releases
    assert first.report.problems == []
    guides = {f"{HOME}/kirjastojen-kokeiluavustus/", f"{HOME}/hakeminen/yleiset-ohjeet/"}
    assert set(releases) == {CALL, CALL_SV, NEWS, NEWS_SV, OLDER} | guides
    assert (first.new(SOURCE, "fi"), first.new(SOURCE, "sv")) == (5, 2)
    assert (releases[CALL].declared["sv"], releases[NEWS_SV].declared["fi"]) == (CALL_SV, NEWS)
    assert (releases[CALL].application.opens, releases[CALL].application.closes) == ("2023-11-01", "2023-12-15T16:15")
    assert releases[CALL_SV].application.closes == releases[CALL].application.closes
    assert (releases[NEWS].published, releases[CALL].published) == ("2023-10-10", None)


def test_call_notices_are_captured_and_linked(first: Any) -> None:
    assert [url.rsplit("/", 1)[1] for url in sorted(first.files)] == [
        "Hakuilmoitus-tyopajatoiminta-2024.pdf",
        "Utlysning-verkstadsverksamhet-2024.pdf",
    ]
    for url in (CALL, CALL_SV):
        release = first.releases[url]
        assert [attachment.url in first.files for attachment in release.attachments] == [True]
        assert not release.blocks[-1].text.endswith(("Lataa", "Ladda ner"))


def test_second_crawl_costs_discovery_and_conditions(twice: tuple[Any, Any]) -> None:
    first, second = twice
    second.assert_repeats(first, 7)


def test_sitemaps_of_users_and_tags_are_not_asked_for(first: Any) -> None:
    asked = [path for path, _ in first.asked]
    assert [path for path in asked if "sitemap" in path] == ["/sitemap.xml", "/sitemap_index.xml", "/page-sitemap.xml"]
    assert not [path for path in asked if path.startswith(("/wp-", "/category", "/feed")) and not path.endswith(".pdf")]


def test_days_limit_what_has_days(visit: Callable[..., Any]) -> None:
    releases = visit(SOURCE, since=date(2023, 10, 11), until=date(2023, 12, 31)).releases
    assert NEWS_SV in releases and CALL in releases and OLDER not in releases


def test_limit(visit: Callable[..., Any]) -> None:
    new = visit(SOURCE, limit=1).report.total(Outcome.NEW)
    assert new in (1, 2), "the version of a release in another language does not count"
