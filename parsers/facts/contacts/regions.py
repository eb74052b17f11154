"""Where a release names its contacts: sections under a label, and single sentences elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from parsers.facts.contacts.phrases import is_contact_heading, label_end
from parsers.facts.emails import may_hold_address
from parsers.facts.phones import may_hold_number
from parsers.model import Block, Document
from parsers.text.sentences import sentences

# A longer paragraph without digits or an address is no part of a list of contacts.
_LONGEST_PLAIN_LINE = 120


class Line(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a block to read contacts from: `section` numbers the section it is in, 0 outside any.

    `heading` is the block of the heading that opened the section, None where a sentence did.
    """

    block: int
    start: int
    end: int
    section: int = 0
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class _Section:
    number: int = 0
    heading: int | None = None
    rank: int = 9


def contact_lines(document: Document) -> Iterator[Line]:
    """Yield the lines of contact sections whole, and other blocks that may hold a contact sentence by sentence.

    A section begins at a heading or sentence that opens with a label ("Lisätietoja", "Mer information") and ends at
    the next heading of its rank; one that a sentence opened ends at the first long paragraph without numbers, too.
    """
    section: _Section | None = None
    opened = 0
    for number, block in enumerate(document.blocks):
        if section and _ends(section, block):
            section = None
        begin = 0
        if section is None and (label := _label_start(number, block, document.language)) is not None:
            opened, begin = opened + 1, label
            section = _Section(opened, number, int(block.type[1])) if block.type[0] == "h" else _Section(opened)
        limit = begin if section else len(block.text)
        if may_hold_number(block.text) or may_hold_address(block.text):
            yield from (Line(number, *span) for span in sentences(block.text[:limit], document.language))
        if section:
            yield from _section_lines(number, block.text, begin, section)


def _section_lines(number: int, text: str, begin: int, section: _Section) -> Iterator[Line]:
    position = begin
    for line in text[begin:].split("\n"):
        yield Line(number, position, position + len(line), section.number, section.heading)
        position += len(line) + 1


def _ends(section: _Section, block: Block) -> bool:
    if block.type[0] == "h":
        return int(block.type[1]) <= section.rank
    return section.heading is None and len(block.text) > _LONGEST_PLAIN_LINE and not _may_hold_contact(block.text)


def _may_hold_contact(text: str) -> bool:
    return "@" in text or "(at)" in text or any(character.isdigit() for character in text)


def _label_start(number: int, block: Block, language: str) -> int | None:
    """Return where the sentence or line of `block` begins that opens a section, None where none does."""
    if block.type[0] == "h":
        return 0 if number and is_contact_heading(block.text) else None
    for start, end in sentences(block.text, language):
        if label_end(block.text, start) is not None and is_contact_heading(block.text[start : min(end, start + 80)]):
            return start
    return None
