"""Names in every form, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.privacy.names import find_name, find_surname

_FORMS = {
    "Anna Virtanen": "Virtanen Virtasen Virtasta Virtaselle Virtaselta Virtasella Virtaseen Virtasenkin Virtanens",
    "Ulla Koskimäki": "Koskimäki Koskimäen Koskimäelle Koskimäkeä Koskimäellä Koskimäkeen",
    "Jari Lahti": "Lahti Lahden Lahdelle Lahtea Lahteen",
    "Pia Lampi": "Lampi Lammen Lampea Lammelle",
    "Eva Andersson": "Andersson Anderssonin Anderssonille Anderssons Anderssonia Anderssoniin",
    "Timo Kangas": "Kangas Kankaan Kankaalle Kangasta",
    "Ismo Vuolle": "Vuolle Vuolteen Vuollelle",
    "Kai Heikkilä": "Heikkilä Heikkilän Heikkilälle Heikkilää Heikkilään",
    "Kai Rasmus": "Rasmus Rasmuksen Rasmukselle Rasmusta",
    "Kai Aalto": "Aalto Aallon Aaltoa Aallolle Aaltoon Aaltokin",
    "Li Wu": "Wu Wu:n Wun Wulle Wus",
    "Aino Susi": "Susi Suden Sudelle",
    "Aino Seppä": "Seppä Sepän Seppää Sepälle",
    "Aino Alasuo-Lind": "Alasuo-Lind Alasuo-Lindin Alasuo-Linds",
}


@pytest.mark.parametrize(
    ("name", "form"), [pytest.param(name, form, id=form) for name, forms in _FORMS.items() for form in forms.split()]
)
def test_forms(name: str, form: str) -> None:
    given_name = name.split()[0]
    assert find_surname(name, form) == [(0, len(form))]
    assert find_name(name, f"{given_name} {form}") == [(0, len(given_name) + 1 + len(form))]
    assert find_name(name, f"sanoo {given_name} K. {form}, ministeriöstä")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("Ulla Mäki", "Ulla Mäkinen", id="longer_surname"),
        pytest.param("Anna Virtanen", "Anna Virta", id="shorter_surname"),
        pytest.param("Anna Virtanen", "Marianna Virtanen", id="longer_given_name"),
        pytest.param("Anna Virtanen", "Anna Korhonen ja Ari Virtanen", id="somebody_between"),
        pytest.param("Anna Virtanen", "Ari Virtanen, Anna Korhonen", id="next_in_a_list"),
        pytest.param("Pia Lampi", "Pia lampi", id="small_letter"),
        pytest.param("Anna Virta", "anna virtaa, Anna virran kulkea", id="a_verb_and_a_word"),
        pytest.param("Anna Virtanen", "ANNA KORHONEN JA ARI VIRTANEN", id="somebody_between_in_capitals"),
        pytest.param("Anna Virtanen", "ANNA JA ARI VIRTANEN", id="two_of_one_surname_in_capitals"),
        pytest.param("Anna Virtanen", "Soitti Anna Aho. Virtanen vastasi", id="next_sentence"),
        pytest.param("Anna Virtanen", "Sanoi Ari Virtanen Anna Aholle", id="surname_of_another"),
        pytest.param("Anna Virtanen", "Sanoi A. Virtanen Anna Aholle", id="surname_behind_an_initial"),
        pytest.param("Anna Virtanen", "ARI VIRTANEN, ANNA KORHONEN", id="next_in_a_list_in_capitals"),
        pytest.param("Anna Virtanen", "Virtanen, Anna Korhonen", id="surname_alone_before_another"),
        pytest.param("Anna Virtanen", "mukana Virtanen, Anna Aho", id="surname_alone_within_a_sentence"),
        pytest.param("Anna Virtanen", "Virtanen. Anna palautetta", id="sentence_between"),
        pytest.param("Kai Aalto", "Kai Aalto-yliopisto", id="part_of_a_name"),
    ],
)
def test_somebody_else(name: str, text: str) -> None:
    assert not find_name(name, text)


@pytest.mark.parametrize("text", ["Virtanen, Anna", "1 | Virtanen, Anna | 3 000 euroa"])
def test_surname_first_at_the_beginning_of_a_line_or_cell(text: str) -> None:
    assert [text[start:end] for start, end in find_name("Anna Virtanen", text)] == ["Virtanen, Anna"]


_ÖHBERG = "Matti Öhberg"


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        pytest.param(_ÖHBERG, "MATTI ÖHBERG kertoo", "MATTI ÖHBERG", id="capitals"),
        pytest.param(_ÖHBERG, "MATTI ÖHBERGIN haastattelu", "MATTI ÖHBERGIN", id="capitals_inflected"),
        pytest.param(_ÖHBERG, "MATTI J. ÖHBERG", "MATTI J. ÖHBERG", id="capitals_with_initial"),
        pytest.param(_ÖHBERG, "MATTI JUHANI ÖHBERG", "MATTI JUHANI ÖHBERG", id="capitals_with_second_name"),
        pytest.param(_ÖHBERG, "Matti ÖHBERG", "Matti ÖHBERG", id="surname_in_capitals"),
        pytest.param(_ÖHBERG, "kirjoitti matti öhberg", "matti öhberg", id="small_letters"),
        pytest.param(_ÖHBERG, "matti j. öhbergin", "matti j. öhbergin", id="small_letters_with_initial"),
        pytest.param(_ÖHBERG, "mATTI öHBERG", "mATTI öHBERG", id="reversed_letters"),
        pytest.param(_ÖHBERG, "Matti öhberg", "Matti öhberg", id="surname_that_is_no_word"),
        pytest.param("Pia Lampi", "PIA LAMPI", "PIA LAMPI", id="capitals_of_a_word"),
        pytest.param("Pia Lampi", "pia lampi", "pia lampi", id="small_letters_of_a_word"),
        pytest.param("MATTI ÖHBERG", "Matti Öhberg", "Matti Öhberg", id="asked_for_in_capitals"),
        pytest.param("Matti O\u0308hberg", "Matti Öhberg", "Matti Öhberg", id="asked_for_with_accent_apart"),
        pytest.param(_ÖHBERG, "Öhberg Matti laati", "Öhberg Matti", id="turned"),
        pytest.param(_ÖHBERG, "ÖHBERG MATTI", "ÖHBERG MATTI", id="turned_in_capitals"),
        pytest.param(_ÖHBERG, "öhberg matti", "öhberg matti", id="turned_in_small_letters"),
        pytest.param(_ÖHBERG, "Selvitti Öhberg Matille", "Öhberg Matille", id="turned_inflected"),
        pytest.param(_ÖHBERG, "Johtaja Öhberg Matti Juhani", "Öhberg Matti", id="turned_behind_a_title"),
        pytest.param(_ÖHBERG, "Sen laati Öhberg, Matti.", "Öhberg, Matti", id="turned_with_a_comma"),
        pytest.param(_ÖHBERG, "LAATI ÖHBERG, MATTI HETI", "ÖHBERG, MATTI", id="turned_with_a_comma_in_capitals"),
        pytest.param(_ÖHBERG, "(Öhberg, Matti 2024)", "Öhberg, Matti", id="turned_in_brackets"),
        pytest.param(_ÖHBERG, "Öhberg | Matti | 3 000", "Öhberg | Matti", id="turned_in_cells"),
        pytest.param(_ÖHBERG, "Matti | Öhberg | 3 000", "Matti | Öhberg", id="cells"),
        pytest.param(_ÖHBERG, "Matti\u00a0Öhberg", "Matti\u00a0Öhberg", id="no_break_space"),
        pytest.param(_ÖHBERG, "Matti Öhberg-haastattelu", "Matti Öhberg", id="before_a_hyphen"),
        pytest.param("Pat O’Brien", "PAT O'BRIEN", "PAT O'BRIEN", id="another_apostrophe"),
        pytest.param("Karl Weiß", "KARL WEISS", "KARL WEISS", id="sharp_s_in_capitals"),
        pytest.param("İnci Öz", "İİ İNCİ ÖZ", "İNCİ ÖZ", id="dotted_capital"),
        pytest.param(_ÖHBERG, "İİßİ Matti Öhberg", "Matti Öhberg", id="behind_letters_that_grow"),
    ],
)
def test_any_letters_and_order(name: str, text: str, found: str) -> None:
    assert [text[start:end] for start, end in find_name(name, text)] == [found]


@given(st.text(alphabet="Ana Virtenslköäy.*+(|\\[-:", min_size=1, max_size=40), st.text(max_size=60))
def test_any_name_is_found_where_it_stands(name: str, around: str) -> None:
    words = name.split()
    if words and all(word[0].isalpha() for word in words):
        text = f"{around} {words[0]} {words[-1]}"
        for start, end in [*find_name(name, text), *find_surname(name, text)]:
            assert 0 <= start < end <= len(text)
