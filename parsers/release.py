"""A capture in, a release out: the page read, its language told, its facts gathered."""

from __future__ import annotations

from parsers.authorities import authority_of
from parsers.capture import Capture
from parsers.facts.amounts import read_amounts
from parsers.facts.application import read_application
from parsers.facts.attachments import read_attachments
from parsers.facts.case_numbers import read_case_numbers
from parsers.facts.contacts import read_contacts
from parsers.facts.eligibility import read_eligibility
from parsers.facts.kind import read_kind
from parsers.facts.total import headline_total
from parsers.facts.use_period import read_use_period
from parsers.language import identify
from parsers.model import Block, Document, Link, Release
from parsers.page import Page, read_html, read_pasted
from parsers.page.segments import Segment, cell_offsets
from parsers.page.versions import MISSING
from parsers.problems import Problem
from parsers.sources import source_of
from parsers.text.encoding import decode
from parsers.text.hyphens import join_broken_words
from parsers.urls import is_discovery, is_front_page, release_id

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_FEWEST_CHARACTERS = 40


class NotARelease(Exception):  # noqa: N818 - nothing is wrong: the archive keeps more than releases
    """A capture that is rightly no release: a listing, a feed, an attachment, a redirect to a front page."""


def read_releases(capture: Capture) -> tuple[Release, ...]:
    """Read all that one capture holds: a page is one release, a record of an API one for each of its languages.

    Raises as `read_release` does; there is always at least one release.
    """
    return (read_release(capture),)


def read_release(capture: Capture) -> Release:
    """Read the one release of a page.

    Raises NotARelease for what is kept but is no page of text, and Problem for a page that should have been one:
    without text, or shown by something that stands between us and the site.
    """
    _refuse_other_captures(capture)
    page = _read_page(capture)
    language = _language(page)
    document = _document(page, language, capture.url)
    return _release(capture, page, document, language)


def _refuse_other_captures(capture: Capture) -> None:
    if capture.media_type not in _PAGE_TYPES or capture.status not in (None, 200):
        raise NotARelease(capture.url)
    if is_front_page(capture.url) or is_discovery(capture.url) or MISSING in capture.url:
        raise NotARelease(capture.url)


def _read_page(capture: Capture) -> Page:
    if capture.media_type == "text/plain":
        page = read_pasted(decode(capture.body, capture.charset))
    else:
        page = read_html(capture.body, capture.url, capture.charset)
    characters = sum(len(segment.text) for segment in page.segments)
    if len(page.segments) < 2 or characters < _FEWEST_CHARACTERS:
        raise Problem("{address}: the page has no text; open it in a browser to see why", address=capture.url)
    return page


def _language(page: Page) -> str | None:
    return identify("\n".join(segment.text for segment in page.segments)) or page.language_hint


def _document(page: Page, language: str | None, url: str) -> Document:
    blocks = tuple(_block(segment, language) for segment in page.segments)
    links = tuple(
        Link(url=address, text=text, block=number)
        for number, segment in enumerate(page.segments)
        for address, text in segment.links
        if address
    )
    return Document(
        language=language or "fi",
        blocks=blocks,
        published=page.published,
        translated=page.translated,
        form=page.form,
        links=links,
    )


def _block(segment: Segment, language: str | None) -> Block:
    if segment.type == "tr":
        cells = tuple(join_broken_words(cell, language) for cell in segment.cells)
        text = " | ".join(cells)
        raw = _raw(segment, text)
        return Block(
            type="tr", text=text, cells=cell_offsets(cells), table=segment.table, header=segment.header, raw=raw
        )
    text = join_broken_words(segment.text, language)
    return Block(type=segment.type, text=text, raw=_raw(segment, text))


def _raw(segment: Segment, text: str) -> str:
    return "" if segment.raw == text else segment.raw


def _release(capture: Capture, page: Page, document: Document, language: str | None) -> Release:
    kind, kind_evidence = read_kind(document)
    amounts = read_amounts(document)
    application, application_warnings = read_application(document, kind)
    use_period, use_period_warnings = read_use_period(document)
    return Release(
        id=release_id(capture.url),
        url=capture.url,
        source=source_of(capture.url),
        authority=authority_of(capture.url, page.organisation),
        organisation=page.organisation,
        language=language,
        title=document.title,
        form=page.form,
        kind=kind,
        kind_evidence=kind_evidence,
        published=page.published,
        translated=page.translated,
        amounts=amounts,
        total=headline_total(document, amounts, kind),
        application=application,
        use_period=use_period,
        contacts=read_contacts(document),
        eligibility=read_eligibility(document),
        case_numbers=read_case_numbers(document),
        attachments=read_attachments(document),
        links=document.links,
        declared=page.declared,
        warnings=(*application_warnings, *use_period_warnings),
        blocks=document.blocks,
        captured=f"{capture.time:%Y-%m-%dT%H:%M:%SZ}",
        digest=capture.digest,
    )
