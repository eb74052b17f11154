"""Every fact that is noted beside a text stands in the page that a reader sees."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from crawler.samplesite import Document, documents, expected, render

TEXTS = {text.id: text for text in documents()}
GOLD = [pytest.param(gold, id=gold["id"]) for gold in expected()]
MONTHS = {
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta".split(),
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
}


def page(text: Document) -> BeautifulSoup:
    return BeautifulSoup(render(text.host, text.path_on(text.site)).body, "lxml")


def shown(text: Document, without: str = "script") -> str:
    """The article's title and text, its spaces plain, soft hyphens and hyphenation debris left out."""
    soup = page(text)
    for tag in soup.select(without):
        tag.decompose()
    content, heading = soup.select_one(".journal-content-article"), soup.h1
    assert isinstance(content, Tag)
    assert isinstance(heading, Tag)
    words = content.get_text(" ") if heading in content.descendants else f"{heading.get_text()} {content.get_text(' ')}"
    return re.sub(r"(?<=[a-zåäö])-(?=[a-zåäö])", "", re.sub(r"\s+", " ", words.replace("\u00ad", "")))


def decoded(text: Document) -> set[str]:
    """The addresses that Cloudflare's script would show."""
    hidden = [bytes.fromhex(str(tag["data-cfemail"])) for tag in page(text).select("[data-cfemail]")]
    return {bytes(byte ^ code[0] for byte in code[1:]).decode() for code in hidden}


@pytest.mark.parametrize("gold", GOLD)
def test_amounts_stand_in_the_text_in_order(gold: dict[str, Any]) -> None:
    text, position = shown(TEXTS[gold["id"]]), 0
    for amount in gold["amounts"]:
        found = text.find(amount["text"], position)
        assert found >= 0, amount
        position = found + len(amount["text"])


@pytest.mark.parametrize("gold", GOLD)
def test_no_amount_was_overlooked(gold: dict[str, Any]) -> None:
    """Every currency word belongs to a noted sum or to a table's headings."""
    text = shown(TEXTS[gold["id"]], without="th")
    for amount in gold["amounts"]:
        text = text.replace(amount["text"], "", 1)
    assert re.findall(r".{0,20}(?:\beuro|€)", text) == []


@pytest.mark.parametrize("gold", GOLD)
def test_contacts_stand_in_the_text(gold: dict[str, Any]) -> None:
    document = TEXTS[gold["id"]]
    text, hidden = shown(document), decoded(document)
    for contact in gold["contacts"]:
        digits = re.sub(r"^(\+358|0)", "", contact["phone"])
        assert digits in text.replace(" ", "")
        for name in filter(None, (contact["name"] or contact["organisation"], contact["title"])):
            assert name.replace("-", "") in text.replace("-", "")
        assert contact["email"] is None or email_is_given(contact["email"], text, hidden)


def email_is_given(email: str, text: str, hidden: set[str]) -> bool:
    host = email.partition("@")[2]
    patterns = [f"{pattern}@{host}" for pattern in ("etunimi.sukunimi", "fornamn.efternamn", "förnamn.efternamn")]
    written = [email.replace("-", ""), email.replace("@", "(at)"), *patterns]
    return email in hidden or any(form in text for form in written)


@pytest.mark.parametrize("gold", GOLD)
def test_dates_stand_in_the_text(gold: dict[str, Any]) -> None:
    text = shown(TEXTS[gold["id"]])
    period = gold["use_period"] or {}
    for stamp in filter(None, (gold["application"]["opens"], gold["application"]["closes"], *period.values())):
        assert any(form in text for form in written_forms(stamp, gold["language"])), stamp


def written_forms(stamp: str, language: str) -> list[str]:
    year, month, day = (int(part) for part in stamp[:10].split("-"))
    full = f"{day}{'.' if language == 'fi' else ''} {MONTHS[language][month - 1]}"
    years = [f"{year}–", f"–{year}"] if (day, month) in ((1, 1), (31, 12)) else []
    return [f"{day}.{month}.", f"{day}.{month}–", full, *years]


@pytest.mark.parametrize("gold", GOLD)
def test_times_stand_in_the_text(gold: dict[str, Any]) -> None:
    closes = gold["application"]["closes"] or ""
    text = shown(TEXTS[gold["id"]])
    assert closes[11:] in text or closes[11:].replace(":", ".") in text


@pytest.mark.parametrize("gold", GOLD)
def test_case_numbers_and_eligibility_stand_in_the_text(gold: dict[str, Any]) -> None:
    text = shown(TEXTS[gold["id"]])
    for quotation in (*gold["case_numbers"], *gold["eligibility"]):
        assert quotation.replace("-", "") in text.replace("-", "")


def test_the_gold_is_in_the_form_of_the_projects_gold_files() -> None:
    gold = next(gold for gold in expected() if gold["id"] == "lukuluotsi-haku-2023.sv")
    assert gold["url"] == "https://okm.fi/sv/-/laslotsar-till-skolor-och-bibliotek-2-400-000-euro-kan-sokas"
    assert gold["translated"] == "2023-01-17T14:20"
    assert gold["translation"] == "lukuluotsi-haku-2023.fi"
    assert gold["amounts"][0] == {"min": 2400000, "max": 2400000, "currency": "EUR", "text": "2 400 000 euro"}
    assert gold["application"] == {"opens": "2023-01-16", "closes": "2023-02-24T16:15", "continuous": False}
