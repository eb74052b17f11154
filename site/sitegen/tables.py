"""Tables of figures, as pages show them and as files to download."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """A row in words: what it is of, and its figures.

    `path` leads to what the row is of, `links` to what each figure counts; None where there is nothing to lead to.
    """

    name: str
    cells: tuple[str, ...]
    path: str | None = None
    links: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures in words; the first heading is that of the rows' names, `foot` adds them up.

    `named` says that the rows' names are long: words, not years.
    """

    id: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    foot: Row | None = None
    named: bool = False


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV (RFC 4180); what is not known is left empty.

    >>> csv_text(["name", "sum"], [["Ministry, the", None], ["Agency", 2]])
    'name,sum\\r\\n"Ministry, the",\\r\\nAgency,2\\r\\n'
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(headings)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    return file.getvalue()
