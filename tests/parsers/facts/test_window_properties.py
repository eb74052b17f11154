"""Windows and periods of use written at random in both languages, in all the forms of officialese, and read back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parsers.facts.application import read_application
from parsers.facts.use_period import read_use_period
from parsers.model import Block, Document, Kind, Language

FI_MONTHS = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split()
SV_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
FI_ON = "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina".split()
FI_FROM = "maanantaista tiistaista keskiviikosta torstaista perjantaista lauantaista sunnuntaista".split()
FI_UNTIL = "maanantaihin tiistaihin keskiviikkoon torstaihin perjantaihin lauantaihin sunnuntaihin".split()
SV_WEEKDAYS = "måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen".split()
TITLES: dict[Language, str] = {"fi": "Avustushaku järjestöille", "sv": "Understöd till organisationer kan sökas"}

# {from}, {until}, {on}: a day with a weekday that fits; {a}, {b}: the days in figures or in full; {t}: a time of day
FI_WINDOWS = [
    "Haku on avoinna {a}–{b}{t}.",
    "Hakuaika on {a} - {b}{t}.",
    "Hakuaika alkaa {a} ja päättyy {b}{t}.",
    "Haku avataan {on_a} ja suljetaan {on_b}{t}.",
    "Haku on auki {from_a} {until_b}{t}.",
    "Avustusta voi hakea {a} alkaen {b}{t} saakka.",
    "Hakuaika: {a}–{b}{t}",
    "Avustukset ovat haettavina {a}–{b} välisenä aikana.{end}",
]
SV_WINDOWS = [
    "Ansökningstiden är {a}–{b}{t}.",
    "Ansökan är öppen från {on_a} till {on_b}{t}.",
    "Understöd kan sökas fr.o.m. {on_a} t.o.m. {on_b}{t}.",
    "Ansökningstiden börjar {on_a} och går ut {on_b}{t}.",
    "Utlysningen öppnas {on_a} och stängs {on_b}{t}.",
    "Understöd kan sökas under tiden {a}–{b}{t}.",
    "Man kan ansöka mellan {on_a} och {on_b}{t}.",
]
FI_DEADLINES = [
    "Haku päättyy {on_b}{t}.",
    "Hakemukset on jätettävä viimeistään {on_b}{t}.",
    "Hakemuksen on oltava perillä {on_b}{t} mennessä.",
    "Hakemuksia otetaan vastaan {until_b}{t} asti.",
    "Hakuaikaa on jatkettu {until_b}{t} saakka.",
    "Viimeinen hakupäivä on {b}{t}.",
]
SV_DEADLINES = [
    "Ansökningstiden går ut {on_b}{t}.",
    "Ansökan ska lämnas in senast {on_b}{t}.",
    "Ansökningarna ska vara framme före {on_b}{t}.",
    "Ansökningar tas emot till och med {on_b}{t}.",
    "Ansökningstiden har förlängts till {on_b}{t}.",
    "Sista ansökningsdagen är {on_b}{t}.",
]
FI_USES = [
    "Avustus on käytettävissä {a}–{b}.",
    "Avustusta saa käyttää {a} alkaen {b} saakka.",
    "Hankkeet toteutetaan {a}–{b} välisenä aikana.",
    "Käyttöaika: {a} - {b}",
    "Avustus myönnetään ajalle {a}–{b}.",
    "Hanke voi alkaa aikaisintaan {a}, ja sen on päätyttävä viimeistään {b}.",
    "Työt on tehtävä {a}–{b}.",
]
SV_USES = [
    "Understödet får användas {a}–{b}.",
    "Understödet kan användas från och med {on_a} till och med {on_b}.",
    "Projekten ska genomföras mellan {on_a} och {on_b}.",
    "Understöd beviljas för tiden {a}–{b}.",
    "Projekten får inledas tidigast {on_a} och ska avslutas senast {on_b}.",
    "Verksamheten ska äga rum under tiden {a}–{b}.",
]


class Written(NamedTuple):
    """A sentence, its two days, and the time of day that it prints."""

    text: str
    first: date
    last: date
    time: str


@st.composite
def sentences(draw: st.DrawFn, language: Language, templates: list[str]) -> Written:
    first = draw(st.dates(date(2012, 1, 1), date(2030, 1, 1)))
    last = first + timedelta(days=draw(st.integers(7, 300)))
    hour, minute = draw(st.integers(8, 23)), draw(st.sampled_from([0, 15, 30, 59]))
    template = draw(st.sampled_from(templates))
    timed = draw(st.booleans()) and ("{t}" in template or "{end}" in template)
    words = {"fi": ["klo", "kello"], "sv": ["kl.", "klockan"]}[language]
    clock = f" {draw(st.sampled_from(words))} {hour}{draw(st.sampled_from('.:'))}{minute:02}" if timed else ""
    end = {"fi": " Haku sulkeutuu viimeisenä päivänä" + clock + ".", "sv": ""}[language] if timed else ""
    days = _days(draw, language, first, last)
    time = f"T{hour:02}:{minute:02}" if timed else ""
    return Written(template.format(**days, t=clock, end=end), first, last, time)


def _days(draw: st.DrawFn, language: Language, first: date, last: date) -> dict[str, str]:
    written = {"fi": _finnish, "sv": _swedish}[language]
    return {
        f"{name}{key}": text
        for key, day in (("a", first), ("b", last))
        for name, text in written(day, draw(st.integers(0, 3))).items()
    }


def _finnish(day: date, style: int) -> dict[str, str]:
    plain = [
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day}.{day.month}. {day.year}",
        f"{day.day}.{day.month}.{day.year}",
    ][style]
    full = f"{day.day}. {FI_MONTHS[day.month - 1]}kuuta {day.year}" if style == 1 else plain
    weekday = day.weekday()
    return {
        "": plain,
        "on_": f"{FI_ON[weekday]} {full}",
        "from_": f"{FI_FROM[weekday]} {full}",
        "until_": f"{FI_UNTIL[weekday]} {full}",
    }


def _swedish(day: date, style: int) -> dict[str, str]:
    figures = f"{day.day}.{day.month}.{day.year}"
    words = f"{day.day} {SV_MONTHS[day.month - 1]} {day.year}"
    weekday = SV_WEEKDAYS[day.weekday()]
    on = [f"den {words}", f"{weekday} den {words}", f"den {figures}", f"{weekday} den {figures}"][style]
    return {"": figures if style > 1 else words, "on_": on}


def page(language: Language, published: date, *texts: str) -> Document:
    blocks = (Block(type="h1", text=TITLES[language]), *(Block(type="p", text=text) for text in texts))
    return Document(language=language, published=published.isoformat(), blocks=blocks)


def of_both(finnish: list[str], swedish: list[str]) -> st.SearchStrategy[tuple[Language, Written]]:
    return st.one_of(
        st.tuples(st.just("fi"), sentences("fi", finnish)), st.tuples(st.just("sv"), sentences("sv", swedish))
    )


@settings(max_examples=400, deadline=None)
@given(of_both(FI_WINDOWS, SV_WINDOWS), st.integers(-10, 5))
def test_a_window_reads_back(drawn: tuple[Language, Written], days: int) -> None:
    language, written = drawn
    read = page(language, written.first + timedelta(days=days), written.text)
    application, warnings = read_application(read, Kind.CALL)
    assert (application.opens, application.closes) == (f"{written.first}", f"{written.last}{written.time}")
    assert warnings == ()


@settings(max_examples=300, deadline=None)
@given(of_both(FI_DEADLINES, SV_DEADLINES))
def test_a_deadline_reads_back(drawn: tuple[Language, Written]) -> None:
    language, written = drawn
    application, warnings = read_application(page(language, written.first, written.text), Kind.CALL)
    assert (application.opens, application.closes) == (None, f"{written.last}{written.time}")
    assert warnings == ()


@settings(max_examples=300, deadline=None)
@given(of_both(FI_USES, SV_USES))
def test_a_period_of_use_reads_back(drawn: tuple[Language, Written]) -> None:
    language, written = drawn
    period, warnings = read_use_period(page(language, written.first - timedelta(days=60), written.text))
    assert period is not None
    assert (period.start, period.end) == (f"{written.first}", f"{written.last}")
    assert warnings == ()


@settings(max_examples=200, deadline=None)
@given(of_both(FI_WINDOWS, SV_WINDOWS), of_both(FI_USES, SV_USES))
def test_window_and_period_of_use_are_told_apart(
    window: tuple[Language, Written], use: tuple[Language, Written]
) -> None:
    assume(window[0] == use[0])
    read = page(window[0], window[1].first, window[1].text, use[1].text)
    application, _ = read_application(read, Kind.CALL)
    period, _ = read_use_period(read)
    assert (application.opens, (application.closes or "")[:10]) == (f"{window[1].first}", f"{window[1].last}")
    assert period is not None
    assert (period.start, period.end) == (f"{use[1].first}", f"{use[1].last}")
