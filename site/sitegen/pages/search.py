"""The search page: a form that works in the browser, without a server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from index.fulltext.language_data import LANGUAGES, load
from index.fulltext.query.fields import field_names
from parsers.model import Language
from sitegen.pages.base import Page, common
from sitegen.pages.indexing import indexed_in
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import GROUPS, KINDS, KINDS_PLURAL, authority_name
from sitegen.words import LANGUAGES as LANGUAGE_NAMES

_OPERATORS = tuple(word for language in LANGUAGES for kind in ("and", "or", "not") for word in load(language)[kind])


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter: the code that the index knows, its name, and the name of `one` of them if it differs."""

    code: str
    name: str
    one: str | None = None


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """`indexes` are the languages whose indexes the search asks; `forms` tells that they have tables of forms.

    `operators` and `fields` are words that mean something to the search of the archive itself, and not to this one.
    """

    template: ClassVar[str] = "search.html"

    indexes: tuple[Language, ...]
    forms: bool
    operators: tuple[str, ...]
    fields: tuple[str, ...]
    kinds: tuple[Choice, ...]
    authorities: tuple[Choice, ...]
    years: tuple[Choice, ...]
    text_languages: tuple[Choice, ...]
    applicants: tuple[Choice, ...]


def search_page(scope: Scope) -> SearchPage:
    """Return the search page of an interface language."""
    held = scope.holdings
    names = ((code, authority_name(code, scope.language)) for code in held.authorities)
    return SearchPage(
        **common(scope, "search/", scope.text(_("Search")), "search"),
        indexes=tuple(indexes_of(scope)),
        forms=scope.terms is not None,
        operators=_OPERATORS,
        fields=tuple(sorted(field_names())),
        kinds=tuple(Choice(kind, scope.text(KINDS_PLURAL[kind]), scope.text(KINDS[kind])) for kind in held.kinds),
        authorities=tuple(Choice(code, name) for code, name in sorted(names, key=lambda item: item[1])),
        years=tuple(Choice(str(year), str(year)) for year in held.years),
        text_languages=tuple(
            Choice(code, scope.text(LANGUAGE_NAMES[code])) for code in held.languages if code in LANGUAGE_NAMES
        ),
        applicants=tuple(Choice(code, scope.text(name)) for code, name in GROUPS.items() if code in held.by_group),
    )


def indexes_of(scope: Scope) -> list[Language]:
    """Return the languages that have an index, in the order of the interface languages."""
    used = {indexed_in(card.language, scope.languages) for work in scope.holdings.works for card in work.cards}
    return [code for code in scope.languages if code in used]
