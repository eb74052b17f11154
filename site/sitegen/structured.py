"""What pages say to search engines and reference managers, as JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from parsers.model import Kind, Language, Release
from sitegen.addresses import release_path, web_link
from sitegen.bulk.terms import ABOUT, CC0, DERIVED, TITLE
from sitegen.holdings import Card, Work
from sitegen.instants import day_or_instant
from sitegen.scope import Scope

# JSON may write any character as a number; these are how a script element ends, or how a comment in it begins.
_ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def json_ld(value: dict[str, Any]) -> Markup:
    r"""Return a structure as the content of a script element, which nothing in it can end.

    >>> json_ld({"name": "</script><b>"})
    Markup('{"@context":"https://schema.org","name":"\\u003c/script\\u003e\\u003cb\\u003e"}')
    """
    content = json.dumps({"@context": "https://schema.org"} | value, ensure_ascii=False, separators=(",", ":"))
    return Markup(content.translate(_ESCAPES))


def website_data(scope: Scope) -> Markup | None:
    """Return what the front page says: the site, and how to search it. None where its address is not known."""
    if scope.base_url is None:
        return None
    target = f"{scope.base_url}{scope.language}/search/?q={{search_term_string}}"
    return json_ld(
        {
            "@type": "WebSite",
            "@id": f"{scope.base_url}#site",
            "name": "Hakuarkisto",
            "url": f"{scope.base_url}{scope.language}/",
            "inLanguage": scope.language,
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": target},
                "query-input": "required name=search_term_string",
            },
        }
    )


def release_data(release: Release, work: Work, scope: Scope, publisher: str | None) -> Markup | None:
    """Return what a release's page says: the article, its other versions, and the grant that a call is about."""
    if scope.base_url is None:
        return None
    organisation = {"@type": "GovernmentOrganization", "name": publisher} if publisher else None
    article = {
        "@type": "NewsArticle",
        "@id": _id(release.id, release.language, scope),
        "headline": release.title,
        "inLanguage": release.language,
        "url": f"{scope.base_url}{scope.language}/{release_path(release.id)}",
        "datePublished": day_or_instant(release.published),
        "dateModified": day_or_instant(release.translated),
        "author": organisation,
        "publisher": organisation,
        "isBasedOn": web_link(release.url),
        "isPartOf": {"@id": f"{scope.base_url}#site"},
        **_versions(release, work, scope),
    }
    graph = [_said(article)]
    if release.kind == Kind.CALL:
        grant = _grant(release, scope, organisation)
        graph = [{**graph[0], "about": {"@id": grant["@id"]}}, grant]
    return json_ld({"@graph": graph})


def dataset_data(scope: Scope) -> Markup | None:
    """Return what the page of the data says: the dataset and its files."""
    if scope.base_url is None:
        return None
    first = min((work.published[:10] for work in scope.holdings.works if work.published), default=None)
    files = [
        {
            "@type": "DataDownload",
            "name": file.path.rpartition("/")[2],
            "contentUrl": scope.base_url + file.path,
            "encodingFormat": file.format,
            "contentSize": f"{file.bytes} B",
            "sha256": file.sha256,
        }
        for file in scope.downloads.files
    ]
    dataset = {
        "@type": "Dataset",
        "@id": f"{scope.base_url}data/",
        "name": scope.text(TITLE),
        "description": scope.text(ABOUT),
        "url": f"{scope.base_url}{scope.language}/data/",
        "inLanguage": list(scope.languages),
        "isAccessibleForFree": True,
        "license": CC0,
        "usageInfo": scope.text(DERIVED),
        "creator": {"@type": "Organization", "name": "Hakuarkisto", "url": scope.base_url},
        "temporalCoverage": f"{first}/{scope.holdings.newest}" if first else None,
        "distribution": files,
    }
    return json_ld(_said(dataset))


def _versions(release: Release, work: Work, scope: Scope) -> dict[str, Any]:
    """The Finnish version counts as the one that was translated: the ministries write in it."""
    if release.language == "fi":
        others = [_id(card.id, card.language, scope) for card in work.cards if card.id != release.id]
        return {"workTranslation": [{"@id": other} for other in others]} if others else {}
    original = _card(release.translation, scope) or next((card for card in work.cards if card.id != release.id), None)
    return {"translationOfWork": {"@id": _id(original.id, original.language, scope)}} if original else {}


def _card(release_id: str | None, scope: Scope) -> Card | None:
    work = scope.holdings.by_release.get(release_id or "")
    return next((card for card in work.cards if card.id == release_id), None) if work else None


def _grant(release: Release, scope: Scope, funder: dict[str, str] | None) -> dict[str, Any]:
    available = None if release.total is None else float(release.total)
    grant = {
        "@type": "MonetaryGrant",
        "@id": _id(release.id, release.language, scope, "grant"),
        "name": release.title,
        "funder": funder,
        "amount": {"@type": "MonetaryAmount", "currency": release.total_currency, "value": _whole(available)}
        if available is not None
        else None,
    }
    return _said(grant)


def _id(release_id: str, language: Language | None, scope: Scope, part: str = "article") -> str:
    """Return the name of a release in all pages about it: its page in its own language."""
    own = language if language in scope.languages else scope.languages[0]
    return f"{scope.base_url}{own}/{release_path(release_id)}#{part}"


def _whole(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def _said(value: dict[str, Any]) -> dict[str, Any]:
    return {name: said for name, said in value.items() if said is not None}
