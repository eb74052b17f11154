"""The files to download as a Frictionless data package, and the codebook as a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.bulk.codebook import TABLES, described
from sitegen.bulk.downloads import Download
from sitegen.bulk.field_types import constraints, field_type
from sitegen.bulk.tables import BULK, BulkTable
from sitegen.bulk.terms import ABOUT, CC0, DERIVED, TEXTS, TITLE, is_free, rights
from sitegen.texts import LANGUAGES, texts

_MEDIA_TYPES = {"jsonl": "application/x-ndjson", "csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
# Of files, never of the package: a licence there is that of every file without its own.
_FREE = {"name": "CC0-1.0", "path": CC0, "title": "Creative Commons CC0 1.0"}
_HEADINGS = ("table", "field", "in_csv_and_parquet", "in_jsonl", "type", *LANGUAGES)


def datapackage(downloads: Iterable[Download], homepage: str | None = None) -> str:
    """Return ``datapackage.json``: every file with its size, digest and columns. Paths are relative to it.

    Follows https://specs.frictionlessdata.io/data-package/; `homepage` is the address of the page of the data.
    """
    package = {
        "profile": "data-package",
        "name": "hakuarkisto",
        "title": TITLE,
        "description": f"{ABOUT} {DERIVED} {TEXTS}",
        "keywords": ["grants", "calls for applications", "Finland", "press releases", "parallel texts"],
        "resources": [_resource(download) for download in downloads],
    }
    if homepage:
        package["homepage"] = homepage
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def codebook() -> str:
    """Return the codebook as CSV: every field of every table, its type, and what it means in all languages."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(_HEADINGS)
    rows.writerows(row for table in BULK for row in _codebook_rows(table))
    return out.getvalue()


def described_fields(bulk: BulkTable) -> Iterator[tuple[str, str, bool, bool, str]]:
    """Give every field of a table: name, type, whether it is a column, whether a line of JSON has it, meaning."""
    columns, fields, meanings = dict(bulk.columns), dict(bulk.fields), described(bulk.name)
    for name, annotation in (columns | fields).items():
        yield name, field_type(annotation), name in columns, name in fields, meanings[name]


def _codebook_rows(bulk: BulkTable) -> Iterator[tuple[str, ...]]:
    for name, kind, flat, nested, meaning in described_fields(bulk):
        said = (texts(language).gettext(meaning) for language in LANGUAGES)
        yield bulk.name, name, _yes(flat), _yes(nested), kind, *said


def _yes(told: bool) -> str:
    return "true" if told else "false"


def _resource(download: Download) -> dict[str, Any]:
    bulk = next(each for each in BULK if each.name == download.table)
    made: dict[str, Any] = {
        # the tables proper are the CSV files: keys refer to them
        "name": bulk.name if download.format == "csv" else f"{bulk.name}-{download.format}",
        "title": TABLES[bulk.name],
        "description": rights(bulk.name),
        "path": download.path.rpartition("/")[2],
        "format": download.format,
        "mediatype": _MEDIA_TYPES[download.format],
        "bytes": download.bytes,
        "hash": f"sha256:{download.sha256}",
    }
    if is_free(bulk.name):
        made["licenses"] = [_FREE]
    if download.packed:
        made["compression"] = "gz"
    if download.format == "csv":
        made |= {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": _schema(bulk, bulk.columns)}
        made["schema"] |= {"primaryKey": list(bulk.key), "foreignKeys": _foreign_keys(bulk)}
    else:
        made["schema"] = _schema(bulk, bulk.fields if download.format == "jsonl" else bulk.columns)
    return made


def _schema(bulk: BulkTable, columns: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {"fields": [_field(bulk, name, annotation) for name, annotation in columns]}


def _field(bulk: BulkTable, name: str, annotation: Any) -> dict[str, Any]:
    made = {"name": name, "type": field_type(annotation), "description": described(bulk.name)[name]}
    limits = constraints(name, annotation, required=name in bulk.key)
    return made | {"constraints": limits} if limits else made


def _foreign_keys(bulk: BulkTable) -> list[dict[str, Any]]:
    return [
        {"fields": [name], "reference": {"resource": table, "fields": ["id"]}} for name, table in bulk.refers.items()
    ]
