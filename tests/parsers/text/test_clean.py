from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.text.clean import clean_text
from parsers.text.encoding import decode


def test_odd_spaces_and_invisible_characters() -> None:
    assert clean_text("  1\u00a0066\u2009000\u202feuroa \t a\u00advustus\ufeff ") == "1 066 000 euroa avustus"


def test_line_breaks_are_kept_once() -> None:
    assert clean_text("a \r\n \n b\rc") == "a\nb\nc"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_utf8_is_decoded_whatever_the_header_says(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), "iso-8859-1") == text


@given(st.binary(), st.one_of(st.none(), st.text(max_size=10)))
def test_any_bytes_are_decoded(body: bytes, charset: str | None) -> None:
    assert isinstance(decode(body, charset), str)
