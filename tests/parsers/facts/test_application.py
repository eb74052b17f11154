"""Application windows of whole pages: tables, headings, rounds, other kinds of page, warnings, evidence."""

from __future__ import annotations

import time
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.facts.application import read_application
from parsers.facts.use_period import read_use_period
from parsers.model import Application, Block, Document, Kind

HERE = Path(__file__).parent
PUBLISHED = "2023-09-01T09:00"
BOTH = ("2023-09-04", "2023-10-13")
TIMED = ("2023-09-04", "2023-10-13T16:15")
END = (None, "2023-10-13")


def document(text: str, language: str = "fi", published: str | None = PUBLISHED) -> Document:
    """Return the page that lines of text stand for: a title, then "## ", "- ", "| " or plain paragraphs."""
    lines = text.strip().split("\n")
    blocks = [Block(type="h1", text=lines[0])]
    table = -1
    for line in lines[1:]:
        if line.startswith("| "):
            table += blocks[-1].type != "tr"
            blocks.append(_row(line[2:].split(" | "), table, header=blocks[-1].type != "tr"))
        else:
            mark = line.split(" ")[0]
            kind = {"##": "h2", "###": "h3", "-": "li"}.get(mark)
            blocks.append(Block(type=kind or "p", text=line[len(mark) + 1 :] if kind else line))  # type: ignore[arg-type]
    return Document(language=language, blocks=tuple(blocks), published=published)


def _row(cells: list[str], table: int, *, header: bool) -> Block:
    starts = [sum(len(cell) + 3 for cell in cells[:number]) for number in range(len(cells))]
    spans = tuple((start, start + len(cell)) for start, cell in zip(starts, cells, strict=True))
    return Block(type="tr", text=" | ".join(cells), cells=spans, table=table, header=header)


def window(text: str, kind: Kind = Kind.CALL, language: str = "fi") -> tuple[str | None, str | None]:
    application, _ = read_application(document(text, language), kind)
    return application.opens, application.closes


def pages(name: str) -> list[Any]:
    listed = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["page"]
    gap = pytest.mark.xfail(reason="known gap", strict=True)
    return [pytest.param(page, id=page["id"], marks=[gap] if page.get("known_gap") else []) for page in listed]


FRESH = [page for name in ("windows", "calls", "hard", "last") for page in pages(f"fresh_{name}.toml")]


@pytest.mark.parametrize("page", FRESH)
def test_fresh_page(page: dict[str, Any]) -> None:
    read = document(page["text"], page["language"], page.get("published"))
    application, warnings = read_application(read, Kind(page["kind"]))
    period, period_warnings = read_use_period(read)
    assert (application.opens, application.closes) == (page.get("opens"), page.get("closes"))
    assert application.continuous == page.get("continuous", False)
    assert ([period.start, period.end] if period else None) == page.get("use")
    assert sorted({warning.code for warning in warnings + period_warnings}) == page.get("warnings", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Avustus\n| Tieto | Arvo\n| Hakuaika | 4.9.–13.10.2023", BOTH, id="label-cell"),
        pytest.param(
            "Avustus\n| Haku alkaa | Haku päättyy\n| 4.9.2023 | 13.10.2023 klo 16.15",
            TIMED,
            id="header-cells",
        ),
        pytest.param(
            "Avustus\n| Avustus | Selvitys viimeistään | Haku päättyy\n| Yleisavustus | 31.3.2025 | 13.10.2023",
            (None, "2023-10-13"),
            id="other-column",
        ),
        pytest.param("Avustus\n## Hakuaika\n4.9.–13.10.2023 klo 16.15", TIMED, id="heading"),
        pytest.param("Avustus\nHakuaika\n4.9.–13.10.2023", BOTH, id="label-paragraph"),
        pytest.param("Avustus\nHakuajat:\n- 4.9.–13.10.2023", BOTH, id="list-under-label"),
        pytest.param("Avustus\n## Hakuaika päättyy 13.10.2023\nTervetuloa hakemaan.", END, id="in-heading"),
        pytest.param("Hae avustusta 13.10.2023 mennessä\nHaku on nyt auki.", (None, "2023-10-13"), id="in-title"),
        pytest.param("Avustus\n## Raportointi\nViimeistään 13.10.2023.", (None, None), id="heading-of-reports"),
        pytest.param("Avustus\n## Hakijainfo\n12.9.2023 klo 9.", (None, None), id="heading-of-an-event"),
        pytest.param(
            "Avustus\nHakuaika päättyy 13.10.2023.\nLähetä hakemus viimeistään klo 16.15.",
            (None, "2023-10-13T16:15"),
            id="time-of-day-elsewhere",
        ),
        pytest.param(
            "Avustus\nHaku on avoinna 4.9.–13.10.2023.\nHakemukset jätetään 13.10. klo 16.15 mennessä.",
            TIMED,
            id="same-day-with-time",
        ),
    ],
)
def test_where_a_window_stands(text: str, expected: tuple[str | None, str | None]) -> None:
    assert window(text) == expected


def test_first_round_still_open() -> None:
    rounds = "Avustus\nKevään haku on auki 1.2.–28.2.2023.\nSyksyn haku on auki 2.10.–31.10.2023."
    assert window(rounds) == ("2023-10-02", "2023-10-31")


def test_all_rounds_past_gives_the_first() -> None:
    rounds = "Avustus\nKevään haku oli auki 1.2.–28.2.2023.\nKesän haku oli auki 1.6.–30.6.2023."
    assert window(rounds, Kind.DECISION) == ("2023-02-01", "2023-02-28")


def test_next_call_is_not_the_decided_one() -> None:
    assert window("Avustukset myönnettiin\nSeuraava haku on auki 1.2.–28.2.2024.", Kind.DECISION) == (None, None)


def test_next_call_is_announced() -> None:
    assert window("Avustukset\nSeuraava haku on auki 1.2.–28.2.2024.") == ("2024-02-01", "2024-02-28")


def test_job_advertisement_has_no_application_window() -> None:
    text = """Haemme ylitarkastajaa avustuksiin
Virkasuhteessa noudatetaan koeaikaa. Kelpoisuusvaatimuksena on ylempi korkeakoulututkinto.
Hakuaika päättyy 13.10.2023 klo 16.15."""
    assert window(text, Kind.OTHER) == (None, None)


def test_news_that_is_not_about_grants() -> None:
    assert window("Ministeriö kokosi asiantuntijat\nHaku on auki 4.9.–13.10.2023.", Kind.OTHER) == (None, None)


def test_continuous_beside_a_window_elsewhere_is_another_call() -> None:
    read = document("Avustukset\nHaku on avoinna 4.9.–13.10.2023.\nEnergiatuessa on jatkuva haku.")
    assert not read_application(read, Kind.CALL)[0].continuous


def test_continuous_in_a_cell() -> None:
    read = document("Avustukset\n| Avustus | Hakuaika\n| Matka-avustus | Jatkuva")
    assert read_application(read, Kind.GUIDE)[0].continuous


def test_nothing_said() -> None:
    assert read_application(document("Avustus\nHakuohjeet ovat verkkosivuilla."), Kind.CALL) == (Application(), ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Hakuaika päättyy 31.11.2023.", "impossible_date", id="impossible"),
        pytest.param("Hakuaika päättyy maanantaina 13.10.2023.", "wrong_weekday", id="weekday"),
        pytest.param("Hakuaika on 4.9.2023–13.10.2022.", "end_before_start", id="end-before-start"),
        pytest.param("Haku alkaa 4.9.2023 ja päättyy 13.10.2022.", "end_before_start", id="end-before-start-apart"),
        pytest.param(
            "Haku päättyy 13.10.2023. Hakemus on jätettävä 20.10.2023 mennessä.", "contradicting_dates", id="two-days"
        ),
        pytest.param(
            "Haku päättyy 13.10.2023 klo 16.15. Hakemus on jätettävä 13.10.2023 klo 15 mennessä.",
            "contradicting_dates",
            id="two-times",
        ),
    ],
)
def test_warning(text: str, code: str) -> None:
    read = document("Avustus\n" + text)
    _, warnings = read_application(read, Kind.CALL)
    assert [warning.code for warning in warnings] == [code]
    for warning in warnings:
        assert warning.evidence is not None
        assert warning.evidence.text == warning.detail


def test_impossible_end_is_null_and_start_kept() -> None:
    assert window("Avustus\nHaku alkaa 15.10.2023 ja päättyy 31.11.2023 klo 16.15.") == ("2023-10-15", None)


def test_wrong_weekday_keeps_the_date() -> None:
    assert window("Avustus\nHakuaika päättyy maanantaina 13.10.2023.") == (None, "2023-10-13")


def test_evidence_is_the_characters_read() -> None:
    read = document("Avustus\nHaku avattiin 4.9.2023.\nHakuaikaa on jatkettu 13.10. kello 16.15 asti.")
    application, _ = read_application(read, Kind.CALL)
    assert [evidence.text for evidence in application.evidence] == ["4.9.2023", "13.10. kello 16.15"]


def test_english_page() -> None:
    text = "Discretionary grants\nThe call opens on 4 September 2023 and closes on 13 October 2023 at 16.15."
    assert window(text, language="en") == ("2023-09-04", "2023-10-13T16:15")


SENTENCES = [
    "Haku on avoinna {a}–{b}.",
    "Hakuaika päättyy {b} klo 16.15.",
    "Lausunnot pyydetään {b} mennessä.",
    "Hakuaikaa on jatkettu {b} asti, alun perin {a}.",
    "Avustusta voi käyttää ajalla {a}–{b}.",
    "Jatkuva haku",
    "Samanaikaisesti ({a}–{b}) on toinen haku.",
    "Ansökningstiden är {a}–{b}.",
    "Understödet används {a}–{b}.",
    "| Hakuaika | {a} | {b}",
    "## Hakuaika",
    "- {b} mennessä",
    "Toiminta voi alkaa aikaisintaan {a} ja sen on päätyttävä {b}.",
]
DAYS = st.sampled_from(
    ["1.3.2021", "30.4.", "31.11.2022", "klo 12", "2024", "maanantaina 1.1.2021", "toukokuun loppuun", "5"]
)
DATES = st.dates(date(2010, 1, 1), date(2030, 12, 31))


@given(
    st.lists(st.tuples(st.sampled_from(SENTENCES), DAYS, DAYS), max_size=8),
    st.sampled_from(list(Kind)),
    st.sampled_from(["fi", "sv", "en"]),
    st.sampled_from([None, PUBLISHED]),
)
def test_everything_has_evidence(
    lines: list[tuple[str, str, str]], kind: Kind, language: str, published: str | None
) -> None:
    read = document("\n".join(["Avustus", *(line.format(a=a, b=b) for line, a, b in lines)]), language, published)
    application, warnings = read_application(read, kind)
    period, more = read_use_period(read)
    found = [*application.evidence, *(each.evidence for each in warnings + more if each.evidence)]
    found += [period.evidence] if period else []
    for evidence in found:
        assert read.blocks[evidence.block].text[evidence.start : evidence.end] == evidence.text != ""
    assert bool(application.evidence) == bool(application.opens or application.closes or application.continuous)


@settings(deadline=None)
@given(DATES, st.integers(5, 120), st.integers(0, 4))
def test_generated_window(first: date, length: int, form: int) -> None:
    last = first + timedelta(days=length)
    start, end = (f"{day.day}.{day.month}.{day.year}" for day in (first, last))
    sentence = [
        f"Haku on avoinna {start}–{end} klo 16.15.",
        f"Haku alkaa {start} ja päättyy {end} klo 16.15.",
        f"Hakuaika: {start} - {end} (klo 16.15)",
        f"Avustusta voi hakea {start} alkaen. Hakemukset jätetään {end} klo 16.15 mennessä.",
        f"Haku käynnistyy {start} ja sulkeutuu {end} kello 16.15.",
    ][form]
    read = document("Avustus\n" + sentence, published=f"{first}T10:00")
    application, warnings = read_application(read, Kind.CALL)
    assert (application.opens, application.closes, warnings) == (str(first), f"{last}T16:15", ())


@settings(deadline=None)
@given(DATES, st.integers(5, 120), st.integers(0, 4))
def test_generated_swedish_window(first: date, length: int, form: int) -> None:
    last = first + timedelta(days=length)
    start, end = (f"{day.day}.{day.month}.{day.year}" for day in (first, last))
    sentence = [
        f"Ansökningstiden är {start}–{end} kl. 16.15.",
        f"Ansökningstiden börjar {start} och går ut {end} kl. 16.15.",
        f"Understöd kan sökas fr.o.m. {start} t.o.m. {end} kl. 16.15.",
        f"Utlysningen öppnas {start}. Ansökan ska vara framme senast {end} före kl. 16.15.",
        f"Understöd kan sökas från den {start} till den {end} kl 16:15.",
    ][form]
    read = document("Understöd\n" + sentence, "sv", f"{first}T10:00")
    application, warnings = read_application(read, Kind.CALL)
    assert (application.opens, application.closes, warnings) == (str(first), f"{last}T16:15", ())


@pytest.mark.parametrize("piece", ["Haku päättyy 1.3. ", "haku, joka ", "hakuaika jatkuva ei ", "(", "1.3. \n"])
def test_time_is_linear(piece: str) -> None:
    read = document("Avustus\nx").blocks[0]
    page = Document(
        language="fi", blocks=(read, Block(type="p", text=(piece * 200_000)[:200_000])), published=PUBLISHED
    )
    started = time.process_time()
    read_application(page, Kind.CALL)
    # generous: a quadratic reading would take minutes
    assert time.process_time() - started < 8
