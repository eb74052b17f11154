from __future__ import annotations

import pytest

from parsers.model import Link
from parsers.pairs.anchors import anchors, link_anchor


@pytest.mark.parametrize(
    ("fi", "sv", "shared"),
    [
        pytest.param("1 066 000 euroa", "1 066 000 euro", {"#1066000"}, id="spaces"),
        pytest.param("1.500.000 euroa", "1 500 000 euro", {"#1500000"}, id="points"),
        pytest.param("2,4 miljoonaa", "2,4 miljoner", {"#2.4"}, id="decimal_comma"),
        pytest.param("17.3.2021", "den 17 mars 2021", {"@17.3", "#2021"}, id="date"),
        pytest.param("1. helmikuuta", "den 1 februari", {"@1.2"}, id="worded_in_both"),
        pytest.param("14.3.-29.4.2022", "14 mars–29 april 2022", {"@14.3", "@29.4", "#2022"}, id="range"),
        pytest.param("Kysy: Neuvo@gov.fi", "Fråga: neuvo@gov.fi", {"neuvo@gov.fi"}, id="address"),
        pytest.param("momentti 32.50.30", "moment 32.50.30", {"#32", "#50", "#30"}, id="budget_item_is_no_date"),
        pytest.param("35 hanketta", "36 projekt", set(), id="other_numbers"),
    ],
)
def test_the_same_in_both_languages(fi: str, sv: str, shared: set[str]) -> None:
    assert anchors(fi, "fi") & anchors(sv, "sv") == shared


@pytest.mark.parametrize(
    ("url", "anchor"),
    [
        pytest.param("https://tem.fi/documents/1/2/Hakuohje+2021.pdf/ab?t=1", ">ab", id="last_folder"),
        pytest.param("https://www.suomi.fi/sv", ">suomi.fi", id="front_page_in_another_language"),
        pytest.param("https://[::1/broken", None, id="no_address"),
        pytest.param("mailto:", None, id="empty"),
    ],
)
def test_links(url: str, anchor: str | None) -> None:
    assert link_anchor(Link(url, "", 0)) == anchor
