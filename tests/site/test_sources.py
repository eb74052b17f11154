"""Every fact of a call leads to the sentence it was read from, in the reader's own version where that says the same."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from bs4 import BeautifulSoup

from parsers.model import Call, Release
from sitegen.holdings import Holdings, read_holdings
from sitegen.pages.call import call_page
from sitegen.places import Places
from sitegen.scope import scope_of
from sitegen.texts import LANGUAGES
from sitegen.timeline import timeline
from tests.site.sample import SampleArchive


@pytest.fixture(scope="module")
def held(calls_archive: SampleArchive) -> Holdings:
    return read_holdings(calls_archive)


@pytest.fixture(scope="module")
def choirs(held: Holdings) -> Call:
    return next(call for call in held.calls if len(call.members) == 6)


def release_of(path: str) -> str:
    return path.split("/")[2]


def test_each_fact_leads_to_its_release(held: Holdings, choirs: Call) -> None:
    page = call_page(choirs, scope_of("fi", LANGUAGES, held))
    announced, official, extended, decided = (choirs.members[at].id for at in (0, 2, 3, 5))
    assert page.window and page.total and page.granted and page.case_number
    assert [release_of(path) for path in page.window.places] == [extended, official], "the newest to state each"
    assert [release_of(path) for path in page.total.places] == [announced]
    assert [release_of(path) for path in page.granted.places] == [decided]
    assert [release_of(path) for path in page.case_number.places] == [announced]
    assert {release_of(path) for group in page.groups for path in group.places} == {announced}
    assert page.total.places[0].endswith("#t0-33-50")


def test_a_reader_is_sent_to_the_version_in_their_language(held: Holdings, choirs: Call) -> None:
    page = call_page(choirs, scope_of("sv", LANGUAGES, held))
    assert page.total and page.granted
    assert [release_of(path) for path in page.total.places] == [choirs.members[1].id]
    assert [release_of(path) for path in page.granted.places] == [choirs.members[5].id], "there is no Swedish decision"


def test_not_to_a_version_that_says_otherwise(calls_archive: SampleArchive, choirs: Call) -> None:
    one = calls_archive.stored[choirs.members[1].id]
    other = msgspec.structs.replace(one, total=None, amounts=())
    held = read_holdings(SampleArchive(calls_archive.stored | {one.id: other}, calls_archive.joined))
    page = call_page(held.call_of[one.id], scope_of("sv", LANGUAGES, held))
    assert page.total and [release_of(path) for path in page.total.places] == [choirs.members[0].id]


def test_a_fact_without_a_place_leads_to_the_box_of_its_release(calls_archive: SampleArchive, choirs: Call) -> None:
    stored = {
        id_: msgspec.structs.replace(release, amounts=()) if release.total == 3_000_000 else release
        for id_, release in calls_archive.stored.items()
    }
    held = read_holdings(SampleArchive(stored, calls_archive.joined))
    page = call_page(held.call_of[choirs.id], scope_of("fi", LANGUAGES, held))
    assert page.total and page.total.places == (f"fi/release/{choirs.members[0].id}/#facts",)


def test_decisions_that_make_a_sum_together_are_all_pointed_at(held: Holdings, choirs: Call) -> None:
    second = msgspec.structs.replace(choirs.members[5], id=choirs.members[2].id)
    call = msgspec.structs.replace(choirs, members=(*choirs.members[:2], choirs.members[5], second), granted=Decimal(5))
    page = call_page(call, scope_of("fi", LANGUAGES, held))
    assert page.granted and {release_of(path) for path in page.granted.places} == {choirs.members[5].id, second.id}


def test_notes_and_dates_of_the_timeline_lead_there_too(held: Holdings, choirs: Call) -> None:
    steps = timeline(choirs, scope_of("fi", LANGUAGES, held))
    assert all(note.places for step in steps for note in step.notes)
    dated = {step.key: [release_of(path) for path in step.places] for step in steps if not step.versions}
    assert dated == {"opens": [choirs.members[2].id], "closes": [choirs.members[3].id]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_is_on_its_page(calls_site: Path, calls_archive: SampleArchive, language: str) -> None:
    found = 0
    for call in calls_archive.calls:
        soup = BeautifulSoup((calls_site / language / "call" / call.id / "index.html").read_text("utf-8"), "lxml")
        for link in soup.select(".fact-link, .more-place"):
            path, _hash, anchor = str(link["href"]).removeprefix("../../../").partition("#")
            page = BeautifulSoup((calls_site / path / "index.html").read_text("utf-8"), "lxml")
            assert page.find(id=anchor), link["href"]
            found += 1
    assert found > 20


def test_the_first_sentence_that_names_a_group_counts(archive: SampleArchive) -> None:
    release: Release = next(one for one in archive.stored.values() if one.eligibility)
    twice = msgspec.structs.replace(release, eligibility=(*release.eligibility, *reversed(release.eligibility)))
    assert dict(Places.of(twice).groups) == dict(Places.of(release).groups)
