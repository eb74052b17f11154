"""Values to text in each interface language."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sitegen
from sitegen.formats import NBSP, Formats, unbroken
from sitegen.texts import texts
from tests.site.bound import BOUND

FORMATS = {language: Formats(language, texts(language)) for language in ("fi", "sv", "en")}


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("language", "moment", "expected"),
    [
        pytest.param("fi", "2024-03-05", "5.3.2024", id="fi-day"),
        pytest.param("fi", "2024-03-05T09:05", "5.3.2024 klo 9.05", id="fi-time"),
        pytest.param("sv", "2024-03-05", "5 mars 2024", id="sv-day"),
        pytest.param("sv", "2024-03-05T16:15", "5 mars 2024 kl. 16.15", id="sv-time"),
        pytest.param("en", "2024-03-05", "5 March 2024", id="en-day"),
        pytest.param("en", "2024-03-05T09:05", "5 March 2024 at 09:05", id="en-time"),
        pytest.param("fi", "2026-11-01T09:00:00Z", "1.11.2026 klo 9.00", id="an-instant"),
    ],
)
def test_moments(language: str, moment: str, expected: str) -> None:
    assert plain(FORMATS[language].moment(moment)) == expected


@pytest.mark.parametrize(
    ("language", "opens", "closes", "expected"),
    [
        pytest.param("fi", "2024-03-05", "2024-04-19", "5.3.–19.4.2024", id="fi-same-year"),
        pytest.param("fi", "2024-03-05", "2024-04-19T16:15", "5.3.–19.4.2024 klo 16.15", id="fi-closing-time"),
        pytest.param("fi", "2024-03-05T09:00", "2024-04-19T16:15", "5.3.2024 klo 9.00–19.4.2024 klo 16.15", id="times"),
        pytest.param("fi", "2024-12-05", "2025-01-19", "5.12.2024–19.1.2025", id="fi-over-new-year"),
        pytest.param("sv", "2024-03-05", "2024-04-19", "5 mars–19 april 2024", id="sv"),
        pytest.param("en", "2024-03-05", "2024-04-19", "5 March – 19 April 2024", id="en"),
        pytest.param("en", "2024-03-05", "2024-03-19", "5–19 March 2024", id="en-one-month"),
        pytest.param("fi", "2024-03-05", "2024-03-05", "5.3.2024", id="one-day"),
        pytest.param("fi", None, "2024-04-19", "19.4.2024 saakka", id="only-closing"),
        pytest.param("sv", "2024-03-05", None, "från och med den 5 mars 2024", id="only-opening"),
        pytest.param("fi", None, None, "", id="unknown"),
    ],
)
def test_windows(language: str, opens: str | None, closes: str | None, expected: str) -> None:
    assert plain(FORMATS[language].window(opens, closes)) == expected


@pytest.mark.parametrize(
    ("language", "low", "high", "expected"),
    [
        pytest.param("fi", "4200000", "4200000", "4 200 000 €", id="fi"),
        pytest.param("sv", "4200000", "4200000", "4 200 000 €", id="sv"),
        pytest.param("en", "4200000", "4200000", "€4,200,000", id="en"),
        pytest.param("fi", "700.5", "700.5", "700,50 €", id="cents-have-two-digits"),
        pytest.param("fi", "50000", "250000", "50 000–250 000 €", id="fi-range"),
        pytest.param("en", "50000", "250000", "€50,000–€250,000", id="en-range"),
    ],
)
def test_sums(language: str, low: str, high: str, expected: str) -> None:
    assert plain(FORMATS[language].sums(Decimal(low), Decimal(high))) == expected


def test_numbers_and_dates_never_break() -> None:
    for formats in FORMATS.values():
        assert " " not in formats.money(Decimal(4200000)) + formats.date("2024-03-05") + formats.number(20000)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        pytest.param(0.5, "30 minuuttia", id="minutes"),
        pytest.param(28.7333333, "28 tuntia 44 minuuttia", id="hours"),
        pytest.param(116.333333, "4 päivää 20 tuntia", id="days"),
        pytest.param(48.0, "2 päivää", id="whole-days"),
        pytest.param(0.0, "0 minuuttia", id="none"),
    ],
)
def test_lapses(hours: float, expected: str) -> None:
    assert plain(FORMATS["fi"].lapse(hours)) == expected


@pytest.mark.parametrize("text", BOUND)
def test_sums_dates_and_times_stay_together(text: str) -> None:
    assert unbroken(text).replace(NBSP, "~") == BOUND[text]


@given(st.lists(st.sampled_from([*"0123456789 .aä€–", "miljoonaa", "mars", "syyskuuta", "klo"])).map("".join))
def test_unbroken_changes_spaces_only(text: str) -> None:
    assert plain(unbroken(text)) == plain(text)


def test_examples_in_the_documentation() -> None:
    found = [module.name for module in pkgutil.walk_packages(sitegen.__path__, "sitegen.")]
    results = [doctest.testmod(importlib.import_module(name)) for name in found]
    assert sum(result.attempted for result in results) > 10
    assert not any(result.failed for result in results)
