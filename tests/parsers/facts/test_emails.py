from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.emails import belongs_to, expand, find_emails


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param("anna.aho@gov.fi", "anna.aho@gov.fi", id="plain"),
        pytest.param("Anna.Aho@GOV.fi.", "anna.aho@gov.fi", id="capitals-and-full-stop"),
        pytest.param("anna.aho(at)ely-keskus.fi", "anna.aho@ely-keskus.fi", id="at"),
        pytest.param("anna.aho (at) ely-keskus.fi", "anna.aho@ely-keskus.fi", id="at-with-spaces"),
        pytest.param("anna.aho[at]tem.fi", "anna.aho@tem.fi", id="square-brackets"),
        pytest.param("anna.aho[(at)]tem.fi", "anna.aho@tem.fi", id="brackets-in-brackets"),
        pytest.param("[anna.aho(at)tem.fi]", "anna.aho@tem.fi", id="all-in-brackets"),
        pytest.param("anna.aho(ät)tem.fi", "anna.aho@tem.fi", id="ät"),
        pytest.param("anna.aho [ät] tem.fi", "anna.aho@tem.fi", id="ät-in-square-brackets"),
        pytest.param("anna.aho ät gov.fi", "anna.aho@gov.fi", id="ät-by-itself"),
        pytest.param("Anna-Maija.Aho ÄT gov.fi", "anna-maija.aho@gov.fi", id="ät-in-capitals"),
        pytest.param("anna.k.aho at ely-keskus.fi", "anna.k.aho@ely-keskus.fi", id="at-by-itself"),
        pytest.param("anna.aho(a)gov.fi", "anna.aho@gov.fi", id="a"),
        pytest.param("maria.nordmyr-bjork@tryggvardag.fi", "maria.nordmyr-bjork@tryggvardag.fi", id="hyphen"),
        pytest.param("(hakijapalvelu.stea@gov.fi)", "hakijapalvelu.stea@gov.fi", id="in-brackets"),
        pytest.param("sähköposti:anna.aho@edu.hel.fi,", "anna.aho@edu.hel.fi", id="subdomain"),
    ],
)
def test_printed_addresses(text: str, address: str) -> None:
    assert [mention.address for mention in find_emails(text)] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "etunimi.sukunimi@gov.fi",
        "Etunimi.Sukunimi(at)gov.fi",
        "förnamn.efternamn@gov.fi",
        "fornamn.efternamn@gov.fi",
        "förnamn.släktnamn@gov.fi",
        "firstname.lastname@gov.fi",
    ],
)
def test_lines_that_show_how_addresses_are_formed(text: str) -> None:
    (mention,) = find_emails(text)
    assert (mention.address, mention.domain) == (None, "gov.fi")


@pytest.mark.parametrize(
    "text",
    [
        "klo 9 @ ministeriö",
        "hinta (at) 5.30",
        "@tem_uutiset",
        "anna.aho@gov",
        "kohta (a) laki",
        "more is available at tem.fi",
        "see tem.fi at gov.fi",
        "example.com at gov.fi",
        "from 9.00 at gov.fi",
        "anna.aho at work",
        "han ät gov.fi",
    ],
)
def test_no_address(text: str) -> None:
    assert find_emails(text) == []


def test_hidden_address_is_found_without_value() -> None:
    (mention,) = find_emails("Susanna Aho, TEM, [email\u00a0protected], p. 029 504 7990")
    assert (mention.address, mention.domain) == (None, None)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        pytest.param("Tiina Koskimäki", "tiina.koskimaki@gov.fi", id="ä"),
        pytest.param("Åke Öström", "ake.ostrom@gov.fi", id="å-ö"),
        pytest.param("Maria Nordmyr-Björk", "maria.nordmyr-bjork@gov.fi", id="double-surname"),
        pytest.param("André Lindholm", None, id="é"),
        pytest.param("Jürgen Müller", None, id="ü"),
        pytest.param("Siobhán O’Neill", None, id="apostrophe"),
        pytest.param("Anna-Maija Aho", "anna-maija.aho@gov.fi", id="double-given-name"),
        pytest.param("Anna Maija Aho", None, id="two-given-names"),
        pytest.param("Carl von Essen", None, id="particle"),
        pytest.param("J. Aho", None, id="initial"),
    ],
)
def test_expansion_only_where_certain(name: str, address: str | None) -> None:
    assert expand(name, "gov.fi") == address


def test_an_address_belongs_to_whose_name_it_holds() -> None:
    assert belongs_to("tiina.koskimaki@gov.fi", "Tiina Koskimäki")
    assert not belongs_to("kirjaamo@gov.fi", "Tiina Koskimäki")


@given(st.from_regex(r"[a-z]{1,12}\.[a-z]{1,15}", fullmatch=True), st.sampled_from(["gov.fi", "ely-keskus.fi"]))
def test_addresses_are_read_back(local: str, domain: str) -> None:
    for at in ("@", "(at)", " (at) ", "[at]"):
        mentions = find_emails(f"johtaja Anna Aho, {local}{at}{domain}, p. 029 504 7990")
        assert [mention.address or mention.domain for mention in mentions] in ([f"{local}@{domain}"], [domain])


@given(st.text(max_size=200))
def test_every_mention_lies_in_the_text(text: str) -> None:
    assert all(0 <= mention.start < mention.end <= len(text) for mention in find_emails(text))
