"""Twenty invented pairs in Finnish and Swedish, each with a trap for who pairs, aligns or compares them."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.model import Kind, Release
from tests.parsers.pairs.invented import release


@dataclass(frozen=True)
class Case:
    """A pair, and the differences a careful reader finds in it as (field, kind)."""

    id: str
    fi: Release
    sv: Release
    differences: frozenset[tuple[str, str]] = field(default=frozenset())


def _shore(
    year: int, euros: str, closes: str, people: tuple[tuple[str, str], ...], stamp: str
) -> tuple[Release, Release]:
    """The same yearly call: another year, sum and deadline, nearly the same words."""
    value = int(euros.replace(" ", ""))
    day = f"{int(closes[8:10])}.{int(closes[5:7])}.{closes[:4]}"
    name, phone = people[0]
    fi = f"""Kotiseutuyhdistysten avustukset vuodelle {year} haettavissa
    Yhdistykset voivat hakea avustusta kotiseutumuseoiden kunnostamiseen. Avustuksiin on varattu {euros} euroa.
    Avustus voi kattaa enintään puolet kustannuksista. Etusijalla ovat kohteet, jotka ovat avoinna yleisölle.
    Hakemus lähetetään sähköisesti viimeistään {day} klo 16.15.
    Päätökset tehdään helmikuussa.
    Lisätietoja antaa {name}, puh. {phone}."""
    sv = f"""Understöd till hembygdsföreningar för {year} kan sökas
    Föreningar kan söka understöd för iståndsättning av hembygdsmuseer. För understöden har det reserverats {euros} euro.
    Understödet kan täcka högst hälften av kostnaderna. Företräde ges objekt som är öppna för allmänheten.
    Ansökan ska skickas elektroniskt senast den {day} kl. 16.15.
    Besluten fattas i februari.
    Ytterligare information ges av {name}, tfn {phone}."""
    common = {"published": stamp, "closes": f"{closes}T16:15", "total": value, "authority": "okm", "people": people}
    return (
        release("fi", fi, sums={f"{euros} euroa": value}, **common),  # type: ignore[arg-type]
        release("sv", sv, sums={f"{euros} euro": value}, **common),  # type: ignore[arg-type]
    )


def cases() -> list[Case]:
    """Return the pairs. All but those of `spoilt` may stand in one archive."""
    return [
        *_yearly(),
        *_siblings(),
        *_news_and_notice(),
        *_formats(),
        *_shorter(),
        *_facts(),
        *_moved(),
        *_bare(),
    ]


def _yearly() -> list[Case]:
    one = _shore(2016, "240 000", "2015-11-30", (("Aune Rautio", "0295 330 911"),), "2015-10-05T09:00")
    two = _shore(2017, "260 000", "2016-11-30", (("Aune Rautio", "0295 330 911"),), "2016-10-03T09:00")
    three = _shore(2018, "260 000", "2017-11-30", (("Lasse Enqvist", "0295 330 912"),), "2017-10-02T09:00")
    return [Case(f"yearly_{year}", *pair) for year, pair in ((2016, one), (2017, two), (2018, three))]


def _siblings() -> list[Case]:
    stamp = "2022-05-02T10:00"
    boats_fi = release(
        "fi",
        """Veneilysatamien turvallisuuteen haettavissa 400 000 euroa
        Kunnat ja veneseurat voivat hakea avustusta satamien valaistukseen ja pelastusvälineisiin.
        Haku on avoinna 2.5.–31.5.2022, ja avustuksiin on varattu 400 000 euroa.
        Yhdelle hakijalle myönnetään enintään 20 000 euroa.
        Hakemus täytetään asiointipalvelussa. Päätökset tehdään kesäkuussa 2022.
        Lisätietoja: tarkastaja Seppo Kallioniemi, p. 0295 345 701""",
        published=stamp,
        sums={"400 000 euroa": 400_000, "20 000 euroa": 20_000},
        total=400_000,
        opens="2022-05-02",
        closes="2022-05-31",
        people=(("Seppo Kallioniemi", "+358295345701"),),
        authority="lvm",
    )
    boats_sv = release(
        "sv",
        """Understöd för säkerheten i småbåtshamnar utlyses
        Kommuner och båtklubbar kan söka understöd för belysning och räddningsutrustning i hamnarna.
        Ansökningstiden är 2–31 maj 2022, och för understöden har det reserverats 400 000 euro.
        En sökande kan beviljas högst 20 000 euro.
        Ansökan fylls i i e-tjänsten. Besluten fattas i juni 2022.
        Mer information: inspektör Seppo Kallioniemi, tfn 0295 345 701""",
        published=stamp,
        translated="2022-05-02T14:30",
        sums={"400 000 euro": 400_000, "20 000 euro": 20_000},
        total=400_000,
        opens="2022-05-02",
        closes="2022-05-31",
        people=(("Seppo Kallioniemi", "+358295345701"),),
        authority="lvm",
    )
    bikes_fi = release(
        "fi",
        """Pyöräpysäköinnin kehittämiseen haettavissa 400 000 euroa
        Kunnat voivat hakea avustusta pyöräkatosten ja lukittavien pyörätelineiden rakentamiseen asemien yhteyteen.
        Haku on avoinna 2.5.–31.5.2022, ja avustuksiin on varattu 400 000 euroa.
        Avustus on enintään 40 prosenttia kustannuksista.
        Hakemus täytetään asiointipalvelussa. Päätökset tehdään kesäkuussa 2022.
        Lisätietoja: tarkastaja Seppo Kallioniemi, p. 0295 345 701""",
        published=stamp,
        sums={"400 000 euroa": 400_000},
        total=400_000,
        opens="2022-05-02",
        closes="2022-05-31",
        people=(("Seppo Kallioniemi", "+358295345701"),),
        authority="lvm",
    )
    bikes_sv = release(
        "sv",
        """Kommunerna kan få stöd för bättre cykelparkering
        Kommuner kan söka understöd för att bygga cykeltak och låsbara cykelställ i anslutning till stationer.
        Ansökningstiden är 2–31 maj 2022, och för understöden har det reserverats 400 000 euro.
        Understödet uppgår till högst 40 procent av kostnaderna.
        Ansökan fylls i i e-tjänsten. Besluten fattas i juni 2022.
        Mer information: inspektör Seppo Kallioniemi, tfn 0295 345 701""",
        published=stamp,
        translated="2022-05-02T14:32",
        sums={"400 000 euro": 400_000},
        total=400_000,
        opens="2022-05-02",
        closes="2022-05-31",
        people=(("Seppo Kallioniemi", "+358295345701"),),
        authority="lvm",
    )
    return [Case("sibling_boats", boats_fi, boats_sv), Case("sibling_bikes", bikes_fi, bikes_sv)]


def _news_and_notice() -> list[Case]:
    """A press release and the call notice it talks about, of one day, with the same sums, deadline and contact."""
    facts = {
        "total": 1_800_000,
        "opens": "2024-09-02",
        "closes": "2024-10-11T16:15",
        "used": ("2025-01-01", "2026-12-31"),
        "people": (("Ritva Kangasniemi", "+358295163881"),),
        "authority": "stm",
    }
    news_fi = """Ikääntyneiden yksinäisyyteen haetaan uusia ratkaisuja 1,8 miljoonalla eurolla
    Joka kolmas yli 75-vuotias kertoo tuntevansa itsensä yksinäiseksi. Sosiaali- ja terveysministeriö avaa siksi haun, jolla etsitään keinoja tuoda ihmisiä yhteen.
    – Yksinäisyys vaarantaa terveyden siinä missä tupakka, sanoo sosiaali- ja terveysministeri Elsa Hirvonen.
    Hyviä kokemuksia on saatu ystävätoiminnasta ja yhteisistä ruokailuista esimerkiksi Kotkassa ja Närpiössä.
    Haku on avoinna 2.9.–11.10.2024. Jaossa on 1,8 miljoonaa euroa vuosille 2025–2026.
    Lisätietoja: erityisasiantuntija Ritva Kangasniemi, p. 0295 163 881"""
    news_sv = """1,8 miljoner euro för att hitta nya lösningar på äldres ensamhet
    Var tredje person över 75 år uppger att de känner sig ensamma. Social- och hälsovårdsministeriet öppnar därför en utlysning för att finna sätt att föra människor samman.
    – Ensamhet äventyrar hälsan lika mycket som tobak, säger social- och hälsovårdsminister Elsa Hirvonen.
    Det finns goda erfarenheter av vänverksamhet och gemensamma måltider till exempel i Kotka och Närpes.
    Ansökningstiden är 2 september–11 oktober 2024. Det delas ut 1,8 miljoner euro för åren 2025–2026.
    Mer information: specialsakkunnig Ritva Kangasniemi, tfn 0295 163 881"""
    notice_fi = """Hakuilmoitus: valtionavustus ikääntyneiden osallisuutta lisääviin hankkeisiin
    ## Avustuksen tarkoitus
    Erityisavustuksella tuetaan hankkeita, jotka lisäävät kotona asuvien ikääntyneiden osallisuutta.
    ## Hakuaika ja määräraha
    Haku alkaa 2.9.2024 ja päättyy 11.10.2024 klo 16.15. Käytettävissä on 1,8 miljoonaa euroa momentilta 33.60.39.
    ## Hakijat
    Hakijana voi olla hyvinvointialue, kunta tai rekisteröity yhdistys. Omarahoituksen on oltava vähintään 20 prosenttia.
    ## Hyväksyttävät kustannukset
    - henkilöstön palkat sivukuluineen
    - tilavuokrat ja viestintä
    - ulkopuolinen arviointi
    Avustusta ei myönnetä investointeihin eikä laitehankintoihin. Avustusta käytetään 1.1.2025–31.12.2026.
    ## Hakemuksen liitteet
    Hakemukseen liitetään hankesuunnitelma, talousarvio ja yhdistyksen säännöt.
    Lisätietoja: Ritva Kangasniemi, p. 0295 163 881"""
    notice_sv = """Utlysning: statsunderstöd till projekt som ökar äldres delaktighet
    ## Syftet med understödet
    Med specialunderstödet stöds projekt som ökar delaktigheten bland äldre som bor hemma.
    ## Ansökningstid och anslag
    Ansökningstiden börjar den 2 september 2024 och går ut den 11 oktober 2024 kl. 16.15. Till förfogande står 1,8 miljoner euro under moment 33.60.39.
    ## Sökande
    Sökande kan vara ett välfärdsområde, en kommun eller en registrerad förening. Självfinansieringen ska vara minst 20 procent.
    ## Godtagbara kostnader
    - personalens löner med lönebikostnader
    - lokalhyror och kommunikation
    - extern utvärdering
    Understöd beviljas inte för investeringar eller anskaffning av utrustning. Understödet används 1.1.2025–31.12.2026.
    ## Bilagor till ansökan
    Till ansökan fogas projektplanen, budgeten och föreningens stadgar.
    Mer information: Ritva Kangasniemi, tfn 0295 163 881"""
    fi, sv = {"1,8 miljoonaa euroa": 1_800_000}, {"1,8 miljoner euro": 1_800_000}
    news = {"published": "2024-09-02T10:00", **facts}
    notice = {"published": "2024-09-02", "form": None, **facts}
    return [
        Case("news", release("fi", news_fi, sums=fi, **news), release("sv", news_sv, sums=sv, **news)),  # type: ignore[arg-type]
        Case(
            "notice",
            release("fi", notice_fi, sums=fi, **notice),  # type: ignore[arg-type]
            release("sv", notice_sv, sums=sv, **notice),  # type: ignore[arg-type]
        ),
    ]


def _formats() -> list[Case]:
    worded = Case(
        "other_formats_same_facts",
        release(
            "fi",
            """Kyläkauppojen palveluihin haettavissa 1,5 miljoonaa euroa
            Hakuaika on 3.2.–14.3.2020. Avustuksiin on varattu 1,5 miljoonaa euroa.
            Avustus on 2 000–15 000 euroa kauppaa kohti.
            Avustusta voi käyttää 1.4.2020–31.3.2021.
            Lisätietoja: erityisasiantuntija Katri Lumijoki, p. 029 504 7801""",
            published="2020-02-03T08:30",
            sums={"1,5 miljoonaa euroa": 1_500_000, "2 000–15 000 euroa": (2_000, 15_000)},
            total=1_500_000,
            opens="2020-02-03",
            closes="2020-03-14",
            used=("2020-04-01", "2021-03-31"),
            people=(("Katri Lumijoki", "+358295047801"),),
        ),
        release(
            "sv",
            """En och en halv miljon euro till bybutikernas tjänster
            Ansökningstiden börjar den 3 februari 2020 och går ut den 14 mars 2020 kl. 16.15. Det har reserverats 1 500 000 euro.
            Understödet är mellan 2 000 och 15 000 euro per butik.
            Understödet får användas från den 1 april 2020 till den 31 mars 2021.
            Mer information: specialsakkunnig Katri Lumijoki, tfn +358 29 504 7801""",
            published="2020-02-03T08:30",
            translated="2020-02-04T12:00",
            sums={
                "En och en halv miljon euro": 1_500_000,
                "1 500 000 euro": 1_500_000,
                "2 000 och 15 000 euro": (2_000, 15_000),
            },
            total=1_500_000,
            opens="2020-02-03",
            closes="2020-03-14T16:15",
            used=("2020-04-01", "2021-03-31"),
            people=(("Katri Lumijoki", "+358295047801"),),
        ),
    )
    rounded = Case(
        "rounded_title",
        release(
            "fi",
            """Saariston liikenteeseen 4,2 miljoonan euron avustukset
            Avustuksia myönnettiin yhteensä 4 180 000 euroa 31 hankkeelle.
            Suurin avustus, 365 000 euroa, menee yhteysalusliikenteelle Houtskariin.""",
            published="2019-06-06T13:00",
            sums={"4,2 miljoonan euron": 4_200_000, "4 180 000 euroa": 4_180_000, "365 000 euroa": 365_000},
            total=4_180_000,
            authority="lvm",
            kind=Kind.DECISION,
        ),
        release(
            "sv",
            """Understöd till 31 projekt för trafiken i skärgården
            Sammanlagt beviljades 31 projekt understöd till ett belopp av 4 180 000 euro.
            Det största understödet, 365 000 euro, går till förbindelsebåtstrafiken i Houtskär.""",
            published="2019-06-06T13:00",
            sums={"4 180 000 euro": 4_180_000, "365 000 euro": 365_000},
            total=4_180_000,
            authority="lvm",
            kind=Kind.DECISION,
        ),
    )
    return [worded, rounded]


def _shorter() -> list[Case]:
    fi = """Nuorten työpajojen kehittämiseen haettavana erityisavustus
    Opetus- ja kulttuuriministeriö on avannut haun, jolla kehitetään nuorten työpajatoimintaa.
    Avustuksiin on varattu 2,3 miljoonaa euroa. Hakuaika päättyy 9.4.2021 klo 16.15.
    ## Mihin avustusta voi käyttää?
    - valmentajien osaamisen vahvistamiseen
    - etsivän nuorisotyön ja työpajojen yhteistyöhön
    - digitaalisten palvelujen kokeiluihin
    ## Kuka voi hakea?
    Hakijana voi olla kunta, kuntayhtymä tai rekisteröity yhdistys, jolla on vähintään kahden vuoden kokemus toiminnasta.
    Hakijan on kuvattava hakemuksessa, miten toiminta jatkuu avustuskauden jälkeen.
    Edellisessä haussa hakemuksia saatiin 88, ja avustusta sai 31 hakijaa.
    ## Lisätietoja
    kulttuuriasiainneuvos Hilkka Vartio, p. 0295 330 771"""
    sv = """Specialunderstöd för utveckling av ungdomsverkstäder utlyses
    För understöden har det reserverats 2,3 miljoner euro. Ansökningstiden går ut den 9 april 2021 kl. 16.15.
    Sökande kan vara en kommun, samkommun eller registrerad förening som har minst två års erfarenhet av verksamheten.
    Mer information: kulturråd Hilkka Vartio, tfn 0295 330 771"""
    facts = {
        "published": "2021-03-01T10:00",
        "total": 2_300_000,
        "closes": "2021-04-09T16:15",
        "people": (("Hilkka Vartio", "+358295330771"),),
        "authority": "okm",
    }
    return [
        Case(
            "shorter_swedish",
            release("fi", fi, sums={"2,3 miljoonaa euroa": 2_300_000}, **facts),  # type: ignore[arg-type]
            release(
                "sv",
                sv,
                sums={"2,3 miljoner euro": 2_300_000},
                translated="2021-03-19T09:15",
                **facts,  # type: ignore[arg-type]
            ),
        )
    ]


def _energy(language: str, **changes: object) -> Release:
    """One call in both languages, to be spoilt in one fact at a time."""
    values: dict[str, object] = {
        "money": "750 000",
        "least": "15 000",
        "day": "30.9.2023" if language == "fi" else "den 30 september 2023",
        "hour": "16.15",
        "until": "31.12.2025" if language == "fi" else "den 31 december 2025",
        "phone": "029 506 4331",
        "second": True,
        "stamp": "2023-08-28T09:30",
    } | changes
    phones = {"Tapani Suokas": f"+358{str(values['phone']).replace(' ', '')[1:]}", "Malin Sjöros": "+358295064339"}
    people = tuple(phones.items())[: 2 if values["second"] else 1]
    iso = {"30.9.2023": "2023-09-30", "20.9.2023": "2023-09-20", "den 30 september 2023": "2023-09-30"}
    iso |= {"den 20 september 2023": "2023-09-20", "den 3 september 2023": "2023-09-03"}
    end = {"31.12.2025": "2025-12-31", "den 31 december 2025": "2025-12-31", "den 30 juni 2026": "2026-06-30"}
    if language == "fi":
        text = f"""Energiatukea pienvesivoiman ja lämpöpumppujen selvityksiin
        Työ- ja elinkeinoministeriö avaa energiatuen haun. Haettavana on {values["money"]} euroa.
        Tukea voivat hakea yritykset ja kunnat. Pienin myönnettävä tuki on {values["least"]} euroa.
        Hakemukset on jätettävä viimeistään {values["day"]} klo {values["hour"]}.
        Tukea voi käyttää ajalla 1.1.2024–{values["until"]}.
        Lisätietoja: johtava asiantuntija Tapani Suokas, p. {values["phone"]}"""
        text += "\nErityisasiantuntija Malin Sjöros, p. 029 506 4339" if values["second"] else ""
        word = "euroa"
    else:
        text = f"""Energistöd för utredningar om småskalig vattenkraft och värmepumpar
        Arbets- och näringsministeriet öppnar en utlysning av energistöd. Det belopp som kan sökas är {values["money"]} euro.
        Företag och kommuner kan ansöka om stödet. Det minsta stöd som beviljas är {values["least"]} euro.
        Ansökningarna ska lämnas in senast {values["day"]} kl. {values["hour"]}.
        Stödet får användas under tiden 1.1.2024–{values["until"]}.
        Ytterligare information: ledande sakkunnig Tapani Suokas, tfn {values["phone"]}"""
        text += "\nSpecialsakkunnig Malin Sjöros, tfn 029 506 4339" if values["second"] else ""
        word = "euro"
    sums = {f"{values[key]} {word}": int(str(values[key]).replace(" ", "")) for key in ("money", "least")}
    return release(
        language,
        text,
        published=str(values["stamp"]),
        translated="2023-08-29T11:00" if language == "sv" else None,
        sums=dict(sums),
        total=next(iter(sums.values())),
        closes=f"{iso[str(values['day'])]}T{str(values['hour']).replace('.', ':')}",
        used=("2024-01-01", end[str(values["until"])]),
        people=people,
    )


def _facts() -> list[Case]:
    """Each alone in its archive: they are versions of one text but for the fact that was spoilt."""
    fi = _energy("fi")
    return [
        Case("agreeing", fi, _energy("sv")),
        Case("other_day", fi, _energy("sv", day="den 20 september 2023"), frozenset({("closes", "contradicts")})),
        Case("other_hour", fi, _energy("sv", hour="16.00"), frozenset({("closes", "contradicts")})),
        Case("other_sum", fi, _energy("sv", money="570 000"), frozenset({("total", "contradicts")})),
        Case("other_minimum", fi, _energy("sv", least="50 000"), frozenset({("amounts", "contradicts")})),
        Case(
            "other_end_of_use", fi, _energy("sv", until="den 30 juni 2026"), frozenset({("use_period", "contradicts")})
        ),
        Case("swapped_digits", fi, _energy("sv", phone="029 506 4313"), frozenset({("contacts", "contradicts")})),
        Case("person_missing", fi, _energy("sv", second=False), frozenset({("contacts", "only_fi")})),
        Case("person_added", _energy("fi", second=False), _energy("sv"), frozenset({("contacts", "only_sv")})),
        Case(
            "other_first_stamp", fi, _energy("sv", stamp="2023-08-28T08:30"), frozenset({("published", "contradicts")})
        ),
    ]


def _moved() -> list[Case]:
    fi = """Luontomatkailun reitteihin avustuksia
    Ympäristöministeriö on myöntänyt avustuksia retkeilyreittien kunnostamiseen yhteensä 860 000 euroa.
    ## Pohjoisen reitit
    Lapissa uusitaan pitkospuita ja siltoja kolmella suoalueella.
    Inarissa rakennetaan esteetön lintutorni.
    ## Etelän reitit
    Uudellamaalla merkitään uudelleen meren rannan polkuja.
    Hangossa avataan melontareitti, jonka varrella on viisi taukopaikkaa.
    ## Seuranta
    Avustuksen saajat raportoivat kävijämääristä vuosittain."""
    sv = """Pengar till leder för naturturism
    Miljöministeriet har beviljat sammanlagt 860 000 euro i understöd för iståndsättning av vandringsleder.
    ## Lederna i söder
    I Nyland märks stigarna längs havets strand ut på nytt.
    I Hangö öppnas en paddlingsled med fem rastplatser längs vägen.
    ## Lederna i norr
    I Lappland förnyas spångar och broar på tre myrområden.
    I Enare byggs ett tillgängligt fågeltorn.
    ## Uppföljning
    Understödstagarna rapporterar årligen om antalet besökare."""
    common = {"published": "2024-02-15T10:00", "total": 860_000, "authority": "ym", "kind": Kind.DECISION}
    return [
        Case(
            "moved_sections",
            release("fi", fi, sums={"860 000 euroa": 860_000}, **common),  # type: ignore[arg-type]
            release("sv", sv, sums={"860 000 euro": 860_000}, **common),  # type: ignore[arg-type]
        )
    ]


def _bare() -> list[Case]:
    """Pages without stamps, facts or links: the words alone decide."""
    return [
        Case(
            "guide_without_facts",
            release(
                "fi",
                """Näin valmistaudut avustuksen hakemiseen
                Lue hakuilmoitus huolellisesti ja varmista, että yhdistyksesi voi hakea avustusta.
                Laadi hankesuunnitelma ja talousarvio. Kerro suunnitelmassa, mitä toiminnalla tavoitellaan ja keitä se koskee.
                Pyydä tarvittaessa neuvoa hyvissä ajoin ennen hakuajan päättymistä.
                Säilytä kuitit ja kirjanpito, sillä viranomainen voi tarkastaa avustuksen käytön.""",
                kind=Kind.GUIDE,
                form=None,
                authority=None,
            ),
            release(
                "sv",
                """Så förbereder du dig för att söka understöd
                Läs utlysningen noggrant och säkerställ att din förening kan söka understöd.
                Utarbeta en projektplan och en budget. Berätta i planen vad som eftersträvas med verksamheten och vem den gäller.
                Be vid behov om råd i god tid före ansökningstidens utgång.
                Spara kvitton och bokföring, eftersom myndigheten kan granska hur understödet har använts.""",
                kind=Kind.GUIDE,
                form=None,
                authority=None,
            ),
        ),
        Case(
            "another_title_altogether",
            release(
                "fi",
                """Kylät saavat lisää valoa
                Maaseudun pienille kylille myönnetään 95 000 euroa avustusta katuvalojen uusimiseen.
                Avustuksen saa 14 kylää, joista suurin osa sijaitsee Pohjanmaalla ja Kainuussa.
                Avustuksista päätti maa- ja metsätalousministeriö 7. marraskuuta 2018.""",
                published="2018-11-08T12:45",
                sums={"95 000 euroa": 95_000},
                total=95_000,
                authority="mmm",
                kind=Kind.DECISION,
            ),
            release(
                "sv",
                """Jord- och skogsbruksministeriet beviljade understöd för gatubelysning
                Små byar på landsbygden beviljas 95 000 euro i understöd för att förnya gatubelysningen.
                Understödet går till 14 byar, av vilka största delen ligger i Österbotten och Kajanaland.
                Beslutet om understöden fattades av jord- och skogsbruksministeriet den 7 november 2018.""",
                published="2018-11-08T12:45",
                translated="2018-11-09T09:05",
                sums={"95 000 euro": 95_000},
                total=95_000,
                authority="mmm",
                kind=Kind.DECISION,
            ),
        ),
    ]
