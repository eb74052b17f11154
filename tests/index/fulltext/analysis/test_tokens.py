"""Texts into tokens."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext.analysis.terms import code_terms, number_terms
from index.fulltext.analysis.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("Haku on avattu.", ["haku", "on", "avattu"], id="words"),
        pytest.param("TE-palvelut, TE‑toimisto", ["te-palvelut", "te-toimisto"], id="hyphens, the unbreakable too"),
        pytest.param("työ- ja elinkeinoministeriö", ["työ", "ja", "elinkeinoministeriö"], id="hung hyphen"),
        pytest.param("Talent Boost -ohjelman", ["talent", "boost", "ohjelman"], id="hyphen before"),
        pytest.param("TEM:n ja EU:ssa", ["tem:n", "ja", "eu:ssa"], id="colon endings"),
        pytest.param("ja/tai", ["ja", "tai"], id="slash between words"),
        pytest.param("1 066 000 euroa", ["1066000", "euroa"], id="spaces in a number"),
        pytest.param("1\u00a0066\u2009000", ["1066000"], id="narrow spaces in a number"),
        pytest.param("3.200.000 e", ["3200000", "e"], id="points in a number"),
        pytest.param("12 500,50", ["12500,50"], id="cents"),
        pytest.param("2021 300 000", ["2021", "300000"], id="a year before a sum"),
        pytest.param("029 504 7990", ["0295047990"], id="a telephone number as printed"),
        pytest.param("27,4 milj.", ["27,4", "milj"], id="decimal comma"),
        pytest.param("17.3.–20.4.2021", ["17.3", "20.4.2021"], id="range of dates"),
        pytest.param("01.03.2021 klo 16:15", ["1.3.2021", "klo", "16.15"], id="leading zeros and colon"),
        pytest.param("2021–2022", ["2021", "2022"], id="range of years"),
        pytest.param(
            "1990-luvulla S2-opetus covid-19", ["1990-luvulla", "s2-opetus", "covid-19"], id="digits in words"
        ),
        pytest.param("VN/5521/2022.", ["vn/5521/2022"], id="case number"),
        pytest.param("TEM/1234/08.10.01/2021 ja", ["tem/1234/08.10.01/2021", "ja"], id="long case number"),
        pytest.param("aino.keto@gov.fi, p.", ["aino.keto@gov.fi", "p"], id="e-mail"),
        pytest.param("www.tem.fi", ["www", "tem", "fi"], id="address"),
        pytest.param("", [], id="nothing"),
        pytest.param("– … * ( )", [], id="no word"),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


@given(st.text(alphabet="aäÖ1 0.,:/-–@'_\u00a0(\n", max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text
        assert text[token.start].isalnum() or token.kind == "code"
        end = token.end


@pytest.mark.parametrize(
    "piece", ["a", "a-", "1 ", "1.", "111 ", "a@", "a.", "aa/1", "a:", "1,", "-", "aa/", "a@a.", "ä'"]
)
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    started = time.process_time()
    list(tokenize(piece * 50_000))
    assert time.process_time() - started < 2


def test_dates_are_found_by_their_year() -> None:
    assert number_terms("20.4.2021").all == ("20.4.2021", "2021")
    assert number_terms("2021").all == ("2021",)
    assert number_terms("1066000").all == ("1066000",)


def test_codes_are_found_by_their_pieces() -> None:
    assert code_terms("vn/5521/2022").all == ("vn/5521/2022", "vn", "5521", "2022", "5521/2022")
