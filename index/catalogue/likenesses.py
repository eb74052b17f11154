"""The tables `profiles`, `marks`, `likenesses` and `unpaired`: what pairing keeps between the arrivals of releases."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from sys import byteorder

from index.catalogue.database import Database, Row
from index.catalogue.records import decode, encode
from parsers.model import Language
from parsers.pairs.clues import Clue
from parsers.pairs.marks import Mark
from parsers.pairs.profile import LANGUAGES, Profile
from parsers.pairs.store import Entry, Likeness, unpack

_REMEMBERED_PROFILES = 2000
_REMEMBERED_NUMBERS = 200_000
_COLUMNS = "one, other, languages, weight, declared, clues"
_ALL = 1 << 62


class Likenesses:
    """A store of `parsers.pairs.store` in the catalogue, and the list of releases whose pairs are to be looked at."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Of unchanged releases, which are most: what has changed is forgotten.
        self._profile = lru_cache(maxsize=_REMEMBERED_PROFILES)(self._read_profile)
        self._release = lru_cache(maxsize=_REMEMBERED_NUMBERS)(self._read_release)

    def language(self, release: str) -> Language | None:
        row = self._database.row("SELECT language FROM profiles WHERE release_id = ?", (release,))
        return None if row is None else LANGUAGES[int(row[0] or 0)]

    def profile(self, release: str) -> Profile:
        return self._profile(release)

    def marks(self, release: str) -> frozenset[Mark]:
        row = self._database.row("SELECT marks FROM profiles WHERE release_id = ?", (release,))
        return frozenset(_unpacked_marks(row[0])) if row else frozenset()

    def holders(self, mark: Mark, most: int) -> dict[Language, list[str]]:
        found = {language: self._holders(mark, code, most) for code, language in enumerate(LANGUAGES)}
        return {language: releases for language, releases in found.items() if releases}

    def likenesses(self, release: str) -> list[Likeness]:
        sql = f"SELECT {_COLUMNS} FROM likenesses WHERE one = ?1 OR other = ?1"
        return [_likeness(row) for row in self._database.rows(sql, (release,))]

    def put(self, entry: Entry) -> None:
        code = LANGUAGES.index(entry.language)
        self._database.run(
            "INSERT INTO profiles (release_id, language, marks, profile) VALUES (?, ?, ?, ?)",
            (entry.release, code, _packed_marks(entry.marks), entry.profile),
        )
        number = self._number(entry.release)
        self._database.run_many(
            "INSERT INTO marks (mark, language, number) VALUES (?, ?, ?)",
            ((mark, code, number) for mark in sorted(entry.marks)),
        )

    def remove(self, release: str) -> None:
        self._database.run("DELETE FROM likenesses WHERE one = ?1 OR other = ?1", (release,))
        if language := self.language(release):
            number, code = self._number(release), LANGUAGES.index(language)
            self._database.run_many(
                "DELETE FROM marks WHERE mark = ? AND language = ? AND number = ?",
                ((mark, code, number) for mark in self.marks(release)),
            )
            self._database.run("DELETE FROM profiles WHERE number = ?", (number,))
            self._forget()

    def add_likeness(self, likeness: Likeness) -> None:
        self._database.run(
            f"INSERT INTO likenesses ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            (
                *likeness.ends,
                " ".join(likeness.languages),
                likeness.weight,
                int(likeness.declared),
                encode(likeness.clues).decode(),
            ),
        )

    def remove_likeness(self, likeness: Likeness) -> None:
        self._database.run("DELETE FROM likenesses WHERE one = ? AND other = ?", likeness.ends)

    def __iter__(self) -> Iterator[Likeness]:
        """Walk all likenesses in the order of their ends."""
        return map(_likeness, self._database.rows(f"SELECT {_COLUMNS} FROM likenesses ORDER BY one, other"))

    def clear(self) -> None:
        """Forget all, and have every release read again."""
        for table in ("profiles", "marks", "likenesses", "unpaired"):
            self._database.run(f"DELETE FROM {table}")
        self._database.run("INSERT INTO unpaired SELECT id, 0 FROM releases")
        self._forget()

    def unpaired(self, profiled: bool, most: int = _ALL) -> list[str]:
        """Return releases whose pairs are to be looked at, once they are `profiled` or before that."""
        sql = "SELECT release_id FROM unpaired WHERE profiled = ? ORDER BY release_id LIMIT ?"
        return [str(release) for (release,) in self._database.rows(sql, (int(profiled), most))]

    def note_changed(self, release: str) -> None:
        """Note that a release is to be read again before its pairs are looked at."""
        self._database.run("INSERT OR REPLACE INTO unpaired (release_id, profiled) VALUES (?, 0)", (release,))

    def note_profiled(self, releases: Iterable[str]) -> None:
        """Note that releases that had changed have been read again."""
        self._database.run_many(
            "UPDATE unpaired SET profiled = 1 WHERE release_id = ?", ((release,) for release in releases)
        )

    def note_touched(self, releases: Iterable[str]) -> None:
        """Note that the pairs of releases are to be looked at; those that there are not are passed over."""
        sql = "INSERT OR IGNORE INTO unpaired (release_id, profiled) SELECT id, 1 FROM releases WHERE id = ?"
        self._database.run_many(sql, ((release,) for release in releases))

    def note_paired(self, releases: Iterable[str]) -> None:
        """Note that the pairs of releases, which are profiled, have been looked at."""
        self._database.run_many(
            "DELETE FROM unpaired WHERE release_id = ? AND profiled = 1", ((release,) for release in releases)
        )

    def _holders(self, mark: Mark, code: int, most: int) -> list[str]:
        sql = "SELECT number FROM marks WHERE mark = ? AND language = ? LIMIT ?"
        return [self._release(int(number or 0)) for (number,) in self._database.rows(sql, (mark, code, most))]

    def _read_profile(self, release: str) -> Profile:
        row = self._database.row("SELECT profile FROM profiles WHERE release_id = ?", (release,))
        assert row is not None and isinstance(row[0], bytes)
        return unpack(row[0])

    def _read_release(self, number: int) -> str:
        row = self._database.row("SELECT release_id FROM profiles WHERE number = ?", (number,))
        assert row is not None
        return str(row[0])

    def _number(self, release: str) -> int:
        row = self._database.row("SELECT number FROM profiles WHERE release_id = ?", (release,))
        assert row is not None
        return int(row[0] or 0)

    def _forget(self) -> None:
        self._profile.cache_clear()
        self._release.cache_clear()


def _likeness(row: Row) -> Likeness:
    one, other, languages, weight, declared, clues = row
    first, second = str(languages).split()
    evidence = decode(str(clues), tuple[Clue, ...])
    return Likeness(str(one), str(other), (first, second), int(weight or 0), bool(declared), evidence)


def _packed_marks(marks: Iterable[Mark]) -> bytes:
    numbers = array("q", sorted(marks))
    if byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpacked_marks(packed: object) -> array[int]:
    numbers = array("q")
    assert isinstance(packed, bytes)
    numbers.frombytes(packed)
    if byteorder == "big":
        numbers.byteswap()
    return numbers
