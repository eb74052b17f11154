"""Spreadsheets (XLSX, ODS), by calamine."""

from __future__ import annotations

import io
from collections.abc import Iterator

from python_calamine import CalamineWorkbook

from parsers.documents.model import DocumentText, gathered
from parsers.text.clean import clean_text

_BETWEEN_CELLS = " | "


def read_sheets(body: bytes, media_type: str) -> DocumentText:
    """Return the cells of all sheets: the name of each as a paragraph, then one a row, empty cells and rows left out.

    Formulas count as the values that the file keeps for them. Raises what calamine raises for a damaged file.
    """
    with CalamineWorkbook.from_filelike(io.BytesIO(body)) as workbook:
        return gathered(media_type, _rows(workbook))


def _rows(workbook: CalamineWorkbook) -> Iterator[str]:
    for name in workbook.sheet_names:
        yield name
        for row in workbook.get_sheet_by_name(name).iter_rows():
            yield _BETWEEN_CELLS.join(filter(None, map(_cell, row)))


def _cell(value: object) -> str:
    """Return a cell's value as text, a number as briefly as it can be written, a date as ISO 8601 has it.

    >>> _cell(185000.0), _cell(0.5), _cell(" Kunta\\n "), _cell(True), _cell("")
    ('185000', '0.5', 'Kunta', 'true', '')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return clean_text(str(value)).replace("\n", " ")
