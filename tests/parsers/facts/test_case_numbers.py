from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.case_numbers import read_case_numbers
from parsers.model import Block, Document


def document(*texts: str) -> Document:
    return Document(language="fi", blocks=tuple(Block(type="p", text=text) for text in ("Otsikko", *texts)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Sähköpostin aiheeksi VN/5521/2022.", "VN/5521/2022", id="vn"),
        pytest.param("asiakirja VN/5521/2022-TEM-2", "VN/5521/2022-TEM-2", id="document-of-a-case"),
        pytest.param("tunnus TEM/1640/2018", "TEM/1640/2018", id="ministry"),
        pytest.param("OKM/12/592/2015", "OKM/12/592/2015", id="three-parts"),
        pytest.param("VARELY / 1234 / 2015", "VARELY/1234/2015", id="spaces"),
        pytest.param("TRAFICOM/123/01.02.03/2023", "TRAFICOM/123/01.02.03/2023", id="task-class"),
        pytest.param("(diaarinumero VN/9904/2020)", "VN/9904/2020", id="in-brackets"),
        pytest.param("diaarinumero 42/530/2012.", "42/530/2012", id="plain-fi"),
        pytest.param("Dnro: 530/2012", "530/2012", id="dnro"),
        pytest.param("Dnro OPH-1234-2021", "OPH-1234-2021", id="hyphens"),
        pytest.param("Ange diarienumret VN/5521/2022 i ämnesfältet.", "VN/5521/2022", id="sv"),
        pytest.param("dnr 42/530/2012", "42/530/2012", id="plain-sv"),
        pytest.param("Haun tunnus on va-lou-2026-5", "va-lou-2026-5", id="grant-service"),
    ],
)
def test_register_numbers(text: str, value: str) -> None:
    assert [each.value for each in read_case_numbers(document(text))] == [value]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("laki (1386/2010)", id="law"),
        pytest.param("Tiedote 84/2016", id="release"),
        pytest.param("komission asetus (EU) 2023/2831", id="regulation"),
        pytest.param("asetus EY/800/2008", id="old-regulation"),
        pytest.param("HE 134/2016 vp", id="bill"),
        pytest.param("lomake TEM321", id="form"),
        pytest.param("momentti 32.50.30", id="budget-item"),
        pytest.param("1.1./31.12.2020", id="dates"),
        pytest.param("ja/tai 2020", id="and-or"),
        pytest.param("URN:ISBN:978-952-263-421-4", id="isbn"),
    ],
)
def test_no_register_number(text: str) -> None:
    assert read_case_numbers(document(text)) == ()


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
