"""The people and desks that a release names for questions."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.facts.contacts.assemble import Assembler
from parsers.facts.contacts.drafts import Draft
from parsers.facts.contacts.lines import read_items
from parsers.facts.contacts.regions import contact_lines
from parsers.facts.phones import is_switchboard, normal_number
from parsers.model import Contact, Document


def read_contacts(document: Document) -> tuple[Contact, ...]:
    """Return the persons and desks of `document` in the order they are named, each once.

    A desk's `name` is None. Title and organisation are as printed. An address is the printed one, or made from a
    pattern line ("etunimi.sukunimi@gov.fi") where the name leaves no doubt. Outside a section of contacts only a
    number or address beside the name makes a contact: who is quoted is none.
    """
    assembler = Assembler()
    for line in contact_lines(document):
        text = document.blocks[line.block].text
        items = read_items(text, line.start, line.end, lenient=line.section > 0)
        if items:
            assembler.read(line, text, items)
    return tuple(_distinct(_contact(document, draft) for draft in assembler.finished()))


def _contact(document: Document, draft: Draft) -> Contact:
    evidence = document.evidence(draft.line.block, draft.start, draft.end)
    phone, valid = None, None
    if draft.phone:
        phone, valid = normal_number(draft.phone, switchboard=draft.name is None or is_switchboard(evidence.text))
    return Contact(
        name=draft.name,
        title=draft.title,
        organisation=draft.organisation,
        phone=phone,
        phone_valid=valid,
        email=draft.email,
        evidence=evidence,
    )


def _distinct(contacts: Iterator[Contact]) -> Iterator[Contact]:
    """Return the contacts without those that were named before, each with what any mention says of it."""
    known: dict[tuple[str | None, ...], Contact] = {}
    for contact in contacts:
        key = (contact.name.casefold(),) if contact.name else (None, contact.phone, contact.email)
        known[key] = _merged(known[key], contact) if key in known else contact
    yield from known.values()


def _merged(first: Contact, second: Contact) -> Contact:
    return Contact(
        name=first.name,
        title=first.title or second.title,
        organisation=first.organisation or second.organisation,
        phone=first.phone or second.phone,
        phone_valid=first.phone_valid if first.phone else second.phone_valid,
        email=first.email or second.email,
        evidence=first.evidence,
    )
