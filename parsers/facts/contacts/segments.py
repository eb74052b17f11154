"""A line that names several people or desks, cut into one segment for each."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.facts.contacts.items import Item, Role
from parsers.facts.emails import belongs_to

REACHABLE = frozenset({Role.PHONE, Role.EMAIL, Role.HIDDEN, Role.PATTERN})
PLACES = frozenset({Role.ORGANISATION, Role.DESK, Role.TEXT})
_HEADS = frozenset({Role.TITLE, Role.ORGANISATION})


@dataclass(slots=True)
class Segment:
    """The items of a line that belong together: at most one name."""

    items: list[Item] = field(default_factory=list)

    def first(self, *roles: Role) -> Item | None:
        """Return the first item with the first of `roles` that occurs."""
        return next((item for role in roles for item in self.items if item.role is role), None)

    @property
    def name(self) -> str | None:
        item = self.first(Role.NAME)
        return item.text if item else None

    @property
    def is_reachable(self) -> bool:
        return any(item.role in REACHABLE for item in self.items)


def segments_of(items: list[Item]) -> list[Segment]:
    """Return `items` in segments: each begins at a name, or its title, or a desk that follows a number.

    An address made of another segment's name goes to that one.
    """
    roles = [item.role for item in items]
    if roles.count(Role.NAME) == 1 and not any(_is_other_desk(items, number) for number in range(len(items))):
        return _around_one_name(items)
    segments: list[Segment] = []
    for number, item in enumerate(items):
        if not segments or _begins(items, number, segments[-1]):
            segments.append(Segment())
        segments[-1].items.append(item)
    _return_addresses(segments)
    _share_numbers(segments)
    return segments


def _around_one_name(items: list[Item]) -> list[Segment]:
    """Return all of a line as one segment, but for a shared mailbox before the name: "haku@tem.fi tai Anna Aho"."""
    name = next(number for number, item in enumerate(items) if item.role is Role.NAME)
    apart = [item for item in items[:name] if item.role is Role.EMAIL and not belongs_to(item.text, items[name].text)]
    segments = [Segment(apart), Segment([item for item in items if item not in apart])]
    return [segment for segment in segments if segment.items]


def _begins(items: list[Item], number: int, current: Segment) -> bool:
    """Whether `items[number]` belongs to a new segment rather than to `current`."""
    item = items[number]
    if _is_other_desk(items, number):
        return current.is_reachable and _reachable_follows(items, number)
    heads_name = item.role is Role.NAME or (item.role in _HEADS and _name_follows(items, number))
    return heads_name and (current.name is not None or current.is_reachable)


def _is_other_desk(items: list[Item], number: int) -> bool:
    """Whether a desk is named, or an organisation with a number or address that is not the person's.

    "…, tai keskus, keskus@gov.fi"; "Anna Aho, p. 1, ja viestintäosasto, p. 2".
    """
    item = items[number]
    if item.role is not Role.ORGANISATION or number == 0 or number + 1 == len(items):
        return item.role is Role.DESK
    name = next((other.text for other in items[:number] if other.role is Role.NAME), None)
    before, after = items[number - 1], items[number + 1]
    if name is None or before.role not in REACHABLE:
        return False
    if after.role is Role.PHONE:
        return any(other.role is Role.PHONE for other in items[:number])
    return after.role is Role.EMAIL and not belongs_to(after.text, name)


def _name_follows(items: list[Item], number: int) -> bool:
    """Whether a title or organisation heads the next name: in the name's own chunk, or just before it.

    "…, p. 1, suunnittelija Li Ek" but not "Anna Aho, suunnittelija, Li Ek, controller".
    """
    item, following = items[number], [other.role for other in items[number + 1 : number + 3]]
    if any(other.role is Role.NAME and other.chunk == item.chunk for other in items[number + 1 : number + 3]):
        return True
    after_number = items[number - 1].role in REACHABLE
    return after_number and (following[:1] == [Role.NAME] or following == [Role.TITLE, Role.NAME])


def _reachable_follows(items: list[Item], number: int) -> bool:
    for item in items[number + 1 :]:
        if item.role is Role.NAME:
            return False
        if item.role in REACHABLE:
            return True
    return False


def _return_addresses(segments: list[Segment]) -> None:
    named = [(segment, segment.name) for segment in segments if segment.name]
    for segment in segments:
        for item in [item for item in segment.items if item.role is Role.EMAIL]:
            owner = next((other for other, name in named if name and belongs_to(item.text, name)), segment)
            if owner is not segment and not (segment.name and belongs_to(item.text, segment.name)):
                segment.items.remove(item)
                owner.items.append(item)


def _share_numbers(segments: list[Segment]) -> None:
    """Give each person a number where all numbers follow the last name: "Anna Aho ja Li Ek, p. 1 ja 2"."""
    numbers = [item for segment in segments for item in segment.items if item.role is Role.PHONE]
    last = segments[-1].items if segments else []
    if len(numbers) == len(segments) > 1 and all(item in last for item in numbers):
        for segment, number in zip(segments[:-1], numbers, strict=False):
            last.remove(number)
            segment.items.append(number)
