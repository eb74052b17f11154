"""A document in, its text out, whatever it is."""

from __future__ import annotations

import logging

from parsers.capture import Capture
from parsers.documents.model import DocumentText, UnreadableError
from parsers.documents.packed import EXCEL, SHEET, TEXT, WORD, kind_of
from parsers.facts.attachments import MEDIA_TYPES, UNKNOWN, media_type_of
from parsers.model import DocumentState

# The beginnings of formats. A PDF may have something before it.
_PDF, _ZIP = b"%PDF-", b"PK"
_BEFORE_PDF = 1024
# Compound files: Word's and Excel's before 2007, and what newer ones become when they are encrypted.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

_log = logging.getLogger(__name__)


def is_document(capture: Capture) -> bool:
    """Tell whether a capture is a document that releases attach: a file that was there, by its stated type or address.

    What a site answers at the address of a document is never a release, even if it is a page: a form to log in, a word
    of regret. As a document it is one whose format is not read.

    >>> from datetime import UTC, datetime
    >>> now = datetime(2026, 11, 1, tzinfo=UTC)
    >>> is_document(Capture("https://tem.fi/a.pdf", now, b"%PDF-1.7", media_type="application/pdf"))
    True
    >>> is_document(Capture("https://tem.fi/a.pdf", now, b"<h1>404</h1>", status=404))
    False
    >>> page = b"<h1>Kirjaudu</h1>"
    >>> is_document(Capture("https://tem.fi/documents/1/2/Ohje/3", now, page)), is_document(Capture("x:", now, page))
    (True, False)
    """
    stated = capture.media_type in MEDIA_TYPES.values() or capture.media_type == UNKNOWN
    return capture.status in (None, 200) and (stated or media_type_of(capture.url) is not None)


def read_document(capture: Capture) -> DocumentText:
    """Return the text of a document by its content alone: neither its address nor its stated type count.

    Never raises: what cannot be read says so by its `state`. Sizes are bounded (see `parsers.documents.model`), time
    and memory are not: a hostile file can take much of both, so callers read where that does no harm.
    """
    try:
        return _read(capture.body)
    except UnreadableError as fault:
        return DocumentText(state=fault.state)
    except MemoryError:
        return DocumentText(state=DocumentState.TOO_LARGE)
    except Exception:
        # Libraries raise what they like on damaged files; such a file costs itself, never the run.
        _log.debug("%s", capture.url, exc_info=True)
        return DocumentText(state=DocumentState.DAMAGED)


def _read(body: bytes) -> DocumentText:
    if _PDF in body[:_BEFORE_PDF]:
        from parsers.documents.pdf import read_pdf

        return read_pdf(body)
    if body.startswith(_ZIP):
        return _packed(body)
    if body.startswith(_COMPOUND) and _ENCRYPTED_PACKAGE in body:
        return DocumentText(state=DocumentState.ENCRYPTED)
    return DocumentText(state=DocumentState.UNSUPPORTED if body else DocumentState.DAMAGED)


def _packed(body: bytes) -> DocumentText:
    kind = kind_of(body)
    if kind == WORD:
        from parsers.documents.word import read_word

        return read_word(body)
    if kind == TEXT:
        from parsers.documents.opendocument import read_opendocument

        return read_opendocument(body)
    if kind in (EXCEL, SHEET):
        from parsers.documents.sheets import read_sheets

        return read_sheets(body, kind)
    return DocumentText(state=DocumentState.UNSUPPORTED)
