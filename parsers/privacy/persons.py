"""Who is to be taken out: read from the file of those who asked to be forgotten, or from a release's contacts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parsers.model import Contact
from parsers.privacy.names import find_name
from parsers.problems import Problem

FORGOTTEN_HEADER = (
    "# Persons who have asked to be forgotten: no page, index, export or feed of this archive names them.\n"
    "# A line each: name, telephone numbers, e-mail addresses, day, separated by tabs; several with commas.\n"
    "# Written by haku forget; to take a line back, delete it and run haku rebuild. Never publish this file.\n"
)
_LONGEST = 200
_FEWEST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Person:
    """A person to be taken out. `phones` are in any notation, `emails` in any case; `name` may be ""."""

    name: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    day: str = ""

    @property
    def line(self) -> str:
        """The person as a line of the file."""
        return "\t".join((self.name, ",".join(self.phones), ",".join(self.emails), self.day))

    def is_of(self, contact: Contact) -> bool:
        """Tell whether a contact is this person.

        >>> from parsers.model import Evidence
        >>> at = Evidence(block=1, start=0, end=1, text="A")
        >>> Person("Anna Aho").is_of(Contact(name="anna  aho", evidence=at))
        True
        >>> Person("Anna Aho").is_of(Contact(name="AHO Anna", evidence=at))
        True
        """
        return self._is_named(contact.name or "") or bool(reachable(self) & reachable(contact))

    def _is_named(self, name: str) -> bool:
        """Whether a name is this person's, in any order and case."""
        same = bool(self.name and name) and _folded(self.name) == _folded(name)
        return same or (" " in self.name and (0, len(name)) in find_name(self.name, name))


def persons_of(contacts: Iterable[Contact]) -> tuple[Person, ...]:
    """Return the persons among contacts: those with a name; desks are no persons."""
    return tuple(
        Person(
            name=contact.name,
            phones=(contact.phone,) if contact.phone else (),
            emails=(contact.email,) if contact.email else (),
        )
        for contact in contacts
        if contact.name
    )


def reachable(who: Person | Contact) -> set[str]:
    """Return what somebody is reached by: addresses in small letters, the last digits of numbers."""
    if isinstance(who, Person):
        phones, emails = who.phones, who.emails
    else:
        phones, emails = (who.phone or "",), (who.email or "",)
    numbers = {tail for phone in phones if (tail := number_tail(phone))}
    return numbers | {email.casefold() for email in emails if email}


def number_tail(phone: str) -> str:
    """Return a number's digits behind the country code and the leading zero, "" for what is too short to be one.

    >>> number_tail("+358 295 047 990"), number_tail("0295 047990"), number_tail("112")
    ('295047990', '295047990', '')
    """
    digits = re.sub(r"\D", "", phone)
    digits = digits.removeprefix("00358").removeprefix("358") if phone.strip().startswith(("+", "00")) else digits
    tail = digits.lstrip("0")
    return tail if len(tail) >= _FEWEST_DIGITS else ""


def read_persons(content: str, file: str) -> tuple[tuple[Person, ...], list[Problem]]:
    """Read the file of the forgotten; return them, and a problem for each line that is none. Damage loses no other."""
    persons, problems = [], []
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        person = _person(line)
        if person is None:
            message = "{file}, line {line}: names nobody; write name, numbers, addresses and day separated by tabs"
            problems.append(Problem(message, file=file, line=number))
        else:
            persons.append(person)
    return tuple(persons), problems


def _person(line: str) -> Person | None:
    cells = [cell.strip() for cell in line.split("\t")]
    name, phones, emails, day = (*cells, "", "", "", "")[:4]
    person = Person(" ".join(name.split())[:_LONGEST], tuple(_listed(phones)), tuple(_listed(emails)), day)
    return person if len(person.name.split()) > 1 or reachable(person) else None


def _listed(cell: str) -> Iterator[str]:
    return (value.strip() for value in cell.split(",") if value.strip())


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
