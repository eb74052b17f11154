"""Facets, sorting, paging, suggestions, the other language, and texts like a text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from index.filters import Filter
from index.fulltext import FACETS
from parsers.model import Application, Call, CallMember, Eligibility, Evidence, Kind
from parsers.problems import Problem

TODAY = date(2022, 1, 10)
EVIDENCE = Evidence(block=0, start=0, end=1, text="H")


def _eligible(*groups: str) -> tuple[Eligibility, ...]:
    return (Eligibility(groups=groups, evidence=EVIDENCE),)


@pytest.fixture
def library(shelf: Any, make_release: Any) -> Any:
    """Calls of all statuses, some of them in one language only."""
    plain: dict[str, Any] = {"organisation": None}
    shelf.put(
        make_release(
            "avoin", "Avustushaku kunnille", "Kunnat voivat hakea avustusta osaamiskeskusten toimintaan.", **plain,
            published="2022-01-03", application=Application(opens="2022-01-03", closes="2022-01-31"),
            total=Decimal(2_000_000), eligibility=_eligible("municipalities"),
        ),
        make_release(
            "paattynyt", "Avustushaku järjestöille", "Järjestöt voivat hakea avustusta.", **plain, authority="okm",
            published="2021-03-01", application=Application(opens="2021-03-01", closes="2021-04-20"),
            total=Decimal(500_000), eligibility=_eligible("associations", "municipalities"),
        ),
        make_release(
            "kommande", "Ansökan om statsunderstöd", "Kommunerna kan ansöka om understöd för kompetenscentrum.",
            language="sv", url="https://tem.fi/sv/-/kommande", **plain, published="2022-01-09",
            application=Application(opens="2022-02-01", closes="2022-03-01"),
        ),
        make_release(
            "jatkuva", "Jatkuva avustushaku", "Avustusta voi hakea ympäri vuoden.", **plain, published="2020-05-05",
            application=Application(continuous=True),
        ),
        make_release(
            "paatos", "Avustukset myönnettiin", "Avustusta sai viisi hanketta.", **plain, kind=Kind.DECISION,
            published="2021-06-01", total=Decimal(1_000_000),
        ),
    )  # fmt: skip
    return shelf


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        pytest.param("*", ["avoin", "jatkuva", "kommande", "paatos", "paattynyt"], id="everything"),
        pytest.param("tila:avoinna", ["avoin"], id="open"),
        pytest.param("tila:päättynyt", ["paattynyt"], id="closed"),
        pytest.param("status:upcoming", ["kommande"], id="upcoming"),
        pytest.param("tila:jatkuva", ["jatkuva"], id="continuous"),
        pytest.param("tila:ratkaistu", ["paatos"], id="decided"),
        pytest.param("avustus summa:>1M", ["avoin"], id="over"),
        pytest.param("avustus summa:>=1M", ["avoin", "paatos"], id="at least"),
        pytest.param("avustus -summa:>1M tyyppi:haku", ["jatkuva", "paattynyt"], id="not over"),
        pytest.param("määräaika:2022", ["avoin", "kommande"], id="deadline"),
        pytest.param("määräaika:>2022-01", ["kommande"], id="deadline later, continuous has none"),
        pytest.param("avoinna:2022-01-10", ["avoin", "jatkuva"], id="open on a day"),
        pytest.param("avoinna:tänään", ["avoin", "jatkuva"], id="open today"),
        pytest.param("open:2021-04..2021-05", ["jatkuva", "paattynyt"], id="open in a time"),
        pytest.param("hakija:kunnat", ["avoin", "paattynyt"], id="applicant"),
        pytest.param("hakija:yhdistykset OR kieli:ruotsi", ["kommande", "paattynyt"], id="conditions joined by or"),
        pytest.param("ministeriö:okm vuosi:2021", ["paattynyt"], id="conditions alone"),
        pytest.param("vuosi:2019", [], id="nothing"),
    ],
)
def test_conditions_in_the_query(library: Any, query: str, slugs: list[str]) -> None:
    result = library.fulltext.search(query, translate=False, today=TODAY)
    assert sorted(hit.url.rpartition("/")[2] for hit in result.hits) == slugs
    assert result.total == len(slugs)


def test_facets_count_all_that_was_found(library: Any) -> None:
    result = library.fulltext.search("*", limit=1, today=TODAY)
    facets = {facet.name: {value.code: value.count for value in facet.values} for facet in result.facets}
    assert tuple(facets) == FACETS
    assert facets["authority"] == {"tem": 4, "okm": 1}
    assert facets["year"] == {"2022": 2, "2021": 2, "2020": 1}
    assert list(facets["year"]) == ["2022", "2021", "2020"]
    assert facets["kind"] == {"call": 4, "decision": 1}
    assert facets["language"] == {"fi": 4, "sv": 1}
    assert facets["status"] == {"closed": 1, "continuous": 1, "decided": 1, "open": 1, "upcoming": 1}
    assert facets["applicant"] == {"municipalities": 2, "associations": 1}
    narrowed = library.fulltext.search("*", Filter(authority="okm"), today=TODAY)
    assert {facet.name: len(facet.values) for facet in narrowed.facets}["year"] == 1


@pytest.mark.parametrize("facet", FACETS)
def test_a_facets_count_is_what_its_condition_finds(library: Any, facet: str) -> None:
    values = next(each.values for each in library.fulltext.search("*", today=TODAY).facets if each.name == facet)
    assert values
    for value in values:
        assert library.fulltext.search(f"{facet}:{value.code}", today=TODAY).total == value.count


@pytest.mark.parametrize(
    ("sort", "reverse", "slugs"),
    [
        pytest.param("published", False, ["kommande", "avoin", "paatos", "paattynyt", "jatkuva"], id="newest"),
        pytest.param("published", True, ["jatkuva", "paattynyt", "paatos", "avoin", "kommande"], id="oldest"),
        pytest.param("deadline", False, ["paattynyt", "avoin", "kommande"], id="earliest deadline"),
        pytest.param("deadline", True, ["kommande", "avoin", "paattynyt"], id="latest deadline"),
        pytest.param("amount", False, ["avoin", "paatos", "paattynyt"], id="largest"),
        pytest.param("amount", True, ["paattynyt", "paatos", "avoin"], id="smallest"),
    ],
)
def test_sorting(library: Any, sort: Any, reverse: bool, slugs: list[str]) -> None:
    hits = library.fulltext.search("*", sort=sort, reverse=reverse, today=TODAY).hits
    assert [hit.url.rpartition("/")[2] for hit in hits][: len(slugs)] == slugs
    assert len(hits) == 5


def test_a_page_is_a_piece_of_the_whole(library: Any) -> None:
    whole = library.fulltext.search("*", sort="published", today=TODAY)
    pages = [library.fulltext.search("*", sort="published", limit=2, offset=at, today=TODAY) for at in (0, 2, 4, 6)]
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert {page.total for page in pages} == {5}


def test_a_call_that_has_been_decided(library: Any) -> None:
    closed = next(release for release in library.catalogue.releases() if release.url.endswith("paattynyt"))
    member = CallMember(
        id=closed.id, url=closed.url, language="fi", title=closed.title, published=closed.published, role="opening",
        method=None, score=1.0,
    )  # fmt: skip
    call = Call(
        id=closed.id, titles={"fi": closed.title}, authority="okm", opens="2021-03-01", closes="2021-04-20",
        continuous=False, total=None, granted=None, currency="EUR", groups=(), decided="2021-06-15", case_number=None,
        members=(member,),
    )  # fmt: skip
    with library.catalogue.transaction():
        library.catalogue.calls.add(call, "inputs")
        library.catalogue.calls.settle("made")
    assert library.found("tila:ratkaistu", today=date(2021, 6, 14)) == ["Avustukset myönnettiin"]
    assert sorted(library.found("tila:ratkaistu", today=TODAY)) == ["Avustukset myönnettiin", closed.title]


def test_the_other_language_comes_behind(library: Any) -> None:
    result = library.fulltext.search("kompetenscentrum", today=TODAY)
    assert [(hit.language, hit.is_translated) for hit in result.hits] == [("sv", False), ("fi", True)]
    assert result.translated == 1
    assert [each.word for each in result.translations] == ["kompetenscentrum"]
    assert "osaamiskeskus" in result.translations[0].words
    excerpt = result.hits[1].excerpt
    assert [excerpt.text[start:end] for start, end in excerpt.matches] == ["osaamiskeskusten"]
    assert library.fulltext.search("kompetenscentrum", translate=False).total == 1
    assert result.hits[0].score > result.hits[1].score


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("valtionavustus kunta", True, id="two words"),
        pytest.param("osaamiskeskusten avustukset", True, id="inflected"),
        pytest.param("avustushaku kunta kissanpentu", True, id="one word of three that is in no text"),
        pytest.param("kunta kissanpentu", False, id="one word of two that is in no text"),
        pytest.param("osaamiskeskus -kunta", False, id="what is excluded is so in both languages"),
        pytest.param('"osaamiskeskus"', True, id="quoted word"),
        pytest.param("osaamiskes*", False, id="a prefix is not translated"),
        pytest.param("osaamiskeskus kieli:fi", False, id="with a condition"),
    ],
)
def test_found_by_translation(library: Any, query: str, found: bool) -> None:
    hits = library.fulltext.search(query, today=TODAY).hits
    assert any(hit.language == "sv" for hit in hits) is found


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        pytest.param("avustsuhaku", "avustushaku", id="letters turned round"),
        pytest.param("kompetenscentrim understöd", "kompetenscentrum understöd", id="other words kept"),
        pytest.param(
            'tila:avoinna "osaamiskeskusteen toiminta"', 'tila:avoinna "osaamiskeskusten toiminta"', id="phrase"
        ),
        pytest.param("osaamiskwskusten", "osaamiskeskusten", id="a form that stands in a text"),
        pytest.param("avustus", None, id="nothing wrong"),
        pytest.param("kissanpentu", None, id="nothing near"),
        pytest.param("123456", None, id="a number"),
    ],
)
def test_did_you_mean(library: Any, query: str, suggestion: str | None) -> None:
    assert library.fulltext.search(query, today=TODAY).suggestion == suggestion


def test_what_was_understood_is_said(library: Any) -> None:
    assert library.fulltext.search("haku tyyppi:päätös").understood == "(haku kind:decision)"


def test_more_like_this(shelf: Any, make_release: Any) -> None:
    texts = {
        "yksi": "Kalastusalueiden kosteikkojen kunnostus alkaa. Kosteikkojen hoitoon annetaan tukea.",
        "kaksi": "Kosteikkojen kunnostus jatkuu kalastusalueilla.",
        "kolme": "Kirjastojen aukioloaikoja laajennetaan.",
        "nelja": "Kirjastojen kokoelmia uudistetaan.",
    }
    releases = [make_release(slug, slug.capitalize(), text, organisation=None) for slug, text in texts.items()]
    shelf.put(*releases)
    assert [hit.title for hit in shelf.fulltext.like(releases[0].id).hits] == ["Kaksi"]
    assert [hit.title for hit in shelf.fulltext.like(releases[2].id).hits] == ["Nelja"]
    with pytest.raises(Problem, match="no release has this id"):
        shelf.fulltext.like("ffff")
