"""The people and desks that a release names, as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.model import Contact, Release
from sitegen.addresses import mail_link
from sitegen.phones import dialled
from sitegen.places import place


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLines:
    """A person or desk to ask, ready to be shown."""

    name: str | None
    details: tuple[str, ...]
    phone: str | None
    phone_link: str | None
    email: str | None
    email_link: str | None
    place: str


def contacts_of(release: Release) -> tuple[ContactLines, ...]:
    """Return the people and desks that a release names."""
    return tuple(_contact(contact) for contact in release.contacts)


def _contact(contact: Contact) -> ContactLines:
    details = (contact.title, contact.organisation if contact.name else None)
    return ContactLines(
        name=contact.name or contact.organisation,
        details=tuple(detail for detail in details if detail),
        phone=_phone(contact),
        phone_link=f"tel:{contact.phone}" if contact.phone and contact.phone_valid else None,
        email=contact.email,
        email_link=mail_link(contact.email) if contact.email else None,
        place=place(contact.evidence),
    )


def _phone(contact: Contact) -> str | None:
    """A valid number as it is dialled in Finland, any other one as it was printed."""
    return dialled(contact.phone) if contact.phone and contact.phone_valid else contact.phone
