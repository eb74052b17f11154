"""The calls behind the figures of translation: which came in Swedish too, which did not, which may still come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from parsers.pairs.coverage import Coverage, State
from sitegen.entries import entries_of
from sitegen.holdings import Work
from sitegen.pages.behind import ALL, CountedPage, Part, list_name, part_paths, planned_parts, year_name
from sitegen.pages.sections import authority_label, year_heading
from sitegen.planned import Planned
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.translated import counted_works, waiting

_Works = Mapping[State, list[Work]]


@dataclass(frozen=True, kw_only=True)
class CallsPage(CountedPage):
    """One page of the calls of a year, of an authority or of all."""

    template: ClassVar[str] = "translation_list.html"


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
    return planned_parts(
        scope,
        tail,
        f"{scope.text(_('Translation into Swedish'))} – {heading}",
        _parts(scope, works),
        frame=partial(CallsPage, heading=heading),
        digest=lambda work: scope.holdings.work_digests[work.first.id],
        shown=lambda some: entries_of(some, scope),
    )


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
