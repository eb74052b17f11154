"""The addresses a page names for its versions in other languages."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from bs4 import Tag

from parsers.page.elements import classes_of
from parsers.urls import canonical, is_front_page

_LANGUAGES = ("fi", "sv", "en")
MISSING = "_missingLanguageVersion"


def declared_versions(elements: Sequence[Tag], url: str) -> dict[str, str]:
    """Return language -> canonical address, as the page's language switcher or, failing that, its hreflang links say.

    `elements` are all those of the page.

    Older templates write an hreflang link for every language of the *site*: what leads to a front page, to the page
    itself or to the missing-translation notice is no version, and what is left is still only a claim.
    """
    own = canonical(url)
    versions: dict[str, str] = {}
    for language, address in [*_switcher(elements), *_alternates(elements)]:
        target = canonical(urljoin(url, address))
        if language in _LANGUAGES and target != own and _is_version(target):
            versions.setdefault(language, target)
    return versions


def _switcher(elements: Sequence[Tag]) -> list[tuple[str, str]]:
    return [_claim(tag, "lang") for tag in elements if tag.name == "a" and "href" in tag.attrs and _switches(tag)]


def _switches(link: Tag) -> bool:
    return "hreflang" in link.attrs or ("lang" in link.attrs and any(map(_is_of_languages, link.parents)))


def _is_of_languages(tag: Tag) -> bool:
    return any("lang" in name for name in classes_of(tag))


def _alternates(elements: Sequence[Tag]) -> list[tuple[str, str]]:
    return [_claim(tag, "hreflang") for tag in elements if tag.name == "link" and _is_alternate(tag)]


def _is_alternate(link: Tag) -> bool:
    return "alternate" in str(link.get("rel") or "").split() and {"hreflang", "href"} <= link.attrs.keys()


def _claim(link: Tag, attribute: str) -> tuple[str, str]:
    language = link.get(attribute) or link.get("hreflang") or ""
    return str(language)[:2].lower(), str(link["href"])


def _is_version(target: str) -> bool:
    return target.startswith(("http://", "https://")) and not is_front_page(target) and MISSING not in target
