"""Which page answers which request."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote

from crawler.samplesite.articles import PORTLET, article
from crawler.samplesite.documents import Pdf, documents, language_of, prefix_of
from crawler.samplesite.feeds import JOINT_FEED, feed, robots, sitemap
from crawler.samplesite.listings import front, listing
from crawler.samplesite.others import OTHERS
from crawler.samplesite.pages import feed_path, labels, not_found, section
from crawler.samplesite.pdf import make_pdf
from crawler.samplesite.responses import PDF, Response, found, missing, redirect, revalidated
from crawler.samplesite.sites import LANGUAGES, Site, renamed, site_of
from parsers.sources import host_of

LANGUAGE_IDS = {"fi_FI": "fi", "sv_SE": "sv", "en_US": "en"}


def render(host: str, path: str, headers: Mapping[str, str] | None = None) -> Response:
    """Answer one request: `host` is its Host header, `path` the request target with its query.

    >>> render("tem.fi", "/-/ei-sellaista").status
    404
    """
    other = OTHERS.get(host_of(f"//{host}"))
    found_there = other(path, headers or {}) if other else None
    if found_there:
        return revalidated(found_there, headers or {})
    moved = renamed(host)
    if moved:
        return redirect(f"https://{moved}{path}", 301)
    try:
        site = site_of(host)
    except KeyError:
        return missing("<h1>Unknown host</h1>")
    bare, _, query = path.partition("?")
    values = dict(parse_qsl(query, keep_blank_values=True))
    response = _answer(site, unquote(bare), values) or missing(not_found(site, language_of(bare), bare))
    return revalidated(response, headers or {})


def _answer(site: Site, path: str, query: Mapping[str, str]) -> Response | None:
    return (
        _for_machines(site, path, query)
        or _front_or_listing(site, path, query)
        or article(site, path, LANGUAGE_IDS.get(query.get("languageId", "")))
        or _section(site, path)
        or _attachment(site, path)
    )


def _for_machines(site: Site, path: str, query: Mapping[str, str]) -> Response | None:
    if path == "/robots.txt":
        return robots(site)
    if path == "/sitemap.xml":
        return sitemap(site, query)
    if site.joint and path == JOINT_FEED:
        return feed(site, "fi")
    if not path.endswith("/rss"):
        return None
    language = language_of(path)
    if path == feed_path(site, language):
        return feed(site, language)
    # A feed that is switched off answers with a page.
    listed = path.startswith(f"{labels()[language]['listing_path']}/-/asset_publisher/")
    return listing(site, language, {}) if listed else None


def _front_or_listing(site: Site, path: str, query: Mapping[str, str]) -> Response | None:
    for language in LANGUAGES:
        if path in (prefix_of(language) or "/", f"/{language}", f"/{language}/"):
            return front(site, language, f"_{PORTLET}_missingLanguageVersion" in query)
        if path == labels()[language]["listing_path"]:
            return listing(site, language, query)
    return None


def _section(site: Site, path: str) -> Response | None:
    for language in LANGUAGES:
        for entry in labels()[language]["sections"]:
            if path == entry["path"]:
                return found(section(site, language, path, entry["title"], entry["text"]))
    return None


def _attachment(site: Site, path: str) -> Response | None:
    files: dict[str, Pdf] = {pdf.path: pdf for text in documents() if text.site is site for pdf in text.attachments}
    return found(make_pdf(files[path].lines), PDF) if path in files else None
