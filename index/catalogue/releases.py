"""The tables `releases` and `revisions`: walking, finding and folding in new readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, fields

import msgspec

from index.catalogue.database import Database, Row, Value
from index.catalogue.documents import Documents
from index.catalogue.readings import Reading, fold
from index.catalogue.records import decode, digest
from index.catalogue.withheld import Withheld
from index.filters import Filter, open_days
from parsers.model import Release
from parsers.privacy import with_addresses
from parsers.problems import Problem
from parsers.urls import canonical, release_id

_TRANSLATION = (
    "coalesce((SELECT sv FROM pairs WHERE fi = releases.id), (SELECT fi FROM pairs WHERE sv = releases.id), "
    "(SELECT coalesce(fi, sv) FROM english WHERE en = releases.id))"
)
_GONE = "(SELECT gone FROM gone WHERE release_id = releases.id)"
_SELECT = f"SELECT record, {_TRANSLATION}, {_GONE} FROM releases"
_READING_COLUMNS = ", ".join(field.name for field in fields(Reading))
_SHORTEST_PREFIX = 4
_CANDIDATES_NAMED = 5


class Releases:
    """The releases of a catalogue, each with what only other captures tell of it: its translation, whether its page is
    gone, what became of its attachments; and without the addresses that are withheld."""

    def __init__(self, database: Database, documents: Documents, withheld: Withheld) -> None:
        self._database = database
        self._documents = documents
        self._withheld = withheld

    def walk(self, conditions: Filter) -> Iterator[Release]:
        """Walk the releases that meet the conditions by (published, id), those without a date first."""
        where, parameters = _where(conditions)
        sql = f"{_SELECT} WHERE {where} ORDER BY published, id"
        withheld = self._withheld.read()
        return (self._release(row, withheld) for row in self._database.rows(sql, parameters))

    def get(self, release_id: str) -> Release | None:
        row = self._database.row(f"{_SELECT} WHERE id = ?", (release_id,))
        return None if row is None else self._release(row, self._withheld.read())

    def find(self, reference: str) -> Release:
        """Return the release that an id, the unique beginning of one, or an address names. Raises Problem."""
        ids = self._ids_meant(reference.strip())
        if len(ids) > 1:
            raise Problem("{reference}: several releases begin so: {ids}", reference=reference, ids=", ".join(ids))
        release = self.get(ids[0]) if ids else None
        if release is None:
            raise Problem(
                "{reference}: no release has this id or address; find it with haku search", reference=reference
            )
        return release

    def revisions(self, release_id: str) -> list[Release]:
        """Return the older readings of a release whose text differed, the newest first."""
        sql = "SELECT record FROM revisions WHERE release_id = ? ORDER BY captured DESC, digest DESC, record DESC"
        older = (decode(str(record), Release) for (record,) in self._database.rows(sql, (release_id,)))
        withheld = self._withheld.read()
        return [with_addresses(release, withheld) for release in older]

    def record(self, release_id: str) -> str:
        """Return the record of a release that there is."""
        row = self._database.row("SELECT record FROM releases WHERE id = ?", (release_id,))
        return "" if row is None else str(row[0])

    def digest(self, release_id: str) -> str:
        """Return what changes with the record of a release that there is."""
        row = self._database.row("SELECT record_digest FROM releases WHERE id = ?", (release_id,))
        return "" if row is None else str(row[0])

    def digests(self) -> dict[str, str]:
        """Return what changes with each release's record, by id."""
        rows = self._database.rows("SELECT id, record_digest FROM releases ORDER BY id")
        return {str(release_id): str(record) for release_id, record in rows}

    def add(self, release: Release) -> bool:
        """Fold a reading in; return whether the release that is shown has changed."""
        kept = self._readings(release.id)
        folded = fold([*kept, Reading.of(release)])
        if folded == kept:
            return False
        self._write_release(folded[0])
        self._database.run("DELETE FROM revisions WHERE release_id = ?", (release.id,))
        self._database.run_many(
            f"INSERT INTO revisions (release_id, {_READING_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            ((release.id, *astuple(reading)) for reading in folded[1:]),
        )
        return not kept or kept[0].record != folded[0].record

    def _release(self, row: Row, withheld: Mapping[str, str]) -> Release:
        record, translation, gone = row
        release = with_addresses(self._documents.attached(decode(str(record), Release)), withheld)
        return msgspec.structs.replace(
            release,
            translation=None if translation is None else str(translation),
            gone=None if gone is None else str(gone),
        )

    def _readings(self, release_id: str) -> list[Reading]:
        sql = (
            f"SELECT {_READING_COLUMNS} FROM releases WHERE id = ? "
            f"UNION ALL SELECT {_READING_COLUMNS} FROM revisions WHERE release_id = ? "
            "ORDER BY captured DESC, digest DESC, record DESC"
        )
        names = [field.name for field in fields(Reading)]
        rows = self._database.rows(sql, (release_id, release_id))
        return [Reading(**{name: str(value) for name, value in zip(names, row, strict=True)}) for row in rows]

    def _write_release(self, reading: Reading) -> None:
        columns = _columns(reading)
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
        sql = f"INSERT INTO releases ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}"
        self._database.run(sql, tuple(columns.values()))

    def _ids_meant(self, reference: str) -> list[str]:
        exact = "SELECT id FROM releases WHERE id IN (?, ?)"
        ids = [str(row[0]) for row in self._database.rows(exact, (reference, release_id(reference)))]
        if ids or len(reference) < _SHORTEST_PREFIX:
            return ids
        prefix = "SELECT id FROM releases WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ?"
        return [str(row[0]) for row in self._database.rows(prefix, (len(reference), reference, _CANDIDATES_NAMED))]


def _columns(reading: Reading) -> dict[str, Value]:
    """Return the row of a release: what is asked for in SQL, out of the record, and the record itself."""
    release = decode(reading.record, Release)
    open_from, open_to = open_days(release) or (None, None)
    use = release.use_period
    return {
        "id": release.id,
        "url": release.url,
        "address": canonical(release.url),
        "source": release.source,
        "authority": release.authority,
        "language": release.language,
        "kind": release.kind.value,
        "form": release.form,
        "title": release.title,
        "published": release.published,
        "translated": release.translated,
        "opens": release.application.opens,
        "closes": release.application.closes,
        "continuous": int(release.application.continuous),
        "open_from": open_from,
        "open_to": open_to,
        "total": None if release.total is None else float(release.total),
        "use_start": use.start if use else None,
        "use_end": use.end if use else None,
        "record_digest": digest(reading.record),
        **{field.name: getattr(reading, field.name) for field in fields(Reading)},
    }


def _where(conditions: Filter) -> tuple[str, list[Value]]:
    """Return a filter as SQL and its parameters."""
    clauses: list[str] = ["TRUE"]
    parameters: list[Value] = []
    for column in ("language", "kind", "authority", "source"):
        if (value := getattr(conditions, column)) is not None:
            clauses.append(f"{column} = ?")
            parameters.append(str(value))
    if conditions.narrows_publication:
        clauses.append("substr(published, 1, 10) BETWEEN ? AND ?")
        parameters += [conditions.first_day, conditions.last_day]
    if conditions.open_on is not None:
        clauses.append("? BETWEEN open_from AND open_to")
        parameters.append(conditions.open_on)
    return " AND ".join(clauses), parameters
