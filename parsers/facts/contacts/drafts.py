"""A contact while its lines are being read."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.facts.contacts.items import Item, Role
from parsers.facts.contacts.regions import Line
from parsers.facts.contacts.segments import PLACES, Segment

_PLACES_OF_PERSON = (Role.ORGANISATION, Role.DESK, Role.TEXT)
# A desk may be called by what it is for: "Tulkkausavustusten maksatus, p. 0295 020 713".
_NAMES_OF_DESK = (Role.ORGANISATION, Role.TEXT, Role.TOPIC)


@dataclass(slots=True)
class Draft:
    """A contact while its lines are being read; `start:end` is its evidence in `line`'s block."""

    line: Line
    start: int
    end: int
    name: str | None = None
    title: str | None = None
    organisation: str | None = None
    phone: str | None = None
    email: str | None = None

    def take(self, line: Line, items: list[Item]) -> None:
        """Add what `items` say of the contact and is not known yet; widen the evidence where they share its block."""
        segment = Segment(items)
        self.name = self.name or text_of(segment.first(Role.NAME))
        self.title = self.title or text_of(segment.first(Role.TITLE))
        self.organisation = self.organisation or _place(segment)
        self.phone = self.phone or text_of(segment.first(Role.PHONE))
        self.email = self.email or text_of(segment.first(Role.EMAIL))
        if items and line.block == self.line.block:
            self.start = min(self.start, items[0].start)
            self.end = max(self.end, max(item.end for item in items))


def new_draft(line: Line, items: list[Item]) -> Draft:
    draft = Draft(line, items[0].start, items[0].end)
    draft.take(line, items)
    return draft


def _place(segment: Segment) -> str | None:
    """Return the organisation of a person; of a desk its name with what it belongs to: "Business Finland, neuvonta"."""
    desk = segment.first(Role.DESK)
    if desk is None or segment.name:
        return text_of(segment.first(*(_PLACES_OF_PERSON if segment.name else _NAMES_OF_DESK)))
    before = [item.text for item in segment.items if item.role in PLACES and item.start < desk.start]
    return ", ".join([*before, desk.text])


def text_of(item: Item | None) -> str | None:
    return item.text if item else None
