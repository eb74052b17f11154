"""What a release of the government platform links to: its versions, its attachments.

Class names change with every redesign, so links are told by their addresses and attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urldefrag, urljoin, urlsplit

from scrapy.http import HtmlResponse

from parsers.facts.attachments import media_type_of
from parsers.model import Language

# "/-/haku-on-avattu", "/sv/-/1410877/ansokan", "/-//1410877/haku", "/sv/artikel/-/asset_publisher/ansokan"
_RELEASE_PATH = re.compile(r"^/(?:[\w-]+/){0,2}-/+[^/].*$")
# The part of a page in which its own text is, whatever its template calls it
_MAIN = "self::main or @role='main' or @id='main-content'"


def is_release(url: str) -> bool:
    """Tell whether an address is that of a release.

    >>> is_release("https://tem.fi/sv/-/ansokan"), is_release("https://tem.fi/yhteystiedot")
    (True, False)
    >>> is_release("https://tem.fi/uutiset/-/asset_publisher/Kh4W/rss")
    False
    """
    path = urlsplit(url).path
    return bool(_RELEASE_PATH.match(path)) and not path.endswith("/rss") and not media_type_of(url)


def absolute(href: str | None, base: str) -> str | None:
    """Return the address that a link leads to, None for none that can be fetched.

    >>> absolute("/-/haku", "https://tem.fi/t"), absolute("mailto:x@gov.fi", "https://tem.fi/"), absolute("", "x")
    ('https://tem.fi/-/haku', None, None)
    """
    try:
        url = urljoin(base, (href or "").strip())
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    return url if href and scheme in ("http", "https") else None


def slug(url: str) -> str:
    """Return the last part of an address's path, which names a release in its language.

    >>> slug("https://tem.fi/sv/-/ansokan?redirect=%2F")
    'ansokan'
    """
    return urlsplit(url).path.rpartition("/")[2]


def translations(response: HtmlResponse, is_wanted: Callable[[str], bool] = is_release) -> list[tuple[Language, str]]:
    """Return the addresses that a release gives for its versions in other languages, none of them proven to exist."""
    found: dict[tuple[Language, str], None] = {}
    for element in response.xpath("//link[@rel='alternate'][@hreflang] | //a[@hreflang] | //a[@lang]"):
        language = (element.attrib.get("hreflang") or element.attrib.get("lang", ""))[:2].lower()
        url = absolute(element.attrib.get("href"), response.url)
        if url and is_wanted(url) and not element.xpath(f"ancestor::*[{_MAIN}]"):
            found[language, url] = None
    return list(found)


def attachments(response: HtmlResponse) -> list[str]:
    """Return the addresses of the documents that a release links to, which are those that the parsers take for such."""
    main = next(iter(response.selector.root.xpath(f"//*[{_MAIN}]")), response.selector.root)
    found = (absolute(element.get("href"), response.url) for element in main.iter("a"))
    return list(dict.fromkeys(urldefrag(url).url for url in found if url and media_type_of(url)))
