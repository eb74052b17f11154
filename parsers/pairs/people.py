"""Contacts on which the versions of a text disagree: a person left out, a number or a name that differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from parsers.model import BothEvidence, Contact, Difference, Release
from parsers.pairs.stated import Stated, folded, phone_digits

# Names this alike are one name, misspelt; less alike, two people.
_SAME_NAME = 0.75


def contact_differences(fi: Release, sv: Release, stated: tuple[Stated, Stated]) -> Iterator[Difference]:
    """Yield the contacts that stand in one version only, and those whose number, address or name differs.

    Titles and organisations are not compared: they are in another language. An e-mail address, or a number, that
    a version leaves out is no disagreement as long as the person is there.
    """
    matches = _match(fi.contacts, sv.contacts)
    for ours, theirs in matches:
        if _contradict(ours, theirs, fi.contacts, sv.contacts, stated):
            evidence = BothEvidence(fi=ours.evidence, sv=theirs.evidence)
            yield Difference(field="contacts", kind="contradicts", fi=shown(ours), sv=shown(theirs), evidence=evidence)
    for ours in fi.contacts:
        if not any(ours is match[0] for match in matches) and not _is_stated(ours, stated[1]):
            evidence = BothEvidence(fi=ours.evidence)
            yield Difference(field="contacts", kind="only_fi", fi=shown(ours), sv=None, evidence=evidence)
    for theirs in sv.contacts:
        if not any(theirs is match[1] for match in matches) and not _is_stated(theirs, stated[0]):
            evidence = BothEvidence(sv=theirs.evidence)
            yield Difference(field="contacts", kind="only_sv", fi=None, sv=shown(theirs), evidence=evidence)


def shown(contact: Contact) -> str:
    """Return a contact in one line: name or desk, telephone number, e-mail address."""
    return ", ".join(filter(None, (contact.name or contact.organisation, contact.phone, contact.email)))


def _match(fi: Sequence[Contact], sv: Sequence[Contact]) -> list[tuple[Contact, Contact]]:
    """Find who is who: by name, then by number or address, then by a name that is nearly the same."""
    matches: list[tuple[Contact, Contact]] = []
    for is_same in (_same_name, _same_reach, _nearly_same_name):
        for ours in fi:
            if any(ours is match[0] for match in matches):
                continue
            free = (theirs for theirs in sv if not any(theirs is match[1] for match in matches))
            theirs = _first(is_same, ours, free)
            if theirs is not None:
                matches.append((ours, theirs))
    return matches


def _first(is_same: Callable[[Contact, Contact], bool], ours: Contact, others: Iterator[Contact]) -> Contact | None:
    return next((theirs for theirs in others if is_same(ours, theirs)), None)


def _same_name(ours: Contact, theirs: Contact) -> bool:
    if not ours.name or not theirs.name:
        return False
    one, other = set(folded(ours.name).split()), set(folded(theirs.name).split())
    return one <= other or other <= one


def _same_reach(ours: Contact, theirs: Contact) -> bool:
    """A desk and a desk, or a misspelt name, under one number or address; two names under one number are two people."""
    if ours.name and theirs.name and not _nearly_same_name(ours, theirs):
        return False
    return _same_phone(ours, theirs) or bool(ours.email and theirs.email and _same_email(ours, theirs))


def _nearly_same_name(ours: Contact, theirs: Contact) -> bool:
    if not ours.name or not theirs.name:
        return False
    return SequenceMatcher(None, folded(ours.name), folded(theirs.name)).ratio() >= _SAME_NAME


def _same_phone(ours: Contact, theirs: Contact) -> bool:
    return bool(ours.phone and theirs.phone and phone_digits(ours.phone) == phone_digits(theirs.phone))


def _same_email(ours: Contact, theirs: Contact) -> bool:
    return (ours.email or "").casefold() == (theirs.email or "").casefold()


def _contradict(
    ours: Contact, theirs: Contact, fi: Sequence[Contact], sv: Sequence[Contact], stated: tuple[Stated, Stated]
) -> bool:
    return (
        _names_contradict(ours, theirs, stated)
        or _phones_contradict(ours, theirs, fi, sv, stated)
        or _emails_contradict(ours, theirs, stated)
    )


def _names_contradict(ours: Contact, theirs: Contact, stated: tuple[Stated, Stated]) -> bool:
    if not ours.name or not theirs.name or _same_name(ours, theirs):
        return False
    return not stated[1].has_words(ours.name) and not stated[0].has_words(theirs.name)


def _phones_contradict(
    ours: Contact, theirs: Contact, fi: Sequence[Contact], sv: Sequence[Contact], stated: tuple[Stated, Stated]
) -> bool:
    """A number that the other version prints too is a second number, unless it prints it as somebody else's."""
    if not ours.phone or not theirs.phone or _same_phone(ours, theirs):
        return False
    second = stated[1].has_phone(ours.phone) and not _is_of_another(ours.phone, theirs, sv)
    return not (second or (stated[0].has_phone(theirs.phone) and not _is_of_another(theirs.phone, ours, fi)))


def _is_of_another(phone: str, contact: Contact, contacts: Sequence[Contact]) -> bool:
    digits = phone_digits(phone)
    return any(other.phone and phone_digits(other.phone) == digits for other in contacts if other is not contact)


def _emails_contradict(ours: Contact, theirs: Contact, stated: tuple[Stated, Stated]) -> bool:
    """Only addresses that are printed can contradict: those made from a pattern line are ours."""
    if not ours.email or not theirs.email or _same_email(ours, theirs):
        return False
    return stated[0].has_words(ours.email) and stated[1].has_words(theirs.email)


def _is_stated(contact: Contact, there: Stated) -> bool:
    """Tell whether the other text names a contact that was not read from it as one."""
    if contact.name and there.has_words(contact.name):
        return True
    reach = [there.has_phone(contact.phone)] if contact.phone else []
    reach += [there.has_words(contact.email)] if contact.email else []
    return any(reach) or (not contact.name and not reach)
