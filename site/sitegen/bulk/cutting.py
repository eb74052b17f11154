"""A table's rows in parts, each with a digest of what it is made from: a part that has not changed is copied."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from parsers.model import Call, Pair
from sitegen.bulk.tables import differences_of
from sitegen.digests import digest_of
from sitegen.discretion import Discreet
from sitegen.reader import ArchiveReader
from sitegen.surveyed import Surveyed

# So many things to a part, in the middle: few enough that a change makes little work, enough to be packed well.
_PART = 16


@dataclass(frozen=True, slots=True)
class Source:
    """What a table is made of: releases, pairs or calls, how each is named, what its rows depend on, its rows."""

    walk: Callable[[], Iterable[Any]]
    name: Callable[[Any], str]
    inputs: Callable[[Any], str]
    rows: Callable[[Any], Iterable[Any]]

    def parts(self) -> Iterator[tuple[str, Callable[[], list[Any]]]]:
        """Walk the parts in order: a digest of what each is made from, and how its rows are made.

        Where a part begins follows from names alone: what comes or goes changes the part that it is in.
        """
        part: list[Any] = []
        for thing in self.walk():
            if part and zlib.crc32(self.name(thing).encode()) % _PART == 0:
                yield self._part(part)
                part = []
            part.append(thing)
        if part:
            yield self._part(part)

    def _part(self, things: Sequence[Any]) -> tuple[str, Callable[[], list[Any]]]:
        return digest_of(*map(self.inputs, things)), lambda: [row for thing in things for row in self.rows(thing)]


def sources(archive: ArchiveReader, contacts: bool) -> dict[str, Source]:
    """Return what each table is made of; unless `contacts` is true, its rows have no contact persons."""
    surveyed = Surveyed.of(archive)
    shown = None if contacts else Discreet(surveyed, "none")
    reader = shown or surveyed

    @cache
    def persons(release: str) -> str:
        """Whom to leave out of what else speaks of a release."""
        noted = surveyed.notes.get(release)
        return digest_of(msgspec.json.encode(noted.contacts)) if noted and noted.contacts and shown else ""

    def pair_of(pair: Pair) -> Pair:
        return shown.paired(pair) if shown else pair

    def of_pair(pair: Pair) -> str:
        return digest_of(msgspec.json.encode(pair), persons(pair.fi.id), persons(pair.sv.id))

    def of_release(release: str) -> str:
        noted = surveyed.notes[release]
        return digest_of(noted.digest, persons(noted.translation or ""))

    def of_call(call: Call) -> str:
        return digest_of(msgspec.json.encode(call), *(persons(member.id) for member in call.members))

    return {
        "releases": Source(lambda: surveyed.notes, str, of_release, lambda release: [reader.release(release)]),
        "pairs": Source(archive.pairs, _fi, of_pair, lambda one: [pair_of(one)]),
        "differences": Source(archive.pairs, _fi, of_pair, lambda one: differences_of(pair_of(one))),
        "calls": Source(lambda: archive.calls, _id, of_call, lambda one: [shown.called(one) if shown else one]),
    }


def _id(call: Call) -> str:
    return call.id


def _fi(pair: Pair) -> str:
    return pair.fi.id
