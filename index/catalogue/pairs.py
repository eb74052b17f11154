"""The table `pairs`."""

from __future__ import annotations

from collections.abc import Iterator

from index.catalogue.database import Database
from index.catalogue.records import decode, encode
from parsers.model import Pair


class Pairs:
    """The Finnish and Swedish releases that are versions of one text."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def walk(self) -> Iterator[Pair]:
        """Walk all pairs by the Finnish version's (published, id)."""
        sql = "SELECT p.record FROM pairs AS p JOIN releases AS r ON r.id = p.fi ORDER BY r.published, r.id"
        return (decode(str(record), Pair) for (record,) in self._database.rows(sql))

    def of(self, release_id: str) -> Pair | None:
        """Return the pair that a release is a version of."""
        row = self._database.row("SELECT record FROM pairs WHERE ? IN (fi, sv)", (release_id,))
        return None if row is None else decode(str(row[0]), Pair)

    def translations(self) -> dict[str, str]:
        """Return the Swedish id for each Finnish one."""
        rows = self._database.rows("SELECT fi, sv FROM pairs ORDER BY fi")
        return {str(fi): str(sv) for fi, sv in rows}

    def inputs(self) -> dict[tuple[str, str], str]:
        """Return what each pair was computed from, by its two ids."""
        rows = self._database.rows("SELECT fi, sv, inputs FROM pairs")
        return {(str(fi), str(sv)): str(inputs) for fi, sv, inputs in rows}

    def remove(self, fi: str, sv: str) -> None:
        self._database.run("DELETE FROM pairs WHERE fi = ? AND sv = ?", (fi, sv))

    def add(self, pair: Pair, inputs: str) -> None:
        """Keep a pair; neither of its versions may be in another one."""
        self._database.run(
            "INSERT INTO pairs (fi, sv, method, score, lag_hours, inputs, record) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (pair.fi.id, pair.sv.id, pair.method, pair.score, pair.lag_hours, inputs, encode(pair).decode()),
        )
