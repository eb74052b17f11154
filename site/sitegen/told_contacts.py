"""Contacts in lists of differences: whose they are and what of them differs, without their numbers and addresses."""

from __future__ import annotations

import re

from sitegen.texts import mark as _

CONTACT_PARTS = {"name": _("name"), "phone": _("telephone number"), "email": _("e-mail address")}
# "+358295047990", "0295 047 990"
_PHONE = re.compile(r"\+?[\d\s()/-]{5,}")


def name_in(contact: str) -> str | None:
    """Return the name of a contact as a difference writes it: name or desk, number, address.

    >>> name_in("Maija Virta, +358295047990, maija.virta@example.fi"), name_in("+358295047990")
    ('Maija Virta', None)
    """
    return _parts(contact).get("name")


def differing_parts(ours: str | None, theirs: str | None) -> tuple[str, ...]:
    """Return what of two contacts differs; nothing where only one version has the contact.

    >>> differing_parts("Maija Virta, +358295047990", "Maija Virta, +358295047991, m.virta@example.fi")
    ('phone',)
    >>> differing_parts("Maija Virta", None)
    ()
    """
    if not ours or not theirs:
        return ()
    one, other = _parts(ours), _parts(theirs)
    return tuple(part for part in CONTACT_PARTS if part in one and part in other and one[part] != other[part])


def _parts(contact: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for piece in contact.split(", "):
        found.setdefault(_kind(piece), []).append(piece)
    return {kind: ", ".join(pieces) for kind, pieces in found.items()}


def _kind(piece: str) -> str:
    if "@" in piece:
        return "email"
    return "phone" if _PHONE.fullmatch(piece.strip()) else "name"
