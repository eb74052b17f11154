"""Releases in the catalogue: found, filtered, revised."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from index.catalogue import Catalogue
from index.filters import Filter
from parsers.model import Application, CaseNumber, Difference, Evidence, Kind
from parsers.problems import Problem


@pytest.fixture
def five(catalogue: Catalogue, make_release: Any, make_call: Any) -> Catalogue:
    """Five releases that differ in everything one filters by."""
    for release in (
        make_call("avoin-2021"),
        make_release(
            "jatkuva", "Jatkuva haku", "Hae", application=Application(continuous=True), published="2020-05-05"
        ),
        make_release("paatos", "Avustukset myönnetty", "Rahaa", kind=Kind.DECISION, published="2022-09-01T14:40"),
        make_release("opas", "Hakuopas", "Näin haet", kind=Kind.GUIDE, published=None, authority=None),
        make_release(
            "utlysning",
            "Utlysning",
            "Sök",
            language="sv",
            source="okm",
            authority="okm",
            url="https://okm.fi/sv/-/utlysning",
            published="2021-12-31T09:00",
            application=Application(closes="2022-01-31"),
        ),
    ):
        catalogue.add_release(release)
    return catalogue


@pytest.mark.parametrize(
    ("conditions", "slugs"),
    [
        pytest.param({}, ["opas", "jatkuva", "avoin-2021", "utlysning", "paatos"], id="all, undated first"),
        pytest.param({"language": "sv"}, ["utlysning"], id="language"),
        pytest.param({"kind": Kind.DECISION}, ["paatos"], id="kind"),
        pytest.param({"authority": "okm"}, ["utlysning"], id="authority"),
        pytest.param({"source": "tem", "kind": Kind.CALL}, ["jatkuva", "avoin-2021"], id="source and kind"),
        pytest.param({"date_from": "2021", "date_to": "2021"}, ["avoin-2021", "utlysning"], id="a year"),
        pytest.param({"date_from": "2021-03-17", "date_to": "2021-03-17"}, ["avoin-2021"], id="a day, both inclusive"),
        pytest.param({"date_from": "2021-04"}, ["utlysning", "paatos"], id="from a month"),
        pytest.param({"date_to": "2020-05"}, ["jatkuva"], id="to a month"),
        pytest.param({"open_on": "2021-04-20"}, ["jatkuva", "avoin-2021"], id="open on the last day"),
        pytest.param({"open_on": "2021-04-21"}, ["jatkuva"], id="open the day after"),
        pytest.param({"open_on": "2022-01-01"}, ["jatkuva", "utlysning"], id="opened by its publication"),
        pytest.param({"open_on": "2019-01-01"}, [], id="open before all"),
    ],
)
def test_filters(five: Catalogue, conditions: dict[str, Any], slugs: list[str]) -> None:
    found = five.releases(Filter(**conditions))
    assert [release.url.rpartition("/")[2] for release in found] == slugs


@pytest.mark.parametrize("field", ["date_from", "date_to", "open_on"])
@pytest.mark.parametrize(
    "value",
    ["2021-13", "20.4.2021", "eilen", "", "2021-04-32", "21", "2021-02-31", "2021-02-29", "0000-01-01", "２０２１"],
)
def test_what_is_no_date_is_refused(field: str, value: str) -> None:
    with pytest.raises(Problem, match=f"^{value}: not a da(te|y); write it as"):
        Filter(**{field: value})  # type: ignore[arg-type]


def test_leap_day_is_a_date() -> None:
    assert Filter(open_on="2020-02-29", date_to="2020-02-29").last_day == "2020-02-29"


@pytest.mark.parametrize("value", ["2021-04", "2021", "2021-02-31"])
def test_open_on_needs_a_day(value: str) -> None:
    with pytest.raises(Problem, match=f"{value}: not a day"):
        Filter(open_on=value)


def test_found_by_id_prefix_and_address(five: Catalogue) -> None:
    (release,) = five.releases(Filter(kind=Kind.DECISION))
    for reference in (release.id, release.id[:8], f" {release.id} ", release.url, release.url + "?redirect=%2F#alku"):
        assert five.find(reference) == release


@pytest.mark.parametrize("reference", ["", "zzzz", "https://tem.fi/-/toinen", "%", "_" * 16])
def test_unknown_reference_is_told(five: Catalogue, reference: str) -> None:
    with pytest.raises(Problem, match="no release has this id or address"):
        five.find(reference)


def test_ambiguous_prefix_names_the_candidates(catalogue: Catalogue, make_release: Any) -> None:
    for number in range(2):
        catalogue.add_release(make_release(f"haku-{number}", "Haku", "Hae", id=f"abcd{number:012d}"))
    with pytest.raises(Problem, match="several releases begin so: abcd000000000000, abcd000000000001"):
        catalogue.find("abcd")


def test_changed_text_becomes_a_revision(catalogue: Catalogue, make_release: Any) -> None:
    first = make_release("haku", "Haku", "Haku päättyy 20.4.", captured="2026-11-01T09:00:00Z")
    second = make_release("haku", "Haku", "Haku päättyy 27.4.", captured="2026-11-08T09:00:00Z")
    assert catalogue.add_release(second)
    assert not catalogue.add_release(first)  # an older reading does not change what is shown
    assert catalogue.release(first.id) == second
    assert catalogue.revisions(first.id) == [first]


def test_same_text_makes_no_revision(catalogue: Catalogue, make_release: Any) -> None:
    for day in ("03", "01", "02"):
        catalogue.add_release(make_release("haku", "Haku", "Hae.", captured=f"2026-11-{day}T09:00:00Z"))
    (release,) = catalogue.releases()
    assert release.captured == "2026-11-03T09:00:00Z"
    assert catalogue.revisions(release.id) == []
    with sqlite3.connect(catalogue.path) as connection:
        assert connection.execute("SELECT first_captured FROM releases").fetchall() == [("2026-11-01T09:00:00Z",)]
    connection.close()


def test_text_that_returns_is_no_revision_of_itself(catalogue: Catalogue, make_release: Any) -> None:
    texts = ["Hae.", "Haku on päättynyt.", "Hae."]
    for day, text in enumerate(texts, start=1):
        catalogue.add_release(make_release("haku", "Haku", text, captured=f"2026-11-0{day}T09:00:00Z"))
    (release,) = catalogue.releases()
    assert release.blocks[1].text == "Hae."
    assert [one.blocks[1].text for one in catalogue.revisions(release.id)] == ["Haku on päättynyt."]


def test_translation_comes_from_the_pair(catalogue: Catalogue, make_release: Any, make_pair: Any) -> None:
    fi = make_release("haku", "Haku", "Hae")
    sv = make_release("sok", "Sök", "Sök", language="sv", url="https://tem.fi/sv/-/sok")
    catalogue.add_release(fi)
    catalogue.add_release(sv)
    pair = make_pair(fi, sv)
    catalogue.add_pair(pair, "inputs")
    assert catalogue.release(fi.id).translation == sv.id
    assert catalogue.release(sv.id).translation == fi.id
    assert catalogue.pair(fi.id) == catalogue.pair(sv.id) == pair
    assert list(catalogue.pairs()) == [pair]
    assert catalogue.translations() == {fi.id: sv.id}
    catalogue.remove_pair(fi.id, sv.id)
    assert catalogue.release(fi.id).translation is None
    assert catalogue.pair(fi.id) is None


def test_content_changes_with_what_is_shown(catalogue: Catalogue, make_release: Any) -> None:
    assert catalogue.content() is None
    empty = catalogue.settle()
    catalogue.add_release(make_release("haku", "Haku", "Hae", captured="2026-11-02T09:00:00Z"))
    assert catalogue.content() is None
    content = catalogue.settle()
    assert content not in (None, empty)
    catalogue.add_release(make_release("haku", "Haku", "Hakekaa", captured="2026-11-01T09:00:00Z"))
    assert catalogue.content() == content


def test_status_counts(five: Catalogue) -> None:
    status = five.status()
    assert (status.releases, status.pairs, status.revisions, status.captures) == (5, 0, 0, 0)
    assert (status.first, status.last) == ("2020-05-05", "2022-09-01T14:40")
    assert status.by["kind"] == {"call": 3, "decision": 1, "guide": 1}
    assert status.by["authority"] == {"": 1, "okm": 1, "tem": 3}
    assert status.by["year"] == {"": 1, "2020": 1, "2021": 2, "2022": 1}


def test_views_show_the_lists_as_tables(
    catalogue: Catalogue, make_call: Any, make_release: Any, make_pair: Any
) -> None:
    evidence = Evidence(block=1, start=0, end=3, text="Sök")
    fi = make_call(case_numbers=(CaseNumber(value="VN/5521/2022", evidence=evidence),))
    sv = make_release("sok", "Sök", "Sök nu", language="sv", url="https://tem.fi/sv/-/sok")
    catalogue.add_release(fi)
    catalogue.add_release(sv)
    difference = Difference(field="total", kind="only_fi", fi="3000000", sv=None)
    catalogue.add_pair(make_pair(fi, sv, differences=(difference,)), "inputs")
    connection = sqlite3.connect(catalogue.path)
    rows = {
        sql: connection.execute(sql).fetchall()
        for sql in (
            "SELECT position, min, max, role, text FROM amounts",
            "SELECT name, phone, email FROM contacts",
            "SELECT value FROM case_numbers",
            "SELECT fi_title, sv_title, field, kind, fi, sv FROM differences",
            "SELECT text FROM blocks WHERE language = 'sv' ORDER BY position",
        )
    }
    connection.close()
    assert list(rows.values()) == [
        [(0, 3000000, 3000000, "available", "3 miljoonaa euroa"), (1, 12345.67, 12345.67, "other", "12 345,67 euroa")],
        [("Aino Keto", "+358295047000", "aino.keto@gov.fi")],
        [("VN/5521/2022",)],
        [("Haku osaamiskeskuksiin avattu", "Sök", "total", "only_fi", "3000000", None)],
        [("Sök",), ("Sök nu",)],
    ]
