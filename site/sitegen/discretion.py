"""An archive as an operator wants it shown: with its contact persons, with their roles only, or without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from parsers.model import Call, Difference, Pair, Release
from parsers.privacy import ContactPolicy, Person, Redactor, persons_of, with_addresses, with_policy
from parsers.privacy.persons import reachable
from sitegen.reader import ArchiveReader
from sitegen.surveyed import Surveyed


class Discreet:
    """An archive read without its contact persons: out of the facts, the texts and the words of evidence.

    Characters are blacked out one by one, so that all offsets stay true. Desks, which are nobody's own, stay.
    """

    def __init__(self, archive: ArchiveReader, policy: ContactPolicy) -> None:
        self._archive = Surveyed.of(archive)
        self._policy = policy
        self._found: dict[str, tuple[Person, ...]] = {}

    def _persons(self, release: str) -> tuple[Person, ...]:
        """Return the contact persons that a release names."""
        if release not in self._found:
            noted = self._archive.notes.get(release)
            self._found[release] = tuple(persons_of(noted.contacts)) if noted else ()
        return self._found[release]

    def releases(self) -> Iterator[Release]:
        return map(self.shown, self._archive.releases())

    def release(self, release_id: str) -> Release:
        return self.shown(self._archive.release(release_id))

    def revisions(self, release_id: str) -> Sequence[Release]:
        return [self.shown(older) for older in self._archive.revisions(release_id)]

    def pairs(self) -> Iterator[Pair]:
        return map(self.paired, self._archive.pairs())

    @property
    def calls(self) -> Iterator[Call]:
        return map(self.called, self._archive.calls)

    def shown(self, release: Release) -> Release:
        """Return a release without its contact persons, and those whom only its other versions name as such."""
        own, theirs = self._persons(release.id), self._persons(release.translation or "")
        known = set(map(_identity, own))
        shown = with_policy(release, self._policy)
        if others := [person for person in theirs if _identity(person) not in known]:
            shown = Redactor(others).release(shown)
        return with_addresses(shown, Redactor((*own, *theirs)).withheld(release))

    def paired(self, pair: Pair) -> Pair:
        """Return a pair whose differences name no contact person: those on contacts keep only that they are there."""
        sides = {"fi": pair.fi, "sv": pair.sv} | ({"english": pair.english} if pair.english else {})
        named = [person for side in sides.values() for person in self._persons(side.id)]
        if not named:
            return pair
        redactor = Redactor(named)
        return msgspec.structs.replace(
            pair,
            differences=tuple(_cleared(each, redactor) for each in pair.differences),
            **{name: msgspec.structs.replace(side, url=redactor.address(side.url)) for name, side in sides.items()},
        )

    def called(self, call: Call) -> Call:
        """Return a call whose titles and addresses name no contact person of its releases."""
        named = [person for member in call.members for person in self._persons(member.id)]
        if not named:
            return call
        redactor = Redactor(named)
        members = tuple(
            msgspec.structs.replace(member, title=redactor.text(member.title), url=redactor.address(member.url))
            for member in call.members
        )
        titles = {language: redactor.text(title) for language, title in call.titles.items()}
        return msgspec.structs.replace(call, titles=titles, members=members)


def _identity(person: Person) -> tuple[str, frozenset[str]]:
    """What two notes of one person have in common, however their numbers are written."""
    return person.name, frozenset(reachable(person))


def _cleared(difference: Difference, redactor: Redactor) -> Difference:
    evidence = difference.evidence
    if difference.field == "contacts":
        nothing = msgspec.structs.replace(evidence, fi=None, sv=None)
        return msgspec.structs.replace(difference, fi=None, sv=None, evidence=nothing)
    sides = {
        side: found and msgspec.structs.replace(found, text=redactor.text(found.text))
        for side, found in (("fi", evidence.fi), ("sv", evidence.sv))
    }
    return msgspec.structs.replace(difference, evidence=msgspec.structs.replace(evidence, **sides))
