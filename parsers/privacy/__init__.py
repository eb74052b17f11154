"""Persons taken out of texts: one who has asked to be forgotten, and contact persons where they are not to be shown."""

from parsers.privacy.persons import FORGOTTEN_HEADER, Person, persons_of, read_persons
from parsers.privacy.policy import ContactPolicy, with_policy
from parsers.privacy.redaction import MASK, Redactor, with_addresses

__all__ = [
    "FORGOTTEN_HEADER",
    "MASK",
    "ContactPolicy",
    "Person",
    "Redactor",
    "persons_of",
    "read_persons",
    "with_addresses",
    "with_policy",
]
