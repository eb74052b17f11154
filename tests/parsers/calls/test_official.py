"""Press releases and the official record of their call: joined, and where the two disagree."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import msgspec
import pytest
from msgspec.structs import replace

from crawler.samplesite import documents, render
from crawler.samplesite.others.haeavustuksia import calls
from parsers.calls.assembly import make_calls
from parsers.calls.official import compare_official
from parsers.capture import Capture
from parsers.model import Call, Release
from parsers.pairs.pairing import Work, make_works
from parsers.records.haeavustuksia import record_address
from parsers.release import read_release, read_releases

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
SITE = "https://www.haeavustuksia.fi"


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


@pytest.fixture(scope="module")
def joined(press: dict[str, Release], officials: list[Release]) -> tuple[Call, ...]:
    """The calls of the sample releases and all records, as an archive of both would have them."""
    releases = [*press.values(), *officials]
    return make_calls(releases, map(versions, make_works(releases)))


def versions(work: Work) -> set[str]:
    """The releases that are versions of one text."""
    pair = {work.pair.fi, work.pair.sv} if work.pair else set()
    return pair | ({work.english.en, work.english.version} if work.english else set())


def members(calls: tuple[Call, ...], release: Release) -> set[str]:
    """The addresses of the official records in the call of a release."""
    own = next((call for call in calls if release.id in {member.id for member in call.members}), None)
    return {member.url for member in own.members if member.role == "official"} if own else set()


def test_each_release_is_joined_with_the_record_of_its_call_and_no_other_with_any(
    press: dict[str, Release], joined: tuple[Call, ...]
) -> None:
    """Two of the calls are siblings of one morning, with the same authority and dates."""
    found = {name: members(joined, release) for name, release in press.items()}
    assert {name for name, urls in found.items() if urls} == set(CALLS)
    assert all(SITE + path in found[name] for name, path in CALLS.items())


def test_third_opinion_tells_which_version_is_wrong(press: dict[str, Release], officials: list[Release]) -> None:
    told = {}
    for language in ("fi", "sv"):
        release = press[f"kosteikot-2024.{language}"]
        record = next(each for each in officials if each.url == SITE + CALLS[f"kosteikot-2024.{language}"])
        told[language] = [each for each in compare_official(release, record) if each.kind == "contradicts"]
    assert told["fi"] == []
    (difference,) = told["sv"]
    assert (difference.field, difference.severity) == ("closes", "high")
    assert (difference.release, difference.official) == ("2024-09-19T16:15", "2024-09-16T16:15")
    assert difference.release_evidence and "19 september 2024 kl. 16.15" in difference.release_evidence.text
    assert difference.official_evidence and "16.9.2024 kl. 16.15" in difference.official_evidence.text


def test_call_of_another_year_is_another_call(press: dict[str, Release], officials: list[Release]) -> None:
    release = press["kosteikot-2024.fi"]
    window = replace(release.application, opens="2025-05-06", closes="2025-09-16T16:15")
    later = replace(release, application=window, total=None, published="2025-05-06T09:00")
    assert members(make_calls([later, *officials], []), later) == set()


def test_opinions_are_those_of_the_comparison(press: dict[str, Release], joined: tuple[Call, ...]) -> None:
    release = press["kosteikot-2024.sv"]
    own = next(call for call in joined if release.id in {member.id for member in call.members})
    contradicting = [opinion for opinion in own.opinions if opinion.kind == "contradicts"]
    assert [(each.field, each.release, each.official_value) for each in contradicting] == [
        ("closes", release.id, "2024-09-16T16:15")
    ]
