"""Fields of a query: their names, their values, and what is said of those that are wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext.query.fields import NAME_FIELDS, codes_named, codes_of, field_names
from index.fulltext.query.parser import parse
from index.fulltext.query.values import euros
from parsers.problems import Problem

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        pytest.param("ministeriö:tem", "authority:tem", id="authority in Finnish"),
        pytest.param("myndighet:ANM", "authority:tem", id="Swedish abbreviation"),
        pytest.param("authority:tem,okm", "authority:tem,okm", id="two"),
        pytest.param('ministeriö:"työ- ja elinkeinoministeriö"', "authority:tem", id="quoted name"),
        pytest.param("MINISTERIÖ:Ympäristöministeriö", "authority:ym", id="capitals"),
        pytest.param("vuosi:2021", "published:2021-01-01..2021-12-31", id="year"),
        pytest.param("år:2021..2023", "published:2021-01-01..2023-12-31", id="range"),
        pytest.param("year:2021-2023", "published:2021-01-01..2023-12-31", id="range with a hyphen"),
        pytest.param("year:2021..", "published:2021-01-01..", id="open range"),
        pytest.param("year:..2021", "published:..2021-12-31", id="range without a beginning"),
        pytest.param("year:>2021", "published:2022-01-01..", id="after a year"),
        pytest.param("year:<2021", "published:..2020-12-31", id="before a year"),
        pytest.param("year:>=2021-04", "published:2021-04-01..", id="from a month on"),
        pytest.param("määräaika:2021-04", "deadline:2021-04-01..2021-04-30", id="month"),
        pytest.param("sista dag:2021-04-20", "deadline:2021-04-20", id="name of two words"),
        pytest.param("deadline:20.4.2021", "deadline:2021-04-20", id="Finnish date"),
        pytest.param("avoinna:2021-04-01", "open:2021-04-01", id="open"),
        pytest.param("öppen:idag", "open:2026-11-22", id="today"),
        pytest.param("summa:>1M", "total:>1000000", id="over a million"),
        pytest.param("summa:>1 000 000", "total:>1000000", id="figures in groups"),
        pytest.param("summa:1 000 000 haku", "(total:1000000 haku)", id="a word behind a sum"),
        pytest.param("belopp:2 miljoner stöd", "(total:2000000 stöd)", id="unit behind a space"),
        pytest.param("amount:100k..1M", "total:100000..1000000", id="range of sums"),
        pytest.param("summa:100 2021", "(total:100 2021)", id="a year behind a sum"),
        pytest.param("tyyppi:haku", "kind:call", id="kind"),
        pytest.param("typ:utlysningar", "kind:call", id="kind in another form"),
        pytest.param("kind:decision,guide", "kind:decision,guide", id="kinds"),
        pytest.param("kieli:ruotsi", "language:sv", id="language"),
        pytest.param("tila:päättynyt", "status:closed", id="status"),
        pytest.param("hakija:kunnat", "applicant:municipalities", id="applicant"),
        pytest.param("sökande:kommuner", "applicant:municipalities", id="Swedish applicant"),
        pytest.param("applicant:municipalities", "applicant:municipalities", id="code"),
        pytest.param("haku -vuosi:2021", "(haku -published:2021-01-01..2021-12-31)", id="excluded"),
        pytest.param("Talent Boost -vuosi:2021", "(talent boost -published:2021-01-01..2021-12-31)", id="no name"),
        pytest.param("kind:call OR year:2021", "(kind:call OR published:2021-01-01..2021-12-31)", id="either"),
        pytest.param("TEM:n haku", "(tem:n haku)", id="an ending is no field"),
        pytest.param("EU:s bidrag", "(eu:s bidrag)", id="a Swedish ending is none"),
        pytest.param("klo 16:15", "(klo 16.15)", id="a time is none"),
    ],
)
def test_meaning(query: str, meaning: str) -> None:
    assert str(parse(query, TODAY)) == meaning


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        pytest.param("haku otsikko:tem", "otsikko at character 6 is no field", id="no such field"),
        pytest.param("vuosi:", "vuosi: nothing stands behind the colon at character 7", id="no value"),
        pytest.param("vuosi: 2021", "vuosi: nothing stands behind the colon", id="space behind the colon"),
        pytest.param("haku vuosi:kissa", "vuosi:kissa at character 12: not a date", id="no date"),
        pytest.param("vuosi:2021-13", "vuosi:2021-13 at character 7: not a date", id="no such month"),
        pytest.param("määräaika:31.4.2021", "not a date", id="no such day"),
        pytest.param("year:2023..2021", "ends before it begins", id="range turned round"),
        pytest.param("summa:paljon", "summa:paljon at character 7: not a sum", id="no sum"),
        pytest.param("summa:2M..1M", "ends before it begins", id="sums turned round"),
        pytest.param("ministeriö:kissa", "kissa is none of those known: tem, okm", id="no such authority"),
        pytest.param("kind:kissa", "none of those known: call, decision, guide, other", id="no such kind"),
        pytest.param('ministeriö:"tem', "the quotation mark at character 12 is not closed", id="open quotation"),
        pytest.param("-vuosi:2021", "says only what to leave out", id="exclusion only"),
        pytest.param("*ohjelma", "*ohjelma at character 1: a * may only end a word", id="star first"),
        pytest.param("osaamis*keskus", "a * may only end a word", id="star inside"),
        pytest.param('"avoin ha*"', "a * between quotation marks (character 1) has no meaning", id="star in a phrase"),
    ],
)
def test_wrong_fields_get_a_sentence(query: str, sentence: str) -> None:
    with pytest.raises(Problem) as caught:
        parse(query, TODAY)
    assert sentence in str(caught.value)


def test_every_code_and_field_name_is_understood() -> None:
    for field in NAME_FIELDS:
        assert codes_of(field)
        for code in codes_of(field):
            assert codes_named(field, code) == (code,)
    assert {"ministeriö", "myndighet", "authority", "sista dag", "sökande", "status"} <= set(field_names())


@given(st.dates(), st.dates())
def test_ranges_of_days_hold_what_they_say(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert str(parse(f"year:{first}..{last}", TODAY)) == f"published:{first}" + (f"..{last}" if first != last else "")


@given(st.integers(0, 10**12), st.sampled_from(["{}", "{:,}", "{}€", "{}k", "{} milj"]))
def test_sums_are_read_whole(number: int, form: str) -> None:
    factor = {"{}k": 1000, "{} milj": 1_000_000}.get(form, 1)
    assert euros(form.format(number).replace(",", " ")) == number * factor


@given(st.text(alphabet="0123456789.<>=-–kM€ mj,/tän", max_size=30))
def test_any_value_is_read_or_refused(value: str) -> None:
    for field in ("vuosi", "summa", "avoinna", "tyyppi"):
        try:
            assert str(parse(f'{field}:"{value}"', TODAY))
        except Problem as problem:
            assert str(problem)


@given(st.text(alphabet='ab "()-*ORTAI1 ”.,/:\nvuosi:2021>summa', max_size=60))
def test_anything_is_read_or_refused(query: str) -> None:
    try:
        parse(query, TODAY)
    except Problem as problem:
        assert str(problem)


@pytest.mark.parametrize(
    "query",
    ["(" * 500 + ")" * 500, '"' * 999, "a:" * 499, "-" * 999, "summa:" + "1 " * 490, "vuosi:" * 160, "a*" * 499],
)
def test_hostile_queries_take_no_time(query: str) -> None:
    try:
        parse(query, TODAY)
    except Problem as problem:
        assert str(problem)
