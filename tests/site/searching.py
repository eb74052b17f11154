"""The browser's search by itself: the index of some releases, and queries to it in Chromium."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file
from pathlib import Path

from playwright.sync_api import Browser, Page

from index.fulltext import BrowserTerms
from parsers.model import Language, Pair, Release
from sitegen.addresses import file_of
from sitegen.browser_index import index_pages, write_forms
from sitegen.holdings import read_holdings
from sitegen.pages.indexing import indexed_in
from sitegen.pages.release import release_page, release_text
from sitegen.render import STATIC, render
from sitegen.scope import Scope, scope_of
from tests.site.browsing import served
from tests.site.sample import SampleArchive

LANGUAGES: tuple[Language, ...] = ("fi", "sv")
_MAGIC = b"pagefind_dcd"
# Gives the fragments found for each query, best first; each is the page of a release.
_SEARCH = """
async ([queries, filters]) => {
  const { open } = await import("/static/search-index.js");
  globalThis.index ??= open(new URL("/", location.href), ["fi", "sv"], true);
  const found = [];
  for (const query of queries) found.push((await index.search(query, filters)).results.map(({ id }) => id));
  return found;
}
"""


class BrowserSearch:
    """Asks the search in a page; a release is known by its id."""

    def __init__(self, page: Page, folder: Path) -> None:
        self._page = page
        self._releases = dict(_fragments(folder))

    def __call__(self, queries: Sequence[str], **filters: str) -> list[list[str]]:
        found: list[list[str]] = self._page.evaluate(_SEARCH, [list(queries), filters])
        return [[self._releases[each] for each in ids] for ids in found]


@contextmanager
def searchable(
    browser: Browser, folder: Path, releases: Iterable[Release], pairs: list[Pair]
) -> Iterator[BrowserSearch]:
    """Index releases into `folder`, serve it, and give what searches it."""
    _write(folder, SampleArchive({release.id: release for release in releases}, pairs))
    with served(folder) as address:
        page = browser.new_page()
        page.goto(address)
        yield BrowserSearch(page, folder)
        page.close()


def _write(folder: Path, archive: SampleArchive) -> None:
    terms, holdings = BrowserTerms(), read_holdings(archive)
    scopes = {language: scope_of(language, LANGUAGES, holdings, terms=terms) for language in LANGUAGES}
    _write_pages(folder, archive, scopes)
    for language, scope in scopes.items():
        index_pages(folder, folder, language)
        write_forms(folder, language, archive, scope)
    with as_file(STATIC) as static:
        shutil.copytree(static, folder / "static")
    (folder / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")


def _write_pages(folder: Path, archive: SampleArchive, scopes: dict[Language, Scope]) -> None:
    """Write the page of each release in the language whose index has it."""
    for release in archive.releases():
        language = indexed_in(release.language, LANGUAGES)
        page = release_page(release, release_text(release, ()), scopes[language])
        file = folder / file_of(page.path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(render(page, language), encoding="utf-8")


def _fragments(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.glob("pagefind/*/fragment/*.pf_fragment"):
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MAGIC))
        yield path.stem, fragment["meta"]["id"]
