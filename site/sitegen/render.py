"""Page contexts to HTML: one Jinja environment for each interface language."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import fields
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import Any, Protocol

from jinja2 import Environment
from markupsafe import Markup

from parsers.model import Language
from sitegen.entries import Entry
from sitegen.formats import Formats, unbroken
from sitegen.templating import LanguageEnvironment
from sitegen.texts import texts
from sitegen.words import DIFFERENCES, LANGUAGES, SEVERITIES

# Stands for the way to the site's root in rows that are kept: a character that means nothing in any text.
_ROOT = "\ue000"
STATIC = files("sitegen").joinpath("static")


class Context(Protocol):
    """A page's dataclass: it names its template, and its fields are all that the template sees."""

    @property
    def template(self) -> str: ...


def render(page: Context, language: Language = "en") -> str:
    """Return a page as HTML in the words and formats of `language`."""
    template = environment(language).get_template(page.template)
    return template.render({field.name: getattr(page, field.name) for field in fields(page)})  # type: ignore[arg-type]


@cache
def environment(language: Language) -> Environment:
    """Return the environment of an interface language, with what all templates use."""
    catalogue = texts(language)
    made = LanguageEnvironment(catalogue)
    made.filters.update(_filters(Formats(language, catalogue)))
    made.globals.update(
        asset=asset,
        entry_rows=partial(_entry_rows, language),
        interface=language,
        language_names={code: catalogue.gettext(name) for code, name in LANGUAGES.items()},
        difference_names={kind: catalogue.gettext(name) for kind, name in DIFFERENCES.items()},
        severity_names={severity: catalogue.gettext(name) for severity, name in SEVERITIES.items()},
    )
    return made


def _filters(formats: Formats) -> dict[str, Any]:
    return {"date": formats.date, "moment": formats.moment, "number": formats.number, "unbroken": unbroken}


def _entry_rows(language: Language, entries: Iterable[Entry], root: str, level: int) -> Markup:
    """Return works as rows of a list on a page from which `root` leads to the site's root."""
    return Markup("".join(_entry_row(language, entry, level) for entry in entries).replace(_ROOT, root))


@lru_cache(20_000)
def _entry_row(language: Language, entry: Entry, level: int) -> str:
    """Return a row that any page can take: a work stands in many lists, and is made into HTML once."""
    row: str = environment(language).get_template("macros.html").module.entry_row(entry, _ROOT, language, level)  # type: ignore[attr-defined]
    return str(row)


@cache
def asset(name: str) -> str:
    """Return the address, from the site's root, of a file that all pages share; it changes when the file does."""
    content = STATIC.joinpath(name).read_bytes()
    return f"static/{name}?v={hashlib.sha256(content).hexdigest()[:8]}"
