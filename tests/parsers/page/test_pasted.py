from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.page import read_pasted

RELEASE = """Hyppää sisältöön

Media

Haku kuvitteelliseen toimintaan avattu

työ- ja elinkeinoministeriö
Julkaisuajankohta 17.3.2021 11.14
Tiedote

Ministeriö on avannut haettavaksi 3 miljoonaa euroa. Haku on avoinna 17.3.–20.4.2021.

Hakuaika päättyy 20.4.2021

Avustus on käytössä ajalla 1.7.2021–30.6.2022.
Se on tarkoitettu kunnille, jotka kehittävät palvelujaan pitkäjänteisesti.

Kuntien tulee

- määritellä sisältö
- kuvata tavoitteet

Lisätiedot:
Meri Mallikas, erityisasiantuntija, p. 029 504 0000

Sivun alkuun"""


def test_pasted_release() -> None:
    page = read_pasted(RELEASE)
    assert (page.published, page.form, page.organisation) == (
        "2021-03-17T11:14",
        "press_release",
        "työ- ja elinkeinoministeriö",
    )
    assert [(segment.type, segment.text.split("\n")[0]) for segment in page.segments] == [
        ("h1", "Haku kuvitteelliseen toimintaan avattu"),
        ("p", "Ministeriö on avannut haettavaksi 3 miljoonaa euroa. Haku on avoinna 17.3.–20.4.2021."),
        ("h2", "Hakuaika päättyy 20.4.2021"),
        ("p", "Avustus on käytössä ajalla 1.7.2021–30.6.2022."),
        ("p", "Kuntien tulee"),
        ("li", "määritellä sisältö"),
        ("li", "kuvata tavoitteet"),
        ("p", "Lisätiedot:"),
    ]


def test_tags_and_the_cookie_notice_are_no_title() -> None:
    page = read_pasted(
        "Cookies\n\nVi använder cookies på vår webbplats.\n\nNordiskt samarbete\n\nProjektet fortsätter 2018–2020\n\n"
        "Migration & utveckling, Bostad\n\n12 feb 2018\n\nDet har beslutats att projektet fortsätter.\n\n"
        "FacebookTwitterLinkedInEmailPrint\n\nFölj oss på sociala medier:"
    )
    assert (page.title, page.published, len(page.segments)) == ("Projektet fortsätter 2018–2020", "2018-02-12", 2)


def test_a_page_without_a_date_begins_with_its_title() -> None:
    page = read_pasted("Hoppa till innehåll\n\nSå söker du understöd\n\nUnderstöd söks i ministeriets e-tjänst.")
    assert (page.title, page.published) == ("Så söker du understöd", None)


def test_empty_text_has_no_segments() -> None:
    assert read_pasted(" \n\n ").segments == ()


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    page = read_pasted(text)
    assert all(segment.text for segment in page.segments)
