"""Finnish numbers that are no money."""

from __future__ import annotations

import pytest

from parsers.facts.amounts import read_amounts
from parsers.model import Block, Document

PEOPLE_AND_THINGS = [
    pytest.param("alueella asuu vähintään 50 000 asukasta", id="residents"),
    pytest.param("yli 5,5 miljoonaa suomalaista", id="millions-of-finns"),
    pytest.param("2 miljoonaa ihmistä", id="millions-of-people"),
    pytest.param("kolme miljoonaa matkustajaa vuodessa", id="passengers"),
    pytest.param("Avustusta saa 712 järjestöä", id="organisations"),
    pytest.param("Tukea myönnetään 14 hankkeelle", id="projects"),
    pytest.param("Yli 280 kirjastossa annetaan neuvontaa", id="libraries"),
    pytest.param("Hakemuksia saatiin 131, ja niistä hyväksyttiin 58", id="applications"),
    pytest.param("palveluja 62 000 henkilölle kuukaudessa", id="persons"),
    pytest.param("Kirjastoissa käytiin 50 miljoonaa kertaa", id="visits"),
    pytest.param("kunnostettavia järjestelmiä on 200 000, ja määrä kasvaa", id="systems"),
    pytest.param("Tiivistelmän pituus on enintään 1 500 merkkiä", id="characters"),
    pytest.param("alle 10 työntekijää", id="employees"),
    pytest.param("avustuksella lainattiin 20 miljoonaa kirjaa", id="books-beside-grant"),
    pytest.param("rahoituksella istutetaan 3 miljoonaa tainta", id="seedlings-beside-money"),
    pytest.param("Suomessa on noin 1,2 miljoonaa eläkeläistä", id="pensioners"),
    pytest.param("väestö kasvoi 5,6 miljoonaan vuonna 2023", id="population"),
    pytest.param("Sovelluksella on 3 miljoonaa, enimmäkseen nuoria, käyttäjää", id="users-after-comma"),
    pytest.param("sata vuotta", id="hundred-years"),
    pytest.param("tuhat ja yksi yötä", id="thousand-nights"),
    pytest.param("satoja osallistujia", id="hundreds"),
    pytest.param("pari vuotta sitten", id="couple-of-years"),
    pytest.param("puolet hankkeista", id="half-of"),
    pytest.param("puoli vuotta", id="half-a-year"),
    pytest.param("kolmella kaupunkiseudulla", id="regions"),
]

MEASURES = [
    pytest.param("matkaa on 120 kilometriä", id="kilometres"),
    pytest.param("pinta-ala on 2 500 hehtaaria", id="hectares"),
    pytest.param("yli 90 000 tonnia lantaa", id="tonnes"),
    pytest.param("50 t lantaa ja 500 tn lietettä", id="tonnes-abbreviated"),
    pytest.param("Nimellisteho on 8,5 megawattia, vuosituotanto 7 600 megawattituntia", id="megawatts"),
    pytest.param("päästöt vähenevät 2 miljoonaa tonnia", id="million-tonnes"),
    pytest.param("3 Mt hiilidioksidia", id="megatonnes"),
    pytest.param("lämpötila laski 15 astetta", id="degrees"),
    pytest.param("tiedoston koko on enintään 25 Mt (5 000 kt)", id="file-size"),
    pytest.param("Liite (pdf, 1,2 Mt)", id="attachment-size"),
    pytest.param("120 000 kuutiometriä puuta", id="cubic-metres"),
    pytest.param("tila on 250 m2", id="square-metres"),
    pytest.param("kaista on 100 M leveä", id="capital-m"),
    pytest.param("enintään 30 kuukautta", id="months"),
    pytest.param("20 prosenttia ja 5 prosenttiyksikköä", id="percent"),
    pytest.param("tukiosuus on 15–30 %", id="percent-range"),
    pytest.param("enintään 50% kustannuksista", id="percent-glued"),
]

NUMBERS_OF_THINGS = [
    pytest.param("Avustukset maksetaan momentilta 33.20.50", id="budget-item"),
    pytest.param("momentit 32.50.30 ja 32.60.40", id="budget-items"),
    pytest.param("Momentti 29.10.20.1", id="budget-item-long"),
    pytest.param("diaarinumero VN/5521/2022", id="case-number"),
    pytest.param("Diaarinumero 42/530/2012", id="case-number-old"),
    pytest.param("TEM/1871/2017", id="case-number-short"),
    pytest.param("lain (1386/2010) mukaan", id="law"),
    pytest.param("komission asetus (EU) 2023/2831", id="regulation"),
    pytest.param("(EU) N:o 1407/2013", id="regulation-number"),
    pytest.param("lain 5 e §:n mukaan", id="section-e"),
    pytest.param("luvun 5 e momentin mukaan", id="subsection-e"),
    pytest.param("vuosina 2024–2027", id="years"),
    pytest.param("vuonna 2002 euro otettiin käyttöön", id="year-before-euro"),
    pytest.param("vuoden 2002 eurokolikot ja euro 2024 -kisat", id="euro-2024"),
    pytest.param("Haku on avoinna 9.10.–17.11.2023", id="dates"),
    pytest.param("29.4.2022 klo 16.15 mennessä", id="date-and-time"),
    pytest.param("klo 9–15", id="hours"),
    pytest.param("puh. 0295 047 990", id="telephone"),
    pytest.param("p. +358 295 047 990", id="telephone-international"),
    pytest.param("tel. 029 295 047 264", id="telephone-odd"),
    pytest.param("Y-tunnus 0123456-7", id="business-id"),
    pytest.param("PL 131, 65101 Vaasa", id="postal-code"),
    pytest.param("PL 2000, 70101 Kuopio", id="box"),
    pytest.param("lomakkeella TEM321", id="form"),
    pytest.param("Tiedote 460/2019", id="release-number"),
    pytest.param("ISBN 978-952-263-421-4", id="isbn"),
    pytest.param("tilille FI21 1234 5600 0007 85", id="iban"),
    pytest.param("COVID-19 ja Agenda 2030", id="covid"),
    pytest.param("Liite 1, liite 2 ja liite 3", id="attachments"),
    pytest.param("sivut 12–15", id="pages"),
    pytest.param("asteikolla 0–100", id="scale"),
    pytest.param("Euro 6 -päästöluokka", id="emission-class"),
    pytest.param("EUR-Lex 32013R1407", id="eur-lex"),
    pytest.param("EU:n 27 jäsenmaata", id="member-states"),
    pytest.param("4.–7.9. ja 15.10.", id="days"),
    pytest.param("viikolla 35", id="week"),
    pytest.param("lukuvuosi 2023–2024, 2. jakso", id="school-year"),
]

WORDS_OF_MONEY = [
    pytest.param("useita miljoonia euroja", id="several-millions"),
    pytest.param("kymmeniä miljoonia euroja", id="tens-of-millions"),
    pytest.param("muutama miljoona euroa", id="a-few-million"),
    pytest.param("muutaman tuhannen euron avustus", id="a-few-thousand"),
    pytest.param("usean sadan euron kulut", id="several-hundred"),
    pytest.param("satojen tuhansien eurojen säästöt", id="hundreds-of-thousands"),
    pytest.param("Luvut ovat euroina", id="in-euros"),
    pytest.param("euroalueen 20 maata", id="euro-area"),
    pytest.param("Eurooppa 2030", id="europe"),
    pytest.param("Euroopan 10 suurinta satamaa", id="european"),
    pytest.param("miljoonasateen ohjelma", id="million-compound"),
    pytest.param("Haku uudistui 2020. Me autamme 15:tä kuntaa", id="we"),
    pytest.param("10 e-kirjaa", id="e-books"),
    pytest.param("5 kruununvoutia", id="bailiffs"),
    pytest.param("3 senttimetrin tarkkuudella", id="centimetres"),
    pytest.param("A4-kokoinen, 2-puolinen", id="paper"),
    pytest.param("markkinoilla toimii 5 yritystä", id="market"),
    pytest.param("Miljoona-avustus puhutti", id="million-hyphen"),
    pytest.param("- - -", id="dashes"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize("text", PEOPLE_AND_THINGS + MEASURES + NUMBERS_OF_THINGS + WORDS_OF_MONEY)
def test_no_money(text: str) -> None:
    document = Document(language="fi", blocks=(Block(type="h1", text="Tiedote"), Block(type="p", text=text)))
    assert [amount.text for amount in read_amounts(document)] == []
