"""The forms in which the facts stand, read one by one; the tables are in `forms`, one file a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from parsers.dates import find_dates
from parsers.facts.amounts import read_amounts
from parsers.facts.application import read_application
from parsers.facts.case_numbers import read_case_numbers
from parsers.facts.eligibility import read_eligibility
from parsers.facts.kind import read_kind
from parsers.facts.phones import find_phones
from parsers.facts.self_financing import read_self_financing
from parsers.facts.total import headline_total
from parsers.facts.use_period import read_use_period
from parsers.model import Amount, Block, Document, Kind, Language, Role
from tools.forms import DOCUMENT, LANGUAGES, forms_of, with_table

PUBLISHED = "2023-09-01T09:00"
OF_DATES = "2021-03-17T11:14"
TITLES: dict[Language, str] = {"fi": "Valtionavustukset järjestöille", "sv": "Statsunderstöd till organisationer"}


def page(language: Language, text: str) -> Document:
    """Return a page under a title that says only that grants are meant."""
    return _document(language, TITLES[language], text)


def titled(language: Language, text: str, published: str | None = PUBLISHED) -> Document:
    """Return a page whose title and paragraphs " / " parts."""
    title, *paragraphs = text.split(" / ")
    return _document(language, title, *paragraphs, published=published)


def _document(language: Language, title: str, *texts: str, published: str | None = PUBLISHED) -> Document:
    blocks = (Block(type="h1", text=title), *(Block(type="p", text=text) for text in texts))
    return Document(language=language, published=published, blocks=blocks)


def amounts(language: Language, text: str) -> list[str]:
    return [_shown(amount) for amount in read_amounts(_document(language, "Tiedote", text))]


def _shown(amount: Amount) -> str:
    value = f"{amount.min:f}" if amount.min == amount.max else f"{amount.min:f}-{amount.max:f}"
    return value if amount.currency == "EUR" else f"{value} {amount.currency}"


def total_of(kind: Kind) -> Callable[[Language, str], list[str]]:
    def read(language: Language, text: str) -> list[str]:
        document = titled(language, text)
        total = headline_total(document, read_amounts(document), kind)
        return [] if total is None else [f"{total:f}"]

    return read


def roles(language: Language, text: str) -> list[str]:
    found = read_amounts(titled(language, text))
    return [f"{_shown(amount)} {amount.role.value}" for amount in found if amount.role is not Role.OTHER]


def windows(language: Language, text: str) -> list[str]:
    application, _ = read_application(page(language, text), Kind.CALL)
    assert not application.continuous
    found = [application.opens, application.closes]
    return [moment or "-" for moment in found] if any(found) else []


def continuous(language: Language, text: str) -> list[str]:
    return ["at any time"] if read_application(page(language, text), Kind.GUIDE)[0].continuous else []


def use_periods(language: Language, text: str) -> list[str]:
    period, _ = read_use_period(page(language, text))
    return [period.start, period.end] if period else []


def dates(language: Language, text: str) -> list[str]:
    mentions = find_dates(text, language, OF_DATES)
    return [str(mentions[0].first), str(mentions[0].last)] if mentions else []


def kinds(language: Language, text: str) -> list[str]:
    """Return the kind with a stamp of publication, and with a star the kind without one; nothing where it is other."""
    return [
        f"{kind}{star}"
        for star, published in (("", PUBLISHED), ("*", None))
        if (kind := read_kind(titled(language, text, published))[0]) is not Kind.OTHER
    ]


def eligibility(language: Language, text: str) -> list[str]:
    return [group for each in read_eligibility(page(language, text)) for group in each.groups]


def shares(language: Language, text: str) -> list[str]:
    found = read_self_financing(page(language, text))
    percents = [f"{one.min:f}" if one.min == one.max else f"{one.min:f}-{one.max:f}" for one in found]
    return [" ".join(filter(None, (one.of, percent, one.bound))) for one, percent in zip(found, percents, strict=True)]


def phones(language: Language, text: str) -> list[str]:
    return [mention.printed for mention in find_phones(text)]


def case_numbers(language: Language, text: str) -> list[str]:
    return [number.value for number in read_case_numbers(page(language, text))]


READERS: dict[str, Callable[[Language, str], list[str]]] = {
    "amounts": amounts,
    "totals_of_calls": total_of(Kind.CALL),
    "totals_of_decisions": total_of(Kind.DECISION),
    "roles": roles,
    "windows": windows,
    "continuous": continuous,
    "use_periods": use_periods,
    "dates": dates,
    "kinds": kinds,
    "eligibility": eligibility,
    "shares": shares,
    "phones": phones,
    "case_numbers": case_numbers,
}


def cases(*, read: bool) -> Iterator[pytest.ParameterSet]:
    for language in LANGUAGES:
        for field, forms in forms_of(language).items():
            if read:
                yield from (pytest.param(language, field, one[0], list(one[1:]), id=one[0]) for one in forms.read)
            else:
                yield from (pytest.param(language, field, text, id=text) for text in forms.none)


@pytest.mark.parametrize(("language", "field", "text", "expected"), list(cases(read=True)))
def test_form_is_read(language: Language, field: str, text: str, expected: list[str]) -> None:
    found = READERS[field](language, text)
    assert expected[0] in found if field == "kinds" else found == expected


@pytest.mark.parametrize(("language", "field", "text"), list(cases(read=False)))
def test_form_of_something_else_is_not(language: Language, field: str, text: str) -> None:
    # a page without a stamp may be of some kind that a release with the same words is not
    assert [each for each in READERS[field](language, text) if not each.endswith("*")] == []


def test_there_are_enough_forms_and_half_of_them_must_not_match() -> None:
    tables = {language: forms_of(language).values() for language in LANGUAGES}
    read = {language: sum(len(table.read) for table in tables[language]) for language in LANGUAGES}
    none = {language: sum(len(table.none) for table in tables[language]) for language in LANGUAGES}
    assert min(*read.values(), *none.values()) >= 200
    assert sum(none.values()) >= sum(read.values())


def test_both_languages_have_forms_of_every_field() -> None:
    assert forms_of("fi").keys() == forms_of("sv").keys() == READERS.keys()


def test_document_shows_these_forms() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert with_table(text) == text, "run: python -m tools.forms"
