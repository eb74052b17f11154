"""The tables `calls`, `call_releases` and `call_sketches`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.catalogue.database import Database, Value
from index.catalogue.records import decode, encode
from parsers.calls.sketch import Sketch
from parsers.model import Call

_MADE_OF = "calls"


class Calls:
    """The grant rounds, and what is kept to join them quickly."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __iter__(self) -> Iterator[Call]:
        """Walk all calls by (day of the first release, id), those without a date first."""
        return self._read("SELECT record FROM calls ORDER BY began, id")

    def of(self, release_id: str) -> Call | None:
        """Return the call that a release belongs to."""
        sql = "SELECT c.record FROM calls AS c JOIN call_releases AS r ON r.call_id = c.id WHERE r.release_id = ?"
        return next(self._read(sql, release_id), None)

    def count(self) -> int:
        row = self._database.row("SELECT count(*) FROM calls")
        return int(row[0] or 0) if row else 0

    def made_of(self) -> str | None:
        """Return a digest of what the calls were made of, None where they never were."""
        row = self._database.row("SELECT value FROM state WHERE key = ?", (_MADE_OF,))
        return None if row is None else str(row[0])

    def settle(self, made_of: str) -> None:
        """Note what the calls were made of."""
        self._database.run("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", (_MADE_OF, made_of))

    def inputs(self) -> dict[str, str]:
        """Return what each call was computed from, by its id."""
        return {str(id_): str(inputs) for id_, inputs in self._database.rows("SELECT id, inputs FROM calls")}

    def remove(self, call_id: str) -> None:
        self._database.run("DELETE FROM calls WHERE id = ?", (call_id,))

    def add(self, call: Call, inputs: str) -> None:
        """Keep a call computed from `inputs`; none of its releases may be in another one."""
        row = _row(call, inputs)
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        self._database.run(f"INSERT INTO calls ({names}) VALUES ({marks})", tuple(row.values()))
        self._database.run_many(
            "INSERT INTO call_releases (release_id, call_id, role, method, score) VALUES (?, ?, ?, ?, ?)",
            ((each.id, call.id, each.role, each.method, each.score) for each in call.members),
        )

    def sketches(self) -> Iterator[Sketch]:
        """Walk what releases are recognised by, in the order of their ids."""
        rows = self._database.rows("SELECT record FROM call_sketches ORDER BY release_id")
        return (decode(str(record), Sketch) for (record,) in rows)

    def sketch_inputs(self) -> dict[str, str]:
        """Return what each sketch was computed from, by its release's id."""
        rows = self._database.rows("SELECT release_id, inputs FROM call_sketches")
        return {str(id_): str(inputs) for id_, inputs in rows}

    def add_sketches(self, sketches: Iterable[tuple[Sketch, str]]) -> None:
        """Keep sketches, each with what it was computed from, in place of older ones."""
        self._database.run_many(
            "INSERT OR REPLACE INTO call_sketches (release_id, inputs, record) VALUES (?, ?, ?)",
            ((sketch.id, inputs, encode(sketch).decode()) for sketch, inputs in sketches),
        )

    def _read(self, sql: str, *parameters: str) -> Iterator[Call]:
        return (decode(str(record), Call) for (record,) in self._database.rows(sql, parameters))


def _row(call: Call, inputs: str) -> dict[str, Value]:
    """Return the row of a call: what is asked for in SQL, out of the record, and the record itself."""
    first = call.members[0]
    return {
        "id": call.id,
        "title": call.titles.get("fi", first.title),
        "authority": call.authority,
        "began": first.published,
        "opens": call.opens,
        "closes": call.closes,
        "continuous": int(call.continuous),
        "total": None if call.total is None else float(call.total),
        "granted": None if call.granted is None else float(call.granted),
        "currency": call.currency,
        "decided": call.decided,
        "case_number": call.case_number,
        "inputs": inputs,
        "record": encode(call).decode(),
    }
