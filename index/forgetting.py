"""What an archive has of a person, before that person is forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.catalogue import Catalogue
from parsers.model import Release
from parsers.privacy import Person, Redactor, persons_of
from parsers.privacy.persons import reachable


@dataclass(frozen=True, slots=True)
class Trace:
    """A person as the archive knows them: with all numbers and addresses of their own, and where they are named."""

    person: Person
    releases: tuple[Release, ...]


def trace(catalogue: Catalogue, person: Person) -> Trace:
    """Return what the archive has of a person: what is theirs alone is added to what is known of them.

    A number or address that is also printed beside another name is a desk's, and stays.
    """
    found = _completed(person, catalogue.releases())
    redactor = Redactor([found])
    named = tuple(
        release
        for release in catalogue.releases()
        if redactor.release(release) != release or redactor.withheld(release)
    )
    return Trace(found, named)


def _completed(person: Person, releases: Iterable[Release]) -> Person:
    contacts = [contact for release in releases for contact in release.contacts]
    own = [contact for contact in contacts if person.is_of(contact)]
    others = {key for contact in contacts if contact.name and not person.is_of(contact) for key in reachable(contact)}
    known = persons_of(own)
    name = person.name or next((each.name for each in known), "")
    phones = {phone for each in known for phone in each.phones if not reachable(Person("", (phone,))) & others}
    emails = {email for each in known for email in each.emails if email.casefold() not in others}
    return Person(name, _joined(person.phones, phones), _joined(person.emails, emails), person.day)


def _joined(stated: Iterable[str], found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*stated, *sorted(found)]))
