"""The page of the data: files to download, what is in them, and under what terms they may be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from babel.units import format_unit

from parsers.model import Moment
from sitegen.bulk import Download
from sitegen.bulk.codebook import NAMES, TABLES
from sitegen.bulk.package import described_fields
from sitegen.bulk.tables import BULK, BulkTable
from sitegen.bulk.terms import DERIVED, PERSONS, PERSONS_SHOWN, TEXTS
from sitegen.formats import NBSP
from sitegen.pages.base import Page, common
from sitegen.scope import Scope
from sitegen.structured import dataset_data
from sitegen.texts import mark as _

_FORMATS = {"jsonl": "JSON Lines", "csv": "CSV", "parquet": "Parquet"}
_UNITS = (("gigabyte", 1e9), ("megabyte", 1e6), ("kilobyte", 1e3))


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to download: its name, its format's, its path on the site, its size in words, whether it is gzipped."""

    name: str
    format: str
    path: str
    size: str
    packed: bool


@dataclass(frozen=True, slots=True)
class FieldMeaning:
    """A field in the codebook; `columns` and `lines` say whether flat files, and lines of JSON, have it."""

    name: str
    type: str
    meaning: str
    columns: bool
    lines: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table with its files and fields."""

    id: str
    name: str
    meaning: str
    rows: int
    files: tuple[DataFile, ...]
    fields: tuple[FieldMeaning, ...]


@dataclass(frozen=True, kw_only=True)
class DataPage(Page):
    """`newest` is the day of the newest release, `persons` says whether the files name contact persons."""

    template: ClassVar[str] = "data.html"

    tables: tuple[DataTable, ...]
    newest: Moment | None
    persons: str
    derived: str
    texts: str


def data_page(scope: Scope) -> DataPage:
    """Return the page of the data in an interface language."""
    return DataPage(
        **common(scope, "data/", scope.text(_("The data")), "data"),
        json_ld=dataset_data(scope),
        tables=tuple(_table(bulk, scope) for bulk in BULK),
        newest=scope.holdings.newest,
        persons=scope.text(PERSONS_SHOWN if scope.downloads.contacts else PERSONS),
        derived=scope.text(DERIVED),
        texts=scope.text(TEXTS),
    )


def size_in_words(size: int, language: str) -> str:
    """Return a file's size in the greatest unit that it has one of.

    >>> size_in_words(1_234_567, "fi").replace(NBSP, " "), size_in_words(950, "en").replace(NBSP, " ")
    ('1,2 Mt', '950 byte')
    """
    for unit, bytes_ in _UNITS:
        if size >= bytes_:
            told = format_unit(round(size / bytes_, 1), f"digital-{unit}", length="short", locale=language)
            return told.replace(" ", NBSP)
    return format_unit(size, "digital-byte", length="short", locale=language).replace(" ", NBSP)


def _table(bulk: BulkTable, scope: Scope) -> DataTable:
    files = [file for file in scope.downloads.files if file.table == bulk.name]
    return DataTable(
        id=bulk.name,
        name=scope.text(NAMES[bulk.name]),
        meaning=scope.text(TABLES[bulk.name]),
        rows=files[0].rows if files else 0,
        files=tuple(_file(file, scope) for file in files),
        fields=tuple(_fields(bulk, scope)),
    )


def _file(file: Download, scope: Scope) -> DataFile:
    name = file.path.rpartition("/")[2]
    return DataFile(name, _FORMATS[file.format], file.path, size_in_words(file.bytes, scope.language), file.packed)


def _fields(bulk: BulkTable, scope: Scope) -> Iterator[FieldMeaning]:
    for name, kind, columns, lines, meaning in described_fields(bulk):
        yield FieldMeaning(name, kind, scope.text(meaning), columns, lines)
