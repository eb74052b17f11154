"""What a line of contacts can hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a contact line: its role, offsets in the block, value, and the number of the chunk it stands in."""

    role: Role
    start: int
    end: int
    text: str
    chunk: int = -1
