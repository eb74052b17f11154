"""What the browser's search keeps of a release beside its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parsers.model import Kind, Language, Moment, Release
from sitegen.hidden_terms import HiddenTerms, hidden_terms
from sitegen.holdings import Work
from sitegen.reader import Terms
from sitegen.scope import Scope

# What the year of publication weighs: less than one mention.
_YEAR = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexing:
    """Filters are codes that no language changes; `terms` are the hidden base forms of the words of the text.

    `total` is "4200000", with its currency behind it where that is not the euro: "2000000 DKK";
    `groups` are those who may apply; `other` is the version in the other language, with its title.
    """

    id: str
    language: Language
    kind: Kind
    authority: str
    year: str
    published: Moment
    total: str
    opens: Moment
    closes: Moment
    groups: tuple[str, ...]
    other: str
    other_title: str
    terms: HiddenTerms | None


def indexed_in(language: Language | None, languages: tuple[Language, ...]) -> Language:
    """Return the interface language in which a release is indexed: its own, else the first.

    A release is indexed once, with the word endings of its own language; the search asks all indexes.
    """
    return language if language in languages else languages[0]


def indexing_of(release: Release, work: Work, scope: Scope) -> Indexing | None:
    """Return what to index of a release on its page in this interface language, None where it is indexed elsewhere."""
    if indexed_in(release.language, scope.languages) != scope.language:
        return None
    other = next((card for card in work.cards if card.id != release.id), None)
    return Indexing(
        id=release.id,
        language=release.language or "",
        kind=release.kind,
        authority=release.authority or "",
        year=(release.published or "")[:4],
        published=release.published or "",
        total=_total(release),
        opens=release.application.opens or "",
        closes=release.application.closes or "",
        groups=tuple(dict.fromkeys(group for card in work.cards for group in card.groups)),
        other=other.id if other else "",
        other_title=other.title if other else "",
        terms=hidden_terms(_weights(release, scope.terms)) if scope.terms else None,
    )


def _total(release: Release) -> str:
    if release.total is None:
        return ""
    return str(release.total) if release.total_currency == "EUR" else f"{release.total} {release.total_currency}"


def _weights(release: Release, terms: Terms) -> Mapping[str, float]:
    """Return the terms of a release; a year is often looked for where only the date of publication has it."""
    year = {release.published[:4]: _YEAR} if release.published else {}
    return year | dict(terms.weights(release))
