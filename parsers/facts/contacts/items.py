"""What a line of contacts can hold."""

from __future__ import annotations

from enum import Enum

import msgspec


class Role(Enum):
    """What an item of a contact line is."""

    NAME = "name"
    TITLE = "title"
    ORGANISATION = "organisation"
    DESK = "desk"
    TEXT = "text"
    PHONE = "phone"
    EMAIL = "email"
    PATTERN = "pattern"
    HIDDEN = "hidden"
    PROSE = "prose"
    TOPIC = "topic"


class Item(msgspec.Struct, frozen=True, gc=False):
    """One thing in a contact line: its role, offsets in the block, value, and the number of the chunk it stands in."""

    role: Role
    start: int
    end: int
    text: str
    chunk: int = -1
