"""A hit as a row: its titles, its best sentence with what was found in it, its facts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from index.fulltext import Excerpt, Hit
from parsers.model import Kind, Language, Moment
from sitegen.addresses import compare_path, release_path, web_link
from sitegen.entries import Version
from sitegen.formats import unbroken
from sitegen.scope import Scope
from sitegen.words import KINDS, authority_name

_MARK = Markup("<mark>{}</mark>")


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """`compare` is the page of its pair, `similar` the address of the texts most like it, None where there is none.

    `is_translated` says that only words of the other language found it.
    """

    id: str
    main: Version
    others: tuple[Version, ...]
    excerpt: Markup
    published: Moment | None
    kind: Kind
    kind_name: str
    publisher: str | None
    total: str | None
    closes: str | None
    compare: str | None
    original: str | None
    is_translated: bool


def hit_view(hit: Hit, scope: Scope) -> HitView:
    """Return a hit in the words of an interface language."""
    versions = {version.language: version.id for version in hit.versions} | {hit.language: hit.id}
    return HitView(
        id=hit.id,
        main=_version(hit.id, hit.language, hit.title, scope),
        others=tuple(_version(each.id, each.language, each.title, scope) for each in hit.versions),
        excerpt=marked(hit.excerpt),
        published=hit.published,
        kind=hit.kind,
        kind_name=scope.text(KINDS[hit.kind]),
        publisher=authority_name(hit.authority, scope.language) if hit.authority else None,
        total=scope.formats.money(hit.facts.total) if hit.facts.total is not None else None,
        closes=scope.formats.moment(hit.facts.closes) if hit.facts.closes else None,
        compare=f"{scope.language}/{compare_path(versions['fi'])}" if {"fi", "sv"} <= versions.keys() else None,
        original=web_link(hit.url),
        is_translated=hit.is_translated,
    )


def marked(excerpt: Excerpt) -> Markup:
    """Return an excerpt as HTML, its matches marked.

    >>> marked(Excerpt("Avustus <3 kunnille", ((0, 7),)))
    Markup('<mark>Avustus</mark> &lt;3 kunnille')

    Figures stay together, marked or not:

    >>> marked(Excerpt("690 000 euroa", ((0, 3),)))
    Markup('<mark>690</mark>\xa0000\xa0euroa')
    """
    text = unbroken(excerpt.text)
    parts: list[Markup] = []
    end = 0
    for first, last in excerpt.matches:
        parts += [escape(text[end:first]), _MARK.format(text[first:last])]
        end = last
    return Markup("").join([*parts, escape(text[end:])])


def _version(release_id: str, language: Language | None, title: str, scope: Scope) -> Version:
    return Version(language=language, title=title, path=f"{scope.language}/{release_path(release_id)}")
