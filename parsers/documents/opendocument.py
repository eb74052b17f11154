"""OpenDocument texts (ODT), by odfdo."""

from __future__ import annotations

import io
from collections.abc import Iterator

from odfdo import Document, Element

from parsers.documents.model import DocumentText, gathered
from parsers.documents.packed import TEXT
from parsers.text.clean import clean_text

_PARAGRAPHS = "descendant::text:p | descendant::text:h"
# What tracked changes have deleted is kept apart from the text.
_DELETED = "ancestor::text:tracked-changes"


def read_opendocument(body: bytes) -> DocumentText:
    """Return the text of an ODT in order: headings, paragraphs, items and cells of tables.

    Raises what odfdo raises for a damaged file.
    """
    document = Document(io.BytesIO(body))
    return gathered(TEXT, map(_text, _paragraphs(document.body)))


def _paragraphs(body: Element) -> Iterator[Element]:
    return (one for one in body.xpath(_PARAGRAPHS) if isinstance(one, Element) and not one.xpath(_DELETED))


def _text(paragraph: Element) -> str:
    return clean_text(paragraph.inner_text)
