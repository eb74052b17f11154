"""ely-keskus.fi, crawled over HTTP: as it was, and as it is since it was shut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from crawler.outcomes import Outcome
from crawler.samplesite.others import OTHERS
from crawler.samplesite.responses import redirect

SOURCE = "ely"
HOME = "https://www.ely-keskus.fi"
CALL, CALL_SV = (
    f"{HOME}/-/perinnemaisemien-hoitoon-haettavana-900-000-euroa",
    f"{HOME}/sv/-/900-000-euro-kan-sokas-for-vard-av-vardbiotoper",
)


def test_lists_of_each_year_lead_to_the_releases(first: Any) -> None:
    releases = first.releases
    assert first.report.problems == [] and len(releases) == 5
    assert (first.new(SOURCE, "fi"), first.new(SOURCE, "sv")) == (4, 1)
    assert releases[CALL].declared == {"sv": CALL_SV} and releases[CALL_SV].declared == {"fi": CALL}
    assert (releases[CALL].kind, releases[CALL].title) == ("call", "Perinnemaisemien hoitoon haettavana 900 000 euroa")
    assert len([block for block in releases[CALL].blocks if block.text.startswith("ELY-keskukset jakavat")]) == 1
    old = next(release for url, release in releases.items() if "kalateiden" in url)
    assert old.title == "Kalateiden suunnitteluun 380 000 euroa (Lappi)"
    assert not any("Tiedotearkistosta" in block.text for block in old.blocks)


def test_second_crawl_costs_discovery_and_conditions(twice: tuple[Any, Any]) -> None:
    first, second = twice
    second.assert_repeats(first, 5)


def test_lists_of_other_years_are_not_asked_for(visit: Callable[..., Any]) -> None:
    done = visit(SOURCE, since=date(2020, 1, 1), until=date(2020, 12, 31))
    assert set(done.releases) == {CALL, CALL_SV}
    assert not [path for path, _ in done.asked if "2019" in path or "2023" in path]


def test_limit(visit: Callable[..., Any]) -> None:
    new = visit(SOURCE, limit=1).report.total(Outcome.NEW)
    assert new in (1, 2), "the version of a release in another language does not count"


def test_end_of_the_site_is_told_once_and_withdraws_nothing(
    visit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = visit(SOURCE)
    monkeypatch.setitem(OTHERS, "ely-keskus.fi", lambda path, headers: redirect("https://www.elinvoimakeskus.fi/", 301))
    after = visit(SOURCE)
    told = [str(problem) for problem in after.report.problems]
    assert told == ["ely: the site is shut; crawl wayback for its past pages"]
    assert after.report.total(Outcome.GONE) == 0 and set(after.releases) == set(before.releases)
    assert len(after.asked) <= 3, "robots.txt and the two front pages"
