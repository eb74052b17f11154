"""What an address says of its page, on sites of any kind: a list of articles, a page of text, in which language."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from parsers.model import Language
from parsers.sources import host_of
from parsers.urls import is_front_page, is_listing

# "/sv/…", "/web/sv/…", "/integration-norden/en/…"
_LANGUAGE = re.compile(r"^/(?:[\w-]+/)?(?P<language>sv|en)(?=/|$)")
# Files, the numbered pages of lists, feeds, searches and the machinery of Liferay and WordPress
_NO_PAGE = re.compile(
    r"""\.[a-z0-9]{2,5}(?:/[0-9a-f-]{36})?$ | /page/\d+/?$ | /feed/?$
      | ^/(?:c|o|combo|group|image|documents|cdn-cgi|haku|sok|search|wp-[\w-]+|author|category|tag)(?:/|$)""",
    re.VERBOSE | re.IGNORECASE,
)
# What every site says of itself
_SERVICE = re.compile(
    r"""/(?:yhteystiedot|palaute|tietosuoja(?:seloste)?|saavutettavuus(?:seloste)?|evasteet|sivukartta|rekisteriseloste
          |kontaktuppgifter|kontakt|respons|dataskydd|tillganglighet(?:sutlatande)?|kakor|sidkarta
          |contact(?:-us|-information)?|feedback|privacy(?:-policy)?|accessibility(?:-statement)?|cookies|sitemap)/?$""",
    re.VERBOSE,
)
# Children of WordPress's sitemaps that name no pages: "/wp-sitemap-users-1.xml", "/post_tag-sitemap.xml"
_OTHER_SITEMAP = re.compile(
    r"/(?:wp-sitemap-(?:posts-post|taxonomies|users)-|(?:post|category|post_tag|author|attachment)-sitemap)"
)


def language_of(url: str) -> Language:
    """Return the language that an address claims for its page, Finnish where it claims none.

    >>> language_of("https://example.org/web/sv/ansokan"), language_of("https://example.org/svenska")
    ('sv', 'fi')
    """
    match = _LANGUAGE.match(urlsplit(url).path)
    return match["language"] if match else "fi"


def at_home(url: str, home: str) -> str:
    """Return an address on the host of `home`, with its scheme, where it differs from it by "www." alone.

    >>> at_home("http://www.example.org/-/haku", "https://example.org"), at_home("https://example.com/", "https://example.org")
    ('https://example.org/-/haku', 'https://example.com/')
    """
    if host_of(url) != host_of(home):
        return url
    parts = urlsplit(url)
    return urlunsplit((*urlsplit(home)[:2], *parts[2:]))


def is_page(url: str) -> bool:
    """Tell whether an address may be that of a page of text: no front page, list, file, search, contact page.

    >>> is_page("https://example.org/avustukset/ohjeet"), is_page("https://example.org/wp-content/ohje.pdf")
    (True, False)
    """
    parts = urlsplit(url)
    other = _NO_PAGE.search(parts.path) or _SERVICE.search(parts.path)
    return not (parts.query or is_front_page(url) or is_listing(url) or other)


def may_name_pages(sitemap: str) -> bool:
    """Tell whether a sitemap, by its address, may name pages: WordPress has some for its users, tags and posts.

    >>> may_name_pages("https://example.org/wp-sitemap-posts-page-1.xml")
    True
    >>> may_name_pages("https://example.org/wp-sitemap-users-1.xml")
    False
    """
    return not _OTHER_SITEMAP.search(sitemap)
