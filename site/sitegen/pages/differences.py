"""Differences between versions: all contradictions, the gravest first, and narrower lists of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, NamedTuple

from parsers.model import Difference, Severity
from sitegen.addresses import safe_name
from sitegen.entries import DifferingEntry, differing_of
from sitegen.holdings import Work
from sitegen.pages.base import Page, common
from sitegen.pages.browse import PER_PAGE, Paging, page_tail, paging_of
from sitegen.pages.shelves import Shelf
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import FIELDS, SEVERITY_HEADINGS, authority_name

TAIL = "differences/"
_ORDER: tuple[Severity, ...] = ("high", "medium", "low")


class _Found(NamedTuple):
    """A difference of a work and its number among the work's differences, from 1."""

    work: Work
    number: int
    difference: Difference


class _List(NamedTuple):
    """A list of differences: where it lies inside its language, and what it is called."""

    tail: str
    name: str
    found: tuple[_Found, ...]


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """Works whose gravest difference in the list is of one severity; None where the list is not told apart by it."""

    severity: Severity | None
    heading: str | None
    entries: tuple[DifferingEntry, ...]


@dataclass(frozen=True, kw_only=True)
class DifferencesPage(Page):
    """One page of a list. `pairs`, `differing` and `contradictions` are of the whole archive, `count` of the list.

    `here` is the list's own address; it is that of one of the shelves where the list is a narrower one.
    """

    template: ClassVar[str] = "differences.html"

    pairs: int
    differing: int
    contradictions: int
    narrower: str | None
    count: int
    here: str
    severities: tuple[Shelf, ...]
    fields: tuple[Shelf, ...]
    authorities: tuple[Shelf, ...]
    one_sided: Shelf | None
    groups: tuple[SeverityGroup, ...]
    paging: Paging


def differences_pages(scope: Scope) -> Iterator[DifferencesPage]:
    """Walk the pages of the list of all contradictions; there is one even where nothing differs."""
    lists = _Lists.of(scope)
    return _pages(scope, lists, lists.whole)


def narrower_differences(scope: Scope) -> Iterator[DifferencesPage]:
    """Walk the pages of the lists by severity, field and authority, and of what only one version says."""
    lists = _Lists.of(scope)
    for each in (*lists.severities, *lists.fields, *lists.authorities, *lists.one_sided):
        yield from _pages(scope, lists, each)


class _Lists(NamedTuple):
    """All lists of an interface language, those with nothing in them left out."""

    whole: _List
    severities: tuple[_List, ...]
    fields: tuple[_List, ...]
    authorities: tuple[_List, ...]
    one_sided: tuple[_List, ...]

    @classmethod
    def of(cls, scope: Scope) -> _Lists:
        found = tuple(_all(scope.holdings.differing))
        told = tuple(each for each in found if each.difference.kind == "contradicts")
        alone = tuple(each for each in found if each.difference.kind != "contradicts")
        authorities = Counter(each.work.first.authority for each in told if each.work.first.authority)
        names = {code: authority_name(code, scope.language) for code in authorities}
        lists = (
            _severity_lists(scope, told),
            [_List(f"{TAIL}field/{code}/", scope.text(name), _of_field(told, code)) for code, name in FIELDS.items()],
            [
                _List(f"{TAIL}authority/{safe_name(code)}/", names[code], _of_authority(told, code))
                for code in sorted(names, key=lambda code: names[code].casefold())
            ],
            [_List(f"{TAIL}one-sided/", scope.text(_("Only in one version")), alone)],
        )
        whole = _List(TAIL, scope.text(_("Differences between versions")), told)
        return cls(whole, *(tuple(each for each in some if each.found) for some in lists))


def _severity_lists(scope: Scope, told: tuple[_Found, ...]) -> list[_List]:
    return [
        _List(f"{TAIL}severity/{code}/", scope.text(SEVERITY_HEADINGS[code]), _of_severity(told, code))
        for code in _ORDER
    ]


def _all(works: Iterable[Work]) -> Iterator[_Found]:
    for work in works:
        if work.pair:
            yield from (_Found(work, number, each) for number, each in enumerate(work.pair.differences, 1))


def _of_severity(found: Iterable[_Found], severity: str) -> tuple[_Found, ...]:
    return tuple(each for each in found if each.difference.severity == severity)


def _of_field(found: Iterable[_Found], field: str) -> tuple[_Found, ...]:
    return tuple(each for each in found if each.difference.field == field)


def _of_authority(found: Iterable[_Found], authority: str) -> tuple[_Found, ...]:
    return tuple(each for each in found if each.work.first.authority == authority)


def _pages(scope: Scope, lists: _Lists, shown: _List) -> Iterator[DifferencesPage]:
    items = _by_work(shown.found)
    count = max(1, -(-len(items) // PER_PAGE))
    for number in range(1, count + 1):
        chosen = items[(number - 1) * PER_PAGE : number * PER_PAGE]
        yield DifferencesPage(
            **common(scope, page_tail(shown.tail, number), _title(scope, lists, shown, number), "differences"),
            pairs=len(scope.holdings.pairs),
            differing=len(scope.holdings.differing),
            contradictions=len(lists.whole.found),
            narrower=None if shown is lists.whole else shown.name,
            count=len(shown.found),
            here=f"{scope.language}/{shown.tail}",
            severities=_shelves(scope, lists.severities),
            fields=_shelves(scope, lists.fields),
            authorities=_shelves(scope, lists.authorities),
            one_sided=next(iter(_shelves(scope, lists.one_sided)), None),
            groups=tuple(
                _groups(scope, chosen, told_apart=shown is lists.whole or shown in (*lists.fields, *lists.authorities))
            ),
            paging=paging_of(scope, shown.tail, number, count),
        )


def _title(scope: Scope, lists: _Lists, shown: _List, number: int) -> str:
    title = lists.whole.name if shown is lists.whole else f"{lists.whole.name}: {shown.name}"
    return title if number == 1 else scope.text(_("%(title)s, page %(number)s"), title=title, number=number)


def _by_work(found: Iterable[_Found]) -> list[tuple[_Found, ...]]:
    """Put together what is of one work; the works with the gravest differences first, else in their order."""
    works = [tuple(some) for _work, some in groupby(found, key=lambda each: each.work.first.id)]
    return sorted(works, key=_gravest)


def _gravest(some: Iterable[_Found]) -> int:
    return min(_ORDER.index(each.difference.severity) for each in some)


def _groups(scope: Scope, items: list[tuple[_Found, ...]], *, told_apart: bool) -> Iterator[SeverityGroup]:
    for at, some in groupby(items, key=_gravest if told_apart else lambda _item: -1):
        severity = _ORDER[at] if told_apart else None
        entries = (differing_of(item[0].work, scope, {each.number for each in item}) for item in some)
        yield SeverityGroup(severity, scope.text(SEVERITY_HEADINGS[severity]) if severity else None, tuple(entries))


def _shelves(scope: Scope, lists: Iterable[_List]) -> tuple[Shelf, ...]:
    return tuple(Shelf(each.name, f"{scope.language}/{each.tail}", len(each.found)) for each in lists)
