"""The parts of a release that weigh differently when its kind is judged."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from parsers.facts.contacts.phrases import is_contact_heading
from parsers.model import Document

# A shorter first paragraph is a kicker or date line, not the lead.
_SHORTEST_LEAD = 50
_LONGEST_CONTACT_LINE = 400
_LONGEST_DOCUMENT = 400


class Zone(StrEnum):
    """Where in a release a cue stands."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    BODY = "body"


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A block of the release's text and the zone it belongs to."""

    zone: Zone
    block: int
    text: str


def pieces_of(document: Document) -> Iterator[Piece]:
    """Yield the blocks of `document` with their zones, up to its contacts.

    A heading that repeats the title is the title again; quotations are left out, since they tell of wishes and of
    other years.
    """
    yield Piece(Zone.TITLE, 0, document.title)
    lead_seen = False
    for number, block in enumerate(document.blocks[1:_LONGEST_DOCUMENT], start=1):
        if len(block.text) <= _LONGEST_CONTACT_LINE and is_contact_heading(block.text[:80]):
            return
        if block.type == "blockquote" or block.text == document.title:
            continue
        if block.type[0] == "h":
            yield Piece(Zone.HEADING, number, block.text)
        elif not lead_seen and block.type == "p" and len(block.text) >= _SHORTEST_LEAD:
            lead_seen = True
            yield Piece(Zone.LEAD, number, block.text)
        else:
            yield Piece(Zone.BODY, number, block.text)
