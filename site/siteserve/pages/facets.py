"""What was found, counted by what is known of it: each count is a link that narrows the search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from index.fulltext import Facet, FacetValue
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import GROUPS, KINDS_PLURAL, LANGUAGES, STATUSES, authority_name
from siteserve.addresses import Asking

# In the order in which they are shown.
_LABELS = {
    "kind": _("Kind"),
    "status": _("Status today"),
    "authority": _("Authority"),
    "year": _("Year"),
    "applicant": _("Who may apply"),
    "language": _("Language of the text"),
}
_WORDS: Mapping[str, Mapping[Any, str]] = {
    "kind": KINDS_PLURAL,
    "status": STATUSES,
    "applicant": GROUPS,
    "language": LANGUAGES,
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link by its name; `count` is what is behind it, `is_chosen` says that it holds now and leads out of it."""

    name: str
    href: str
    count: int | None = None
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with its values, the most frequent first."""

    label: str
    values: tuple[Link, ...]


def facet_views(asking: Asking, facets: Iterable[Facet], scope: Scope) -> tuple[FacetView, ...]:
    """Return the facets that have values, in the order of the page."""
    found = {facet.name: facet.values for facet in facets}
    return tuple(
        FacetView(scope.text(label), tuple(_value(asking, name, value, scope) for value in found[name]))
        for name, label in _LABELS.items()
        if found.get(name)
    )


def chosen_links(asking: Asking, scope: Scope) -> Iterator[Link]:
    """Walk what narrows the search now, each with the address of the search without it."""
    for name in _LABELS:
        if name != "year" and asking[name]:
            yield Link(_called(name, asking[name], scope), asking.changed(**{name: ""}))
    if asking["from"] or asking["to"]:
        yield Link(_published(asking, scope), asking.narrowing(from_="", to=""))
    if asking["open_on"]:
        told = scope.text(_("open on %(date)s"), date=asking["open_on"])
        yield Link(told, asking.changed(open_on=""))
    if asking["translate"]:
        yield Link(scope.text(_("the query’s own words only")), asking.changed(translate=""))


def _value(asking: Asking, name: str, value: FacetValue, scope: Scope) -> Link:
    is_chosen = _is_chosen(asking, name, value.code)
    return Link(
        _called(name, value.code, scope), _href(asking, name, "" if is_chosen else value.code), value.count, is_chosen
    )


def _is_chosen(asking: Asking, name: str, code: str) -> bool:
    return asking["from"] == asking["to"] == code if name == "year" else asking[name] == code


def _href(asking: Asking, name: str, code: str) -> str:
    return asking.narrowing(from_=code, to=code) if name == "year" else asking.changed(**{name: code})


def _called(name: str, code: str, scope: Scope) -> str:
    """Name a code in the reader's words; one that has none stands as it is."""
    if name == "authority":
        return authority_name(code, scope.language)
    word = _WORDS.get(name, {}).get(code)
    return scope.text(word) if word else code


def _published(asking: Asking, scope: Scope) -> str:
    first, last = asking["from"], asking["to"]
    if first == last:
        return scope.text(_("published in %(time)s"), time=first)
    if not first:
        return scope.text(_("published by %(time)s"), time=last)
    told = scope.text(_("published from %(time)s"), time=first)
    return told + (f" – {last}" if last else "")
