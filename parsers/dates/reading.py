"""One block read for cues, and what stands above it: headings, labels, the headers of a table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from parsers.dates.clauses import Distances, TokenSpan
from parsers.dates.cues import AFTER, BEFORE, Hit, Lexicon
from parsers.dates.mention import DateMention
from parsers.dates.tokens import Stream, stream_of
from parsers.dates.words import Words
from parsers.model import Block
from parsers.text.remembered import remembered
from parsers.text.sentences import sentences

# The strength of each cue group found, from 0 to 1.
Cues = dict[str, float]

# A paragraph no longer than this, without a date, can be the label of what follows.
_LONGEST_LABEL = 80
# Cues further from a date than this are not asked, so that a hostile sentence costs no more than a long one.
_REACH = 90
# How much less the heading above a heading says.
_UPPER_HEADING = 0.6
# So many words may stand between a date and a word that faces it: "i stället för fredagen den 14".
_FACING = 2
# The exponents by which the strength of a cue falls off outside its clause.
_TOPIC_REACH = 0.6
_OTHER_REACH = 2.0


class Layout:
    """The tokens and sentences of a block (a table row's are its cells), whatever they are read for."""

    def __init__(self, text: str, cells: tuple[tuple[int, int], ...], language: str) -> None:
        self.stream = stream_of(text)
        self.characters = cells or tuple(sentences(text, language))
        self._starts = [token.start for token in self.stream.part(0, len(self.stream))]
        self.spans = [self.tokens(start, end) for start, end in self.characters]

    def tokens(self, start: int, end: int) -> TokenSpan:
        """Return the tokens of the characters ``start:end``."""
        return bisect_left(self._starts, start), bisect_right(self._starts, end - 1)


@remembered
def layout_of(text: str, cells: tuple[tuple[int, int], ...], language: str) -> Layout:
    """Return the layout of a block, to be shared by its readings."""
    return Layout(text, cells, language)


class Reading:
    """One block: its layout, its dates and the cues in each sentence."""

    def __init__(
        self, block: Block, mentions: tuple[DateMention, ...], words: Words, cues: Lexicon, language: str
    ) -> None:
        self.block = block
        self.mentions = mentions
        self._words = words
        self._lexicon = cues
        self._language = language
        self._layout: Layout | None = None
        self._hits: dict[int, list[Hit]] = {}
        self._dates: dict[int, list[TokenSpan]] = {}
        self._distances: dict[int, Distances] = {}

    @property
    def layout(self) -> Layout:
        if self._layout is None:
            self._layout = layout_of(self.block.text, self.block.cells, self._language)
        return self._layout

    @property
    def stream(self) -> Stream:
        return self.layout.stream

    @property
    def spans(self) -> list[TokenSpan]:
        """The sentences as token positions."""
        return self.layout.spans

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def mentions_in(self, sentence: int) -> tuple[DateMention, ...]:
        """Return the dates of a sentence."""
        start, end = self.layout.characters[sentence]
        first, last = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return self.mentions[first:last]

    def cues_in(self, sentence: int) -> Cues:
        """Return the cue groups of a whole sentence."""
        groups = (group for hit in self.hits_in(sentence) for group in hit.groups)
        return {group: 1.0 for group in groups if group[-1] not in (BEFORE, AFTER)}

    @cached_property
    def all_cues(self) -> Cues:
        """The cue groups of the whole block."""
        return {group: 1.0 for sentence in range(len(self.spans)) for group in self.cues_in(sentence)}

    def cues_around(self, sentence: int, mention: DateMention) -> Cues:
        """Return the strongest cue of each group within reach of `mention`."""
        date = self.layout.tokens(mention.start, mention.end)
        hits = self.hits_in(sentence)
        first = bisect_left(hits, (date[0] - _REACH,))
        found: Cues = {}
        for hit in hits[first : bisect_left(hits, (date[1] + _REACH,))]:
            strength = self._distances_in(sentence).strength((hit.start, hit.end), date)
            facing = (_facing(group, hit, date) for group in hit.groups)
            for group in filter(None, facing):
                found[group] = max(found.get(group, 0.0), strength)
        return found

    def hits_in(self, sentence: int) -> list[Hit]:
        """Return the cues of a sentence, in order, leaving out the words of its dates."""
        if sentence not in self._hits:
            hits = list(self._lexicon.hits(self.stream, *self.spans[sentence]))
            for start, end in self._dates_in(sentence) if hits else ():
                hits = [hit for hit in hits if not start <= hit.start < end]
            self._hits[sentence] = hits
        return self._hits[sentence]

    def _dates_in(self, sentence: int) -> list[TokenSpan]:
        if sentence not in self._dates:
            mentions = self.mentions_in(sentence) if self.mentions else ()
            self._dates[sentence] = [self.layout.tokens(mention.start, mention.end) for mention in mentions]
        return self._dates[sentence]

    def _distances_in(self, sentence: int) -> Distances:
        if sentence not in self._distances:
            named = frozenset(hit.end for hit in self.hits_in(sentence) if self._lexicon.is_antecedent(hit))
            dates = self._dates_in(sentence)
            self._distances[sentence] = Distances(self.stream, self._words, self.spans[sentence], dates, named)
        return self._distances[sentence]


class Above:
    """What has been passed on the way down a page: its headings by level, the last label, the headers of a table.

    They are read for cues only when something below asks.
    """

    def __init__(self) -> None:
        self._headings: dict[int, Reading] = {}
        self._label: Reading | None = None
        self._header: Reading | None = None

    def headings(self, block: Block) -> Cues:
        """Return the cues of the headings and of the label that `block` stands under."""
        own = int(block.type[1]) if block.type[0] == "h" else 9
        # the title is the heading of a list or table that has no other
        listed = block.type in ("li", "tr") and self._headings.keys() == {1}
        levels = sorted((level for level in self._headings if 1 < level < own or listed), reverse=True)
        found = self._label.all_cues if self._label else {}
        for distance, level in enumerate(levels):
            found = strongest(found, weaker(self._headings[level].all_cues, _UPPER_HEADING**distance))
        return found

    def labels(self, row: Reading, cell: int) -> Cues:
        """Return the cues of the column's header and of the row's first cell, for a date in one of its cells."""
        header, found = self._header, row.cues_in(0) if cell else {}
        if header and header.block.table == row.block.table and cell < len(header.spans):
            return strongest(found, header.cues_in(cell))
        return found

    def pass_by(self, reading: Reading) -> None:
        """Take note of a block after it has been read."""
        block = reading.block
        if block.type == "tr":
            if block.header or self._header is None or self._header.block.table != block.table:
                self._header = reading
        elif block.type[0] == "h":
            self._pass_heading(reading, int(block.type[1]))
        elif block.type != "li":
            self._label = reading if _is_label(reading) else None

    def _pass_heading(self, reading: Reading, level: int) -> None:
        kept = {above: passed for above, passed in self._headings.items() if above < level}
        self._headings = {**kept, level: reading}
        self._label = None


def _facing(group: str, hit: Hit, date: TokenSpan) -> str | None:
    """Return the group's name, None where its words count only right before or after a date and stand elsewhere."""
    if group[-1] not in (BEFORE, AFTER):
        return group
    apart = date[0] - hit.end if group[-1] == BEFORE else hit.start - date[1]
    return group[:-1] if 0 <= apart <= _FACING else None


def strongest(first: Cues, second: Cues) -> Cues:
    """Return both, of each group the stronger."""
    return {group: max(first.get(group, 0.0), second.get(group, 0.0)) for group in first | second}


def towards(strength: float) -> float:
    """Return how much a cue for a reading counts: a topic ("haku") rules the joined clauses after its own too."""
    return float(strength**_TOPIC_REACH)


def against(strength: float) -> float:
    """Return how much a cue against a reading counts: mostly in its own clause."""
    return float(strength**_OTHER_REACH)


def weaker(cues: Cues, factor: float) -> Cues:
    """Return the cues with their strengths times `factor`."""
    return {group: strength * factor for group, strength in cues.items()}


def _is_label(reading: Reading) -> bool:
    """Return whether a paragraph introduces what follows: it ends with a colon, or is short and no sentence."""
    text = reading.block.text
    return text.endswith(":") or (len(text) <= _LONGEST_LABEL and not reading.mentions and text[-1:] not in ".!?")
