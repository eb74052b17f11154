"""Article pages: which text a request means, and the page in the template of its year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from crawler.samplesite.documents import Document, documents, language_of, prefix_of, versions
from crawler.samplesite.markup import inline, to_html
from crawler.samplesite.pages import Page, alternates, fill, frame, labels
from crawler.samplesite.responses import Response, found, redirect
from crawler.samplesite.sites import Site

PORTLET = "fi_yja_language_version_tool_web_portlet_LanguageVersionToolMissingNotificationPortlet"
MISSING = f"p_p_id={PORTLET}&_{PORTLET}_missingLanguageVersion=1"

# /sv/-/1410877/tre-miljoner-euro, /-//1410877/kolme-miljoonaa, /artikkeli/-/asset_publisher/kolme-miljoonaa
ADDRESS = re.compile(
    r"""
    (?:/(?P<language>sv|en))?
    (?: /- (?: //?(?P<group>\d+) )?
      | /(?:artikkeli|artikel|article)/-/asset_publisher )
    /(?P<slug>[^/]+)/?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, kw_only=True)
class ArticlePage(Page):
    """What the article templates need. `form` is None on a lasting page, which has no date line either."""

    heading: Markup
    kicker: str | None
    organisations: tuple[str, ...]
    stamp: str | None
    appeared: str | None
    form: str | None
    lead: Markup
    body: Markup


def article(site: Site, path: str, language: str | None) -> Response | None:
    """Answer a request for an article; None where `path` is no article's address or names no text.

    `language` is what the request asked for apart from the path. Where the text has no version in the language that is
    wanted, the platform redirects to the front page in that language.
    """
    document, wanted = _asked(site, path)
    if document is None:
        return None
    version = _version(document, language or wanted)
    if version is None:
        return redirect(f"https://{site.host}{prefix_of(language or wanted) or '/'}?{MISSING}")
    return found(_page(version, site), modified=version.appeared or version.published)


def finnish_date(stamp: str) -> str:
    """Return the date of a stamp as the platform prints it.

    >>> finnish_date("2023-01-16T09:05")
    '16.1.2023'
    """
    year, month, day = stamp[:10].split("-")
    return f"{int(day)}.{int(month)}.{year}"


def finnish_time(stamp: str) -> str:
    """Return the time of day of a stamp as the platform prints it.

    >>> finnish_time("2023-01-16T09:05")
    '9.05'
    """
    return stamp[11:].removeprefix("0").replace(":", ".")


def _asked(site: Site, path: str) -> tuple[Document | None, str]:
    match = ADDRESS.fullmatch(path)
    if match is None:
        wanted = language_of(path)
        lasting = (text for text in documents() if text.path and text.site is site)
        return next((text for text in lasting if text.path_on(site, wanted) == path), None), wanted
    group = int(match["group"]) if match["group"] else site.group
    named = (text for text in documents() if text.slug == match["slug"] and text.site.group == group)
    return next(named, None), match["language"] or "fi"


def _version(document: Document, language: str) -> Document | None:
    if document.language == language:
        return document
    return versions(document).get(language) if document.declared else None


def _page(document: Document, site: Site) -> str:
    template = f"article-{document.generation}.html"
    page = ArticlePage(
        **frame(site, document.language, document.path_on(site), document.title.replace("\u00a0", " "))
        | {"alternates": alternates(document, site)},
        heading=inline(document.title),
        kicker=document.kicker,
        organisations=document.organisations or (document.site.names[document.language],),
        stamp=_stamp(document.published),
        appeared=_appeared(document),
        form=" ".join(filter(None, (document.form, document.number))) or None,
        lead=inline(document.lead),
        body=to_html(document.body, document.email),
    )
    return fill(template, document.language, page)


def _stamp(stamp: str | None) -> str | None:
    return f"{finnish_date(stamp)} {finnish_time(stamp)}" if stamp else None


def _appeared(document: Document) -> str | None:
    if document.appeared is None:
        return None
    before = labels()[document.language]["appeared_time"]
    return f"{finnish_date(document.appeared)} {before}{finnish_time(document.appeared)}"
