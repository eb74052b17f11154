"""The whole site: every page in every interface language, written beside the old site and then put in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import as_file
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from parsers.model import Language
from parsers.privacy import ContactPolicy
from parsers.problems import Problem
from sitegen.addresses import web_link
from sitegen.browser_index import BUNDLE, index_pages, write_forms
from sitegen.bulk import Downloads, Former, remembered, write_downloads
from sitegen.bulk.published import data_files
from sitegen.deadlines import planned_deadlines
from sitegen.digests import digest_of, encoded
from sitegen.discretion import Discreet
from sitegen.feeds import feeds
from sitegen.holdings import read_holdings
from sitegen.opensearch import opensearch
from sitegen.operators import Operator
from sitegen.pages.about import about_page
from sitegen.pages.amounts import amounts_file, amounts_page
from sitegen.pages.amounts_lists import planned_rounds
from sitegen.pages.base import Page
from sitegen.pages.browse import browse_page, planned_lists
from sitegen.pages.calendar import planned_calendar
from sitegen.pages.calls import planned_calls
from sitegen.pages.data import data_page
from sitegen.pages.differences import differences_pages, narrower_differences
from sitegen.pages.entrance import entrance_page, not_found_page
from sitegen.pages.figures import figures_page
from sitegen.pages.front import front_page
from sitegen.pages.search import indexes_of, search_page
from sitegen.pages.translation import translation_file, translation_page
from sitegen.pages.translation_lists import planned_counted
from sitegen.plan import ContentPlan, program_version
from sitegen.planned import Planned, planned
from sitegen.publish import Publication, published
from sitegen.reader import ArchiveReader, Progress, Terms
from sitegen.render import STATIC, render
from sitegen.scope import Scope, scope_of
from sitegen.sitemap import robots, sitemaps
from sitegen.surveyed import Surveyed
from sitegen.texts import LANGUAGES

# What is made of the holdings alone: the pages of an interface language, in the order in which they are written.
PAGES: tuple[Callable[[Scope], Iterable[Page | Planned]], ...] = (
    lambda scope: (front_page(scope), search_page(scope), browse_page(scope), about_page(scope)),
    planned_lists,
    differences_pages,
    lambda scope: (data_page(scope),),
    narrower_differences,
    lambda scope: (figures_page(scope), translation_page(scope), amounts_page(scope)),
    planned_rounds,
    planned_counted,
    planned_calls,
    planned_calendar,
)
# And other files of an interface language: their paths on the site with their content.
FILES: tuple[Callable[[Scope], Iterable[tuple[str, str | bytes]]], ...] = (
    feeds,
    opensearch,
    translation_file,
    amounts_file,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build wrote: `pages` counts all HTML pages, the others what they are made of."""

    output: Path
    pages: int
    releases: int
    pairs: int
    differences: int


def build(
    archive: ArchiveReader,
    output: Path,
    base_url: str | None = None,
    languages: tuple[Language, ...] = LANGUAGES,
    *,
    terms: Terms | None = None,
    operators: Mapping[Language, Operator] | None = None,
    contacts: ContactPolicy = "all",
    contacts_in_data: bool = False,
    anew: bool = False,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Build the site of an archive into `output`, replacing the site that an earlier build left there.

    `base_url` is where the site will be published, ``https://example.org/arkisto/`` for example: links are relative
    without it too, but feeds, the sitemap, canonical addresses and, below a path, 404.html need it. `terms` gives the
    hidden base forms of a text that make the browser's search find inflected words. `operators` are how readers of each
    interface language reach whoever publishes the site; `contacts` is what the pages show of contact persons, who are
    in the files to download only where all are shown and `contacts_in_data` is true. The same archive gives the same
    files, byte for byte, and only those that change are written, unless all are wanted `anew`.

    Raises `Problem` for a base address that is not http(s), an unknown language, an `output` that holds other files.
    """
    base = _checked_base(base_url)
    report = on_progress or _silent
    surveyed = Surveyed(archive if contacts == "all" else Discreet(archive, contacts))
    reached = operators or {}
    options = (base, languages, sorted(reached.items()), contacts, contacts_in_data, terms is None)
    with published(output, digest_of(program_version(), repr(options)), anew) as site:
        report("reading", 0, 1)
        holdings = read_holdings(surveyed)
        downloads = _downloads(site, output, surveyed, contacts_in_data and contacts == "all")
        scopes = [
            scope_of(language, languages, holdings, base, terms, downloads, reached.get(language), contacts)
            for language in languages
        ]
        paths, content = _write_pages(site, surveyed, scopes, report)
        _write_shared(site, scopes, paths)
        _write_indexes(site, output, surveyed, scopes[0], content, report)
    return BuildReport(
        output=output,
        pages=len(paths) + 2,
        releases=holdings.releases,
        pairs=len(holdings.pairs),
        differences=sum(len(pair.differences) for pair in holdings.pairs),
    )


def _write_pages(site: Publication, archive: Surveyed, scopes: list[Scope], report: Progress) -> tuple[list[str], str]:
    """Write the pages that are new or changed, and references; return all paths of pages, and a digest of the texts."""
    expected = len(scopes) * (scopes[0].holdings.releases + len(scopes[0].holdings.pairs))
    paths: list[str] = []
    plan = ContentPlan(archive, scopes)
    for path, inputs, make in chain(plan.releases(), plan.pairs(), plan.calls(), _other_pages(scopes)):
        if not site.keeps(path, inputs):
            made = make()
            site.write(path, made if isinstance(made, str) else render(made, made.language), inputs)
        if path.endswith("/"):
            paths.append(path)
        if len(paths) % 50 == 0:
            report("writing", min(len(paths), expected), expected)
    report("writing", expected, expected)
    return paths, plan.digests()


def _other_pages(scopes: list[Scope]) -> Iterator[Planned]:
    made = (page for scope in scopes for pages in PAGES for page in pages(scope))
    return (page if isinstance(page, Planned) else planned(page) for page in made)


def _downloads(site: Publication, output: Path, archive: ArchiveReader, contacts: bool) -> Downloads:
    """Write the files to download, copying from those of the old site what has not changed."""
    note = site.noted("data/")
    former = Former(output, remembered(note)) if note else None
    downloads = write_downloads(site.folder, archive, contacts=contacts, former=former)
    site.take("data/", "")
    for file in downloads.files:
        if not (site.folder / file.path).exists():
            site.retain(file.path)
    site.note("data/", downloads.noted())
    return downloads


def _write_shared(site: Publication, scopes: list[Scope], paths: list[str]) -> None:
    """Write what all languages share: the two pages without a language, styles and scripts, feeds and the sitemap."""
    languages, base = scopes[0].languages, scopes[0].base_url
    for page in (entrance_page(languages, base), not_found_page(languages, base)):
        inputs = digest_of(encoded(page))
        if not site.keeps(page.path, inputs):
            site.write(page.path, render(page), inputs)
    with as_file(STATIC) as static:
        for path in sorted(static.iterdir()):
            site.write(f"static/{path.name}", path.read_bytes())
    shared = chain(data_files(scopes), *(files(scope) for scope in scopes for files in FILES))
    for name, content in shared:
        site.write(name, content)
    for scope in scopes:
        for name, inputs, make in planned_deadlines(scope):
            if not site.keeps(name, inputs):
                site.write(name, make(), inputs)
    if base:
        if not site.keeps_under("sitemap", digest_of(*paths)):
            for name, content in sitemaps(base, paths, languages):
                site.write(name, content)
            site.take("sitemap", digest_of(*paths))
        site.write("robots.txt", robots(base))


def _write_indexes(
    site: Publication, output: Path, archive: ArchiveReader, scope: Scope, content: str, report: Progress
) -> None:
    """Have Pagefind index the pages of releases, where any of them has changed."""
    indexes = indexes_of(scope)
    for done, language in enumerate(indexes):
        report("indexing", done, len(indexes))
        prefix = f"{BUNDLE}/{language}/"
        if not site.keeps_under(prefix, content):
            _write_index(site, output, archive, scope, language)
            site.take(prefix, content)


def _write_index(site: Publication, output: Path, archive: ArchiveReader, scope: Scope, language: Language) -> None:
    with site.whole(output, f"{language}/release/") as folder:
        index_pages(folder, site.folder, language)
    write_forms(site.folder, language, archive, scope)


def _checked_base(base_url: str | None) -> str | None:
    if base_url is None:
        return None
    parts = urlsplit(web_link(base_url) or "")
    if not parts.netloc or parts.query or parts.fragment:
        raise Problem(
            "--base-url {base_url!r} is not an address such as https://example.org/arkisto/", base_url=base_url
        )
    return base_url if base_url.endswith("/") else f"{base_url}/"


def _silent(stage: str, done: int, count: int) -> None:
    """Progress that no one asked for."""
