"""The search: a form, what it found with the best sentence of each, counts to narrow it by, and what may be meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from index.fulltext import SORTS, SearchResult, Translation
from parsers.model import Language
from sitegen.entries import Version
from sitegen.pages.base import Alternate, Page, common
from sitegen.pages.browse import Paging
from sitegen.scope import Scope
from sitegen.texts import mark as _
from siteserve.addresses import Asking
from siteserve.asking import LONGEST_QUERY, Listing
from siteserve.pages.facets import FacetView, Link, chosen_links, facet_views
from siteserve.pages.hits import HitView, hit_view

TAIL = "search/"
# What stays as it is when the words change.
_KEPT = ("kind", "status", "authority", "applicant", "language", "sort", "reverse", "translate")
_SORT_NAMES = {
    "relevance": _("Relevance"),
    "published": _("Newest"),
    "deadline": _("Deadline"),
    "amount": _("Largest sum"),
}


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """`fault` is a sentence in place of an answer; then there are no hits.

    `like` is the text that the hits are like, `kept` what the form passes on unseen, `own_words` the address of the
    same search without translations.
    """

    template: ClassVar[str] = "search.html"

    q: str
    longest: int
    date_from: str
    date_to: str
    open_on: str
    kept: tuple[tuple[str, str], ...]
    fault: str | None
    like: Version | None
    total: int
    translated: int
    hits: tuple[HitView, ...]
    facets: tuple[FacetView, ...]
    chosen: tuple[Link, ...]
    sorts: tuple[Link, ...]
    suggestion: Link | None
    translations: tuple[Translation, ...]
    own_words: str
    paging: Paging


def search_page(asking: Asking, asked: Listing, result: SearchResult, scope: Scope, like: Version | None) -> SearchPage:
    """Return the page of a search that was answered."""
    suggestion = result.suggestion
    return replace(
        failed_page(asking, None, scope),
        like=like,
        total=result.total,
        translated=result.translated,
        hits=tuple(hit_view(hit, scope) for hit in result.hits),
        facets=() if like else facet_views(asking, result.facets, scope),
        sorts=() if like else tuple(_sorts(asking, asked, scope)),
        suggestion=Link(suggestion, asking.changed(q=suggestion)) if suggestion else None,
        translations=result.translations,
        own_words=asking.changed(translate="false") if result.translations else "",
        paging=_paging(asking, asked, result.total, scope),
    )


def failed_page(asking: Asking, fault: str | None, scope: Scope) -> SearchPage:
    """Return the page of a search that cannot be answered: the form as it was filled in, and why."""
    fields = common(scope, TAIL, _title(asking, scope), "search")
    alternates = tuple(_with_query(each, asking) for each in fields.pop("alternates"))
    return SearchPage(
        **fields,
        alternates=alternates,
        q=asking["q"],
        longest=LONGEST_QUERY,
        date_from=asking["from"],
        date_to=asking["to"],
        open_on=asking["open_on"],
        kept=tuple((name, asking[name]) for name in _KEPT if asking[name]),
        fault=fault,
        like=None,
        total=0,
        translated=0,
        hits=(),
        facets=(),
        chosen=tuple(chosen_links(asking, scope)),
        sorts=(),
        suggestion=None,
        translations=(),
        own_words="",
        paging=Paging(number=1, count=1, previous=None, next=None),
    )


def _title(asking: Asking, scope: Scope) -> str:
    return f"{asking['q']} – {scope.text(_('Search'))}" if asking["q"] else scope.text(_("Search"))


def _with_query(alternate: Alternate, asking: Asking) -> Alternate:
    return replace(alternate, path=alternate.path + asking.changed(page=asking["page"]))


def _sorts(asking: Asking, asked: Listing, scope: Scope) -> Iterator[Link]:
    for sort in SORTS:
        href = asking.changed(sort=sort, reverse="")
        yield Link(scope.text(_SORT_NAMES[sort]), href, is_chosen=sort == asked.sort)


def _paging(asking: Asking, asked: Listing, total: int, scope: Scope) -> Paging:
    count = max(1, -(-total // asked.limit))
    return Paging(
        number=asked.page,
        count=max(count, asked.page),
        previous=_page_path(asking, scope.language, min(asked.page - 1, count)) if asked.page > 1 else None,
        next=_page_path(asking, scope.language, asked.page + 1) if asked.page < count else None,
    )


def _page_path(asking: Asking, language: Language, number: int) -> str:
    return f"{language}/{TAIL}{asking.changed(page=str(number) if number > 1 else '')}"
