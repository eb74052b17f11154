"""Swedish sentences that state an application window, and sentences with dates of other things."""

from __future__ import annotations

import pytest

PUBLISHED = "2023-09-01T09:00"

WINDOWS = [
    pytest.param("Ansökningstiden är 4.9–13.10.2023.", "2023-09-04", "2023-10-13", id="ar-bare"),
    pytest.param("Ansökningstiden är 4.9.-13.10.2023.", "2023-09-04", "2023-10-13", id="ar-hyphen"),
    pytest.param("Ansökningstiden är 4 september–13 oktober 2023.", "2023-09-04", "2023-10-13", id="ar-long"),
    pytest.param(
        "Ansökningstiden är den 4 september – den 13 oktober 2023 kl. 16.15.",
        "2023-09-04",
        "2023-10-13T16:15",
        id="ar-den",
    ),
    pytest.param(
        "Ansökningstid: 4.9.2023–13.10.2023 kl 16:15", "2023-09-04", "2023-10-13T16:15", id="label-colon-time"
    ),
    pytest.param(
        "Ansökningstiden börjar den 4 september och slutar den 13 oktober 2023.",
        "2023-09-04",
        "2023-10-13",
        id="borjar-slutar",
    ),
    pytest.param(
        "Ansökningstiden börjar den 4 september 2023 och går ut den 13 oktober 2023 kl. 16.15.",
        "2023-09-04",
        "2023-10-13T16:15",
        id="borjar-gar-ut",
    ),
    pytest.param(
        "Ansökningstiden går ut fredagen den 13 oktober kl. 16.15.", None, "2023-10-13T16:15", id="gar-ut-no-year"
    ),
    pytest.param("Utlysningen är öppen till den 13 oktober 2023.", None, "2023-10-13", id="oppen-till"),
    pytest.param("Utlysningen är öppen 4.9–13.10.2023.", "2023-09-04", "2023-10-13", id="oppen-range"),
    pytest.param(
        "Utlysningen öppnas den 4 september och stängs den 13 oktober 2023 klockan 12.",
        "2023-09-04",
        "2023-10-13T12:00",
        id="oppnas-stangs",
    ),
    pytest.param(
        "Understöd kan sökas under tiden 4 september–13 oktober 2023.", "2023-09-04", "2023-10-13", id="under-tiden"
    ),
    pytest.param("Understöd kan sökas fr.o.m. 4.9 t.o.m. 13.10.2023.", "2023-09-04", "2023-10-13", id="from-tom"),
    pytest.param(
        "Understöd kan sökas från och med den 4 september till och med den 13 oktober 2023.",
        "2023-09-04",
        "2023-10-13",
        id="fran-och-med",
    ),
    pytest.param(
        "Understöd kan sökas från den 4 september till den 13 oktober.",
        "2023-09-04",
        "2023-10-13",
        id="fran-till-no-year",
    ),
    pytest.param(
        "Understödet kan sökas mellan den 4 september och den 13 oktober 2023.", "2023-09-04", "2023-10-13", id="mellan"
    ),
    pytest.param("Ansökningar tas emot t.o.m. den 13 oktober 2023.", None, "2023-10-13", id="tas-emot-tom"),
    pytest.param("Ansökan ska lämnas in senast den 13 oktober 2023 kl. 16.15.", None, "2023-10-13T16:15", id="senast"),
    pytest.param(
        "Ansökan ska vara framme senast 13.10.2023 före kl. 16.15.", None, "2023-10-13T16:15", id="framme-fore-kl"
    ),
    pytest.param(
        "Ansökan med bilagor ska vara inne före kl. 16.15 den 13 oktober 2023.",
        None,
        "2023-10-13T16:15",
        id="time-before-date",
    ),
    pytest.param(
        "Ansökningarna ska ha inkommit till ministeriet före den 14 oktober 2023.",
        None,
        "2023-10-14",
        id="inkommit-fore",
    ),
    pytest.param(
        "Ansökningarna ska vara registratorskontoret till handa den 13 oktober 2023 kl. 16.15.",
        None,
        "2023-10-13T16:15",
        id="till-handa",
    ),
    pytest.param("Sista ansökningsdag är den 13 oktober 2023.", None, "2023-10-13", id="sista-ansokningsdag"),
    pytest.param("Sista dagen att söka understödet är fredag 13.10.", None, "2023-10-13", id="sista-dagen"),
    pytest.param("Tidsfristen för ansökan är den 13 oktober kl. 15.", None, "2023-10-13T15:00", id="tidsfristen"),
    pytest.param("Deadline för ansökningarna är 13.10.2023.", None, "2023-10-13", id="deadline"),
    pytest.param("Ansök senast den 13 oktober!", None, "2023-10-13", id="ansok"),
    pytest.param("Ansökningstiden löper ut den 13 oktober 2023.", None, "2023-10-13", id="loper-ut"),
    pytest.param("Ansökningstiden upphör den 13 oktober 2023 kl 16.15.", None, "2023-10-13T16:15", id="upphor"),
    pytest.param("Ansökningstiden pågår fram till utgången av oktober.", None, "2023-10-31", id="utgangen-av"),
    pytest.param("Understöd kan sökas till slutet av oktober 2023.", None, "2023-10-31", id="slutet-av"),
    pytest.param("Ansökningarna ska lämnas in före utgången av november 2023.", None, "2023-11-30", id="fore-utgangen"),
    pytest.param("Stöd kan sökas fram till årets slut.", None, "2023-12-31", id="arets-slut"),
    pytest.param("Ansökningstiden är 15.11.2023–12.1.2024.", "2023-11-15", "2024-01-12", id="across-new-year"),
    pytest.param(
        "Ansökningstiden är 15 november–12 januari 2024.", "2023-11-15", "2024-01-12", id="across-new-year-once"
    ),
    pytest.param("Ansökningstiden är 1–29 september 2023.", "2023-09-01", "2023-09-29", id="days-of-one-month"),
    pytest.param("Ansökningstiden är den 1–29 september.", "2023-09-01", "2023-09-29", id="days-of-one-month-den"),
    pytest.param(
        "Ansökningstiden har förlängts till den 27 oktober 2023 kl. 16.15.", None, "2023-10-27T16:15", id="forlangts"
    ),
    pytest.param(
        "Ansökningstiden förlängs från den 13 oktober till den 27 oktober 2023.",
        None,
        "2023-10-27",
        id="forlangs-from-to",
    ),
    pytest.param(
        "Ministeriet förlänger ansökningstiden med två veckor, fram till den 27 oktober 2023.",
        None,
        "2023-10-27",
        id="forlanger",
    ),
    pytest.param(
        "Ansökningstiden, som ursprungligen gick ut den 15 september, förlängs till den 29 september 2023.",
        None,
        "2023-09-29",
        id="ursprungligen",
    ),
    pytest.param(
        "Utlysningen inleddes den 28 augusti 2023 och pågår till den 13 oktober.",
        "2023-08-28",
        "2023-10-13",
        id="inleddes-pagar",
    ),
    pytest.param("Ansökan öppnar i dag och stänger den 13 oktober 2023.", "2023-09-01", "2023-10-13", id="i-dag"),
    pytest.param(
        "Ansökan om understöd görs i e-tjänsten senast den 13 oktober 2023 klockan 16.15.",
        None,
        "2023-10-13T16:15",
        id="gors-i-e-tjansten",
    ),
    pytest.param("Ansökan görs i tjänsten Haeavustuksia.fi senast 13.10.2023.", None, "2023-10-13", id="haeavustuksia"),
    pytest.param(
        "Ansökningstiden går ut den 13 oktober 2023. Ansökan ska vara framme senast kl. 16.15.",
        None,
        "2023-10-13T16:15",
        id="lone-time",
    ),
    pytest.param(
        "Utlysningen stänger den 13 oktober, och besluten fattas i december 2023.",
        None,
        "2023-10-13",
        id="decision-after",
    ),
    pytest.param(
        "Understödet söks senast den 13 oktober 2023 och används under tiden 1.1–31.12.2024.",
        None,
        "2023-10-13",
        id="use-after",
    ),
    pytest.param(
        "Understöd söks för projekt som genomförs 1.1.2024–31.12.2025. Ansökningstiden går ut den 13 oktober 2023.",
        None,
        "2023-10-13",
        id="use-before",
    ),
    pytest.param(
        "Utlysningen, som öppnade den 28 augusti, går ut den 13 oktober 2023.",
        "2023-08-28",
        "2023-10-13",
        id="relative",
    ),
    pytest.param(
        "Understöd kan sökas till och med torsdagen den 12 oktober 2023.", None, "2023-10-12", id="till-och-med"
    ),
    pytest.param(
        "Understöden kan sökas 4.9 – 13.10.2023, kl. 16.15.", "2023-09-04", "2023-10-13T16:15", id="comma-time"
    ),
    pytest.param(
        "Ansökningar som kommer in efter den 13 oktober 2023 kl. 16.15 behandlas inte.",
        None,
        "2023-10-13T16:15",
        id="efter",
    ),
    pytest.param(
        "Ansökningar som har kommit in senast den 13 oktober 2023 behandlas i november.",
        None,
        "2023-10-13",
        id="inom-tiden",
    ),
    pytest.param(
        "Höstens ansökningsomgång är öppen 4.9–13.10.2023 och vårens omgång 5.2–8.3.2024.",
        "2023-09-04",
        "2023-10-13",
        id="two-rounds",
    ),
    pytest.param(
        "Vårens ansökningstid var 6.2–10.3.2023. Höstens ansökningstid är 4.9–13.10.2023.",
        "2023-09-04",
        "2023-10-13",
        id="first-round-past",
    ),
    pytest.param("Ansökningstiden är 04.09.2023–13.10.2023.", "2023-09-04", "2023-10-13", id="zero-padded"),
    pytest.param("Ansökningstiden är 4.9—13.10.23.", "2023-09-04", "2023-10-13", id="two-digit-year"),
    pytest.param(
        "Ansökningstiden är från den 4:e september till den 13:e oktober 2023.",
        "2023-09-04",
        "2023-10-13",
        id="ordinals",
    ),
    pytest.param("Ansökningstiden går ut fre 13.10 kl 15.", None, "2023-10-13T15:00", id="short-weekday"),
    pytest.param("Ansökningarna kan skickas in fram till den 13 oktober, 2023.", None, "2023-10-13", id="comma-year"),
    pytest.param("Ansökan ska lämnas in senast den 13 oktober 2023 kl.16.15.", None, "2023-10-13T16:15", id="glued-kl"),
    pytest.param("Stipendierna ska sökas före den 13 oktober 2023.", None, "2023-10-13", id="stipendier"),
    pytest.param(
        "Undervisnings- och kulturministeriet utlyser understöden med ansökningstid 4.9–13.10.2023.",
        "2023-09-04",
        "2023-10-13",
        id="utlyser",
    ),
    pytest.param("Utlysningen öppnas den 18 september 2023.", "2023-09-18", None, id="oppnas-only"),
    pytest.param("Ansökningstiden inleds 18.9.2023.", "2023-09-18", None, id="inleds-only"),
    pytest.param("Finansieringen kan sökas från den 18 september 2023.", "2023-09-18", None, id="fran-only"),
    pytest.param(
        "Ansökan kan lämnas in fr.o.m. den 4 september. Ansökningstiden slutar den 13 oktober 2023.",
        "2023-09-04",
        "2023-10-13",
        id="two-sentences",
    ),
    pytest.param(
        "Ansökningstiden är från måndag 4.9 till fredag 13.10.2023 kl. 16.15.",
        "2023-09-04",
        "2023-10-13T16:15",
        id="weekdays-range",
    ),
    pytest.param("Bidraget ska sökas inom oktober, dock senast 20.10.2023.", None, "2023-10-20", id="dock-senast"),
    pytest.param(
        "Kommunerna kan ansöka om understödet fram till den 13 oktober 2023.", None, "2023-10-13", id="kommunerna"
    ),
    pytest.param("Ansökan riktas till NTM-centralen senast 13.10.2023.", None, "2023-10-13", id="riktas"),
    pytest.param(
        "Ansökningstiden för understöden är 4.9–13.10.2023 (kl. 16.15).",
        "2023-09-04",
        "2023-10-13T16:15",
        id="brackets",
    ),
    pytest.param(
        "Ansökningsomgången pågår 4.9.2023 kl. 8.00–13.10.2023 kl. 16.15.",
        "2023-09-04T08:00",
        "2023-10-13T16:15",
        id="both-times",
    ),
    pytest.param("Projektansökningarna ska vara inlämnade 13.10.2023.", None, "2023-10-13", id="inlamnade"),
    pytest.param(
        "Ansökningstiden går ut kl. 16.15 fredagen den 13 oktober 2023.", None, "2023-10-13T16:15", id="kl-fredagen"
    ),
    pytest.param("Nu kan du söka understöd! Sök senast 13.10.2023.", None, "2023-10-13", id="sok"),
    pytest.param(
        "Den ansökningstid som gäller för kommuner går ut den 13 oktober 2023.", None, "2023-10-13", id="som-galler"
    ),
]

OTHERS = [
    pytest.param("Utlåtandena ska lämnas in senast den 13 oktober 2023 kl. 16.15.", id="utlatanden"),
    pytest.param("Remisstiden går ut den 13 oktober 2023.", id="remisstiden"),
    pytest.param("Förslaget är på remiss till den 13 oktober 2023.", id="pa-remiss"),
    pytest.param("Det går att kommentera utkastet fram till den 13 oktober.", id="kommentera"),
    pytest.param("Anbuden ska lämnas in senast 13.10.2023 kl. 12.", id="anbud"),
    pytest.param("Offerter tas emot t.o.m. 13.10.2023.", id="offerter"),
    pytest.param("Anmäl dig till infomötet senast den 13 oktober 2023.", id="anmal"),
    pytest.param("Anmälningstiden går ut den 13 oktober 2023.", id="anmalningstiden"),
    pytest.param("Ett webbinarium för sökande ordnas den 12 september 2023 kl. 13–15.", id="webbinarium"),
    pytest.param("Informationsmötet om ansökan hålls den 12 september kl. 9.", id="informationsmote"),
    pytest.param("Slutredovisningen ska lämnas in senast den 31 mars 2025.", id="slutredovisning"),
    pytest.param("En redogörelse för användningen lämnas före utgången av juni 2024.", id="redogorelse"),
    pytest.param("Mellanrapporten skickas senast den 31 oktober 2023 i e-tjänsten.", id="mellanrapport"),
    pytest.param("Ansökan om utbetalning ska lämnas in senast den 30 november 2023.", id="utbetalning"),
    pytest.param("Utbetalningsansökan görs senast 30.11.2023.", id="utbetalningsansokan"),
    pytest.param("Understödet betalas i två rater, den första senast den 15 december 2023.", id="betalas"),
    pytest.param("Oanvänt understöd ska återbetalas senast den 31 januari 2025.", id="aterbetalas"),
    pytest.param("Besluten fattas senast den 15 december 2023.", id="besluten"),
    pytest.param("Ansökningarna behandlas före den 30 november 2023.", id="behandlas"),
    pytest.param("Sökandena underrättas om besluten senast den 20 december 2023.", id="underrattas"),
    pytest.param("Understödet ska användas senast den 31 december 2024.", id="anvandas"),
    pytest.param("Understödet får användas under tiden 1.1–31.12.2024.", id="anvandas-tiden"),
    pytest.param("De projekt som får understöd ska avslutas senast den 31 december 2024.", id="avslutas"),
    pytest.param("Projektet kan inledas tidigast den 1 januari 2024.", id="inledas"),
    pytest.param("Understöd söks för tiden 1.1.2024–31.12.2025.", id="for-tiden"),
    pytest.param("Kostnader som uppkommit efter den 1 september 2023 godkänns.", id="kostnader"),
    pytest.param("Sökanden ska ha registrerats senast den 31 december 2021.", id="registrerats"),
    pytest.param(
        "Understöd kan sökas av föreningar som har införts i registret före den 1 januari 2022.", id="inforts"
    ),
    pytest.param("Lagen träder i kraft den 1 januari 2024.", id="i-kraft"),
    pytest.param("Förordningen gäller till den 31 december 2025.", id="galler"),
    pytest.param("Tjänsten kan sökas t.o.m. den 13 oktober 2023 kl. 16.15.", id="tjansten"),
    pytest.param("Tjänsteförhållandet pågår 1.10.2023–31.12.2025.", id="tjansteforhallande"),
    pytest.param("Gemensamma ansökan till högskolorna pågår 5–20 september 2023.", id="gemensam-ansokan"),
    pytest.param("Ansökan kan kompletteras till den 27 oktober 2023.", id="kompletteras"),
    pytest.param("Begärda kompletteringar ska lämnas in senast 3.11.2023.", id="kompletteringar"),
    pytest.param("Ändringsansökan ska göras före den 30 november 2024.", id="andringsansokan"),
    pytest.param("Rättelse i beslutet kan sökas till den 13 oktober 2023.", id="rattelse"),
    pytest.param("Frågor om utlysningen ska skickas senast den 22 september 2023.", id="fragor"),
    pytest.param("I den föregående utlysningen var ansökningstiden 1–31 mars 2023.", id="foregaende"),
    pytest.param("Förra årets ansökningstid gick ut den 14 oktober 2022.", id="forra-aret"),
    pytest.param("Samtidigt är en annan utlysning öppen till den 30 september 2023.", id="samtidigt"),
    pytest.param(
        "Samtidigt (4.9–13.10.2023) utlyser undervisnings- och kulturministeriet specialunderstöd.",
        id="samtidigt-brackets",
    ),
    pytest.param("Ett serviceavbrott i e-tjänsten pågår den 13 oktober kl. 18–22.", id="serviceavbrott"),
    pytest.param("Sidan har uppdaterats 13.10.2023.", id="uppdaterats"),
    pytest.param("Riksdagen behandlar budgetpropositionen före den 15 december 2023.", id="riksdagen"),
    pytest.param("Regeringen överlämnade propositionen den 18 september 2023.", id="regeringen"),
    pytest.param("Tävlingsbidragen ska lämnas in senast den 13 oktober 2023.", id="tavling"),
    pytest.param("Kandidater till priset kan nomineras fram till den 13 oktober.", id="nomineras"),
    pytest.param("Svara på enkäten om understöden senast den 13 oktober 2023.", id="enkaten"),
    pytest.param("Försöket inleddes den 1 mars 2021 och avslutas den 31 december 2023.", id="forsoket"),
    pytest.param("Bokslutet för 2022 fogas till ansökan.", id="bokslut"),
    pytest.param("Besvärstiden går ut den 13 oktober 2023.", id="besvarstiden"),
    pytest.param("Rådgivningen betjänar vardagar kl. 9–15 till den 13 oktober.", id="radgivningen"),
    pytest.param("Understöd söks årligen före utgången av oktober.", id="arligen"),
    pytest.param("Ansökningarna lämnas in varje år senast den 31 mars.", id="varje-ar"),
    pytest.param("Programperioden 2021–2027 fortsätter till den 31 december 2029.", id="programperioden"),
    pytest.param("Ur moment 29.10.20 beviljas 2.000.000 euro, ärendenummer VN/10/2023.", id="moment"),
    pytest.param("Ministern träffade sökandena den 12 september 2023.", id="traffade"),
    pytest.param("Utställningen är öppen 4.9–13.10.2023.", id="utstallningen"),
    pytest.param("Biblioteket är öppet kl. 10–16.", id="opening-hours"),
    pytest.param("Konferensen ordnas i Vasa den 22–23 maj 2024.", id="konferensen"),
    pytest.param("Delegationens mandatperiod är 1.10.2023–30.9.2026.", id="mandatperiod"),
    pytest.param("Revisorns rapport skickas till ministeriet senast den 30 september 2024.", id="revisorn"),
    pytest.param("Bedömningen av ansökningarna avslutas den 10 november 2023.", id="bedomningen"),
    pytest.param("Avtalet undertecknas senast den 31 december 2023.", id="avtalet"),
    pytest.param("Projekten rapporterar före utgången av mars.", id="rapporterar"),
    pytest.param("Projektet har förlängts till den 31 december 2024.", id="projektet-forlangts"),
    pytest.param(
        "Användningstiden för understödet har förlängts till den 31 december 2024.", id="anvandningstiden-forlangts"
    ),
    pytest.param("Resultaten av utlysningen offentliggörs den 15 december 2023.", id="resultaten"),
    pytest.param("Presskonferensen hålls den 1 september 2023 kl. 10.", id="presskonferens"),
    pytest.param("Växeln är stängd den 6 december 2023.", id="vaxeln"),
    pytest.param("Kursen för nya projekt börjar den 13 oktober 2023.", id="kursen"),
    pytest.param("Överinspektören är på semester 4.9–29.9.2023.", id="semester"),
    pytest.param("Understödet beviljades för verksamhet som inleddes den 1 juni 2023.", id="beviljades"),
]

CONTINUOUS = [
    pytest.param("Stödet söks fortlöpande.", id="fortlopande"),
    pytest.param("Ansökan kan lämnas in när som helst.", id="nar-som-helst"),
    pytest.param("Understödet kan sökas året om.", id="aret-om"),
    pytest.param("Utlysningen är en fortlöpande utlysning utan sista ansökningsdag.", id="utlysning"),
    pytest.param("Det finns ingen fast ansökningstid.", id="ingen-ansokningstid"),
    pytest.param("Ansökningstid: fortlöpande", id="label"),
    pytest.param("Understöd kan sökas året runt så länge det finns anslag.", id="aret-runt"),
]

NOT_CONTINUOUS = [
    pytest.param("Understöd för kontinuerligt lärande kan sökas.", id="larande"),
    pytest.param("Ansökningarna behandlas fortlöpande.", id="behandlas"),
    pytest.param("Ansökan kan återkallas när som helst.", id="aterkallas"),
    pytest.param("Utlysningen är inte fortlöpande.", id="inte"),
    pytest.param("Projekten följs upp löpande med sökandena.", id="foljs-upp"),
    pytest.param("Ansökan kan ändras när som helst.", id="andras"),
]
