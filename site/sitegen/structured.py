"""What pages say to search engines and reference managers, as JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from parsers.model import Call, Kind, Language, Release
from sitegen.addresses import call_path, release_path, safe_name, web_link
from sitegen.bulk.terms import ABOUT, CC0, TITLE, is_free, rights
from sitegen.calls import call_titles
from sitegen.holdings import Card, Work
from sitegen.instants import day_or_instant
from sitegen.scope import Scope
from sitegen.words import authority_name

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


def release_data(release: Release, work: Work, scope: Scope) -> Markup | None:
    """Return what a release's page says: the article, its other versions, and the grant that it is about.

    The article is the same on its pages in all interface languages. The grant of a call is described on the call's
    page and only named here; a call for applications that belongs to no call has a grant of its own.
    """
    if scope.base_url is None:
        return None
    call = scope.holdings.call_of.get(release.id)
    grant = None if call or release.kind != Kind.CALL else _lone_grant(release, scope)
    about = _grant_id(call, scope) if call else grant["@id"] if grant else None
    publisher = _publisher(release, scope)
    article = {
        "@type": "NewsArticle",
        "@id": _id(release.id, release.language, scope),
        "headline": release.title,
        "inLanguage": release.language,
        "url": _page(release.id, release.language, scope),
        "datePublished": day_or_instant(release.published),
        "dateModified": day_or_instant(release.translated),
        "author": publisher,
        "publisher": publisher,
        "isBasedOn": web_link(release.url),
        "isPartOf": {"@id": f"{scope.base_url}#site"},
        **_versions(release, work, scope),
        "about": {"@id": about} if about else None,
    }
    return json_ld({"@graph": [_said(article), *([grant] if grant else [])]})


def call_data(call: Call, scope: Scope, publisher: str | None) -> Markup | None:
    """Return what a call's page says: the grant, in the words of the page, with the releases that tell of it.

    `publisher` is who announced it, as the page names them. The days of the grant are those of applying for it.
    """
    if scope.base_url is None:
        return None
    title, *others = call_titles(call, scope)
    opens, closes = day_or_instant(call.opens), day_or_instant(call.closes)
    applying = _said({"@type": "ApplyAction", "startTime": opens, "endTime": closes}) if opens or closes else None
    grant = {
        "@type": "MonetaryGrant",
        "@id": _grant_id(call, scope),
        "name": title.title,
        "alternateName": [other.title for other in others] or None,
        "url": f"{scope.base_url}{scope.language}/{call_path(call.id)}",
        "identifier": call.case_number,
        "funder": _organisation(call.authority, publisher, scope),
        "amount": _amount(call.total, call.currency),
        "potentialAction": applying,
        "subjectOf": [
            {"@id": _id(member.id, member.language, scope)}
            for member in call.members
            if member.id in scope.holdings.by_release
        ],
    }
    return json_ld(_said(grant))


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
            "license": CC0 if is_free(file.table) else None,
            "usageInfo": scope.text(rights(file.table)),
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


def _lone_grant(release: Release, scope: Scope) -> dict[str, Any]:
    grant = {
        "@type": "MonetaryGrant",
        "@id": _id(release.id, release.language, scope, "grant"),
        "name": release.title,
        "funder": _publisher(release, scope),
        "amount": _amount(release.total, release.total_currency),
    }
    return _said(grant)


def _amount(value: Decimal | None, currency: str) -> dict[str, Any] | None:
    if value is None:
        return None
    return {"@type": "MonetaryAmount", "currency": currency, "value": _whole(float(value))}


def _publisher(release: Release, scope: Scope) -> dict[str, str] | None:
    """Return who published a release, named in its own language: the same on every page."""
    if not release.authority:
        return _organisation(None, release.organisation, scope)
    name = authority_name(release.authority, release.language or scope.languages[0])
    return _organisation(release.authority, name, scope)


def _organisation(authority: str | None, name: str | None, scope: Scope) -> dict[str, str] | None:
    """An authority is one thing under all its names; of others the name is all that is known."""
    if not name:
        return None
    organisation = {"@type": "GovernmentOrganization", "name": name}
    if not authority:
        return organisation
    tail = f"{scope.languages[0]}/browse/authority/{safe_name(authority)}/#organisation"
    return {"@type": "GovernmentOrganization", "@id": f"{scope.base_url}{tail}", "name": name}


def _grant_id(call: Call, scope: Scope) -> str:
    """Return the name of a call's grant in all pages that speak of it: the call's page in the first language."""
    return f"{scope.base_url}{scope.languages[0]}/{call_path(call.id)}#grant"


def _id(release_id: str, language: Language | None, scope: Scope, part: str = "article") -> str:
    """Return the name of a release in all pages about it: its page in its own language."""
    return f"{_page(release_id, language, scope)}#{part}"


def _page(release_id: str, language: Language | None, scope: Scope) -> str:
    """Return the address of a release's page in its own language, where the site speaks that."""
    own = language if language in scope.languages else scope.languages[0]
    return f"{scope.base_url}{own}/{release_path(release_id)}"


def _whole(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def _said(value: dict[str, Any]) -> dict[str, Any]:
    return {name: said for name, said in value.items() if said is not None}
