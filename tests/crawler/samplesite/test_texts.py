"""The texts as a collection: enough of each kind, true weekdays and sums, versions that agree as far as is noted."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from crawler.samplesite import Document, differences, documents, expected
from crawler.samplesite.documents import versions

GOLD = {gold["id"]: gold for gold in expected()}
PAIRS = [text.name for text in documents() if text.language == "sv" and "fi" in versions(text)]
MONTHS = {
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split(),
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
}
WEEKDAYS = {
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai".split(),
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag".split(),
}
# torstaina 31.3.2016, maanantaina 16. syyskuuta 2024, måndagen den 16 januari 2023
WEEKDAY_AND_DATE = re.compile(
    r"(?P<weekday>\w+(?:tai|kko|tiina|taina|kkona|taihin|kkoon|dagen)) (?:den )?"
    r"(?P<day>\d{1,2})\.? ?(?P<month>\d{1,2}\.|[a-zåäö]+) ?(?P<year>\d{4})"
)


def month_number(word: str, language: str) -> int:
    if word.rstrip(".").isdecimal():
        return int(word.rstrip("."))
    return 1 + next(i for i, month in enumerate(MONTHS[language]) if word.startswith(month))


def test_there_are_texts_of_every_sort() -> None:
    texts = documents()
    kinds = Counter(gold["kind"] for gold in expected())
    years = {text.published[:4] for text in texts if text.published}
    assert len(texts) == 39
    assert len(PAIRS) == 15
    assert min(kinds[kind] for kind in ("call", "decision", "guide", "other")) >= 3
    assert {"2015", "2026"} <= years
    assert len(years) >= 10
    assert len({text.host for text in texts}) == 11
    assert {text.generation for text in texts} == {"2016", "2020", "2025"}


def test_addresses_and_ids_are_unique() -> None:
    assert len({text.url for text in documents()}) == len({text.id for text in documents()}) == len(documents())


@pytest.mark.parametrize("text", documents(), ids=lambda text: text.id)
def test_a_text_has_the_length_of_a_release(text: Document) -> None:
    assert 135 <= len(f"{text.title} {text.lead} {text.body}".split()) <= 450


@pytest.mark.parametrize("text", documents(), ids=lambda text: text.id)
def test_a_version_appears_after_the_first_one(text: Document) -> None:
    assert text.appeared is None or (text.published is not None and text.published < text.appeared)


def dated_weekdays() -> list[Any]:
    return [
        pytest.param(match, text.language, id=f"{text.id}: {match[0]}")
        for text in documents()
        if text.language != "en"
        for match in WEEKDAY_AND_DATE.finditer(f"{text.lead}\n{text.body}")
    ]


@pytest.mark.parametrize(("match", "language"), dated_weekdays())
def test_weekdays_fit_their_dates(match: re.Match[str], language: str) -> None:
    day = date(int(match["year"]), month_number(match["month"], language), int(match["day"]))
    assert match["weekday"].startswith(WEEKDAYS[language][day.weekday()])


def test_the_weekday_check_finds_dates_in_both_languages() -> None:
    languages = Counter(param.values[1] for param in dated_weekdays())
    assert languages["fi"] >= 9
    assert languages["sv"] >= 8


@pytest.mark.parametrize(
    ("name", "total"),
    [
        pytest.param("kylakaupat-paatos-2016.fi", 2_870_000, id="by landscape"),
        pytest.param("kalatiet-2026.fi", 690_000, id="by recipient"),
    ],
)
def test_a_table_adds_up(name: str, total: int) -> None:
    cells = [amount["min"] for amount in GOLD[name]["amounts"] if "euro" not in amount["text"]]
    assert len(cells) == 6
    assert sum(cells) == total == GOLD[name]["total"]


def facts(gold: dict[str, Any]) -> dict[str, Any]:
    return {
        "amounts": Counter((amount["min"], amount["max"]) for amount in gold["amounts"]),
        "total": gold["total"],
        "opens": gold["application"]["opens"],
        "closes": gold["application"]["closes"],
        "continuous": gold["application"]["continuous"],
        "use_period": gold["use_period"],
        "contacts": {(contact["name"], contact["phone"], contact["email"]) for contact in gold["contacts"]}
        if all(contact["name"] for contact in gold["contacts"])
        else {contact["phone"] for contact in gold["contacts"]},
        "case_numbers": gold["case_numbers"],
        "kind": gold["kind"],
        "published": gold["published"],
    }


@pytest.mark.parametrize("name", PAIRS)
def test_versions_agree_but_for_what_was_planted(name: str) -> None:
    finnish, swedish = facts(GOLD[f"{name}.fi"]), facts(GOLD[f"{name}.sv"])
    planted = {
        difference["field"]
        for pair in differences()
        if pair["fi"] == GOLD[f"{name}.fi"]["url"]
        for difference in pair["differences"]
    }
    assert {field for field in finnish if finnish[field] != swedish[field]} == planted


def test_what_was_planted() -> None:
    kinds = Counter((found["field"], found["kind"]) for pair in differences() for found in pair["differences"])
    assert kinds == {
        ("closes", "contradicts"): 1,
        ("amounts", "contradicts"): 1,
        ("total", "contradicts"): 1,
        ("amounts", "only_fi"): 2,
        ("contacts", "only_fi"): 1,
    }


def test_a_planted_difference_quotes_both_versions() -> None:
    texts = {text.url: text for text in documents()}
    pair = next(pair for pair in differences() if pair["differences"][0]["sv"] == "1,3 miljoner euro")
    assert pair["differences"][0]["fi"] in texts[pair["fi"]].title
    assert pair["differences"][0]["sv"] in texts[pair["sv"]].title
