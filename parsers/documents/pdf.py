"""PDF, by PDFium."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from parsers.documents.lines import Line, paragraphs
from parsers.documents.model import MOST_CHARACTERS, MOST_PAGES, DocumentText, UnreadableError, gathered
from parsers.model import DocumentState

PDF = "application/pdf"
# PDFium's mark for a hyphen at the end of a line, in place of it and the line break.
_BROKEN = "\ufffe"
_LINE = re.compile("([^\r\n\ufffe]+)(\r\n?|\n|\ufffe|\\Z)")
_LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
# A picture of a page may carry a stamp or a page number that is text.
_FEWEST_LETTERS_A_PAGE = 25
_PICTURE_SHARE = 0.5
# Pages looked at to tell whether a document without text is pictures.
_PAGES_LOOKED_AT = 20


def read_pdf(body: bytes) -> DocumentText:
    """Return the text of a PDF. One that opens without a password is read. Raises UnreadableError."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as fault:
        locked = fault.err_code in _LOCKED
        raise UnreadableError(DocumentState.ENCRYPTED if locked else DocumentState.DAMAGED) from fault
    with closing(document):
        pages = len(document)
        if pages > MOST_PAGES:
            return DocumentText(state=DocumentState.TOO_LARGE, media_type=PDF, pages=pages)
        lines = list(_lines(document))
        found = gathered(PDF, paragraphs(lines), pages)
        letters = sum(character.isalnum() for line in lines for character in line.text)
        if letters < _FEWEST_LETTERS_A_PAGE * pages and _is_pictures(document):
            return DocumentText(state=DocumentState.SCANNED, media_type=PDF, pages=pages, text=found.text)
        return found


def _lines(document: pypdfium2.PdfDocument) -> Iterator[Line]:
    room = MOST_CHARACTERS
    for number in range(len(document)):
        with closing(_page(document, number)) as page, closing(page.get_textpage()) as text:
            for line in _page_lines(text, number):
                room -= len(line.text)
                yield line
        if room < 0:
            return


def _page(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    try:
        return document[number]
    except pypdfium2.PdfiumError as fault:
        raise UnreadableError(DocumentState.DAMAGED) from fault


def _page_lines(page: pypdfium2.PdfTextPage, number: int) -> Iterator[Line]:
    text = page.get_text_range()
    # PDFium counts in units of UTF-16: characters that take two of them are few, most often none.
    wide = [index for index, character in enumerate(text) if character > "\uffff"]
    for match in _LINE.finditer(text):
        found = match[1].strip()
        if found:
            start = match.start(1) + match[1].index(found)
            ends = (start, start + len(found) - 1)
            first, last = (_box(page, index + bisect_left(wide, index)) for index in ends)
            yield Line(
                text=found,
                left=first[0],
                right=last[2],
                top=first[3],
                bottom=first[1],
                page=number,
                broken=match[2] == _BROKEN,
            )


def _box(page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Return the left, bottom, right and top of the room that a character's font gives it."""
    # Some characters of the page are none of its text.
    character = pdfium.FPDFText_GetCharIndexFromTextIndex(page, index)
    box: tuple[float, float, float, float] = page.get_charbox(max(0, character), loose=True)
    return box


def _is_pictures(document: pypdfium2.PdfDocument) -> bool:
    """Tell whether every page (of the first ones) is a picture."""
    return all(_is_picture(document, number) for number in range(min(len(document), _PAGES_LOOKED_AT)))


def _is_picture(document: pypdfium2.PdfDocument, number: int) -> bool:
    with closing(_page(document, number)) as page:
        width, height = page.get_size()
        images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        return any(_area(image) > _PICTURE_SHARE * width * height for image in images)


def _area(image: pypdfium2.PdfObject) -> float:
    left, bottom, right, top = image.get_bounds()
    return float((right - left) * (top - bottom))
