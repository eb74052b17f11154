"""Windows, other deadlines and continuous calls in the forms that occur; the tables are in `forms`."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from parsers.facts.application import read_application
from parsers.model import Block, Document, Kind
from tests.parsers.facts.forms import application_fi, application_sv

FORMS = {"fi": application_fi, "sv": application_sv}
TITLES = {
    "fi": "Valtionavustus kuntien ja järjestöjen hankkeille",
    "sv": "Statsunderstöd för kommunernas och organisationernas projekt",
}


def table(name: str) -> list[Any]:
    """The forms of a table in both languages, the language put before what each states."""
    return [case for language, forms in FORMS.items() for case in _cases(language, forms, name)]


def _cases(language: str, forms: ModuleType, name: str) -> list[Any]:
    return [
        pytest.param(language, *case.values, id=f"{language}-{case.id}", marks=case.marks)
        for case in getattr(forms, name)
    ]


def page(language: str, text: str) -> Document:
    blocks = (Block(type="h1", text=TITLES[language]), Block(type="p", text=text))
    return Document(language=language, published=FORMS[language].PUBLISHED, blocks=blocks)


@pytest.mark.parametrize(("language", "text", "opens", "closes"), table("WINDOWS"))
def test_window(language: str, text: str, opens: str | None, closes: str | None) -> None:
    application, _ = read_application(page(language, text), Kind.CALL)
    assert (application.opens, application.closes) == (opens, closes)


@pytest.mark.parametrize(("language", "text"), table("OTHERS"))
def test_date_of_something_else(language: str, text: str) -> None:
    application, _ = read_application(page(language, text), Kind.CALL)
    assert (application.opens, application.closes, application.continuous) == (None, None, False)


@pytest.mark.parametrize(("language", "text"), table("CONTINUOUS"))
def test_continuous(language: str, text: str) -> None:
    assert read_application(page(language, text), Kind.GUIDE)[0].continuous


@pytest.mark.parametrize(("language", "text"), table("NOT_CONTINUOUS"))
def test_not_continuous(language: str, text: str) -> None:
    assert not read_application(page(language, text), Kind.GUIDE)[0].continuous
