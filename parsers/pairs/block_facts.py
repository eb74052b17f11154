"""The facts of each block of a release, in a form that is the same in every language."""

from __future__ import annotations

from collections import defaultdict

from parsers.model import Release
from parsers.pairs.anchors import anchors
from parsers.pairs.stated import folded, phone_digits

# A smaller number, or a year, says too little of what a block is about.
_LEAST = 100
_YEARS = range(1900, 2101)

Fact = tuple[object, ...]


def block_facts(release: Release) -> dict[int, frozenset[Fact]]:
    """Return the sums, days, larger numbers, case numbers and contacts of each block, by block.

    A person who is only quoted is no contact of that block.
    """
    facts: dict[int, set[Fact]] = defaultdict(set)
    for amount in release.amounts:
        facts[amount.block].add(("sum", amount.min, amount.max, amount.currency))
    for case in release.case_numbers:
        facts[case.evidence.block].add(("case", case.value))
    for contact in release.contacts:
        reach = (contact.name and folded(contact.name), contact.phone and phone_digits(contact.phone))
        facts[contact.evidence.block].update(("contact", each) for each in reach if each)
    for at, block in enumerate(release.blocks):
        facts[at].update(("text", each) for each in anchors(block.text, release.language or "fi") if _tells(each))
    return {at: frozenset(found) for at, found in facts.items()}


def _tells(anchor: str) -> bool:
    """Tell whether an anchor is a day, an address or a number that few blocks have.

    >>> [each for each in ("@11.4", "#163", "#2025", "#25", "#0295", "a.b@gov.fi") if _tells(each)]
    ['@11.4', '#163', 'a.b@gov.fi']
    """
    if not anchor.startswith("#"):
        return True
    number = float(anchor[1:])
    return number >= _LEAST and number not in _YEARS and not anchor.startswith("#0")
