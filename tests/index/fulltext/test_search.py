"""Searching, from releases in the catalogue to hits."""

from __future__ import annotations

from typing import Any

import pytest

from index.catalogue.records import encode
from index.filters import Filter
from parsers.model import Application, CaseNumber, Evidence, Kind
from parsers.problems import Problem

TITLES = {
    "centre": "Haku osaamiskeskuksiin avattu",
    "centrum": "Ansökan om kompetenscentrum har öppnats",
    "grants": "Avustuksia myönnettiin 21 hankkeelle",
    "boost": "Talent Boost -ohjelma jatkuu",
    "round": "Valtionavustushaku alkaa",
}


@pytest.fixture
def library(shelf: Any, make_release: Any, make_call: Any) -> Any:
    """A pair and three single releases."""
    centre = make_call(organisation=None)
    centrum = make_release(
        "kompetenscentrum",
        TITLES["centrum"],
        "Ministeriet har utlyst 3 miljoner euro. Kompetenscentrumen stöder invandrarna i kommunerna.",
        language="sv",
        organisation=None,
        url="https://tem.fi/sv/-/kompetenscentrum",
        application=Application(opens="2021-03-17", closes="2021-04-20T16:15"),
    )
    evidence = Evidence(block=1, start=0, end=12, text="VN/5521/2022")
    grants = make_release(
        "avustuksia",
        TITLES["grants"],
        "Työ- ja elinkeinoministeriö myönsi kunnille 1 066 000 euroa. Päätös on tehty 1.9.2022.",
        "Kuntien hankkeet tukevat maahanmuuttajia.",
        kind=Kind.DECISION,
        organisation=None,
        published="2022-09-01T14:40",
        case_numbers=(CaseNumber(value="VN/5521/2022", evidence=evidence),),
    )
    boost = make_release(
        "talent", TITLES["boost"], "TEM:n ohjelmaa ohjaa Siru Westerback.", authority="okm", organisation=None,
        published="2020-01-01",
    )  # fmt: skip
    round_ = make_release(
        "kierros", TITLES["round"], "Järjestöt voivat hakea tukea TE-palveluihin.", "Hakemuksen voi tehdä verkossa.",
        organisation=None, published="2023-05-05T09:00",
    )  # fmt: skip
    shelf.put(centre, centrum, grants, boost, round_, pairs=((centre, centrum),))
    return shelf


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param("osaamiskeskuksille", ["centre"], id="another inflection"),
        pytest.param("osaamiskeskus", ["centre"], id="base form"),
        pytest.param("kompetenscentrumens", ["centrum"], id="Swedish inflection"),
        pytest.param("kompetens", ["centrum"], id="Swedish part"),
        pytest.param("avustus", ["grants", "round"], id="part of a compound, behind the word itself"),
        pytest.param("haku", ["centre", "round"], id="last part of a compound"),
        pytest.param("valtionavustus", ["round"], id="compound in a compound"),
        pytest.param("osaaminen", ["centre"], id="part in -mis"),
        pytest.param("kunta", ["grants"], id="consonant gradation"),
        pytest.param("haku OR ohjelma", ["boost", "centre", "round"], id="either"),
        pytest.param("haku osaamiskeskus", ["centre"], id="both"),
        pytest.param("haku kunta", [], id="not both in one"),
        pytest.param("avustus -hanke", ["round"], id="exclusion"),
        pytest.param("avustus -valtionavustushaut", ["grants"], id="excluded in any form"),
        pytest.param('"työ- ja elinkeinoministeriö"', ["grants"], id="phrase with a common word"),
        pytest.param('"kunnat hanke"', ["grants"], id="phrase in other forms"),
        pytest.param('"hanke kunta"', [], id="phrase in another order"),
        pytest.param('"myönnettiin työ"', [], id="no phrase across blocks"),
        pytest.param("Talent Boost -ohjelma", ["boost"], id="Finnish name"),
        pytest.param("westerback", ["boost"], id="name"),
        pytest.param("Westerbackille", ["boost"], id="inflected name"),
        pytest.param("TEM", ["boost"], id="abbreviation with an ending"),
        pytest.param("TE-palvelut", ["round"], id="hyphenated word"),
        pytest.param("te-palveluista", ["round"], id="hyphenated word, inflected"),
        pytest.param("palvelu", ["round"], id="behind a hyphen"),
        pytest.param("1 066 000", ["grants"], id="number with spaces"),
        pytest.param("1066000", ["grants"], id="number without"),
        pytest.param("VN/5521/2022", ["grants"], id="case number"),
        pytest.param("1.9.2022", ["grants"], id="date"),
        pytest.param("2022", ["grants"], id="year in dates and numbers"),
        pytest.param("kompetensc*", ["centrum"], id="prefix"),
        pytest.param("kunti*", ["grants"], id="prefix of an inflected form"),
        pytest.param("vn/55*", ["grants"], id="prefix of a case number"),
        pytest.param("0295047000", ["centre"], id="telephone number"),
        pytest.param("+358295047000", ["centre"], id="international telephone number"),
        pytest.param("aino.keto@gov.fi", ["centre"], id="e-mail"),
        pytest.param("haku ja osaamiskeskus", ["centre"], id="common words do not narrow"),
        pytest.param("invandrare och kommuner", ["centrum"], id="Swedish common words"),
        pytest.param("kissa", [], id="nothing"),
        pytest.param("xyz*", [], id="no word begins so"),
    ],
)
def test_found(library: Any, query: str, names: list[str]) -> None:
    assert sorted(library.found(query)) == sorted(TITLES[name] for name in names)


def test_the_word_itself_comes_before_its_compounds(library: Any) -> None:
    assert library.found("avustus") == [TITLES["grants"], TITLES["round"]]


@pytest.mark.parametrize(
    ("conditions", "names"),
    [
        pytest.param({}, ["boost", "centre", "centrum|centre", "grants", "round"], id="none"),
        pytest.param({"kind": Kind.DECISION}, ["grants"], id="kind"),
        pytest.param({"authority": "okm"}, ["boost"], id="authority"),
        pytest.param({"language": "sv"}, ["centrum"], id="language"),
        pytest.param({"date_from": "2022", "date_to": "2022"}, ["grants"], id="year"),
        pytest.param({"date_to": "2020-01-01"}, ["boost"], id="to a day"),
        pytest.param({"open_on": "2021-04-20"}, ["centre"], id="open"),
        pytest.param({"open_on": "2021-04-21"}, [], id="open no more"),
    ],
)
def test_conditions(library: Any, conditions: dict[str, Any], names: list[str]) -> None:
    query = "haku OR ohjelma OR kunta OR kompetenscentrum"
    result = library.fulltext.search(query, Filter(**conditions))
    expected = {TITLES[name] for name in names if "|" not in name}
    assert {hit.title for hit in result.hits} in (expected, expected - {TITLES["centre"]} | {TITLES["centrum"]})
    assert result.total == len(expected)


def test_language_alone_is_searched(library: Any) -> None:
    assert library.found("haku", conditions=Filter(language="sv")) == []
    assert library.found("utlysa", conditions=Filter(language="sv")) == [TITLES["centrum"]]


def test_a_pair_is_one_hit(library: Any) -> None:
    for query, shown, other in (("osaamiskeskus", "centre", "centrum"), ("kompetenscentrum", "centrum", "centre")):
        result = library.fulltext.search(query)
        (hit,) = result.hits
        assert result.total == 1
        assert hit.title == TITLES[shown]
        assert [version.title for version in hit.versions] == [TITLES[other]]


def test_preferred_version_of_equals(library: Any) -> None:
    for language, name in (("fi", "centre"), ("sv", "centrum")):
        (hit,) = library.fulltext.search("3", prefer=language).hits
        assert (hit.language, hit.title) == (language, TITLES[name])


def test_hit_as_exported(library: Any) -> None:
    (hit,) = library.fulltext.search("kompetenscentrumets").hits
    line = encode(hit).decode()
    assert line.startswith('{"rank":1,"score":')
    assert '"language":"sv","title":"Ansökan om kompetenscentrum har öppnats","kind":"call","authority":"tem"' in line
    assert '"published":"2021-03-17T11:14","versions":[{"id":"' in line
    assert '"facts":{"closes":"2021-04-20T16:15","total":null},"is_translated":false}' in line


def test_excerpt_is_the_sentence_with_the_words(library: Any) -> None:
    (hit,) = library.fulltext.search("invandrare kommun", translate=False).hits
    assert hit.excerpt.text == "Kompetenscentrumen stöder invandrarna i kommunerna."
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.matches] == ["invandrarna", "kommunerna"]


def test_best_first_and_paged(shelf: Any, make_release: Any) -> None:
    releases = [
        make_release(f"haku-{number}", "Tiedote", "Kirjasto " * (number + 1) + "avautuu " * 8, organisation=None)
        for number in range(5)
    ]
    shelf.put(*releases)
    result = shelf.fulltext.search("kirjasto", limit=10)
    assert [hit.rank for hit in result.hits] == [1, 2, 3, 4, 5]
    assert [hit.score for hit in result.hits] == sorted((hit.score for hit in result.hits), reverse=True)
    page = shelf.fulltext.search("kirjasto", limit=2, offset=2)
    assert page.hits == result.hits[2:4]
    assert page.total == 5


def test_newer_first_of_equals(shelf: Any, make_release: Any) -> None:
    shelf.put(*(make_release(f"v{year}", "Haku", "Hae nyt", published=f"{year}-01-01") for year in (2019, 2021, 2020)))
    published = [hit.published for hit in shelf.fulltext.search("haku").hits]
    assert published == ["2021-01-01", "2020-01-01", "2019-01-01"]


@pytest.mark.parametrize("query", ["ja", "och", "ja och the", '"ja sekä"'])
def test_common_words_alone_find_nothing(shelf: Any, make_release: Any, query: str) -> None:
    shelf.put(make_release("haku", "Haku", "Hae ja tee"))
    assert shelf.found(query) == []


def test_too_wide_a_prefix_is_refused(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.fulltext.query.evaluation._MOST_TERMS", 2)
    with pytest.raises(Problem, match=r"ha\*: too many words begin so"):
        library.found("ha*")


def test_empty_archive(shelf: Any) -> None:
    shelf.put()
    assert shelf.fulltext.search("haku").total == 0
