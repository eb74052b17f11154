"""A table's rows in parts, each with a digest of what it is made from: a part that has not changed is copied."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from parsers.model import Call, Pair, Release
from sitegen.bulk.tables import differences_of
from sitegen.discretion import Discreet
from sitegen.publish import digest_of
from sitegen.reader import ArchiveReader

# So many things to a part, in the middle: few enough that a change makes little work, enough to be packed well.
_PART = 32


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
    shown = None if contacts else Discreet(archive, "none")
    persons = {} if contacts else _contacts(archive.releases())

    def digest(thing: Any, releases: Iterable[str]) -> str:
        return digest_of(msgspec.json.encode(thing), *(persons.get(release, "") for release in releases))

    def pair_of(pair: Pair) -> Pair:
        return shown.paired(pair) if shown else pair

    def of_pair(pair: Pair) -> str:
        return digest(pair, (pair.fi.id, pair.sv.id))

    def of_release(release: Release) -> str:
        return digest(release, (release.translation or "",))

    def of_call(call: Call) -> str:
        return digest(call, (member.id for member in call.members))

    return {
        "releases": Source(archive.releases, _id, of_release, lambda one: [shown.shown(one) if shown else one]),
        "pairs": Source(archive.pairs, _fi, of_pair, lambda one: [pair_of(one)]),
        "differences": Source(archive.pairs, _fi, of_pair, lambda one: differences_of(pair_of(one))),
        "calls": Source(lambda: archive.calls, _id, of_call, lambda one: [shown.called(one) if shown else one]),
    }


def _contacts(releases: Iterable[Release]) -> dict[str, str]:
    """Return digests of the contacts of releases that have some: whom to leave out of what else speaks of them."""
    return {release.id: digest_of(msgspec.json.encode(release.contacts)) for release in releases if release.contacts}


def _id(thing: Release | Call) -> str:
    return thing.id


def _fi(pair: Pair) -> str:
    return pair.fi.id
