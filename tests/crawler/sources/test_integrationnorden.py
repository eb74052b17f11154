"""Integration Norden, crawled over HTTP: one list in three languages, none of which becomes another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from crawler.outcomes import Outcome

SOURCE = "integrationnorden"

NEWS = "https://nordicwelfare.org/integration-norden/nyheter/"
SWEDISH = f"{NEWS}vagledning-pa-eget-sprak-far-fortsatt-stod/"
CONFERENCE = f"{NEWS}konferens-om-boende-i-vasa/"
NORWEGIAN, DANISH = f"{NEWS}nytt-tilskudd-til-sprakkafeer/", f"{NEWS}mentorer-hjaelper-unge-i-arbejde/"
ENGLISH = "https://nordicwelfare.org/integration-norden/en/news/nordic-network-for-integration-researchers/"


def test_each_language_is_itself(first: Any) -> None:
    languages = {url: release.language for url, release in first.releases.items()}
    assert first.report.problems == []
    assert languages == {SWEDISH: "sv", CONFERENCE: "sv", NORWEGIAN: None, DANISH: None, ENGLISH: "en"}


def test_banner_tags_and_share_buttons_are_left_out(first: Any) -> None:
    release = first.releases[SWEDISH]
    text = "\n".join(block.text for block in release.blocks)
    assert (release.title, release.published) == ("Vägledning på eget språk får fortsatt stöd", "2018-02-12")
    assert not [word for word in ("cookies", "Facebook", "Bostad", "Följ oss", "12 feb") if word in text]
    assert release.blocks[-1].text == "Läs mer på kommunens webbplats"


def test_rest_of_the_host_is_left_alone(first: Any) -> None:
    asked = [path for path, _ in first.asked if path != "/robots.txt"]
    assert all(path.startswith("/integration-norden/") for path in asked)


def test_second_crawl_costs_discovery_and_conditions(twice: tuple[Any, Any]) -> None:
    first, second = twice
    second.assert_repeats(first, 5)


def test_days_languages_and_limit(visit: Callable[..., Any]) -> None:
    assert set(visit(SOURCE, since=date(2018, 9, 1), until=date(2018, 12, 31)).releases) == {DANISH}


def test_limit(visit: Callable[..., Any]) -> None:
    new = visit(SOURCE, limit=1).report.total(Outcome.NEW)
    assert new in (1, 2), "the version of a release in another language does not count"
