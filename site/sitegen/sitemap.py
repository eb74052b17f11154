"""For search engines: every page with its versions in the other interface languages, and the choice of a language."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from parsers.model import Language

# The protocol's own bound; beyond it a sitemap index is needed.
MAX_ADDRESSES = 50_000
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemaps(base_url: str, paths: list[str], languages: tuple[Language, ...]) -> Iterator[tuple[str, str]]:
    """Give the files of the sitemap, name and content: one file, or an index of several where one cannot hold all.

    `paths` are those of the pages in a language. The site's root, which the front pages name as the version for
    everybody else, is an entry too: versions that do not all name each other are not believed.
    """
    entries = ["", *paths]
    parts = [entries[at : at + MAX_ADDRESSES] for at in range(0, len(entries), MAX_ADDRESSES)]
    if len(parts) == 1:
        yield "sitemap.xml", _urlset(base_url, entries, languages)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _index(base_url, names)
    for name, part in zip(names, parts, strict=True):
        yield name, _urlset(base_url, part, languages)


def robots(base_url: str) -> str:
    """Return a robots.txt that lets everyone read and names the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n"


def _urlset(base_url: str, paths: list[str], languages: tuple[Language, ...]) -> str:
    return _HEAD + "".join(_url(base_url, path, languages) for path in paths) + "</urlset>\n"


def _url(base_url: str, path: str, languages: tuple[Language, ...]) -> str:
    tail = path.partition("/")[2]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(f"{base_url}{code}/{tail}")}/>'
        for code in languages
    )
    # who speaks none of the languages is best served by the choice of one, or else by the first
    fallback = base_url if not tail else f"{base_url}{languages[0]}/{tail}"
    links += f'<xhtml:link rel="alternate" hreflang="x-default" href={quoteattr(fallback)}/>'
    return f"<url><loc>{escape(base_url + path)}</loc>{links}</url>\n"


def _index(base_url: str, names: list[str]) -> str:
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    )
    return (
        head
        + "".join(f"<sitemap><loc>{escape(base_url + name)}</loc></sitemap>\n" for name in names)
        + "</sitemapindex>\n"
    )
