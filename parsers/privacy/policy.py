"""An operator's choice of what is shown of contact persons."""

from __future__ import annotations

from typing import Literal

import msgspec

from parsers.model import Contact, Release
from parsers.privacy.persons import persons_of
from parsers.privacy.redaction import Redactor

# All of them; their titles and organisations without names, numbers and addresses; nothing of them.
ContactPolicy = Literal["all", "roles", "none"]


def with_policy(release: Release, policy: ContactPolicy) -> Release:
    """Return a release with its contact persons as the policy has them; desks, which are nobody's own, stay.

    Under ``roles`` and ``none`` their names, numbers and addresses are blacked out of the text as well.
    """
    if policy == "all":
        return release
    redacted = Redactor(persons_of(release.contacts)).release(release)
    return msgspec.structs.replace(redacted, contacts=tuple(_contacts(release, redacted, policy)))


def _contacts(release: Release, redacted: Release, policy: ContactPolicy) -> list[Contact]:
    texts = [block.text for block in redacted.blocks]
    shown = []
    for contact in release.contacts:
        at = contact.evidence
        evidence = msgspec.structs.replace(at, text=texts[at.block][at.start : at.end])
        if not contact.name:
            shown.append(msgspec.structs.replace(contact, evidence=evidence))
        elif policy == "roles" and (contact.title or contact.organisation):
            role = {"name": None, "phone": None, "phone_valid": None, "email": None, "evidence": evidence}
            shown.append(msgspec.structs.replace(contact, **role))
    return shown
