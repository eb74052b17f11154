"""Items of contact lines put together into persons and desks."""

from __future__ import annotations

from parsers.facts.contacts.drafts import Draft, new_draft, text_of
from parsers.facts.contacts.inflection import is_governed, plain_name
from parsers.facts.contacts.items import Item, Role
from parsers.facts.contacts.regions import Line
from parsers.facts.contacts.segments import PLACES, REACHABLE, Segment, segments_of
from parsers.facts.emails import belongs_to, expand

# A longer line is prose: whom it names without number or address is no contact.
_LONGEST_NAMED_LINE = 200


class Assembler:
    """Takes the items of line after line and keeps the contacts they make.

    Within a section a contact may run over several lines: what a later line says of no one else goes to the last
    one named, and a title or organisation alone waits for the name or number that follows.
    """

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._domains: dict[int, list[str]] = {}
        self._section = 0
        self._last: Draft | None = None
        self._waiting: list[Item] = []

    def read(self, line: Line, text: str, items: list[Item]) -> None:
        """Take in the items of one line; `text` is its block's."""
        if line.section != self._section:
            self._section, self._last, self._waiting = line.section, None, []
        segments = segments_of(items)
        made = [draft for segment in segments if (draft := self._draft(line, text, segment))]
        self.drafts += made
        self._spread_domains(line, items, made)

    def finished(self) -> list[Draft]:
        """Return the contacts, with the addresses that a section's pattern line makes certain."""
        for draft in self.drafts:
            domains = self._domains.get(draft.line.section, [])
            if draft.name and not draft.email and len(set(domains)) == 1:
                draft.email = expand(draft.name, domains[0])
        return self.drafts

    def _draft(self, line: Line, text: str, segment: Segment) -> Draft | None:
        if segment.name:
            return self._person(line, text, segment)
        return self._nameless(line, segment) if line.section else _loose_desk(line, segment)

    def _person(self, line: Line, text: str, segment: Segment) -> Draft | None:
        if not (_is_reached(segment) if not line.section else _is_named_as_contact(line, segment)):
            return None
        draft = new_draft(line, segment.items)
        name = segment.first(Role.NAME)
        assert name is not None
        draft.name = plain_name(name.text, draft.email, governed=is_governed(text[line.start : name.start]))
        if not segment.first(Role.TITLE):
            draft.title = text_of(Segment(self._waiting).first(Role.TITLE))
        self._last, self._waiting = draft, []
        return draft

    def _nameless(self, line: Line, segment: Segment) -> Draft | None:
        """Make a desk of a segment without a name, or add it to the last contact, or keep it for the next."""
        if not segment.is_reachable:
            self._wait(line, segment)
            return None
        if self._goes_to_last(segment):
            assert self._last is not None
            self._last.take(line, segment.items)
            return None
        if not segment.first(Role.PHONE, Role.EMAIL):
            return None
        draft = new_draft(line, segment.items)
        draft.organisation = draft.organisation or text_of(Segment(self._waiting).first(*PLACES))
        self._last, self._waiting = draft, []
        return draft

    def _wait(self, line: Line, segment: Segment) -> None:
        if self._last and self._last.name and not (self._last.phone or self._last.email):
            self._last.take(line, segment.items)
            self._waiting = []
            return
        self._waiting = [item for item in segment.items if item.role is Role.TITLE or item.role in PLACES]

    def _goes_to_last(self, segment: Segment) -> bool:
        last = self._last
        if last is None or segment.first(Role.DESK) or any(item.role is Role.DESK for item in self._waiting):
            return False
        phone, email = segment.first(Role.PHONE), segment.first(Role.EMAIL)
        if email and last.name:
            return belongs_to(email.text, last.name) or (
                last.email is None and phone is not None and last.phone is None
            )
        return last.phone is None if phone else True

    def _spread_domains(self, line: Line, items: list[Item], made: list[Draft]) -> None:
        """Expand a pattern on a contact's own line; keep one that stands alone for all of its section."""
        domains = [item.text for item in items if item.role is Role.PATTERN]
        for draft in made:
            if domains and draft.name and not draft.email:
                draft.email = expand(draft.name, domains[0])
        if domains and line.section and not made:
            self._domains.setdefault(line.section, []).append(domains[0])


def _is_reached(segment: Segment) -> bool:
    """Whether a number or address follows the name with no prose between."""
    after = segment.items[next(n for n, item in enumerate(segment.items) if item.role is Role.NAME) :]
    until = next((number for number, item in enumerate(after) if item.role in REACHABLE), None)
    return until is not None and not any(item.role is Role.PROSE for item in after[:until])


def _is_named_as_contact(line: Line, segment: Segment) -> bool:
    if segment.is_reachable or len(segment.items) == 1:
        return True
    return line.end - line.start <= _LONGEST_NAMED_LINE and segment.first(Role.TITLE, Role.ORGANISATION) is not None


def _loose_desk(line: Line, segment: Segment) -> Draft | None:
    """Make a desk of a sentence outside any section: only where a number follows a desk's own name."""
    desk, phone = segment.first(Role.DESK), segment.first(Role.PHONE)
    if desk is None or phone is None or phone.start < desk.end or segment.first(Role.PROSE):
        return None
    return new_draft(line, [item for item in segment.items if item.start >= desk.start])
