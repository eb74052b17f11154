"""The browser's search beside the index: the hits for queries that people would type, among the same texts.

Whoosh searches with its translations switched off: the browser has none. Run with -s for the ranks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from parsers.model import Release
from parsers.pairs.pairing import make_pairs
from parsers.release import read_release
from tests.index.conftest import Shelf
from tests.index.fulltext.pages import captures
from tests.index.fulltext.written import KnownItem, known_items
from tests.site.searching import BrowserSearch, searchable

pytestmark = pytest.mark.browser

LEAST_SHARED, LEAST_RANK = 0.9, 0.9


class Library(NamedTuple):
    """The same texts in both; `works` names the text that a release is a version of."""

    shelf: Shelf
    search: BrowserSearch
    works: dict[str, str]
    urls: dict[str, str]


@pytest.fixture(scope="module")
def library(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    releases = {release.id: release for release in map(read_release, captures())}
    pairs = tuple(_pairs(releases))
    shelf = Shelf(tmp_path_factory.mktemp("known"))
    shelf.put(*releases.values(), pairs=pairs)
    works = {id_: id_ for id_ in releases} | {sv.id: fi.id for fi, sv in pairs}
    urls = {release.url: release.id for release in releases.values()}
    with searchable(browser, tmp_path_factory.mktemp("browser"), releases.values(), []) as search:
        yield Library(shelf, search, works, urls)
    shelf.close()


def _pairs(releases: dict[str, Release]) -> Iterator[tuple[Release, Release]]:
    for pair in make_pairs(releases.values()):
        yield releases[pair.fi], releases[pair.sv]


def _items() -> list[KnownItem]:
    return [item for item in known_items(shared=False) if not item.cross]


def _texts(library: Library, ids: list[str]) -> list[str]:
    """Return the texts of releases, each where its first version stands."""
    return list(dict.fromkeys(library.works[id_] for id_ in ids))


def _whoosh(library: Library, query: str) -> list[str]:
    hits = library.shelf.fulltext.search(query, translate=False, limit=200).hits
    return _texts(library, [hit.id for hit in hits])


def _rank(found: list[str], wanted: str) -> float:
    return 1 / (found.index(wanted) + 1) if wanted in found else 0


def test_the_browser_finds_what_the_index_finds(library: Library) -> None:
    items = _items()
    both = list(zip(items, library.search([item.query for item in items]), strict=True))
    shares, ranks, others = [], [], []
    for item, ids in both:
        browser, whoosh = _texts(library, ids), _whoosh(library, item.query)
        wanted = library.works[library.urls[item.url]]
        shares.append(len(set(browser) & set(whoosh)) / max(len(set(browser) | set(whoosh)), 1) if whoosh else 1)
        ranks.append(_rank(browser, wanted))
        others.append(_rank(whoosh, wanted))
        print(f"{item.query}: {len(browser)} and {len(whoosh)} hits, rank {ranks[-1]:.2f} and {others[-1]:.2f}")
    mean, other, alike = (sum(each) / len(items) for each in (ranks, others, shares))
    print(f"{len(items)} queries: mean reciprocal rank {mean:.3f}, Whoosh {other:.3f}; same hits {alike:.3f}")
    assert alike >= LEAST_SHARED
    assert mean >= LEAST_RANK
