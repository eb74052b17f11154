"""Addresses: one canonical form for the variants under which a page is served, and the id that follows from it."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from parsers.sources import host_of_group, is_known_host, present_host

_LANGUAGE_PATHS = {"fi": "", "sv": "/sv", "en": "/en"}
# "/sv/-/slug", "/-/1410877/slug", "/en/artikel": the language a path begins with
_LANGUAGE_PREFIX = re.compile(r"^/(?:sv|en|fi)(?=/|$)")
# Liferay's portlet state, the page to return to, campaign marks: none of them chooses the text.
_IGNORED_PARAMETER = re.compile(r"^(?:redirect|languageId|p_l_id|p_p_\w+|_\w+|utm_\w+|fbclid|gclid|inheritRedirect)$")
_JOINT_HOST = "valtioneuvosto.fi"
# "/artikkeli/-/asset_publisher/haku-avattu", "/sv/artikel/-/asset_publisher/ansokan": what is now "/-/haku-avattu"
_OLD_PATH = re.compile(r"(?P<language>(?:/(?:sv|en))?)/(?:artikkeli|artikel|article)/-/asset_publisher(?=/[^/]+$)")
# "/sv/-/1410877/haku-avattu": a release of the site with that number
_JOINT_PATH = re.compile(r"(?P<language>(?:/(?:sv|en))?)/-/(?P<group>\d+)/(?P<slug>[^/]+)")
# "/web/guest/etusivu", "/sv/web/guest": Liferay's own path of a site
_SITE_PATH = re.compile(r"\bweb/[\w-]{1,60}(?:/|$)")
_FRONT_PATHS = ("", "fi", "sv", "en", "etusivu", "sv/framsida", "sv/startsida", "en/frontpage")
# "…/ajankohtaista/tiedotteet?p_p_id=…", "/sv/pressmeddelanden", "/rss", "/sitemap.xml?…", "/robots.txt"
_DISCOVERY = re.compile(
    r"[?&]p_p_id=|/rss/?(?:\?|$)|/sitemap[\w-]*\.xml|/robots\.txt$"
    r"|/(?:tiedotteet|pressmeddelanden|press-releases|uutiset|nyheter|news)/?(?:\?|$)"
)
_DEFAULT_PORTS = {"http": 80, "https": 443}


# A page asks for its own address several times.
@lru_cache(maxsize=64)
def canonical(url: str) -> str:
    """Return the one form of an address under which all its variants meet. Anything but http(s) is returned as it is.

    Scheme and host are lower-cased and the default port dropped; the catalogue's sites are at https; fragments and
    parameters that do not choose the text go; ``languageId`` becomes the language's path; what the joint government
    site serves of a ministry gets the ministry's own address, and what a site of the catalogue served under a former
    host or path its present one.

    >>> canonical("HTTPS://Valtioneuvosto.fi/-//1410877/haku?redirect=%2F&languageId=sv_SE#alku")
    'https://tem.fi/sv/-/haku'
    >>> canonical("http://www.tem.fi/-/haku"), canonical("http://example.org/-/haku"), canonical("file:sivu.txt")
    ('https://tem.fi/-/haku', 'http://example.org/-/haku', 'file:sivu.txt')
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        return url
    is_at_home = port in (None, _DEFAULT_PORTS[scheme])
    host = present_host(parts.hostname) if is_at_home else f"{parts.hostname}:{port}"
    scheme = "https" if is_at_home and is_known_host(host) else scheme
    parameters = parse_qsl(parts.query, keep_blank_values=True) if parts.query else []
    path = _OLD_PATH.sub(r"\g<language>/-", _clean_path(parts.path))
    path = _in_language(path, dict(parameters).get("languageId", ""))
    host, path = _at_home(host, path)
    kept = sorted((key, value) for key, value in parameters if not _IGNORED_PARAMETER.match(key))
    query = urlencode(kept) if kept else ""
    return urlunsplit((scheme, host, path, query, ""))


def release_id(url: str) -> str:
    """Return the id of the release at an address: 16 hexadecimal digits that depend on its canonical form alone.

    >>> release_id("https://tem.fi/-/haku") == release_id("https://tem.fi/-/haku?redirect=%2F")
    True
    """
    return hashlib.sha256(canonical(url).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_front_page(url: str) -> bool:
    """Tell whether an address is a site's front page in one of its languages.

    >>> is_front_page("https://tem.fi/sv/"), is_front_page("https://tem.fi/-/haku"), is_front_page("file:sivu.txt")
    (True, False, False)
    >>> is_front_page("https://tem.fi/web/guest/etusivu"), is_front_page("https://tem.fi/web/guest/-/haku")
    (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) and _SITE_PATH.sub("", parts.path).strip("/") in _FRONT_PATHS


def is_discovery(url: str) -> bool:
    """Tell whether an address lists releases and is none itself: a listing's page, a feed, a sitemap, robots.txt.

    >>> is_discovery("https://tem.fi/sitemap.xml?groupId=1"), is_discovery("https://tem.fi/-/haku?x=1")
    (True, False)
    """
    return _DISCOVERY.search(url) is not None


def is_general(url: str) -> bool:
    """Tell whether an address is a site's front page or a list: whoever is sent there from a release finds it no more.

    >>> [is_general(f"https://tem.fi/{path}") for path in ("etusivu", "ajankohtaista/tiedotteet", "-/haku")]
    [True, True, False]
    """
    return is_front_page(url) or is_discovery(url)


def _clean_path(path: str) -> str:
    path = re.sub(r"/{2,}", "/", path) or "/"
    return quote(unquote(path, errors="surrogateescape"), safe="/:@!$&'()*+,;=~-._", errors="surrogateescape")


def _at_home(host: str, path: str) -> tuple[str, str]:
    joint = _JOINT_PATH.fullmatch(path) if host == _JOINT_HOST else None
    home = host_of_group(joint["group"]) if joint else None
    return (home, f"{joint['language']}/-/{joint['slug']}") if joint and home else (host, path)


def _in_language(path: str, language_id: str) -> str:
    """``languageId=sv_SE`` serves the Swedish text under whatever path it is given."""
    prefix = _LANGUAGE_PATHS.get(language_id[:2])
    if prefix is None:
        return path
    return prefix + _LANGUAGE_PREFIX.sub("", path)
