"""Where on a page each date stands: its sentence's cues, the heading above it, the header of its column."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from parsers.dates.cues import lexicon
from parsers.dates.find import find_dates
from parsers.dates.mention import DateMention
from parsers.dates.reading import Above, Cues, Reading, strongest
from parsers.dates.words import words_of
from parsers.model import Document, Moment

# No paragraph that a person wrote has more dates.
_MOST_DATES = 500


class Place(msgspec.Struct, frozen=True, gc=False):
    """A date mention and what stands around it; strengths of cue groups run from 0 to 1.

    `cues` are those of its own sentence or table cell, `before` those of the sentence before, `heading` those of the
    heading, column header or introducing line above it. `order` counts the sentences of the page.
    """

    block: int
    mention: DateMention
    order: int
    cues: Cues
    before: Cues
    heading: Cues
    in_row: bool = False


@lru_cache(maxsize=16)
def read_places(document: Document, topic: str) -> tuple[Place, ...]:
    """Return the dates of a page in their surroundings, with the cues of `topic`, in order."""
    return tuple(_places(document, topic))


@lru_cache(maxsize=16)
def dates_of(document: Document) -> tuple[tuple[DateMention, ...], ...]:
    """Return the date mentions of each block; missing years are inferred from the day of publication.

    Where that is unknown, the first full date of the page stands in for it.
    """
    reference = document.published or _first_date(document)
    found = (find_dates(block.text, document.language, reference) for block in document.blocks)
    return tuple(tuple(mentions[:_MOST_DATES]) for mentions in found)


def _first_date(document: Document) -> Moment | None:
    for block in document.blocks:
        for mention in find_dates(block.text, document.language):
            if mention.kind in ("day", "range") and mention.first:
                return mention.first
    return None


def _places(document: Document, topic: str) -> Iterator[Place]:
    words, cues = words_of(document.language), lexicon(document.language, topic)
    above = Above()
    order = 0
    for number, (block, mentions) in enumerate(zip(document.blocks, dates_of(document), strict=True)):
        reading = Reading(block, mentions, words, cues, document.language)
        if mentions:
            yield from _in_block(reading, number, order, above)
        # a block without dates counts as one sentence, and is not read for cues unless it heads others
        order += len(reading.spans) if mentions else 1
        above.pass_by(reading)


def _in_block(reading: Reading, number: int, before: int, above: Above) -> Iterator[Place]:
    """Yield the dates of a block that follows `before` sentences of the page."""
    in_row, heading = reading.block.type == "tr", above.headings(reading.block)
    for sentence in range(len(reading.spans)):
        for mention in reading.mentions_in(sentence):
            beside = above.labels(reading, sentence) if in_row else {}
            yield Place(
                block=number,
                mention=mention,
                order=before + sentence + 1,
                cues=strongest(reading.cues_around(sentence, mention), beside),
                before=reading.cues_in(sentence - 1) if sentence and not in_row else {},
                heading=heading,
                in_row=in_row,
            )
