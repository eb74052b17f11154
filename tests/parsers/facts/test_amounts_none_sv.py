"""Swedish numbers that are no money."""

from __future__ import annotations

import pytest

from parsers.facts.amounts import read_amounts
from parsers.model import Block, Document

PEOPLE_AND_THINGS = [
    pytest.param("kommuner där det bor minst 8 000 invånare", id="residents"),
    pytest.param("5,5 miljoner finländare", id="millions-of-finns"),
    pytest.param("2 miljoner människor", id="millions-of-people"),
    pytest.param("tre miljoner passagerare om året", id="passengers"),
    pytest.param("Sammanlagt 712 organisationer beviljas understöd", id="organisations"),
    pytest.param("stöd beviljas 14 projekt", id="projects"),
    pytest.param("På över 280 bibliotek ges handledning", id="libraries"),
    pytest.param("Det kom in 131 ansökningar, av vilka 58 godkändes", id="applications"),
    pytest.param("räknar med att nå omkring 1 200 kvinnor", id="women"),
    pytest.param("biblioteken har 50 miljoner besök", id="visits"),
    pytest.param("över 1 200 personer deltog", id="persons"),
    pytest.param("högst 1 500 tecken", id="characters"),
    pytest.param("färre än 10 anställda", id="employees"),
    pytest.param("med understödet lånades 20 miljoner böcker", id="books-beside-grant"),
    pytest.param("för pengarna planteras 3 miljoner plantor", id="seedlings-beside-money"),
    pytest.param("omkring 1,2 miljoner pensionärer", id="pensioners"),
    pytest.param("befolkningen uppgår till 5,6 miljoner", id="population"),
    pytest.param("hundra år", id="hundred-years"),
    pytest.param("hundratals deltagare", id="hundreds"),
    pytest.param("ett par år sedan", id="couple-of-years"),
    pytest.param("hälften av projekten", id="half-of"),
    pytest.param("ett halvt år", id="half-a-year"),
    pytest.param("en och en halv dag", id="day-and-half"),
    pytest.param("sju av tio deltagare", id="seven-of-ten"),
    pytest.param("högst nio tiondelar av kostnaderna", id="tenths"),
    pytest.param("två gånger om året", id="twice"),
    pytest.param("mellan 20 och 30 deltagare", id="mellan-participants"),
]

MEASURES = [
    pytest.param("sträckan är 120 kilometer", id="kilometres"),
    pytest.param("arealen är 2 500 hektar", id="hectares"),
    pytest.param("över 90 000 ton gödsel", id="tonnes"),
    pytest.param("8,5 megawatt och ungefär 7 600 megawattimmar", id="megawatts"),
    pytest.param("utsläppen minskar med 2 miljoner ton", id="million-tonnes"),
    pytest.param("3 Mt koldioxid", id="megatonnes"),
    pytest.param("bilagan (pdf, 1,2 MB)", id="attachment-size"),
    pytest.param("120 000 kubikmeter virke", id="cubic-metres"),
    pytest.param("lokalen är 250 m2", id="square-metres"),
    pytest.param("högst 30 månader", id="months"),
    pytest.param("högst 75 procent och fem procentenheter", id="percent"),
    pytest.param("15–30 procent", id="percent-range"),
    pytest.param("högst 50 % av kostnaderna", id="percent-sign"),
    pytest.param("en tiondel av 5 hektar mark", id="land"),
]

NUMBERS_OF_THINGS = [
    pytest.param("moment 33.20.50 i statsbudgeten", id="budget-item"),
    pytest.param("momenten 32.50.30 och 32.60.40", id="budget-items"),
    pytest.param("diarienummer VN/5521/2022", id="case-number"),
    pytest.param("diarienummer 42/530/2012", id="case-number-old"),
    pytest.param("lagen (1386/2010) om främjande av integration", id="law"),
    pytest.param("kommissionens förordning (EU) 2023/2831", id="regulation"),
    pytest.param("enligt 5 e § i lagen", id="section-e"),
    pytest.param("enligt 5 § 2 mom.", id="subsection"),
    pytest.param("åren 2024–2027", id="years"),
    pytest.param("2023 och 67", id="year-and-number"),
    pytest.param("år 2002 euro togs i bruk", id="year-before-euro"),
    pytest.param("Ansökningstiden är 9.10–27.11.2023", id="dates"),
    pytest.param("fr.o.m. 2.10 t.o.m. 6.11.2017", id="dates-from-to"),
    pytest.param("1–30 september 2025", id="days"),
    pytest.param("den 29 april 2022 kl. 16.15", id="date-and-time"),
    pytest.param("kl. 9–15", id="hours"),
    pytest.param("tfn 0295 047 990", id="telephone"),
    pytest.param("tfn +358 295 047 990", id="telephone-international"),
    pytest.param("tel. 029 295 047 264", id="telephone-odd"),
    pytest.param("FO-nummer 0123456-7", id="business-id"),
    pytest.param("PB 131, 65101 Vasa", id="postal-code"),
    pytest.param("blankett TEM321", id="form"),
    pytest.param("Pressmeddelande 580/2020", id="release-number"),
    pytest.param("ISBN 978-952-263-421-4", id="isbn"),
    pytest.param("konto FI21 1234 5600 0007 85", id="iban"),
    pytest.param("covid-19 och Agenda 2030", id="covid"),
    pytest.param("bilaga 1, bilaga 2 och bilaga 3", id="attachments"),
    pytest.param("sidorna 12–15", id="pages"),
    pytest.param("på skalan 0–100", id="scale"),
    pytest.param("årskurserna 7–9", id="grades"),
    pytest.param("Euro 6-normen", id="emission-class"),
    pytest.param("EU:s 27 medlemsstater", id="member-states"),
    pytest.param("vecka 35", id="week"),
    pytest.param("läsåret 2023–2024", id="school-year"),
    pytest.param("den 22–23 maj 2018", id="conference"),
]

WORDS_OF_MONEY = [
    pytest.param("flera miljoner euro", id="several-millions"),
    pytest.param("tiotals miljoner euro", id="tens-of-millions"),
    pytest.param("några miljoner euro", id="a-few-million"),
    pytest.param("några hundra euro", id="a-few-hundred"),
    pytest.param("hundratusentals euro", id="hundreds-of-thousands"),
    pytest.param("miljontals kronor", id="millions-of-crowns"),
    pytest.param("många tusen euro", id="many-thousand"),
    pytest.param("beloppen anges i euro", id="in-euros"),
    pytest.param("euroområdets 20 länder", id="euro-area"),
    pytest.param("Europa 2030", id="europe"),
    pytest.param("kronprinsen fyllde 50 år", id="crown-prince"),
    pytest.param("kransen har 5 kronblad", id="petals"),
    pytest.param("miljonprogrammet från 1970-talet", id="million-programme"),
    pytest.param("en av tre", id="one-of-three"),
    pytest.param("ett enskilt projekt", id="article"),
    pytest.param("5 e-tjänster", id="e-services"),
    pytest.param("centret har 12 kontor", id="centre"),
    pytest.param("per kapita", id="per-capita"),
    pytest.param("- - -", id="dashes"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize("text", PEOPLE_AND_THINGS + MEASURES + NUMBERS_OF_THINGS + WORDS_OF_MONEY)
def test_no_money(text: str) -> None:
    document = Document(language="sv", blocks=(Block(type="h1", text="Pressmeddelande"), Block(type="p", text=text)))
    assert [amount.text for amount in read_amounts(document)] == []
