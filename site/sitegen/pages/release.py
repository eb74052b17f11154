"""A release's page: its text as published, its facts beside it, where it came from and how to cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from parsers.facts.attachments import MEDIA_TYPES
from parsers.model import Kind, Language, Moment, Release
from sitegen.addresses import compare_path, release_path, web_link
from sitegen.article import Part, article, block_html, link_spans
from sitegen.calls import CallPlace, call_place
from sitegen.contacts import ContactLines, contacts_of
from sitegen.entries import Version, publisher_of, version_of
from sitegen.facts import Fact, Value, fact_spans, facts_of, warnings_of
from sitegen.holdings import Card
from sitegen.instants import in_finland
from sitegen.pages.base import Page, common
from sitegen.pages.indexing import Indexing, indexing_of
from sitegen.pages.provenance import Provenance, provenance_of
from sitegen.passages import is_redacted
from sitegen.revisions import Revision, revisions_of
from sitegen.scope import Scope
from sitegen.structured import release_data
from sitegen.words import DOCUMENTS, FORMS, KINDS

_ENDINGS = {media_type: ending.upper() for ending, media_type in MEDIA_TYPES.items()}


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A document that the release links to; `href` is None where its address may not be a link.

    `state` says what became of its own text.
    """

    text: str
    href: str | None
    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class ReleaseText:
    """A release's title and text as HTML, and its earlier readings: the same in every interface language."""

    heading: Markup
    parts: tuple[Part, ...]
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, kw_only=True)
class ReleasePage(Page):
    """`text_language` is that of the release, `language` that of the page around it.

    `redacted` tells that persons were taken out of the text.
    """

    template: ClassVar[str] = "release.html"

    heading: Markup
    text_language: Language | None
    kind: Kind
    kind_name: str
    form: str | None
    form_language: Language | None
    publisher: str | None
    publisher_language: Language | None
    published: Moment | None
    translated: Moment | None
    gone: Moment | None
    redacted: bool
    other: Version | None
    compare: str | None
    differences: int
    call: CallPlace | None
    facts: tuple[Fact, ...]
    warnings: tuple[Value, ...]
    contacts: tuple[ContactLines, ...]
    attachments: tuple[AttachedFile, ...]
    parts: tuple[Part, ...]
    provenance: Provenance
    revisions: tuple[Revision, ...]
    indexing: Indexing | None


def release_text(release: Release, older: Sequence[Release]) -> ReleaseText:
    """Return what a release's page shows of its text in any interface language.

    `older` are its earlier readings, the newest first.
    """
    spans = {block: list(found) for block, found in fact_spans(release).items()}
    for block, links in link_spans(release).items():
        spans.setdefault(block, []).extend(links)
    heading = block_html(release.blocks[0], spans.get(0, []))
    return ReleaseText(heading, article(release, spans), revisions_of(release, older))


def release_page(release: Release, text: ReleaseText, scope: Scope) -> ReleasePage:
    """Return the page of a release in an interface language."""
    card = Card.of(release)
    work = scope.holdings.by_release[release.id]
    publisher, publisher_language = publisher_of(card, scope)
    return ReleasePage(
        **common(scope, release_path(release.id), release.title),
        json_ld=release_data(release, work, scope),
        heading=text.heading,
        text_language=release.language,
        kind=release.kind,
        kind_name=scope.text(KINDS[release.kind]),
        form=scope.text(FORMS[release.form]) if release.form in FORMS else release.form,
        form_language=None if release.form in FORMS else release.language,
        publisher=publisher,
        publisher_language=publisher_language,
        published=release.published,
        translated=release.translated,
        gone=in_finland(release.gone) if release.gone else None,
        redacted=is_redacted(release),
        other=next((version_of(other, scope) for other in work.cards if other.id != release.id), None),
        compare=f"{scope.language}/{compare_path(work.pair.fi)}" if work.pair else None,
        differences=len(work.pair.differences) if work.pair else 0,
        call=call_place(release.id, scope),
        facts=facts_of(release, scope),
        warnings=warnings_of(release, scope),
        contacts=contacts_of(release),
        attachments=_attachments(release, scope),
        parts=text.parts,
        provenance=provenance_of(release, scope, publisher),
        revisions=text.revisions,
        indexing=indexing_of(release, work, scope),
    )


def _attachments(release: Release, scope: Scope) -> tuple[AttachedFile, ...]:
    """Return a release's attachments, each address once."""
    unique = {attachment.url: attachment for attachment in release.attachments}.values()
    return tuple(
        AttachedFile(
            text=each.text or each.url,
            href=web_link(each.url),
            kind=_short_type(each.media_type),
            state=scope.text(DOCUMENTS[each.state or ""]),
        )
        for each in unique
    )


def _short_type(media_type: str) -> str:
    """Return what people call a media type: the ending of its files; "" for one that its address does not tell.

    >>> [_short_type(MEDIA_TYPES[ending]) for ending in ("pdf", "docx")], _short_type("application/octet-stream")
    (['PDF', 'DOCX'], '')
    """
    return _ENDINGS.get(media_type, "")
