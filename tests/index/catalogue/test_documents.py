"""The text of attached documents: stored by payload, found by the addresses that releases link to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from index.catalogue import Catalogue
from parsers.capture import Capture, Location
from parsers.documents import DocumentText
from parsers.model import AttachedDocument, Attachment, DocumentState, Release

URL = "https://tem.fi/documents/1/2/Haku.pdf/3?t=1"
PDF = "application/pdf"


def _document(day: int, body: bytes = b"%PDF", url: str = URL, status: int = 200, location: str = "") -> Capture:
    headers = (("Location", location),) if location else ()
    return Capture(url, datetime(2026, 11, day, 9, tzinfo=UTC), body, status, PDF, headers=headers)


def _add(catalogue: Catalogue, *captures: Capture, state: DocumentState = DocumentState.TEXT) -> None:
    for capture in captures:
        catalogue.captures.add(capture, Location(capture.url + capture.digest, capture.time.day), (), None)
        if capture.status == 200:
            text = f"Teksti {capture.body.decode()}" if state is DocumentState.TEXT else ""
            catalogue.documents.add(capture.digest, DocumentText(state=state, media_type=PDF, pages=2, text=text))


@pytest.fixture
def release(catalogue: Catalogue, make_release: Any) -> Release:
    attachments = (Attachment(url=URL, text="Hakuilmoitus", media_type=PDF, block=1),)
    made: Release = make_release("haku", "Haku", "Hae", attachments=attachments)
    catalogue.add_release(made)
    return made


def _attachment(catalogue: Catalogue, release: Release) -> Attachment:
    (found,) = catalogue.release(release.id).attachments
    return found


def test_not_captured(catalogue: Catalogue, release: Release) -> None:
    assert _attachment(catalogue, release) == release.attachments[0]
    assert list(catalogue.attachments()) == [
        AttachedDocument(release=release.id, release_url=release.url, url=URL, link="Hakuilmoitus", media_type=PDF)
    ]


def test_captured(catalogue: Catalogue, release: Release) -> None:
    capture = _document(2)
    _add(catalogue, capture)
    found = _attachment(catalogue, release)
    assert (found.digest, found.captured) == (capture.digest, "2026-11-02T09:00:00Z")
    assert (found.state, found.characters) == (DocumentState.TEXT, len("Teksti %PDF"))
    assert catalogue.attachment_text(capture.digest) == "Teksti %PDF"
    (document,) = catalogue.attachments()
    assert (document.text, document.pages, document.state) == ("Teksti %PDF", 2, DocumentState.TEXT)
    assert catalogue.status().documents == {"text": 1}


def test_the_newest_is_shown(catalogue: Catalogue, release: Release) -> None:
    _add(catalogue, _document(3, b"uusi"), _document(2, b"vanha"), _document(4, b"", status=404))
    assert _attachment(catalogue, release).captured == "2026-11-03T09:00:00Z"
    assert [one.text for one in catalogue.attachments()] == ["Teksti uusi"]


def test_one_payload_at_two_addresses_is_kept_once(catalogue: Catalogue, release: Release) -> None:
    _add(catalogue, _document(2), _document(3, url="https://okm.fi/a.pdf"))
    assert catalogue.status().documents == {"text": 1}
    assert _attachment(catalogue, release).captured == "2026-11-02T09:00:00Z"


@pytest.mark.parametrize(
    ("target", "found"),
    [("/documents/uusi.pdf", True), ("https://tem.fi/documents/muu.pdf", False), (URL, False)],
    ids=["moved", "elsewhere", "in a circle"],
)
def test_moved(catalogue: Catalogue, release: Release, target: str, found: bool) -> None:
    _add(catalogue, _document(2, b"", status=302, location=target))
    _add(catalogue, _document(2, url="https://tem.fi/documents/uusi.pdf"))
    assert (_attachment(catalogue, release).state is DocumentState.TEXT) is found


@pytest.mark.parametrize("state", [one for one in DocumentState if one is not DocumentState.TEXT])
def test_without_text(catalogue: Catalogue, release: Release, state: DocumentState) -> None:
    capture = _document(2)
    _add(catalogue, capture, state=state)
    assert _attachment(catalogue, release).state is state
    assert catalogue.attachment_text(capture.digest) is None
    assert [one.text for one in catalogue.attachments()] == [None]


def test_unknown_payload(catalogue: Catalogue) -> None:
    assert catalogue.attachment_text("sha256:none") is None
    assert catalogue.documents.known(["sha256:none"]) == set()


def test_what_became_of_attachments_is_not_kept_with_the_release(catalogue: Catalogue, release: Release) -> None:
    before = catalogue.digests()
    _add(catalogue, _document(2))
    assert catalogue.digests() == before
    assert not catalogue.add_release(release)
