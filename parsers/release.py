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
from parsers.facts.mentioned_dates import decision_date, read_dates
from parsers.facts.self_financing import read_self_financing
from parsers.facts.total import headline_total
from parsers.facts.use_period import read_use_period
from parsers.language import identify
from parsers.model import Block, Document, Evidence, Kind, Link, Release
from parsers.page import Page, read_html, read_pasted
from parsers.page.segments import Segment, cell_offsets
from parsers.page.versions import MISSING
from parsers.problems import Problem
from parsers.records import Version, is_record, read_versions
from parsers.sources import source_of
from parsers.text.encoding import decode
from parsers.text.hyphens import join_broken_words
from parsers.urls import is_discovery, is_front_page, release_id

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_FEWEST_CHARACTERS = 40


class NotARelease(Exception):  # noqa: N818 - nothing is wrong: the archive keeps more than releases
    """A capture that is rightly no release: a listing, a feed, an attachment, a redirect to a front page."""


def read_releases(capture: Capture) -> tuple[Release, ...]:
    """Read all that one capture holds: a page is one release, a source's record one for each of its languages.

    Raises as `read_release` does; there is always at least one release.
    """
    if not is_record(capture):
        return (read_release(capture),)
    _refuse_other_answers(capture)
    versions = read_versions(capture)
    if not versions:
        raise Problem("{address}: the record holds no text; open it in a browser to see why", address=capture.url)
    return tuple(_release(capture, version) for version in versions)


def read_release(capture: Capture) -> Release:
    """Read the one release of a page.

    Raises NotARelease for what is kept but is no page of text, and Problem for a page that should have been one:
    without text, or shown by something that stands between us and the site.
    """
    _refuse_other_captures(capture)
    page = _read_page(capture)
    return _release(capture, Version(capture.url, page, _language(page)))


def _refuse_other_captures(capture: Capture) -> None:
    if capture.media_type not in _PAGE_TYPES:
        raise NotARelease(capture.url)
    _refuse_other_answers(capture)
    if is_front_page(capture.url) or is_discovery(capture.url) or MISSING in capture.url:
        raise NotARelease(capture.url)


def _refuse_other_answers(capture: Capture) -> None:
    if capture.status not in (None, 200):
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
    return identify("\n".join(segment.text for segment in page.segments), page.language_hint)


def _document(page: Page, language: str | None) -> Document:
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


def _release(capture: Capture, version: Version) -> Release:
    page, document = version.page, _document(version.page, version.language)
    kind, kind_evidence = _kind(document, version.kind)
    amounts = read_amounts(document)
    application, application_warnings = read_application(document, kind)
    use_period, use_period_warnings = read_use_period(document)
    dates = read_dates(document, application, use_period)
    return Release(
        id=release_id(version.url),
        url=version.url,
        source=source_of(version.url),
        authority=version.authority or authority_of(version.url, page.organisation),
        organisation=page.organisation,
        language=version.language,
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
        decision_date=decision_date(document, kind, dates),
        self_financing=read_self_financing(document),
        contacts=read_contacts(document),
        eligibility=read_eligibility(document),
        case_numbers=read_case_numbers(document),
        attachments=read_attachments(document),
        links=document.links,
        dates=dates,
        declared=page.declared,
        warnings=(*application_warnings, *use_period_warnings),
        blocks=document.blocks,
        captured=f"{capture.time:%Y-%m-%dT%H:%M:%SZ}",
        digest=capture.digest,
    )


def _kind(document: Document, stated: Kind | None) -> tuple[Kind, Evidence | None]:
    """What the source states, with the words that say so too where there are any; else what the words say."""
    kind, evidence = read_kind(document)
    return (kind, evidence) if stated in (None, kind) else (stated, None)
