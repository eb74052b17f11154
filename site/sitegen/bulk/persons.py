"""Contact persons kept out of the files to download: out of the facts, the texts and the words of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from parsers.model import Call, Difference, Pair, Release
from parsers.privacy import Person, Redactor, persons_of, with_policy

# Contact persons by the id of the release that names them.
Persons = Mapping[str, tuple[Person, ...]]


def all_persons(releases: Iterable[Release]) -> Persons:
    """Return the contact persons of all releases that name some."""
    found = ((release.id, persons_of(release.contacts)) for release in releases)
    return {release_id: persons for release_id, persons in found if persons}


def without_persons(release: Release, persons: Persons) -> Release:
    """Return a release with its contact persons blacked out, and those whom only its other version names as such.

    Characters are replaced one by one: all offsets stay true. Desks, which are nobody's own, stay.
    """
    others = persons.get(release.translation or "", ())
    cleared = with_policy(release, "none")
    return Redactor(others).release(cleared) if others else cleared


def pair_without_persons(pair: Pair, persons: Persons) -> Pair:
    """Return a pair whose differences name no contact person: those on contacts keep only that they are there."""
    if not pair.differences:
        return pair
    both = (*persons.get(pair.fi.id, ()), *persons.get(pair.sv.id, ()))
    return msgspec.structs.replace(pair, differences=tuple(_cleared(pair, Redactor(both))))


def call_without_persons(call: Call, persons: Persons) -> Call:
    """Return a call whose titles name no contact person of its releases."""
    named = [person for member in call.members for person in persons.get(member.id, ())]
    if not named:
        return call
    text = Redactor(named).text
    return msgspec.structs.replace(
        call,
        titles={language: text(title) for language, title in call.titles.items()},
        members=tuple(msgspec.structs.replace(member, title=text(member.title)) for member in call.members),
    )


def _cleared(pair: Pair, redactor: Redactor) -> Iterator[Difference]:
    for difference in pair.differences:
        if difference.field == "contacts":
            nothing = msgspec.structs.replace(difference.evidence, fi=None, sv=None)
            yield msgspec.structs.replace(difference, fi=None, sv=None, evidence=nothing)
            continue
        sides = {
            side: found and msgspec.structs.replace(found, text=redactor.text(found.text))
            for side, found in (("fi", difference.evidence.fi), ("sv", difference.evidence.sv))
        }
        yield msgspec.structs.replace(difference, evidence=msgspec.structs.replace(difference.evidence, **sides))
