from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.case_numbers import read_case_numbers
from parsers.model import Block, Document


def document(*texts: str) -> Document:
    return Document(language="fi", blocks=tuple(Block(type="p", text=text) for text in ("Otsikko", *texts)))


def test_each_number_once_with_its_first_place() -> None:
    (found,) = read_case_numbers(document("Viite VN/5521/2022.", "Muista VN/5521/2022!"))
    assert (found.evidence.block, found.evidence.text) == (1, "VN/5521/2022")


@given(
    st.sampled_from(["VN", "TEM", "OKM", "UUDELY"]),
    st.integers(1, 99_999),
    st.integers(2000, 2030),
    st.text(max_size=40),
)
def test_numbers_are_read_back(letters: str, number: int, year: int, around: str) -> None:
    value = f"{letters}/{number}/{year}"
    found = read_case_numbers(document(f"{around} viite {value}, {around}"))
    assert value in [each.value for each in found]
