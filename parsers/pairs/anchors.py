"""What stays the same in translation: numbers, dates, telephone numbers, links and addresses, in one written form."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from babel.dates import get_month_names

from parsers.model import Link
from parsers.pairs.lemmas import base_forms

# "1 066 000", "1.500.000", "2,4", "380", "16.15"; not the digits of "VN/5521/2022a" cut in the middle of a word
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u2009\u202f.]\d{3})+(?:,\d{1,4})?(?![\w])|\d+(?:,\d{1,4})?")
# "17.3.2021", "14.3.-", "9.10–"
_NUMERIC_DATE = re.compile(r"(?<![\d.,])([0-3]?\d)\.([01]?\d)(?![\d,])\.?(?:[ \u00a0]?((?:19|20)\d\d)(?!\d))?")
# "17 mars 2021", "den 2 maj", "3. helmikuuta"
_WORDED_DATE = re.compile(r"(?<![\d.,])([0-3]?\d)\.?[ \u00a0]+([^\W\d_]{3,14})\b(?:[ \u00a0]+((?:19|20)\d\d)(?!\d))?")
# "1,066,000" and "2.4" as English writes them
_ENGLISH_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ENGLISH_POINT = re.compile(r"(?<=\d)\.(?=\d{1,2}(?![\d.]))")
# "etunimi.sukunimi@gov.fi"
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_LANGUAGE_FOLDERS = {"fi", "sv", "en", "se", "-", ""}


def anchors(text: str, language: str) -> set[str]:
    """Return the numbers, dates and e-mail addresses of a text, each in a form that is the same in both languages.

    >>> sorted(anchors("Haku 17.3.–20.4.2021, 1 066 000 euroa", "fi"))
    ['#1066000', '#2021', '@17.3', '@20.4']
    >>> sorted(anchors("Ansökan 17 mars–20 april 2021, 1.066.000 euro", "sv"))
    ['#1066000', '#2021', '@17.3', '@20.4']
    >>> sorted(anchors("Call 17 March to 20 April 2021, EUR 1,066,000, of this 2.4 per cent", "en"))
    ['#1066000', '#2.4', '#2021', '@17.3', '@20.4']
    """
    return take_anchors(text, language)[0]


def take_anchors(text: str, language: str) -> tuple[set[str], str]:
    """Return the anchors of a text, and the text without its dates and addresses: "17 mars" is no word then."""
    found = {match[0].lower() for match in _EMAIL.finditer(text)}
    rest = _EMAIL.sub(" ", text)
    rest = _take_dates(_english_numbers(rest) if language == "en" else rest, language, found)
    found.update(f"#{_plain(match[0])}" for match in _NUMBER.finditer(rest))
    return found, rest


def link_anchor(link: Link) -> str | None:
    """Return what a link has in common with its counterpart in the other language: the end of its path.

    >>> link_anchor(Link("https://tem.fi/documents/12/Haku.pdf?t=1", "Haku", 3))
    '>haku.pdf'
    >>> link_anchor(Link("https://tem.fi/sv/", "TEM", 3))
    '>tem.fi'
    """
    try:
        parts = urlsplit(link.url)
    except ValueError:
        return None
    folders = [folder for folder in parts.path.lower().split("/") if folder not in _LANGUAGE_FOLDERS]
    name = folders[-1] if folders else (parts.hostname or "").removeprefix("www.")
    return f">{name}" if name else None


def _english_numbers(text: str) -> str:
    """Return an English text with its numbers as the other languages write them."""
    return _ENGLISH_POINT.sub(",", _ENGLISH_THOUSANDS.sub(" ", text))


def _take_dates(text: str, language: str, found: set[str]) -> str:
    """Add the dates of `text` to `found` and return the text without them."""

    def numeric(match: re.Match[str]) -> str:
        return _take(match, int(match[2]), found)

    def worded(match: re.Match[str]) -> str:
        return _take(match, _month(match[2], language), found)

    return _WORDED_DATE.sub(worded, _NUMERIC_DATE.sub(numeric, text))


def _take(match: re.Match[str], month: int | None, found: set[str]) -> str:
    day = int(match[1])
    if not month or not 1 <= month <= 12 or not 1 <= day <= 31:
        return match[0]
    found.add(f"@{day}.{month}")
    return f" {match[3] or ''} "


@cache
def _month(word: str, language: str) -> int | None:
    forms = base_forms(word, language)
    return next((number for name, number in _months(language).items() if name in forms), None)


@cache
def _months(language: str) -> dict[str, int]:
    names = get_month_names("wide", context="stand-alone", locale=language)
    return {name.lower(): number for number, name in names.items()}


def _plain(number: str) -> str:
    return re.sub(r"[ \u00a0\u2009\u202f.]", "", number).replace(",", ".")
