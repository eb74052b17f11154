"""Names in addresses and names of files, and what only looks like one."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parsers.privacy.slugs import addresses_in, find_name_in_address, find_surname_in_address, folded

_TEM = "https://tem.fi/-/"


@pytest.mark.parametrize(
    ("name", "address", "found"),
    [
        pytest.param("Anna Virtanen", _TEM + "anna-virtanen-nimitettiin", "anna-virtanen", id="slug"),
        pytest.param("Anna Virtanen", _TEM + "haku-virtanen-anna", "virtanen-anna", id="surname first"),
        pytest.param("Anna Virtanen", _TEM + "anna-virtasen-puhe", "anna-virtasen", id="inflected"),
        pytest.param("Ulla Mäki", _TEM + "ulla-maen-puhe", "ulla-maen", id="without accents"),
        pytest.param("Ulla Mäki", _TEM + "ulla-m%C3%A4kea", "ulla-m%C3%A4kea", id="escaped"),
        pytest.param("Ulla Mäki", _TEM + "ulla-m%c3%a4ki.pdf", "ulla-m%c3%a4ki", id="escaped in small letters"),
        pytest.param("Ulla Mäki", _TEM + "ulla-mäki", "ulla-mäki", id="as it is"),
        pytest.param("Ulla Mäki", _TEM + "ulla-ma\u0308ki", "ulla-ma\u0308ki", id="accent apart"),
        pytest.param("Ulla Mäki", "Ulla%20M%C3%A4ki.pdf", "Ulla%20M%C3%A4ki", id="escaped space"),
        pytest.param("Ulla Mäki", "esitys_Ulla_Maki.pdf", "Ulla_Maki", id="file"),
        pytest.param("Ulla Mäki", "UllaMakiCV.pdf", "UllaMaki", id="capitals"),
        pytest.param("Ulla Mäki", "https://x.fi/u/ullamaki", "ullamaki", id="together"),
        pytest.param("Ulla Mäki", "mailto:ulla.k.maki@gov.fi", "ulla.k.maki", id="initial between"),
        pytest.param("Anna Kaarina Virtanen", _TEM + "anna-virtanen", "anna-virtanen", id="one of two given names"),
        pytest.param("Anna Virtanen", _TEM + "anna-kaarina-virtanen", "anna-kaarina-virtanen", id="given name between"),
        pytest.param("Anna-Maija Aho", _TEM + "anna-maija-aho", "anna-maija-aho", id="double given name"),
        pytest.param("Aino Alasuo-Lind", _TEM + "aino-alasuo-lindin", "aino-alasuo-lindin", id="double surname"),
        pytest.param("Pat O’Brien", _TEM + "pat-o-brien", "pat-o-brien", id="apostrophe as a hyphen"),
        pytest.param("Pat O’Brien", _TEM + "pat-obrien", "pat-obrien", id="apostrophe left out"),
        pytest.param("Søren Ærø", _TEM + "soren-aero", "soren-aero", id="letters of neighbours"),
        pytest.param("Li Wu", "https://x.fi/henkilot/li/wu", "li/wu", id="two folders"),
    ],
)
def test_names(name: str, address: str, found: str) -> None:
    assert [address[start:end] for start, end in find_name_in_address(name, address)] == [found]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        pytest.param("Ulla Mäki", _TEM + "ulla-makinen", id="longer surname"),
        pytest.param("Anna Virtanen", _TEM + "marianna-virtanen", id="longer given name"),
        pytest.param("Anna Virtanen", _TEM + "avustusta-virtasalmelle", id="a place"),
        pytest.param("Anna Virtanen", _TEM + "anna-palautetta", id="a verb"),
        pytest.param("Anna Virtanen", "https://virtanen.fi/", id="surname alone"),
        pytest.param("Anna Virtanen", "https://tem.fi/%FF%E4-anna", id="no UTF-8"),
        pytest.param("Virtanen", _TEM + "virtanen", id="no whole name"),
        pytest.param("王 伟", _TEM + "wang-wei", id="other letters"),
        pytest.param("Anna Virtanen", "", id="empty"),
    ],
)
def test_somebody_else(name: str, address: str) -> None:
    assert find_name_in_address(name, address) == []


def test_surname_alone() -> None:
    address = _TEM + "ministeri-virtasen-vastaus-virtaselle?nimi=Virtanen"
    found = find_surname_in_address("Anna Virtanen", address)
    assert [address[start:end] for start, end in found] == ["virtasen", "virtaselle", "Virtanen"]
    assert find_surname_in_address("Anna Virtanen", _TEM + "virtaa-virtasalmella") == []


@pytest.mark.parametrize("text", ["työ- ja elinkeinoministeriö", "1.2.2026 klo 16.15, ks. liite", "vuosina 2026/2027"])
def test_texts_without_addresses(text: str) -> None:
    assert addresses_in(text) == []


_WORDS = st.lists(st.sampled_from(["haku", "avustus", "2026", "ja", "vuodelle", "%20", "tyo"]), max_size=4)


@given(
    before=_WORDS,
    behind=_WORDS,
    between=st.sampled_from(["-", "_", ".", "+", "%20", "--"]),
    surname=st.sampled_from(["Virtanen", "Virtasen", "Virtaselle", "VIRTANEN"]),
    is_escaped=st.booleans(),
)
def test_a_name_is_found_wherever_it_stands(
    before: list[str], behind: list[str], between: str, surname: str, is_escaped: bool
) -> None:
    name = f"änna{between}{surname}"
    written = quote(name, safe="%+") if is_escaped else name
    address = _TEM + "-".join([*before, written, *behind])
    assert [address[start:end] for start, end in find_name_in_address("Änna Virtanen", address)] == [written]


@given(st.text(max_size=80), st.text(alphabet="Anna Virteåö-%'’.C3", max_size=20))
@example(address="𝑨", name="")
def test_places_are_in_order_whatever_is_given(address: str, name: str) -> None:
    if name.split():
        found = [*find_name_in_address(name, address), *find_surname_in_address(name, address)]
        assert all(0 <= start < end <= len(address) for start, end in found)
    assert all(0 <= start < end <= len(address) for start, end in addresses_in(address))
    assert folded(folded(address)) == folded(address)
