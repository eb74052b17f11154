"""Queries as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext.query.parser import parse
from parsers.problems import Problem


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        pytest.param("haku", "haku", id="a word"),
        pytest.param("haku kunnat", "(haku kunnat)", id="all words"),
        pytest.param("haku AND kunnat JA OCH", "(haku kunnat)", id="and says nothing new"),
        pytest.param("haku OR utlysning", "(haku OR utlysning)", id="or"),
        pytest.param("haku TAI utlysning ELLER call", "(haku OR utlysning OR call)", id="or in all languages"),
        pytest.param("tem haku OR okm utlysning", "((tem haku) OR (okm utlysning))", id="or reaches to both sides"),
        pytest.param("tem (haku OR utlysning)", "(tem (haku OR utlysning))", id="brackets"),
        pytest.param("haku tai kunta or ei", "(haku tai kunta or ei)", id="small letters are words"),
        pytest.param('"avoin haku" kunta', '("avoin haku" kunta)', id="phrase"),
        pytest.param("”avoin haku”", '"avoin haku"', id="typographic quotation marks"),
        pytest.param('"haku"', "haku", id="phrase of one word"),
        pytest.param('"" haku', "haku", id="empty phrase"),
        pytest.param("haku -koulutus", "(haku -koulutus)", id="exclusion"),
        pytest.param('haku -"avoin haku"', '(haku -"avoin haku")', id="excluded phrase"),
        pytest.param("haku NOT koulutus EI kunta", "(haku -koulutus -kunta)", id="exclusion in words"),
        pytest.param("-koulutus haku", "(haku -koulutus)", id="exclusion first"),
        pytest.param("haku -(koulutus OR kunta)", "(haku -(koulutus OR kunta))", id="excluded choice"),
        pytest.param("TE-palvelut työ- ja", "(te-palvelut työ ja)", id="hyphens in words"),
        pytest.param("haku - koulutus", "(haku koulutus)", id="a dash excludes nothing"),
        pytest.param("osaamiskes*", "osaamiskes*", id="prefix"),
        pytest.param("Osaamiskes* haku", "(osaamiskes* haku)", id="prefix and word"),
        pytest.param("1 066 000 euroa", "(1066000 euroa)", id="number with spaces"),
        pytest.param("VN/5521/2022", "vn/5521/2022", id="case number"),
        pytest.param("Talent Boost -ohjelma", "(talent boost ohjelma)", id="name with capitals"),
        pytest.param("talent boost -ohjelmaa", "(talent boost ohjelmaa)", id="name without capitals"),
        pytest.param('"Talent Boost" -ohjelma', '("talent boost" ohjelma)', id="quoted name"),
        pytest.param("Hyvän kasvun eväät -hanke", "(hyvän kasvun eväät hanke)", id="name ending in a small letter"),
        pytest.param("Horisontti 2020 -ohjelma", "(horisontti 2020 ohjelma)", id="name ending in a number"),
        pytest.param("Erasmus+ -ohjelma", "(erasmus ohjelma)", id="name ending in a sign"),
        pytest.param("Tampere -koulutus", "(tampere -koulutus)", id="one word is no such name"),
        pytest.param("avoin haku -koulutus", "(avoin haku -koulutus)", id="no name before"),
        pytest.param('"avoin haku" -koulutus', '("avoin haku" -koulutus)', id="no name quoted"),
        pytest.param("Talent Boost -Tampere", "(talent boost -tampere)", id="capital behind the hyphen"),
        pytest.param("ha\u0308ku", "häku", id="composed letters"),
    ],
)
def test_meaning(query: str, meaning: str) -> None:
    assert str(parse(query)) == meaning


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        pytest.param("", "no word to look for", id="empty"),
        pytest.param(" * ? ", "no word to look for", id="signs only"),
        pytest.param(
            'haku "avoin', 'haku "avoin: the quotation mark at character 6 is not closed', id="open quotation"
        ),
        pytest.param("haku (avoin", "haku (avoin: the bracket at character 6 is not closed", id="open bracket"),
        pytest.param("haku) avoin", "haku) avoin: the bracket at character 5 closes nothing", id="stray bracket"),
        pytest.param("OR haku", "OR haku: OR at character 1 needs a word on both sides", id="or first"),
        pytest.param("haku OR", "haku OR: OR at character 6 needs a word on both sides", id="or last"),
        pytest.param("haku NOT", "haku NOT: NOT at character 6 needs a word behind it", id="not last"),
        pytest.param("haku NOT OR kunta", "NOT at character 6 needs a word behind it", id="not and or"),
        pytest.param("-koulutus", "says only what to leave out", id="exclusion only"),
        pytest.param("h*", "h*: write at least two letters before the * at character 1", id="short prefix"),
        pytest.param("(" * 30 + "haku" + ")" * 30, "bracket", id="too deep"),
        pytest.param("haku " * 300, "longer than 1000 characters", id="too long"),
        pytest.param("a " * 100, "more than 64 words", id="too many words"),
    ],
)
def test_wrong_queries_get_a_sentence(query: str, sentence: str) -> None:
    with pytest.raises(Problem) as caught:
        parse(query)
    assert sentence in str(caught.value)


@given(st.text(alphabet='ab "()-*ORTAI1 ”.,/:\n', max_size=40))
def test_anything_is_read_or_refused(query: str) -> None:
    try:
        parse(query)
    except Problem as problem:
        assert str(problem)
