"""Word documents (DOCX), by python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from parsers.documents.model import DocumentText, gathered
from parsers.documents.packed import WORD
from parsers.text.clean import clean_text

_SPACES = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = qn("w:t")
# What stands elsewhere: paragraphs of a text box inside a paragraph, and the same box for older programs.
_ELSEWHERE = (qn("w:txbxContent"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


def read_word(body: bytes) -> DocumentText:
    """Return the text of a DOCX in order: paragraphs, cells of tables, form fields and text boxes.

    What tracked changes have deleted is left out. Raises what python-docx raises for a damaged file.
    """
    document = Document(io.BytesIO(body))
    return gathered(WORD, map(_text, _paragraphs(document.element.body)))


def _paragraphs(element: Any) -> Iterator[Any]:
    """python-docx lists the paragraphs of the body alone: not those in form fields and text boxes."""
    return (one for one in element.iter(qn("w:p")) if not any(True for _ in one.iterancestors(_ELSEWHERE[1])))


def _text(paragraph: Any) -> str:
    return clean_text("".join(_pieces(paragraph)))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag not in _ELSEWHERE:
            yield from _pieces(child)
