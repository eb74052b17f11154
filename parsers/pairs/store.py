"""Where profiles, their marks and likenesses are kept between the arrivals of releases."""

from __future__ import annotations

import zlib
from collections import defaultdict
from functools import lru_cache
from typing import Protocol

import msgspec

from parsers.model import Language
from parsers.pairs.clues import Clue
from parsers.pairs.marks import Mark, marks_of
from parsers.pairs.profile import Profile

# Profiles in use at a time: those of releases of about one time, mostly.
_UNPACKED = 2000
# To the same bytes each time, whatever order a set is in.
_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(Profile)


class Entry(msgspec.Struct, frozen=True):
    """A release as it is kept: by what it is found, and its profile, packed."""

    release: str
    language: Language
    marks: frozenset[Mark]
    profile: bytes

    @classmethod
    def of(cls, profile: Profile) -> Entry:
        packed = zlib.compress(_encoder.encode(profile))
        return cls(profile.id, profile.language, marks_of(profile), packed)


def unpack(profile: bytes) -> Profile:
    """Return the profile of an entry."""
    return _decoder.decode(zlib.decompress(profile))


class Likeness(msgspec.Struct, frozen=True):
    """Two candidates, weighed: `one` is the release in the language that comes first of fi, sv, en.

    `weight` is the sum of the clues in thousandths: whole numbers, so that sums do not depend on their order.
    """

    one: str
    other: str
    languages: tuple[Language, Language]
    weight: int
    declared: bool
    clues: tuple[Clue, ...]

    @property
    def ends(self) -> tuple[str, str]:
        return self.one, self.other

    def other_end(self, release: str) -> str:
        return self.other if self.one == release else self.one


class Store(Protocol):
    """What is known of the releases so far, by their ids."""

    def language(self, release: str) -> Language | None:
        """Return the language of a release, None where there is no such release."""

    def profile(self, release: str) -> Profile:
        """Return the profile of a release that there is."""

    def marks(self, release: str) -> frozenset[Mark]:
        """Return the marks of a release, none where there is no such release."""

    def holders(self, mark: Mark, most: int) -> dict[Language, list[str]]:
        """Return the releases that have a mark by language, `most` of each at most."""

    def likenesses(self, release: str) -> list[Likeness]:
        """Return the likenesses of a release to others."""

    def put(self, entry: Entry) -> None:
        """Keep a release that there was not."""

    def remove(self, release: str) -> None:
        """Forget a release and its likenesses; it need not be there."""

    def add_likeness(self, likeness: Likeness) -> None:
        """Keep a likeness between two releases that had none."""

    def remove_likeness(self, likeness: Likeness) -> None:
        """Forget a likeness."""


class MemoryStore:
    """A store for as long as the process runs."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._holders: dict[Mark, dict[Language, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        self._likenesses: dict[str, dict[str, Likeness]] = defaultdict(dict)
        self._unpacked = lru_cache(maxsize=_UNPACKED)(unpack)

    def language(self, release: str) -> Language | None:
        entry = self._entries.get(release)
        return entry.language if entry else None

    def profile(self, release: str) -> Profile:
        return self._unpacked(self._entries[release].profile)

    def marks(self, release: str) -> frozenset[Mark]:
        entry = self._entries.get(release)
        return entry.marks if entry else frozenset()

    def holders(self, mark: Mark, most: int) -> dict[Language, list[str]]:
        by_language = self._holders.get(mark, {})
        return {language: list(releases)[:most] for language, releases in by_language.items()}

    def likenesses(self, release: str) -> list[Likeness]:
        return list(self._likenesses[release].values()) if release in self._likenesses else []

    def put(self, entry: Entry) -> None:
        self._entries[entry.release] = entry
        for mark in entry.marks:
            self._holders[mark][entry.language][entry.release] = None

    def remove(self, release: str) -> None:
        for likeness in self.likenesses(release):
            self.remove_likeness(likeness)
        if entry := self._entries.pop(release, None):
            for mark in entry.marks:
                del self._holders[mark][entry.language][release]

    def add_likeness(self, likeness: Likeness) -> None:
        self._likenesses[likeness.one][likeness.other] = likeness
        self._likenesses[likeness.other][likeness.one] = likeness

    def remove_likeness(self, likeness: Likeness) -> None:
        del self._likenesses[likeness.one][likeness.other]
        del self._likenesses[likeness.other][likeness.one]
