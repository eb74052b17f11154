"""The addresses a page names for its versions in other languages."""

from __future__ import annotations

from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from parsers.urls import canonical, is_front_page

_LANGUAGES = ("fi", "sv", "en")
MISSING = "_missingLanguageVersion"


def declared_versions(soup: BeautifulSoup, url: str) -> dict[str, str]:
    """Return language -> canonical address, as the page's language switcher or, failing that, its hreflang links say.

    Older templates write an hreflang link for every language of the *site*: what leads to a front page, to the page
    itself or to the missing-translation notice is no version, and what is left is still only a claim.
    """
    own = canonical(url)
    versions: dict[str, str] = {}
    for language, address in [*_switcher(soup), *_alternates(soup)]:
        target = canonical(urljoin(url, address))
        if language in _LANGUAGES and target != own and _is_version(target):
            versions.setdefault(language, target)
    return versions


def _switcher(soup: BeautifulSoup) -> list[tuple[str, str]]:
    return [_claim(link, "lang") for link in soup.select("[class*=lang] a[href][lang], a[href][hreflang]")]


def _alternates(soup: BeautifulSoup) -> list[tuple[str, str]]:
    return [_claim(link, "hreflang") for link in soup.select("link[rel~=alternate][hreflang][href]")]


def _claim(link: Tag, attribute: str) -> tuple[str, str]:
    language = link.get(attribute) or link.get("hreflang") or ""
    return str(language)[:2].lower(), str(link["href"])


def _is_version(target: str) -> bool:
    return target.startswith(("http://", "https://")) and not is_front_page(target) and MISSING not in target
