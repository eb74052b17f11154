"""The site's pages of single releases and pairs, made of the catalogue as it is when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from itertools import chain
from zoneinfo import ZoneInfo

from index.catalogue import Catalogue
from parsers.model import Call, Language, Moment, Pair
from sitegen.holdings import Card, Holdings, PairCard, Work
from sitegen.pages.call import CallPage, call_page
from sitegen.pages.compare import ComparePage, compare_page
from sitegen.pages.differences import DifferencesPage, differences_pages, narrower_differences
from sitegen.pages.release import ReleasePage, release_page, release_text
from sitegen.scope import Scope, scope_of
from sitegen.texts import LANGUAGES
from sitegen.texts import mark as _

_FINLAND = ZoneInfo("Europe/Helsinki")


class LiveHoldings(Holdings):
    """What a page needs of the archive; "today" is the day it is."""

    @cached_property
    def newest(self) -> Moment | None:
        return f"{datetime.now(_FINLAND):%Y-%m-%d}"


def scope_with(language: Language, works: Iterable[Work] = (), calls: Iterable[Call] = ()) -> Scope:
    """Return the scope of a page in an interface language that speaks of some works and calls."""
    found = tuple(works)
    pairs = tuple(work.pair for work in found if work.pair)
    by_release = {card.id: work for work in found for card in work.cards}
    return scope_of(language, LANGUAGES, LiveHoldings(found, pairs, by_release, tuple(calls)))


def live_release(catalogue: Catalogue, release_id: str, language: Language) -> ReleasePage:
    """Return the page of a release that there is."""
    release = catalogue.release(release_id)
    call = catalogue.calls.of(release_id)
    members = [member.id for member in call.members] if call else []
    scope = scope_with(language, _works(catalogue, [release_id, *members]), [call] if call else [])
    page = release_page(release, release_text(release, catalogue.revisions(release_id)), scope)
    return replace(page, indexing=None)


def live_call(catalogue: Catalogue, call: Call, language: Language) -> CallPage:
    """Return the page of a call; the site words its status for another day than today."""
    scope = scope_with(language, _works(catalogue, (member.id for member in call.members)), [call])
    today = scope.formats.date(scope.holdings.newest or "")
    sentence = scope.text(_("This is how the call stands today, %(date)s."), date=today)
    return replace(call_page(call, scope), status_sentence=sentence)


def live_comparison(catalogue: Catalogue, pair: Pair, language: Language) -> ComparePage:
    """Return the comparison of a pair."""
    fi, sv = catalogue.release(pair.fi.id), catalogue.release(pair.sv.id)
    en = catalogue.release(pair.english.id) if pair.english else None
    return compare_page(pair, fi, sv, scope_with(language, [_pair_work(catalogue, pair)]), en)


def differing_holdings(catalogue: Catalogue) -> Holdings:
    """Return what the list of differences is made of: all pairs, and the works whose versions disagree."""
    pairs = list(catalogue.pairs())
    works = [_pair_work(catalogue, pair) for pair in pairs if pair.differences]
    works.sort(key=lambda work: (work.published or "", work.first.id), reverse=True)
    by_release = {card.id: work for work in works for card in work.cards}
    return LiveHoldings(tuple(works), tuple(map(PairCard.of, pairs)), by_release)


def live_differences(holdings: Holdings, path: str, language: Language) -> DifferencesPage | None:
    """Return the page at a path of the lists of differences, None where they have none there."""
    scope = scope_of(language, LANGUAGES, holdings)
    pages = chain(differences_pages(scope), narrower_differences(scope))
    return next((page for page in pages if page.path == path), None)


def _works(catalogue: Catalogue, ids: Iterable[str]) -> list[Work]:
    """Return the works that releases belong to, each once."""
    works: dict[str, Work] = {}
    for release_id in ids:
        pair = catalogue.pair(release_id)
        if pair is None:
            works[release_id] = Work(cards=(Card.of(catalogue.release(release_id)),))
        elif pair.fi.id not in works:
            works[pair.fi.id] = _pair_work(catalogue, pair)
    return list(works.values())


def _pair_work(catalogue: Catalogue, pair: Pair) -> Work:
    cards = tuple(Card.of(catalogue.release(side.id)) for side in (pair.fi, pair.sv))
    return Work(cards=cards, pair=PairCard.of(pair))
