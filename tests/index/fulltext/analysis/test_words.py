"""Words in their forms: which share a term with their base form, and which parts a compound is found by.

The figures that the whole project is held to are measured on longer lists; these are the cases that shaped the rules.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from index.fulltext.analysis.terms import Terms
from index.fulltext.analysis.tokens import Token, tokenize
from index.fulltext.analysis.words import Words, language_of

FINNISH = {
    "osaamiskeskus": "osaamiskeskuksille osaamiskeskusten osaamiskeskuksia osaamiskeskuksessa osaamiskeskukseen",
    "avustushaku": "avustushaun avustushakuun avustushaussa avustushakuja avustushaut",
    "haku": "haun haussa hakuun hakuja hauissa haulla",
    "kunta": "kuntien kunnille kunnan kuntia kunnissa",
    "valtionavustus": "valtionavustusta valtionavustukset valtionavustuksiin valtionavustuksen",
    "hakea": "haetaan haettavissa haettavaksi hakeneet hakivat haki",
    "myöntää": "myönnettiin myöntäneet myönnetty myöntävät myönnetään",
    "nopeuttaminen": "nopeuttamisen nopeuttamista nopeuttamiseen",
    "nopeuttaa": "nopeutetaan nopeuttamisen nopeuttavat",
    "työllisyys": "työllisyyden työllisyyttä työllisyydestä",
    "ministeriö": "ministeriön ministeriöt ministeriöltä",
    "TE-palvelut": "TE-palveluita TE-palveluiden TE-palvelu te-palveluissa",
    "TEM": "TEM:n tem TEM:ltä",
    "Helsinki": "Helsingissä helsingin HELSINKIIN",
    "vapaaehtoistoiminta": "vapaaehtoistoiminnan vapaaehtoistoimintaan",
    "uusivuosi": "uudenvuoden uutenavuotena",
    "Westerback": "Westerbackin Westerbackille",
    "osaamiskeskuspalvelu": "osaamiskeskus-palvelu osaamiskeskus-palvelun",
}
SWEDISH = {
    "kompetenscentrum": "kompetenscentrumen kompetenscentret kompetenscentrum kompetenscentrumet",
    "understöd": "understödet understöden understöds",
    "ansökning": "ansökningar ansökningarna ansökningen",
    "utlysning": "utlysningen utlysningar utlysningarna",
    "kommun": "kommunen kommuner kommunerna kommunernas",
    "bidrag": "bidraget bidragen bidragens",
    "ministerium": "ministeriet ministerier ministerierna",
    "söka": "söks sökas sökte sökt söker",
    "invandrare": "invandraren invandrarna invandrarnas invandrares",
    "projekt": "projektet projekten projektens",
    "statsunderstöd": "statsunderstödet statsunderstöden",
    "NTM-central": "NTM-centralen NTM-centralerna NTM-centralernas",
}


def _cases(lists: dict[str, str]) -> list[object]:
    return [pytest.param(lemma, form, id=form) for lemma, forms in lists.items() for form in forms.split()]


def _terms(word: str, language: str) -> Terms:
    (token,) = tokenize(word)
    return Words().terms(token, language)


def _meet(sought: str, standing: str, language: str) -> bool:
    """Whether a query for one word finds a text with the other."""
    query = _terms(sought, language)
    return not set(query.whole + query.related).isdisjoint(_terms(standing, language).all)


@pytest.mark.parametrize(("lemma", "form"), _cases(FINNISH))
def test_finnish_forms_and_base_forms_find_each_other(lemma: str, form: str) -> None:
    assert _meet(lemma, form, "fi")
    assert _meet(form, lemma, "fi")


@pytest.mark.parametrize(("lemma", "form"), _cases(SWEDISH))
def test_swedish_forms_and_base_forms_find_each_other(lemma: str, form: str) -> None:
    assert _meet(lemma, form, "sv")
    assert _meet(form, lemma, "sv")


@pytest.mark.parametrize(
    ("compound", "parts", "language"),
    [
        pytest.param("avustushakuun", "avustus haku", "fi", id="two parts"),
        pytest.param(
            "osaamiskeskustoimintaan", "osaaminen keskus toiminta osaamiskeskus keskustoiminta", "fi", id="three"
        ),
        pytest.param("työllisyyspolkujen", "työllisyys polku", "fi", id="inflected last part"),
        pytest.param(
            "valtionavustushaussa", "valtio avustus haku valtionavustus avustushaku", "fi", id="genitive part"
        ),
        pytest.param("maahanmuuttajien", "muuttaja", "fi", id="lexical compound"),
        pytest.param("TE-palveluita", "te palvelu", "fi", id="hyphen, unknown front"),
        pytest.param("EU-rahoituksen", "eu rahoitus", "fi", id="hyphen, known front"),
        pytest.param(
            "kompetenscentrumverksamheten", "kompetens centrum verksamhet kompetenscentrum", "sv", id="sv three"
        ),
        pytest.param("statsunderstöd", "stat understöd", "sv", id="sv joining s"),
        pytest.param("ansökningstiden", "ansökning tid", "sv", id="sv short last part"),
        pytest.param("NTM-centralernas", "ntm central", "sv", id="sv hyphen"),
    ],
)
def test_compounds_are_found_by_their_parts(compound: str, parts: str, language: str) -> None:
    assert [part for part in parts.split() if not _meet(part, compound, language)] == []


@pytest.mark.parametrize(
    ("sought", "standing", "language"),
    [
        pytest.param("avustushaku", "haku", "fi", id="a part is not its compound"),
        pytest.param("te", "tee", "fi", id="short words"),
        pytest.param("EUR", "Eura", "fi", id="abbreviation and name"),
        pytest.param("sten", "tjänsten", "sv", id="ending that is a word"),
        pytest.param("port", "rapport", "sv", id="chance likeness"),
        pytest.param("het", "verksamhet", "sv", id="suffix"),
        pytest.param("ning", "utlysning", "sv", id="suffix, too"),
    ],
)
def test_unlike_words_stay_apart(sought: str, standing: str, language: str) -> None:
    assert not _meet(sought, standing, language)


def test_vocabulary_lasts(tmp_path: Path) -> None:
    file = tmp_path / "words.msgpack"
    words = Words(file)
    token = Token("osaamiskeskuksille", 0, 18, "word")
    learned = words.learn(token, "fi")
    assert not words.is_saved
    words.save()
    again = Words(file)
    assert again.is_saved
    assert again.terms(token, "fi") == learned
    assert again.beginning_with("osaamiskeskuksi", "fi") == {"osaamiskeskus"}
    assert again.beginning_with("osaamiskeskuksi", "sv") == frozenset()


def test_words_are_remembered_as_the_other_language_reads_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = Words(tmp_path / "words.msgpack")
    token = Token("haun", 0, 4, "word")
    words.learn(token, "fi")
    words.save()
    again = Words(tmp_path / "words.msgpack")
    expected = Words().terms(token, "sv")
    monkeypatch.setattr("index.fulltext.analysis.words._analyse", lambda word, language: pytest.fail("a dictionary"))
    assert again.terms(token, "sv") == expected
    assert again.beginning_with("haun", "sv") == frozenset()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x93\x01\x02\x03", id="something else"),
        pytest.param(b"\x83\xa7version\xa3old\xa5words\x80\xa6across\x80", id="other rules"),
    ],
)
def test_useless_vocabulary_counts_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "words.msgpack"
    file.write_bytes(content)
    words = Words(file)
    assert not words.is_saved
    words.learn(Token("haku", 0, 4, "word"), "fi")
    words.save()
    assert Words(file).is_saved


def test_other_languages_are_read_as_english() -> None:
    assert [language_of(language) for language in ("fi", "sv", "en", "de", None)] == ["fi", "sv", "en", "en", "en"]
