"""Which official record is about the same call as a press release, and where the two disagree."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import msgspec
import pytest
from msgspec.structs import replace

from crawler.samplesite import documents, render
from crawler.samplesite.others.haeavustuksia import calls
from parsers.capture import Capture
from parsers.model import CaseNumber, Evidence, Link, Release
from parsers.pairs.official import compare_official, find_official
from parsers.records.haeavustuksia import record_address
from parsers.release import read_release, read_releases

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
SITE = "https://haeavustuksia.fi"


@pytest.fixture(scope="module")
def officials() -> list[Release]:
    captures = [
        Capture(
            url=record_address(call["entry"]["hakuasianAsianumero"]),
            time=NOON,
            body=msgspec.json.encode(call),
            status=None,
            media_type="application/json",
        )
        for call in calls()
    ]
    return [release for capture in captures for release in read_releases(capture)]


@pytest.fixture(scope="module")
def press() -> dict[str, Release]:
    """The sample ministries' releases, by the ids of their texts."""
    found = {}
    for text in documents():
        parts = urlsplit(text.url)
        capture = Capture(url=text.url, time=NOON, body=render(parts.netloc, parts.path).body, charset="utf-8")
        found[text.id] = read_release(capture)
    return found


CALLS = {
    "kosteikot-2024.fi": "/fi/haku/va-ym-2024-3",
    "kosteikot-2024.sv": "/sv/haku/va-ym-2024-3",
    "purot-2024.fi": "/fi/haku/va-ym-2024-4",
    "purot-2024.sv": "/sv/haku/va-ym-2024-4",
    "karhuaidat-2024.fi": "/fi/haku/va-mmm-2024-2",
    "osaajat-2025.fi": "/fi/haku/va-tem-2025-7",
    "osaajat-2025.sv": "/sv/haku/va-tem-2025-7",
    "osaajat-2025.en": "/en/haku/va-tem-2025-7",
}


def test_each_release_finds_its_call_and_no_other_finds_any(
    press: dict[str, Release], officials: list[Release]
) -> None:
    """Two of the calls are siblings of one morning, with the same authority and dates."""
    found = {name: find_official(release, officials) for name, release in press.items()}
    assert {name: [match.url for match in matches] for name, matches in found.items() if matches} == {
        name: [SITE + path] for name, path in CALLS.items()
    }
    assert {match.method for matches in found.values() for match in matches} == {"content"}


def test_third_opinion_tells_which_version_is_wrong(press: dict[str, Release], officials: list[Release]) -> None:
    by_id = {official.id: official for official in officials}
    told = {}
    for language in ("fi", "sv"):
        release = press[f"kosteikot-2024.{language}"]
        (match,) = find_official(release, officials)
        told[language] = [each for each in compare_official(release, by_id[match.id]) if each.kind == "contradicts"]
    assert told["fi"] == []
    (difference,) = told["sv"]
    assert (difference.field, difference.severity) == ("closes", "high")
    assert (difference.release, difference.official) == ("2024-09-19T16:15", "2024-09-16T16:15")
    assert difference.release_evidence and "19.9.2024" in difference.release_evidence.text
    assert difference.official_evidence and "16.9.2024 kl. 16.15" in difference.official_evidence.text


def test_link_and_case_number_decide_whatever_the_words_say(
    press: dict[str, Release], officials: list[Release]
) -> None:
    opinion = press["budjettiriihi-2022.fi"]
    linked = replace(opinion, links=(Link(url="https://www.haeavustuksia.fi/sv/haku/va-ym-2024-4/", text="", block=1),))
    assert [(match.url, match.method) for match in find_official(linked, officials)] == [
        (f"{SITE}/fi/haku/va-ym-2024-4", "link")
    ]
    evidence = Evidence(block=1, start=0, end=1, text="x")
    numbered = replace(linked, case_numbers=(CaseNumber(value="va-ym-2024-3", evidence=evidence),))
    assert [match.method for match in find_official(numbered, officials)] == ["link", "case_number"]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"authority": "okm"}, id="another authority"),
        pytest.param({"authority": None}, id="an unknown authority"),
        pytest.param({"kind": "other"}, id="no call"),
    ],
)
def test_alike_is_not_the_same(
    press: dict[str, Release], officials: list[Release], changes: dict[str, str | None]
) -> None:
    release = replace(press["kosteikot-2024.fi"], **changes)
    assert find_official(release, officials) == ()


def test_call_of_another_year_is_another_call(press: dict[str, Release], officials: list[Release]) -> None:
    release = press["kosteikot-2024.fi"]
    window = replace(release.application, opens="2025-05-06", closes="2025-09-16T16:15")
    assert find_official(replace(release, application=window, total=None), officials) == ()


def test_two_that_fit_alike_are_none(press: dict[str, Release], officials: list[Release]) -> None:
    record = next(official for official in officials if official.url.endswith("/fi/haku/va-ym-2024-3"))
    twin = replace(record, id="0" * 16, url=f"{SITE}/fi/haku/va-ym-2024-99")
    assert find_official(press["kosteikot-2024.fi"], [*officials, twin]) == ()


def test_order_of_the_records_does_not_matter(press: dict[str, Release], officials: list[Release]) -> None:
    release = press["purot-2024.fi"]
    assert find_official(release, officials) == find_official(release, officials[::-1])


def test_record_without_the_releases_language_is_found_by_its_other_one(
    press: dict[str, Release], officials: list[Release]
) -> None:
    """What both languages write alike decides then: an address, a case number."""
    finnish = [official for official in officials if official.language == "fi"]
    linked = replace(press["purot-2024.sv"], links=(Link(url=f"{SITE}/sv/haku/va-ym-2024-4", text="", block=1),))
    assert [match.url for match in find_official(linked, finnish)] == [f"{SITE}/fi/haku/va-ym-2024-4"]


def test_no_records_no_opinion(press: dict[str, Release]) -> None:
    assert find_official(press["purot-2024.fi"], []) == ()
    assert find_official(press["purot-2024.fi"], [press["purot-2024.sv"]]) == ()
