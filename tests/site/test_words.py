from __future__ import annotations

from gettext import NullTranslations

import pytest

from sitegen.formats import NBSP, Formats
from sitegen.words import value_in_words


@pytest.mark.parametrize(
    ("language", "opens", "closes", "told"),
    [
        pytest.param("sv", "2019-10-01", "2019-10-31", "1–31 oktober 2019", id="one-month-sv"),
        pytest.param("fi", "2019-10-01", "2019-10-31", "1.–31.10.2019", id="one-month-fi"),
        pytest.param("fi", "2019-10-01", "2019-11-30", "1.10.–30.11.2019", id="one-year"),
        pytest.param("fi", "2019-10-01", "2020-01-31", "1.10.2019–31.1.2020", id="two-years"),
        pytest.param("fi", "2019-10-01", "2019-10-31T24:00", "1.–31.10.2019 at 24.00", id="end-of-day"),
    ],
)
def test_windows(language: str, opens: str, closes: str, told: str) -> None:
    assert Formats(language, NullTranslations()).window(opens, closes).replace(NBSP, " ") == told


@pytest.mark.parametrize(
    ("value", "field", "told"),
    [
        ("2021-07-01/2022-06-30", "use_period", "1.7.2021–30.6.2022"),
        ("2021-04-20", "closes", "20.4.2021"),
        ("3000000", "total", "3 000 000 €"),
        ("3 miljoonaa euroa", "amounts", "3 miljoonaa euroa"),
        ("yhteensä", "total", "yhteensä"),
        (
            "Aino Virta, +358295047990, +35829, aino.virta@example.fi",
            "contacts",
            "Aino Virta, 029 504 7990, +35829, aino.virta@example.fi",
        ),
    ],
)
def test_values_of_differences(value: str, field: str, told: str) -> None:
    assert value_in_words(value, field, Formats("fi", NullTranslations())).replace(NBSP, " ") == told
