"""Finnish sentences that state an application window, and sentences with dates of other things."""

from __future__ import annotations

import pytest

PUBLISHED = "2023-09-01T09:00"

WINDOWS = [
    pytest.param("Haku on avoinna 4.9.-13.10.2023.", "2023-09-04", "2023-10-13", id="avoinna-hyphen"),
    pytest.param(
        "Haku on avoinna 4.9. – 13.10.2023 klo 16.15 asti.", "2023-09-04", "2023-10-13T16:15", id="avoinna-time"
    ),
    pytest.param("Hakuaika on 4.9.−13.10.2023.", "2023-09-04", "2023-10-13", id="minus-sign"),
    pytest.param("Hakuaika: 4.9.2023 - 13.10.2023", "2023-09-04", "2023-10-13", id="label"),
    pytest.param(
        "Hakuaika 4.9.2023 klo 8.00 – 13.10.2023 klo 16.15", "2023-09-04T08:00", "2023-10-13T16:15", id="both-times"
    ),
    pytest.param(
        "Avustusten hakuaika alkaa 4.9.2023 ja päättyy 13.10.2023 kello 16.15.",
        "2023-09-04",
        "2023-10-13T16:15",
        id="alkaa-paattyy",
    ),
    pytest.param(
        "Haku käynnistyy maanantaina 4. syyskuuta ja päättyy perjantaina 13. lokakuuta.",
        "2023-09-04",
        "2023-10-13",
        id="no-year-weekdays",
    ),
    pytest.param(
        "Haku avautuu 4.9. klo 9 ja sulkeutuu 13.10. klo 16.15.",
        "2023-09-04T09:00",
        "2023-10-13T16:15",
        id="avautuu-sulkeutuu",
    ),
    pytest.param(
        "Avustushaku avattiin 28.8.2023, ja hakemuksia otetaan vastaan 13.10.2023 asti.",
        "2023-08-28",
        "2023-10-13",
        id="avattiin-otetaan-vastaan",
    ),
    pytest.param("Hakuaika päättyy 13.10.2023.", None, "2023-10-13", id="paattyy-only"),
    pytest.param("Hakuaika päättyy perjantaina 13.10. klo 16.15.", None, "2023-10-13T16:15", id="paattyy-no-year"),
    pytest.param(
        "Hakemukset on toimitettava viimeistään 13.10.2023 klo 16.15.", None, "2023-10-13T16:15", id="toimitettava"
    ),
    pytest.param(
        "Hakemus liitteineen tulee jättää asiointipalvelussa 13.10.2023 klo 16.15 mennessä.",
        None,
        "2023-10-13T16:15",
        id="jattaa-mennessa",
    ),
    pytest.param(
        "Hakemuksen on oltava kirjaamossa perillä ennen klo 16.15 perjantaina 13.10.2023.",
        None,
        "2023-10-13T16:15",
        id="time-before-date",
    ),
    pytest.param("Hakemusten tulee saapua ministeriöön 13. lokakuuta 2023 mennessä.", None, "2023-10-13", id="saapua"),
    pytest.param(
        "Avustusta haetaan 13.10.2023 mennessä sähköisellä lomakkeella.", None, "2023-10-13", id="haetaan-mennessa"
    ),
    pytest.param("Avustusta voi hakea 13.10.2023 saakka.", None, "2023-10-13", id="saakka"),
    pytest.param("Avustukset ovat haettavissa 4.9.–13.10.2023.", "2023-09-04", "2023-10-13", id="haettavissa"),
    pytest.param("Rahoitusta voi hakea lokakuun loppuun asti.", None, "2023-10-31", id="month-end"),
    pytest.param(
        "Rahoitusta voi hakea 2.10. alkaen marraskuun 2023 loppuun saakka.",
        "2023-10-02",
        "2023-11-30",
        id="alkaen-month-end",
    ),
    pytest.param("Haku on auki vuoden loppuun.", None, "2023-12-31", id="year-end"),
    pytest.param("Haku on auki 15.11.2023–12.1.2024.", "2023-11-15", "2024-01-12", id="across-new-year"),
    pytest.param(
        "Haku on auki 15.11.–12.1.2024 klo 12.00.", "2023-11-15", "2024-01-12T12:00", id="across-new-year-once"
    ),
    pytest.param("Hakuaika: 15.11.–12.1.", "2023-11-15", "2024-01-12", id="across-new-year-no-year"),
    pytest.param("Hakuaika on 1.–29.9.2023.", "2023-09-01", "2023-09-29", id="days-of-one-month"),
    pytest.param("Hakuaika on 1. – 29. syyskuuta 2023.", "2023-09-01", "2023-09-29", id="days-of-one-month-long"),
    pytest.param(
        "Haku pidetään avoinna maanantaista 4.9. perjantaihin 13.10.2023.",
        "2023-09-04",
        "2023-10-13",
        id="from-to-cases",
    ),
    pytest.param("Hakuaikaa on jatkettu 27.10.2023 klo 16.15 asti.", None, "2023-10-27T16:15", id="jatkettu"),
    pytest.param(
        "Hakuaikaa pidennetään 27.10. asti. Hakuaika oli alun perin 4.9.–13.10.2023.",
        "2023-09-04",
        "2023-10-27",
        id="pidennetaan",
    ),
    pytest.param(
        "Alkuperäinen hakuaika päättyi 31.8., mutta hakuaikaa jatketaan 15.9.2023 saakka.",
        None,
        "2023-09-15",
        id="alkuperainen",
    ),
    pytest.param(
        "Haun piti päättyä 15.9.2023. Hakijoiden pyynnöstä uusi määräaika on 29.9.2023 klo 16.15.",
        None,
        "2023-09-29T16:15",
        id="uusi-maaraaika",
    ),
    pytest.param("Viimeinen hakupäivä on 13.10.2023.", None, "2023-10-13", id="viimeinen-hakupaiva"),
    pytest.param(
        "Hakemusten viimeinen jättöpäivä: 13.10.2023 klo 16.15.", None, "2023-10-13T16:15", id="viimeinen-jattopaiva"
    ),
    pytest.param("Hakemusten määräaika on 13.10.2023.", None, "2023-10-13", id="maaraaika"),
    pytest.param("Hakuaika umpeutuu 13.10.2023 klo 24.00.", None, "2023-10-13T24:00", id="umpeutuu-midnight"),
    pytest.param("Haun takaraja on 13.10. kello 16.15.", None, "2023-10-13T16:15", id="takaraja"),
    pytest.param("Haku alkaa tänään ja päättyy 13.10.2023.", "2023-09-01", "2023-10-13", id="tanaan"),
    pytest.param("Haku alkoi 1.9.2023 ja kestää 13.10.2023 saakka.", "2023-09-01", "2023-10-13", id="kestaa"),
    pytest.param(
        "Hakemukset jätetään Haeavustuksia.fi-palvelussa. Haku sulkeutuu 13.10.2023 klo 16.15.",
        None,
        "2023-10-13T16:15",
        id="sulkeutuu",
    ),
    pytest.param(
        "Hakuaika päättyy 13.10.2023. Hakemuksen on oltava perillä klo 16.15 mennessä.",
        None,
        "2023-10-13T16:15",
        id="lone-time",
    ),
    pytest.param("Hakuaika on 4.9.–13.10.2023 (klo 16.15).", "2023-09-04", "2023-10-13T16:15", id="time-in-brackets"),
    pytest.param(
        "Hakuaika 4.9. - 13.10.2023, klo 16:15 mennessä", "2023-09-04", "2023-10-13T16:15", id="comma-colon-time"
    ),
    pytest.param("Lähetä hakemus viimeistään 13.10. klo 16.", None, "2023-10-13T16:00", id="imperative-hour"),
    pytest.param("Hae avustusta viimeistään 13.10.2023!", None, "2023-10-13", id="imperative-hae"),
    pytest.param(
        "Haku on avoinna 13.10.2023 asti, ja päätökset tehdään joulukuussa.", None, "2023-10-13", id="decision-after"
    ),
    pytest.param(
        "Haku päättyy 13.10.2023, minkä jälkeen hakemukset arvioidaan 30.11.2023 mennessä.",
        None,
        "2023-10-13",
        id="evaluation-after",
    ),
    pytest.param(
        "Haku on käynnissä 4.9.–13.10.2023, ja avustusta voi käyttää 1.1.–31.12.2024.",
        "2023-09-04",
        "2023-10-13",
        id="use-after",
    ),
    pytest.param(
        "Avustusta voi hakea 4.9.–13.10.2023 ja käyttää 1.1.2024–31.12.2025.",
        "2023-09-04",
        "2023-10-13",
        id="use-after-ja",
    ),
    pytest.param(
        "Avustusta haetaan ajalle 1.1.–31.12.2024. Haku päättyy 13.10.2023.", None, "2023-10-13", id="use-before"
    ),
    pytest.param(
        "Avustushaku hankkeisiin, jotka toteutetaan 1.1.2024–31.12.2025, on avoinna 4.9.–13.10.2023.",
        "2023-09-04",
        "2023-10-13",
        id="relative-clause",
    ),
    pytest.param("Haku, joka alkoi 28.8., päättyy 13.10.2023.", "2023-08-28", "2023-10-13", id="relative-haku"),
    pytest.param("Elokuussa alkanut haku päättyy 13.10.2023.", None, "2023-10-13", id="vague-opening"),
    pytest.param("Hakuun on aikaa 13.10.2023 klo 16.15 saakka.", None, "2023-10-13T16:15", id="on-aikaa"),
    pytest.param(
        "Ministeriö ottaa hakemuksia vastaan 4.9.2023 alkaen 13.10.2023 saakka.",
        "2023-09-04",
        "2023-10-13",
        id="alkaen-saakka",
    ),
    pytest.param(
        "Hakemuksia voi jättää 4.9. ja 13.10.2023 välisenä aikana.", "2023-09-04", "2023-10-13", id="valisena-aikana"
    ),
    pytest.param(
        "Hakemuksia vastaanotetaan 4.9.–13.10.2023 välisenä aikana.",
        "2023-09-04",
        "2023-10-13",
        id="dash-valisena-aikana",
    ),
    pytest.param(
        "Avustusten haku on alkanut. Avustuksia haetaan 13.10.2023 klo 16.15 mennessä.",
        None,
        "2023-10-13T16:15",
        id="alkanut",
    ),
    pytest.param("Hakuaika on avustuksesta riippuen 4.9.–13.10.2023.", "2023-09-04", "2023-10-13", id="riippuen"),
    pytest.param(
        "Haku avataan alustavasti 16.10.2023 ja se on auki 24.11.2023 asti.",
        "2023-10-16",
        "2023-11-24",
        id="alustavasti",
    ),
    pytest.param(
        "13.10.2023 klo 16.15 jälkeen saapuneita hakemuksia ei oteta käsiteltäviksi.",
        None,
        "2023-10-13T16:15",
        id="jalkeen-saapuneita",
    ),
    pytest.param(
        "Määräaikaan 13.10.2023 klo 16.15 mennessä saapuneet hakemukset käsitellään marraskuussa.",
        None,
        "2023-10-13T16:15",
        id="maaraaikaan",
    ),
    pytest.param(
        "Syksyn hakukierros on 4.9.–13.10.2023 ja kevään hakukierros 5.2.–8.3.2024.",
        "2023-09-04",
        "2023-10-13",
        id="two-rounds",
    ),
    pytest.param(
        "Kevään haku oli 6.2.–10.3.2023. Syksyn haku on auki 4.9.–13.10.2023.",
        "2023-09-04",
        "2023-10-13",
        id="first-round-past",
    ),
    pytest.param("Hakuaika: 4.9.—13.10.2023 kello 16.15.", "2023-09-04", "2023-10-13T16:15", id="em-dash"),
    pytest.param("Hakuaika on 4.9-13.10.2023.", "2023-09-04", "2023-10-13", id="missing-full-stop"),
    pytest.param("Hakuaika on 04.09.2023–13.10.2023.", "2023-09-04", "2023-10-13", id="zero-padded"),
    pytest.param("Hakuaika 4.9.–13.10.23.", "2023-09-04", "2023-10-13", id="two-digit-year"),
    pytest.param("Hakuaika 4.9. 13.10.2023.", "2023-09-04", "2023-10-13", id="dash-lost"),
    pytest.param("Hakuaika on 4.9.–\n13.10.2023 klo 16.15.", "2023-09-04", "2023-10-13T16:15", id="line-break"),
    pytest.param("Haku on auki 3. päivänä lokakuuta 2023 klo 16.15 asti.", None, "2023-10-03T16:15", id="paivana"),
    pytest.param("Hakemukset lokakuun 13. päivään mennessä osoitteeseen kirjaamo.", None, "2023-10-13", id="paivaan"),
    pytest.param(
        "Hakemukset tulee lähettää sähköpostitse 13.10.2023 klo16.15 mennessä.",
        None,
        "2023-10-13T16:15",
        id="glued-klo",
    ),
    pytest.param("Hakuaika päättyy to 12.10. klo 16.15.", None, "2023-10-12T16:15", id="short-weekday"),
    pytest.param(
        "Tukea haetaan Business Finlandin asiointipalvelussa 13.10.2023 mennessä.", None, "2023-10-13", id="tukea"
    ),
    pytest.param("Apurahojen hakuaika päättyy 13.10.2023 kello 15.00.", None, "2023-10-13T15:00", id="apuraha"),
    pytest.param(
        "Rahoitushaku kuntien hankkeille aukeaa 4.9. ja on auki 13.10.2023 saakka.",
        "2023-09-04",
        "2023-10-13",
        id="rahoitushaku",
    ),
    pytest.param(
        "Ministeriö on julistanut avustukset haettaviksi 13.10.2023 mennessä.", None, "2023-10-13", id="haettaviksi"
    ),
    pytest.param(
        "Hakuaikaa on jatkettu 29.9.2023 päättyvästä ajasta 13.10.2023 asti.", None, "2023-10-13", id="jatkettu-from-to"
    ),
    pytest.param("Haku on voimassa 13.10.2023 saakka.", None, "2023-10-13", id="voimassa"),
    pytest.param("Hakulomake on avoinna 4.9.–13.10.2023.", "2023-09-04", "2023-10-13", id="hakulomake"),
    pytest.param("Avustusten hakeminen alkaa 4.9.2023.", "2023-09-04", None, id="hakeminen-alkaa"),
    pytest.param("Haku avautuu 18.9.2023.", "2023-09-18", None, id="avautuu-only"),
    pytest.param("Jaettavaa on 2 milj. euroa. Haku 4.9.–13.10.2023.", "2023-09-04", "2023-10-13", id="bare-haku"),
    pytest.param(
        "Lisätietoja hausta, joka on avoinna 4.9.–13.10.2023, antaa Aino Aalto.",
        "2023-09-04",
        "2023-10-13",
        id="hausta-joka",
    ),
]

OTHERS = [
    pytest.param("Lausunnot asetusluonnoksesta pyydetään 13.10.2023 klo 16.15 mennessä.", id="lausunnot"),
    pytest.param("Lausuntoaika päättyy 13.10.2023.", id="lausuntoaika"),
    pytest.param("Luonnosta voi kommentoida Otakantaa.fi-palvelussa 13.10.2023 saakka.", id="otakantaa"),
    pytest.param("Tarjoukset tulee jättää viimeistään 13.10.2023 klo 12.00.", id="tarjoukset"),
    pytest.param("Osallistumishakemukset hankintaan on jätettävä 13.10.2023 mennessä.", id="osallistumishakemus"),
    pytest.param("Ilmoittaudu hakijainfoon viimeistään 13.10.2023.", id="ilmoittaudu"),
    pytest.param("Ilmoittautuminen hakukoulutukseen päättyy 13.10.2023 klo 12.", id="ilmoittautuminen"),
    pytest.param("Hakijoille järjestetään infotilaisuus 13.10.2023 klo 13–15.", id="infotilaisuus"),
    pytest.param("Avustuksen hakijoille pidetään webinaari tiistaina 12.9.2023 klo 9.", id="webinaari"),
    pytest.param("Hakuinfo on 12.9.2023 kello 10.00.", id="hakuinfo"),
    pytest.param("Loppuselvitys on toimitettava 31.3.2025 mennessä.", id="loppuselvitys"),
    pytest.param("Avustuksen käytöstä annetaan selvitys viimeistään 30.6.2024.", id="selvitys"),
    pytest.param("Väliraportti jätetään 31.10.2023 mennessä hakujärjestelmässä.", id="valiraportti"),
    pytest.param("Maksatushakemus toimitetaan 30.11.2023 mennessä.", id="maksatushakemus"),
    pytest.param("Avustus maksetaan kahdessa erässä, ensimmäinen 15.12.2023 mennessä.", id="maksetaan"),
    pytest.param("Käyttämättä jäänyt avustus on palautettava viimeistään 31.1.2025.", id="palautettava"),
    pytest.param("Päätökset avustuksista tehdään 15.12.2023 mennessä.", id="paatokset"),
    pytest.param("Hakemuksista päätetään viimeistään 15.12.2023.", id="paatetaan"),
    pytest.param("Hakemukset käsitellään marraskuun loppuun mennessä.", id="kasitellaan"),
    pytest.param("Hakijoille ilmoitetaan tuloksista 20.12.2023 mennessä.", id="tulokset"),
    pytest.param("Avustus on käytettävä 31.12.2024 mennessä.", id="kaytettava"),
    pytest.param("Avustusta voi käyttää ajalla 1.1.–31.12.2024.", id="kayttaa"),
    pytest.param("Avustettavien hankkeiden on päätyttävä viimeistään 31.12.2024.", id="hankkeet-paatyttava"),
    pytest.param("Hankkeen voi aloittaa aikaisintaan 1.1.2024.", id="aloittaa"),
    pytest.param("Avustusta haetaan ajalle 1.1.2024–31.12.2025.", id="ajalle"),
    pytest.param("Hyväksyttäviä ovat 1.9.2023 jälkeen syntyneet kustannukset.", id="kustannukset"),
    pytest.param("Hakijana voi olla yhdistys, joka on rekisteröity viimeistään 31.12.2021.", id="rekisteroity"),
    pytest.param(
        "Avustusta voi hakea yhdistys, joka on merkitty yhdistysrekisteriin ennen 1.1.2022.", id="yhdistysrekisteri"
    ),
    pytest.param("Laki tulee voimaan 1.1.2024.", id="voimaan"),
    pytest.param("Asetus on voimassa 31.12.2025 saakka.", id="asetus-voimassa"),
    pytest.param("Tehtävään haetaan asiantuntijaa, ja hakuaika virkaan päättyy 13.10.2023.", id="virka"),
    pytest.param("Määräaikainen virkasuhde kestää 1.10.2023–31.12.2025.", id="virkasuhde"),
    pytest.param("Korkeakoulujen yhteishaku on 5.–20.9.2023.", id="yhteishaku"),
    pytest.param("Hakemusta voi täydentää 27.10.2023 asti.", id="taydentaa"),
    pytest.param("Pyydetyt täydennykset hakemukseen on toimitettava 3.11.2023 mennessä.", id="taydennykset"),
    pytest.param("Muutoshakemus on tehtävä ennen 30.11.2024.", id="muutoshakemus"),
    pytest.param("Päätökseen voi hakea oikaisua 13.10.2023 mennessä.", id="oikaisu"),
    pytest.param("Kysymykset hausta tulee lähettää viimeistään 22.9.2023.", id="kysymykset"),
    pytest.param("Edellisellä kierroksella haku oli avoinna 1.3.–31.3.2023.", id="edellinen"),
    pytest.param("Viime vuoden haku päättyi 14.10.2022.", id="viime-vuoden"),
    pytest.param("Samanaikaisesti on avoinna toinen haku 30.9.2023 asti.", id="samanaikaisesti"),
    pytest.param(
        "Samaan aikaan (4.9.–13.10.2023) haussa on opetus- ja kulttuuriministeriön avustus.", id="samaan-aikaan"
    ),
    pytest.param("Asiointipalvelussa on huoltokatko 13.10.2023 klo 18–22.", id="huoltokatko"),
    pytest.param("Verkkosivua päivitetty 13.10.2023.", id="paivitetty"),
    pytest.param("Eduskunta käsittelee talousarvioesityksen 15.12.2023 mennessä.", id="eduskunta"),
    pytest.param("Hallitus antoi esityksen 18.9.2023.", id="hallitus"),
    pytest.param("Kilpailun ehdotukset on lähetettävä 13.10.2023 mennessä.", id="kilpailu"),
    pytest.param("Ehdokkaita palkinnon saajaksi voi esittää 13.10.2023 saakka.", id="ehdokkaat"),
    pytest.param("Vastaa kyselyyn avustuksista viimeistään 13.10.2023.", id="kysely"),
    pytest.param("Kokeilu alkoi 1.3.2021 ja päättyy 31.12.2023.", id="kokeilu"),
    pytest.param("Tilinpäätös vuodelta 2022 liitetään hakemukseen.", id="tilinpaatos"),
    pytest.param("Avustuspäätösten valitusaika päättyy 13.10.2023.", id="valitusaika"),
    pytest.param("Neuvonta palvelee 13.10.2023 saakka arkisin klo 9–15.", id="neuvonta"),
    pytest.param("Avustusta haetaan vuosittain 31.10. mennessä.", id="vuosittain"),
    pytest.param("Hakemukset jätetään kunkin vuoden maaliskuun loppuun mennessä.", id="kunkin-vuoden"),
    pytest.param("Ohjelmakausi 2021–2027 jatkuu 31.12.2029 saakka.", id="ohjelmakausi"),
    pytest.param("Momentilta 29.10.20 myönnetään 2.000.000 euroa, hakemuksen diaarinumero VN/10/2023.", id="momentti"),
    pytest.param("Hakemuslomakkeen versio 2.10. on julkaistu.", id="versio"),
    pytest.param("Kaupungin edustajat tapasivat ministerin 12.9.2023.", id="tapasivat"),
    pytest.param("Tiedonkeruu toteutettiin 1.2.–31.3.2023, ja siihen vastasi 120 hakijaa.", id="tiedonkeruu"),
    pytest.param("Hakukoulutus järjestetään 20.9. klo 9–11 ja uusinta 27.9. klo 13–15.", id="hakukoulutus"),
    pytest.param("Kumppanuussopimus on allekirjoitettava 31.12.2023 mennessä.", id="sopimus"),
    pytest.param("Neuvottelukunnan toimikausi on 1.10.2023–30.9.2026.", id="toimikausi"),
    pytest.param("Kustannusten tulee syntyä 1.1.–31.12.2024, eikä niihin haeta ennakkoa.", id="kustannusten"),
    pytest.param("Tilintarkastajan raportti lähetetään ministeriölle viimeistään 30.9.2024.", id="tilintarkastaja"),
    pytest.param("Avustushakemusten arviointi päättyy 10.11.2023.", id="arviointi"),
    pytest.param("Vuosilomalla 4.9.–29.9.2023 on ylitarkastaja Aino Aalto.", id="vuosiloma"),
    pytest.param("Mediatilaisuus 1.9.2023 klo 10.00, ilmoittautumiset 31.8. klo 16 mennessä.", id="mediatilaisuus"),
    pytest.param("Hankkeet raportoivat maaliskuun loppuun mennessä.", id="raportoivat"),
    pytest.param("Hanketta on jatkettu 31.12.2024 saakka.", id="hanketta-jatkettu"),
    pytest.param("Avustuksen käyttöaikaa on pidennetty 31.12.2024 asti.", id="kayttoaikaa-pidennetty"),
    pytest.param("Selvityshenkilön määräaika päättyy 15.12.2023.", id="selvityshenkilo"),
    pytest.param("Seminaarin esitykset julkaistaan 13.10.2023 mennessä.", id="seminaari"),
    pytest.param("Avustusten vaikutuksia arvioidaan 1.1.2024 alkaen.", id="vaikutuksia"),
    pytest.param("Avustus myönnettiin 1.6.2023 alkavaan toimintaan.", id="alkavaan-toimintaan"),
    pytest.param("Näyttely on avoinna 4.9.–13.10.2023.", id="nayttely"),
    pytest.param("Kirjaston digituki on auki ma–to klo 10–16.", id="opening-hours"),
    pytest.param("Puhelinpalvelu on suljettu 6.12.2023.", id="suljettu"),
]

CONTINUOUS = [
    pytest.param("Tuessa on jatkuva haku.", id="jatkuva-haku"),
    pytest.param("Avustusta voi hakea ympäri vuoden.", id="ympari-vuoden"),
    pytest.param("Hakemuksen voi jättää milloin tahansa.", id="milloin-tahansa"),
    pytest.param("Hakuaika: jatkuva", id="label"),
    pytest.param("Avustus on jatkuvasti haettavissa.", id="jatkuvasti-haettavissa"),
    pytest.param(
        "Avustuksella ei ole hakuaikaa, vaan sitä myönnetään niin kauan kuin määrärahaa riittää.", id="ei-hakuaikaa"
    ),
    pytest.param("Haku on jatkuvassa haussa niin kauan kuin rahaa riittää.", id="jatkuvassa-haussa"),
]

NOT_CONTINUOUS = [
    pytest.param("Jatkuvan oppimisen avustukset ovat haettavissa.", id="jatkuva-oppiminen"),
    pytest.param("Hakemuksia käsitellään jatkuvasti.", id="kasitellaan"),
    pytest.param("Hakemusta voi muuttaa milloin tahansa.", id="muuttaa"),
    pytest.param("Haku ei ole jatkuva.", id="ei-jatkuva"),
    pytest.param("Toiminta on ympärivuotista, ja sitä kehitetään jatkuvasti hakijoiden kanssa.", id="kehitetaan"),
    pytest.param("Hakemuksen voi peruuttaa milloin tahansa.", id="peruuttaa"),
    pytest.param("Hakemuksen voi jättää hakuaikana milloin tahansa.", id="hakuaikana"),
]
