"""Sentences that state from when to when a grant may be used, and sentences with other spans of time."""

from __future__ import annotations

import pytest

from parsers.facts.use_period import read_use_period
from parsers.model import Block, Document

PUBLISHED = "2023-09-01T09:00"
YEAR_2024 = ("2024-01-01", "2024-12-31")
TWO_YEARS = ("2024-01-01", "2025-12-31")

FINNISH = [
    pytest.param("Avustus on käytettävissä ajalla 1.1.–31.12.2024.", YEAR_2024, id="kaytettavissa"),
    pytest.param("Avustus on käytössä ajalla 1.1.2024-31.12.2025.", TWO_YEARS, id="kaytossa"),
    pytest.param("Avustusta käytetään 1.1.–31.12.2024.", YEAR_2024, id="kaytetaan"),
    pytest.param("Avustusta voi käyttää 1.1.2024 alkaen 31.12.2025 saakka.", TWO_YEARS, id="alkaen-saakka"),
    pytest.param("Avustusta saa käyttää vuosina 2024–2025.", TWO_YEARS, id="vuosina"),
    pytest.param("Avustusta saa käyttää vuosina 2024 ja 2025.", TWO_YEARS, id="vuosina-ja"),
    pytest.param("Avustus on käytettävä vuoden 2024 aikana.", YEAR_2024, id="vuoden-aikana"),
    pytest.param("Avustus käytetään vuonna 2024.", YEAR_2024, id="vuonna"),
    pytest.param("Avustuksen käyttöaika on 1.1.2024–31.12.2025.", TWO_YEARS, id="kayttoaika"),
    pytest.param("Käyttöaika: 1.1.2024 - 31.12.2025", TWO_YEARS, id="label"),
    pytest.param("Avustuksen käyttöaika alkaa 1.1.2024 ja päättyy 31.12.2025.", TWO_YEARS, id="alkaa-paattyy"),
    pytest.param("Hankkeet toteutetaan 1.1.2024–31.12.2025.", TWO_YEARS, id="toteutetaan"),
    pytest.param("Hankkeet toteutetaan vuosina 2024–2025.", TWO_YEARS, id="toteutetaan-vuosina"),
    pytest.param("Hankeaika on 1.1.2024–31.12.2025.", TWO_YEARS, id="hankeaika"),
    pytest.param("Avustettavia hankkeita tuetaan ajalla 1.1.2024–31.12.2025.", TWO_YEARS, id="tuetaan"),
    pytest.param("Avustus myönnetään ajalle 1.1.2024–31.12.2025.", TWO_YEARS, id="ajalle"),
    pytest.param("Avustusta haetaan ajalle 1.1.2024–31.12.2025.", TWO_YEARS, id="haetaan-ajalle"),
    pytest.param("Erityisavustukset on tarkoitettu vuosille 2024–2025.", TWO_YEARS, id="vuosille"),
    pytest.param(
        "Hyväksyttäviä ovat kustannukset, jotka ovat syntyneet 1.1.2024–31.12.2025.", TWO_YEARS, id="syntyneet"
    ),
    pytest.param("Hyväksyttävien kustannusten tulee kohdistua ajalle 1.1.–31.12.2024.", YEAR_2024, id="kohdistua"),
    pytest.param(
        "Avustettava toiminta voi alkaa aikaisintaan 1.1.2024, ja sen on päätyttävä viimeistään 31.12.2025.",
        TWO_YEARS,
        id="aikaisintaan-viimeistaan",
    ),
    pytest.param(
        "Hankkeen voi aloittaa aikaisintaan 1.1.2024. Hankkeen tulee päättyä viimeistään 31.12.2025.",
        TWO_YEARS,
        id="two-sentences",
    ),
    pytest.param("Hankkeet käynnistyvät tammikuussa 2024 ja kestävät kaksi vuotta.", None, id="no-end"),
    pytest.param("Hankkeet kestävät elokuusta 2024 heinäkuuhun 2026.", ("2024-08-01", "2026-07-31"), id="months"),
    pytest.param("Avustus käytetään lukuvuonna 2024–2025.", ("2024-08-01", "2025-07-31"), id="lukuvuosi"),
    pytest.param(
        "Haku on auki 4.9.–13.10.2023, ja avustusta voi käyttää 1.1.–31.12.2024.", YEAR_2024, id="after-window"
    ),
    pytest.param("Avustusta voi hakea 4.9.–13.10.2023 ja käyttää 1.1.–31.12.2024.", YEAR_2024, id="after-window-ja"),
    pytest.param(
        "Avustushaku hankkeisiin, jotka toteutetaan 1.1.2024–31.12.2025, on avoinna 4.9.–13.10.2023.",
        TWO_YEARS,
        id="relative",
    ),
    pytest.param("Rahoitus on käytettävä 1.1.–31.12.2024 välisenä aikana.", YEAR_2024, id="valisena-aikana"),
    pytest.param(
        "Avustuksen ensimmäinen käyttöpäivä on 1.1.2024 ja viimeinen käyttöpäivä 31.12.2025.",
        TWO_YEARS,
        id="kayttopaivat",
    ),
    pytest.param("Tuki on käytettävissä 1.1.2024 lukien, kuitenkin enintään 31.12.2025 asti.", TWO_YEARS, id="lukien"),
    pytest.param("Avustus on käytettävä vuoden 2024 alusta vuoden 2025 loppuun.", TWO_YEARS, id="alusta-loppuun"),
    pytest.param(
        "Valtionavustus on tarkoitettu käytettäväksi 1.9.2023–31.8.2024.",
        ("2023-09-01", "2024-08-31"),
        id="kaytettavaksi",
    ),
    pytest.param("Ne käytetään vuosina 2024–2025.", TWO_YEARS, id="pronoun"),
    pytest.param("Hankkeiden toteutusaika on 1.1.2024–31.12.2025.", TWO_YEARS, id="toteutusaika"),
    pytest.param("Avustuskausi: 1.1.2024–31.12.2025", TWO_YEARS, id="avustuskausi"),
    pytest.param("Avustus on käytettävä 31.12.2024 mennessä.", None, id="end-only"),
    pytest.param("Hankkeiden on päätyttävä viimeistään 31.12.2024.", None, id="end-only-project"),
    pytest.param("Haku on auki 4.9.–13.10.2023.", None, id="window"),
    pytest.param("Hakuaika on 1.9.2023–31.8.2024.", None, id="long-window"),
    pytest.param("Avustusta voi hakea 4.9.–13.10.2023.", None, id="hakea"),
    pytest.param("Ohjelmakaudella 2021–2027 rahastosta tuetaan hankkeita.", None, id="ohjelmakausi"),
    pytest.param("Julkisen talouden suunnitelma vuosille 2024–2027 julkaistiin.", None, id="suunnitelma"),
    pytest.param("Toimintamallia on kokeiltu vuosina 2021–2023.", None, id="kokeiltu"),
    pytest.param("Aiempiin hankkeisiin käytettiin vuosina 2019–2021 yhteensä 3 miljoonaa euroa.", None, id="aiempiin"),
    pytest.param("Ministeriö on jakanut avustuksia vuosina 2020–2022.", None, id="jakanut"),
    pytest.param("Vuonna 2024 avustuksiin on käytettävissä 3 miljoonaa euroa.", None, id="money-in-year"),
    pytest.param(
        "Vuosina 2024–2027 avustuksiin on käytettävissä yhteensä 12 miljoonaa euroa.", None, id="money-in-years"
    ),
    pytest.param("Valtionavustukset vuodelle 2024 haettavissa.", None, id="vuodelle"),
    pytest.param(
        "Työ- ja elinkeinoministeriö jakaa vuonna 2024 valtionavustusta järjestöille.", None, id="jakaa-vuonna"
    ),
    pytest.param("Energiatehokkuussopimus on voimassa vuosina 2017–2025.", None, id="sopimus"),
    pytest.param("Määräaikainen virkasuhde on ajalle 1.1.–31.12.2024.", None, id="virkasuhde"),
    pytest.param("Avustuksen käyttöä koskeva selvitys annetaan 1.1.–31.3.2025.", None, id="selvitys"),
    pytest.param("Hanketta koskeva tilaisuus järjestetään 1.–2.2.2024.", None, id="tilaisuus"),
    pytest.param("Avustusten määrä kasvoi vuosina 2015–2020.", None, id="kasvoi"),
    pytest.param("Avustus maksetaan vuosina 2024–2025 neljässä erässä.", None, id="maksetaan"),
    pytest.param("Kirjanpitoaineisto säilytetään vuosina 2024–2030.", None, id="sailytetaan"),
    pytest.param("Hallitusohjelman mukaan tukea lisätään vuosina 2024–2027.", None, id="hallitusohjelma"),
    pytest.param("Työryhmän toimikausi on 1.1.2024–31.12.2025.", None, id="toimikausi"),
    pytest.param("Hankkeen kesto on enintään 24 kuukautta.", None, id="kesto"),
    pytest.param("Näyttely on avoinna 1.1.–31.12.2024.", None, id="nayttely"),
    pytest.param("Väestö kasvoi vuosina 2010–2020, ja tuki väheni.", None, id="vaesto"),
    pytest.param("Avustuksia myönnettiin vuosina 2021–2022 yhteensä 120 hankkeelle.", None, id="myonnettiin"),
]

SWEDISH = [
    pytest.param("Understödet får användas under tiden 1.1–31.12.2024.", YEAR_2024, id="anvandas"),
    pytest.param("Understödet får användas under perioden 1 januari 2024–31 december 2025.", TWO_YEARS, id="perioden"),
    pytest.param(
        "Understödet kan användas från den 1 januari 2024 till den 31 december 2025.", TWO_YEARS, id="fran-till"
    ),
    pytest.param("Understödet används fr.o.m. 1.1.2024 t.o.m. 31.12.2025.", TWO_YEARS, id="from-tom"),
    pytest.param("Understödet får användas åren 2024–2025.", TWO_YEARS, id="aren"),
    pytest.param("Understödet får användas 2024–2025.", TWO_YEARS, id="bare-years"),
    pytest.param("Understödet får användas under åren 2024 och 2025.", TWO_YEARS, id="aren-och"),
    pytest.param("Understödet ska användas under 2024.", YEAR_2024, id="under-year"),
    pytest.param("Understödet är avsett att användas under kalenderåret 2024.", YEAR_2024, id="kalenderaret"),
    pytest.param("Understödets användningstid är 1.1.2024–31.12.2025.", TWO_YEARS, id="anvandningstid"),
    pytest.param("Användningstid: 1.1.2024–31.12.2025", TWO_YEARS, id="label"),
    pytest.param("Projekten genomförs 1.1.2024–31.12.2025.", TWO_YEARS, id="genomfors"),
    pytest.param("Projekten pågår under perioden 1 januari 2024–31 december 2025.", TWO_YEARS, id="pagar"),
    pytest.param("Projekttiden är 1.1.2024–31.12.2025.", TWO_YEARS, id="projekttiden"),
    pytest.param("De projekt som får understöd genomförs åren 2024–2025.", TWO_YEARS, id="genomfors-aren"),
    pytest.param("Understöd beviljas för tiden 1.1.2024–31.12.2025.", TWO_YEARS, id="for-tiden"),
    pytest.param("Specialunderstödet är avsett för åren 2024–2025.", TWO_YEARS, id="for-aren"),
    pytest.param("Kostnader som uppkommit under tiden 1.1–31.12.2024 godkänns.", YEAR_2024, id="kostnader"),
    pytest.param(
        "Den verksamhet som understöds får inledas tidigast den 1 januari 2024 och ska avslutas senast 31.12.2025.",
        TWO_YEARS,
        id="tidigast-senast",
    ),
    pytest.param(
        "Projektet kan inledas tidigast den 1 januari 2024. Det ska vara slutfört senast den 31 december 2025.",
        TWO_YEARS,
        id="two-sentences",
    ),
    pytest.param("Understödet används under läsåret 2024–2025.", ("2024-08-01", "2025-07-31"), id="lasaret"),
    pytest.param("Understödet kan sökas 4.9–13.10.2023 och användas 1.1–31.12.2024.", YEAR_2024, id="after-window"),
    pytest.param("Understödet kan användas mellan den 1 januari och den 31 december 2024.", YEAR_2024, id="mellan"),
    pytest.param("Understödet används från början av 2024 till utgången av 2025.", TWO_YEARS, id="borjan-utgangen"),
    pytest.param("Medlen ska användas augusti 2024–juli 2026.", ("2024-08-01", "2026-07-31"), id="months"),
    pytest.param("Det ska användas under tiden 1 januari–31 december 2024.", YEAR_2024, id="pronoun"),
    pytest.param(
        "Understödets första användningsdag är 1.1.2024 och sista användningsdag 31.12.2025.",
        TWO_YEARS,
        id="anvandningsdagar",
    ),
    pytest.param("Bidraget disponeras under tiden 1.1–31.12.2024.", YEAR_2024, id="disponeras"),
    pytest.param("Stödet står till förfogande 1.1.2024–31.12.2025.", TWO_YEARS, id="till-forfogande"),
    pytest.param("Understödet får användas från och med 2024 till och med 2025.", TWO_YEARS, id="fran-och-med-years"),
    pytest.param("Understödet ska användas senast den 31 december 2024.", None, id="end-only"),
    pytest.param("Projekten ska avslutas senast den 31 december 2024.", None, id="end-only-project"),
    pytest.param("Ansökningstiden är 4.9–13.10.2023.", None, id="window"),
    pytest.param("Understöd kan sökas 4.9–13.10.2023.", None, id="sokas"),
    pytest.param("Under programperioden 2021–2027 stöds projekt ur fonden.", None, id="programperioden"),
    pytest.param("Planen för de offentliga finanserna för åren 2024–2027 publicerades.", None, id="planen"),
    pytest.param("Modellen prövades i försök åren 2021–2023.", None, id="forsok"),
    pytest.param("För de tidigare projekten användes tre miljoner euro åren 2019–2021.", None, id="anvandes"),
    pytest.param(
        "Åren 2018–2020 delade ministeriet ut en miljon euro i understöd till 64 projekt.", None, id="delade-ut"
    ),
    pytest.param("År 2024 finns det tre miljoner euro att tillgå för understöden.", None, id="money-in-year"),
    pytest.param("Statsunderstöd för 2024 kan sökas.", None, id="for-year"),
    pytest.param("Ministeriet delar 2024 ut understöd till organisationer.", None, id="delar-ut"),
    pytest.param("Avtalet gäller åren 2017–2025.", None, id="avtalet"),
    pytest.param("Tjänsteförhållandet är på viss tid 1.1–31.12.2024.", None, id="tjansteforhallandet"),
    pytest.param("Redovisningen av hur understödet har använts lämnas in 1.1–31.3.2025.", None, id="redovisningen"),
    pytest.param("Projektet ordnar en konferens den 1–2 februari 2024.", None, id="konferens"),
    pytest.param("Understödet betalas åren 2024–2025 i fyra rater.", None, id="betalas"),
    pytest.param("Bokföringsmaterialet ska bevaras 2024–2030.", None, id="bevaras"),
    pytest.param("Enligt regeringsprogrammet höjs stödet åren 2024–2027.", None, id="regeringsprogrammet"),
    pytest.param("Arbetsgruppens mandatperiod är 1.1.2024–31.12.2025.", None, id="mandatperiod"),
    pytest.param("Inför fortsättningen 2024–2025 anställer projektet en koordinator.", None, id="fortsattningen"),
    pytest.param("Ett enskilt projekt kan pågå i högst 24 månader.", None, id="manader"),
    pytest.param("Utställningen pågår 1.1–31.12.2024.", None, id="utstallningen"),
    pytest.param("Projektet inleddes 2016 och har fått stöd åren 2016–2018.", None, id="har-fatt"),
]


def period_in(text: str, language: str) -> tuple[str, str] | None:
    title = "Valtionavustukset järjestöille" if language == "fi" else "Statsunderstöd till organisationer"
    blocks = (Block(type="h1", text=title), Block(type="p", text=text))
    period, _ = read_use_period(Document(language=language, published=PUBLISHED, blocks=blocks))
    return (period.start, period.end) if period else None


@pytest.mark.parametrize(("text", "expected"), FINNISH)
def test_finnish(text: str, expected: tuple[str, str] | None) -> None:
    assert period_in(text, "fi") == expected


@pytest.mark.parametrize(("text", "expected"), SWEDISH)
def test_swedish(text: str, expected: tuple[str, str] | None) -> None:
    assert period_in(text, "sv") == expected
