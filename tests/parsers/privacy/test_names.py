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
        pytest.param("Kai Aalto", "Kai Aalto-yliopisto", id="part_of_a_name"),
    ],
)
def test_somebody_else(name: str, text: str) -> None:
    assert not find_name(name, text)


@pytest.mark.parametrize("text", ["Virtanen, Anna", "1 | Virtanen, Anna | 3 000 euroa"])
def test_surname_first_at_the_beginning_of_a_line_or_cell(text: str) -> None:
    assert [text[start:end] for start, end in find_name("Anna Virtanen", text)] == ["Virtanen, Anna"]


@given(st.text(alphabet="Ana Virtenslköäy.*+(|\\[-:", min_size=1, max_size=40), st.text(max_size=60))
def test_any_name_is_found_where_it_stands(name: str, around: str) -> None:
    words = name.split()
    if words and all(word[0].isalpha() for word in words):
        text = f"{around} {words[0]} {words[-1]}"
        for start, end in [*find_name(name, text), *find_surname(name, text)]:
            assert 0 <= start < end <= len(text)
