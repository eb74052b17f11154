"""The calls behind the figures of translation: which came in Swedish too, which did not, which may still come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from parsers.pairs.coverage import Coverage, State
from sitegen.entries import Entry, entries_of
from sitegen.holdings import Work
from sitegen.pages.base import Page, common
from sitegen.pages.behind import ALL, Part, list_name, part_pages, part_paths, part_shelves, year_name
from sitegen.pages.browse import Paging, page_tail, page_title, paging_of
from sitegen.pages.sections import authority_label, year_heading
from sitegen.pages.shelves import Shelf
from sitegen.planned import Planned, planned_list
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.translated import counted_works, waiting

_Works = Mapping[State, list[Work]]


@dataclass(frozen=True, kw_only=True)
class CountedPage(Page):
    """One page of the calls of a year, of an authority or of all; `shelves` lead to its parts."""

    template: ClassVar[str] = "translation_list.html"

    heading: str
    shelves: tuple[Shelf, ...]
    parts: tuple[Part[Entry], ...]
    paging: Paging


def planned_counted(scope: Scope) -> Iterator[Planned]:
    """Plan the lists of an interface language: of each authority and year, and of each year."""
    together: dict[int | None, dict[State, list[Work]]] = {}
    for (authority, year), works in counted_works(scope.holdings).items():
        heading = f"{authority_label(authority, scope)}: {year_heading(year, scope)}"
        yield from _pages(scope, counted_tail(list_name(authority), year), heading, works)
        whole = together.setdefault(year, {})
        for state, some in works.items():
            whole.setdefault(state, []).extend(some)
    for year, works in together.items():
        heading = f"{scope.text(_('All authorities'))}: {year_heading(year, scope)}"
        yield from _pages(scope, counted_tail(ALL, year), heading, works)


def counted_tail(name: str, year: int | None) -> str:
    """Return where a list of calls lies.

    >>> counted_tail("tem", 2021)
    'translation/tem/2021/'
    """
    return f"translation/{name}/{year_name(year)}/"


def counted_paths(scope: Scope, tail: str, row: Coverage) -> Mapping[str, str | None]:
    """Return where the calls that each column counts are listed."""
    counts = {
        "translated": row.translated,
        "never": row.never,
        "waiting": waiting(row),
        "swedish-only": row.swedish_only,
        "contradicting": row.contradicting,
    }
    return part_paths(tail, counts, scope)


def _pages(scope: Scope, tail: str, heading: str, works: _Works) -> Iterator[Planned]:
    held, parts = scope.holdings, _parts(scope, works)
    pages = list(part_pages(parts))
    for number, shown in enumerate(pages, 1):
        title = f"{scope.text(_('Translation into Swedish'))} – {heading}"
        frame = CountedPage(
            **common(scope, page_tail(tail, number), page_title(scope, title, number), "figures"),
            heading=heading,
            shelves=part_shelves(tail, parts, scope),
            parts=(),
            paging=paging_of(scope, tail, number, len(pages)),
        )
        rows = [held.work_digests[work.first.id] for part in shown for work in part.items]
        yield planned_list(frame, rows, partial(_filled, frame, shown, scope))


def _parts(scope: Scope, works: _Works) -> tuple[Part[Work], ...]:
    """The columns of the table in their order; a pair that contradicts itself stands among the translated too."""
    found = {state: tuple(some) for state, some in works.items()}
    translated = found.get("translated", ())
    return (
        Part("translated", scope.text(_("In Swedish too")), translated),
        Part("never", scope.text(_("No Swedish version")), found.get("never", ())),
        Part("waiting", scope.text(_("Not seen yet")), found.get("not_yet", ()) + found.get("undated", ())),
        Part("swedish-only", scope.text(_("Only in Swedish")), found.get("swedish_only", ())),
        Part("contradicting", scope.text(_("Pairs that contradict")), tuple(filter(_contradicts, translated))),
    )


def _contradicts(work: Work) -> bool:
    return work.pair is not None and any(each.kind == "contradicts" for each in work.pair.differences)


def _filled(frame: CountedPage, shown: Sequence[Part[Work]], scope: Scope) -> CountedPage:
    parts = (Part(part.id, part.heading, entries_of(part.items, scope)) for part in shown)
    return replace(frame, parts=tuple(parts))
