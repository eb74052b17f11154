"""The tables `pairs` and `english`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.catalogue.database import Database
from index.catalogue.records import decode, encode
from parsers.model import EnglishVersion, Pair

_JOINED = "SELECT fi, sv, inputs FROM pairs WHERE fi = ?1 OR sv = ?1"


class Pairs:
    """The releases that are versions of one text: Finnish and Swedish ones as pairs, and English ones of either."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def walk(self) -> Iterator[Pair]:
        """Walk all pairs by the Finnish version's (published, id)."""
        sql = "SELECT p.record FROM pairs AS p JOIN releases AS r ON r.id = p.fi ORDER BY r.published, r.id"
        return (decode(str(record), Pair) for (record,) in self._database.rows(sql))

    def of(self, release_id: str) -> Pair | None:
        """Return the pair that a release is a version of."""
        row = self._database.row("SELECT record FROM pairs WHERE fi = ?1 OR sv = ?1", (release_id,))
        return None if row is None else decode(str(row[0]), Pair)

    def translations(self) -> dict[str, str]:
        """Return the Swedish id for each Finnish one."""
        rows = self._database.rows("SELECT fi, sv FROM pairs ORDER BY fi")
        return {str(fi): str(sv) for fi, sv in rows}

    def inputs(self) -> dict[tuple[str, str], str]:
        """Return what each pair was computed from, by its two ids."""
        rows = self._database.rows("SELECT fi, sv, inputs FROM pairs")
        return {(str(fi), str(sv)): str(inputs) for fi, sv, inputs in rows}

    def dated(self) -> list[tuple[str, str, str, str]]:
        """Return each pair's ids, its inputs and when the Finnish version was published, "" where that is not known."""
        sql = "SELECT p.fi, p.sv, p.inputs, coalesce(r.published, '') FROM pairs AS p JOIN releases AS r ON r.id = p.fi"
        return [(str(fi), str(sv), str(inputs), str(moment)) for fi, sv, inputs, moment in self._database.rows(sql)]

    def count(self) -> int:
        row = self._database.row("SELECT count(*) FROM pairs")
        return int(row[0] or 0) if row else 0

    def english(self) -> Iterator[EnglishVersion]:
        """Walk the English versions by the id of the English release."""
        rows = self._database.rows("SELECT record FROM english ORDER BY en")
        return (decode(str(record), EnglishVersion) for (record,) in rows)

    def english_of(self, release_id: str) -> EnglishVersion | None:
        """Return the English version of the text that a release is a version of."""
        row = self._database.row("SELECT record FROM english WHERE en = ?1 OR fi = ?1 OR sv = ?1", (release_id,))
        return None if row is None else decode(str(row[0]), EnglishVersion)

    def joined(self, releases: Iterable[str]) -> tuple[dict[tuple[str, str], str], list[EnglishVersion]]:
        """Return the pairs that releases are in by their ids, with their inputs; and the English versions."""
        pairs: dict[tuple[str, str], str] = {}
        english: dict[str, EnglishVersion] = {}
        for release in releases:
            for fi, sv, inputs in self._database.rows(_JOINED, (release,)):
                pairs[str(fi), str(sv)] = str(inputs)
            if version := self.english_of(release):
                english[version.en.id] = version
        return pairs, list(english.values())

    def remove_english(self, release: str) -> None:
        self._database.run("DELETE FROM english WHERE en = ?", (release,))

    def add_english(self, version: EnglishVersion) -> None:
        """Keep an English version; none of its releases may be in another one."""
        fi, sv = (side.id if side else None for side in (version.fi, version.sv))
        self._database.run(
            "INSERT INTO english (en, fi, sv, method, score, record) VALUES (?, ?, ?, ?, ?, ?)",
            (version.en.id, fi, sv, version.method, version.score, encode(version).decode()),
        )

    def remove(self, fi: str, sv: str) -> None:
        self._database.run("DELETE FROM pairs WHERE fi = ? AND sv = ?", (fi, sv))

    def add(self, pair: Pair, inputs: str) -> None:
        """Keep a pair; neither of its versions may be in another one."""
        self._database.run(
            "INSERT INTO pairs (fi, sv, method, score, lag_hours, inputs, record) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (pair.fi.id, pair.sv.id, pair.method, pair.score, pair.lag_hours, inputs, encode(pair).decode()),
        )
