from __future__ import annotations

from importlib.resources import files

import pytest

from parsers.pairs.lexicon import Lexicon, Token, glossary

_FOLDER = files("parsers.language_data").joinpath("glossary")


def _lines(name: str) -> list[str]:
    text = _FOLDER.joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _say_the_same(fi: str, sv: str) -> bool:
    ours, theirs = glossary().tokens(fi, "fi"), glossary().tokens(sv, "sv")
    return any(one.keys & other.keys for one in ours for other in theirs)


def test_the_field_has_six_hundred_pairs_and_no_pair_twice() -> None:
    pairs = _lines("field.tsv") + _lines("general.tsv")
    assert len({line.split("\t")[0] for line in _lines("field.tsv")}) >= 600
    assert [line for line in set(pairs) if pairs.count(line) > 1] == []


def test_every_line_is_two_trimmed_terms_in_lower_case() -> None:
    for line in _lines("field.tsv") + _lines("general.tsv"):
        fi, sv = line.split("\t")
        assert fi.strip() == fi != "" and sv.strip() == sv != "" and line == line.lower(), line


def test_words_that_tell_little_are_terms_of_the_list() -> None:
    terms = {term for name in ("field.tsv", "general.tsv") for line in _lines(name) for term in line.split("\t")}
    assert [word for word in _lines("common.txt") if word not in terms] == []


@pytest.mark.parametrize(
    ("fi", "sv"),
    [
        pytest.param("avustusten", "understöden", id="inflected"),
        pytest.param("Hakemuksia", "ansökningar", id="capital"),
        pytest.param("päätökset", "besluten", id="noun_that_looks_like_a_verb"),
        pytest.param("osaamiskeskuspalveluun", "kompetenscentrumtjänster", id="compound_of_terms"),
        pytest.param("kuntayhtymille", "samkommunerna", id="compound_term"),
        pytest.param("työllisyyshankkeet", "sysselsättningsprojekten", id="compound_with_seam"),
        pytest.param("energiatehokkuutta", "energieffektiviteten", id="abstract_noun"),
        pytest.param("haetaan", "söks", id="passive"),
        pytest.param("Pohjanmaalla", "Österbotten", id="name_the_dictionary_lacks"),
        pytest.param("toiminta-avustusta", "verksamhetsunderstödet", id="hyphen"),
    ],
)
def test_says_the_same(fi: str, sv: str) -> None:
    assert _say_the_same(fi, sv)


@pytest.mark.parametrize(
    ("fi", "sv"),
    [
        pytest.param("kunta", "kund", id="looks_alike"),
        pytest.param("hakemus", "beslut", id="same_field"),
        pytest.param("kieli", "fiol", id="sense_that_is_not_in_the_list"),
    ],
)
def test_says_something_else(fi: str, sv: str) -> None:
    assert not _say_the_same(fi, sv)


def test_terms_of_several_words_are_found_in_any_inflection() -> None:
    found = glossary().phrases(["Työ", "ja", "elinkeinoministeriön", "kirjaamo"], "fi")
    other = glossary().phrases(["Arbets", "och", "näringsministeriets", "registratorskontor"], "sv")
    assert found and other and any(one.keys & two.keys for one in found for two in other)


def test_words_of_grammar_weigh_nothing_and_common_words_little() -> None:
    weights = [token.weight for word in ("että", "hakemus", "kosteikko") for token in glossary().tokens(word, "fi")]
    assert weights == [0.0, 0.3, 1.0]


def test_a_word_outside_the_list_stays_as_it_is() -> None:
    assert Lexicon([("kunta", "kommun")]).tokens("Xyzzy", "sv") == (Token("xyzzy"),)
