"""Addresses: one canonical form for the variants under which a page is served, and the id that follows from it."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from parsers.sources import host_of_group, is_known_host, is_on_platform, present_host

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
# "/uutiset", "/sv/nyheter/", "/uutiset-2020", "/tiedotteet_2019", "/web/sv/aktuellt"
_LISTING = re.compile(
    r"""/(?:uutiset|ajankohtaista|tiedotteet|mediatiedotteet|lehdistotiedotteet|uutishuone|blogi|blogit
          |nyheter|aktuellt|meddelanden|pressmeddelanden|blogg|bloggar
          |news|current-issues|press-releases|press-releases-and-news|blog)
        (?:[-_](?P<year>(?:19|20)\d\d))?/?$""",
    re.VERBOSE,
)
# "/virhe", "/sv/fel/", "/404": where a site sends whoever asks for what it has not
_ERROR = re.compile(r"/(?:virhe|virhesivu|fel|felsida|error|404|not-found|page-not-found|sivua-ei-loydy)/?$")
# "/c/portal/login?redirect=…", "/kirjaudu", "/sv/logga-in/"
_LOGIN = re.compile(r"/(?:login|log-in|sign-?in|kirjaudu|kirjautuminen|logga-in|inloggning)(?:[/.]|$)", re.IGNORECASE)
# "/cdn-cgi/l/email-protection", "/CDN-CGI"; not "/-/cdn-cgin-historia"
_CHECK = re.compile(r"/cdn-cgi(?:/|$)", re.IGNORECASE)
# "/-/haku", "/sv/-/1410877/ansokan": an article of the government platform
_ARTICLE = re.compile(r"/-/+[^/]")
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


def is_listing(url: str) -> bool:
    """Tell whether an address is that of a list of articles, by its last word.

    >>> is_listing("https://example.org/sv/nyheter/"), is_listing("https://example.org/nyheter/bidrag-kan-sokas")
    (True, False)
    """
    parts = urlsplit(url)
    return not parts.query and _LISTING.search(parts.path) is not None


def listed_year(url: str) -> int | None:
    """Return the year to which a list of articles is confined, None for one that is not.

    >>> listed_year("https://example.org/uutiset-2020"), listed_year("https://example.org/uutiset")
    (2020, None)
    """
    match = _LISTING.search(urlsplit(url).path)
    return int(match["year"]) if match and match["year"] else None


def is_login(url: str) -> bool:
    """Tell whether an address is that of a form to log in with: whoever is sent there learns nothing of the page.

    >>> is_login("https://tem.fi/c/portal/login?p_l_id=7"), is_login("https://tem.fi/-/kirjaudu-palveluun")
    (True, False)
    """
    return _LOGIN.search(urlsplit(url).path) is not None


def is_check(url: str) -> bool:
    """Tell whether an address is where a guard of sites has its checks for robots: it is never fetched.

    >>> is_check("https://tem.fi/cdn-cgi/challenge"), is_check("https://tem.fi/-/cdn-cgin-historia")
    (True, False)
    """
    return _CHECK.search(unquote(urlsplit(url).path)) is not None


def leads_away(url: str, target: str) -> bool:
    """Tell whether a redirect from a release says that it is no more.

    It does where it leads to a front page, a list or a page of errors, or from an article of the government platform to
    a page there that is none. A log-in or a check for robots says nothing.

    >>> [leads_away("https://tem.fi/-/haku", f"https://tem.fi/{path}") for path in ("etusivu", "sv/aktuellt", "virhe")]
    [True, True, True]
    >>> [leads_away("https://tem.fi/-/haku", f"https://tem.fi/{path}") for path in ("avustukset", "-/haku-jatkuu")]
    [True, False]
    """
    try:
        path, target_path = urlsplit(url).path, urlsplit(target).path
    except ValueError:
        return False
    if is_login(target) or is_check(target):
        return False
    is_general = is_front_page(target) or is_discovery(target) or is_listing(target) or _ERROR.search(target_path)
    return bool(is_general or (_ARTICLE.search(path) and is_on_platform(target) and not _ARTICLE.search(target_path)))


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
