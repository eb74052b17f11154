"""Works and differences as rows of a list, in the words of one interface language."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import NamedTuple

from parsers.model import Difference, Kind, Language, Moment, Severity
from sitegen.addresses import compare_path, release_path
from sitegen.holdings import Card, Work
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.told_contacts import CONTACT_PARTS, differing_parts, name_in
from sitegen.words import FIELDS, KINDS, authority_name, value_in_words, with_currency


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of a work: its language, its title, and its page inside the site."""

    language: Language | None
    title: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A work as a row: the version in the reader's language leads, the others are named behind it.

    `published` is when the work came out, in whatever language, `appeared` when the leading version did.
    """

    main: Version
    others: tuple[Version, ...]
    compare: str | None
    differences: int
    published: Moment | None
    appeared: Moment | None
    kind: Kind
    kind_name: str
    publisher: str | None
    publisher_language: Language | None
    total: str | None
    window: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceEntry:
    """A difference as a row: what it is about, what each version says, where it is shown in its place."""

    number: int
    field: str
    kind: str
    severity: Severity
    fi: str | None
    sv: str | None
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferingEntry:
    """A work with its differences, of which `more` are not shown."""

    entry: Entry
    differences: tuple[DifferenceEntry, ...]
    more: int = 0


class Currencies(NamedTuple):
    """The currency of each version's sums that are printed without one, as in a table."""

    fi: str = "EUR"
    sv: str = "EUR"


def entry_of(work: Work, scope: Scope) -> Entry:
    """Return a work as a row of a list."""
    lead = work.in_language(scope.language)
    publisher, publisher_language = publisher_of(lead, scope)
    return Entry(
        main=version_of(lead, scope),
        others=tuple(version_of(card, scope) for card in work.cards if card is not lead),
        compare=f"{scope.language}/{compare_path(work.pair.fi)}" if work.pair else None,
        differences=len(work.pair.differences) if work.pair else 0,
        published=work.published,
        appeared=lead.appeared or work.published,
        kind=lead.kind,
        kind_name=scope.text(KINDS[lead.kind]),
        publisher=publisher,
        publisher_language=publisher_language,
        total=scope.formats.money(lead.total, lead.currency) if lead.total is not None else None,
        window=window_of(lead, scope),
    )


def entries_of(works: Iterable[Work], scope: Scope) -> tuple[Entry, ...]:
    return tuple(entry_of(work, scope) for work in works)


def version_of(card: Card, scope: Scope) -> Version:
    return Version(language=card.language, title=card.title, path=f"{scope.language}/{release_path(card.id)}")


def publisher_of(card: Card, scope: Scope) -> tuple[str | None, Language | None]:
    """Return who published a release and, where only the source's own words say it, the language of those words."""
    if card.authority:
        return authority_name(card.authority, scope.language), None
    return card.organisation, card.language


def window_of(card: Card, scope: Scope) -> str | None:
    """Return when one may apply, None where the release does not say."""
    if card.continuous:
        return scope.text(_("continuous"))
    return scope.formats.window(card.opens, card.closes) or None


def differing_of(work: Work, scope: Scope, wanted: Set[int] | None = None, most: int | None = None) -> DifferingEntry:
    """Return a work with its differences as rows, in the order in which its comparison numbers them.

    `wanted` are the numbers of the differences to show, None for all. Of more than `most`, those are shown in which
    the versions contradict each other before those that only one of them states; `more` counts all others.
    """
    assert work.pair is not None
    path = f"{scope.language}/{compare_path(work.pair.fi)}"
    cards = {card.id: card for card in work.cards}
    currencies = Currencies(cards[work.pair.fi].currency, cards[work.pair.sv].currency)
    shown = [(at, each) for at, each in enumerate(work.pair.differences, 1) if wanted is None or at in wanted]
    if most is not None:
        shown = sorted(shown, key=lambda item: item[1].kind != "contradicts")[:most]
    return DifferingEntry(
        entry=entry_of(work, scope),
        differences=tuple(_listed(at, each, path, scope, currencies) for at, each in shown),
        more=len(work.pair.differences) - len(shown) if most is not None else 0,
    )


def difference_of(
    number: int, difference: Difference, path: str, scope: Scope, currencies: Currencies
) -> DifferenceEntry:
    """Return a difference as a row, all said that each version says; `path` is the comparison's page."""
    values = (
        value and with_currency(value_in_words(value, difference.field, scope.formats), difference.field, currency)
        for value, currency in ((difference.fi, currencies.fi), (difference.sv, currencies.sv))
    )
    return _entry(number, difference, scope.text(FIELDS[difference.field]), (*values,), path)


def _listed(number: int, difference: Difference, path: str, scope: Scope, currencies: Currencies) -> DifferenceEntry:
    """Of a contact a list of many texts says whose it is and what differs; the comparison has the number itself."""
    if difference.field != "contacts":
        return difference_of(number, difference, path, scope, currencies)
    sides = (difference.fi, difference.sv)
    names = tuple(value and (name_in(value) or scope.text(_("contact without a name"))) for value in sides)
    parts = ", ".join(scope.text(CONTACT_PARTS[part]) for part in differing_parts(*sides))
    field = scope.text(FIELDS["contacts"])
    return _entry(number, difference, f"{field}: {parts}" if parts else field, names, path)


def _entry(
    number: int, difference: Difference, field: str, values: tuple[str | None, ...], path: str
) -> DifferenceEntry:
    fi, sv = values
    return DifferenceEntry(
        number=number, field=field, kind=difference.kind, severity=difference.severity, fi=fi, sv=sv, path=path
    )
