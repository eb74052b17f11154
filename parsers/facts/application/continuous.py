"""Whether one may apply at any time: "jatkuva haku", "ansökan kan lämnas in när som helst"."""

from __future__ import annotations

from functools import cache

from parsers.dates.cues import Hit, Lexicon, cue_data
from parsers.dates.reading import Reading
from parsers.dates.words import words_of
from parsers.facts.application.candidates import TOPIC
from parsers.model import Document, Evidence

_APPLYING = ("call", "application", "apply")


@cache
def _lexicon(language: str) -> Lexicon:
    data = cue_data(language, TOPIC)
    continuous = data["continuous"]
    return Lexicon(
        {
            "plain": continuous["plain"],
            "applying": continuous["applying"],
            "against": continuous["against"],
            "topic": [word for group in _APPLYING for word in data["groups"][group]["words"]],
        }
    )


def read_continuous(document: Document) -> Evidence | None:
    """Return the words that say that one may apply all year, else None."""
    lexicon, words = _lexicon(document.language), words_of(document.language)
    for number, block in enumerate(document.blocks):
        reading = Reading(block, (), words, lexicon, document.language)
        for sentence in range(len(reading.spans)):
            said = _said(reading.hits_in(sentence))
            if said:
                first, last = reading.stream[said.start], reading.stream[said.end - 1]
                return document.evidence(number, first.start, last.end)
    return None


def _said(hits: list[Hit]) -> Hit | None:
    """Return the cue that says it in one sentence, unless a word of the sentence says that something else is meant."""
    if any("against" in hit.groups for hit in hits):
        return None
    plain = next((hit for hit in hits if "plain" in hit.groups), None)
    applying = next((hit for hit in hits if "applying" in hit.groups), None)
    return plain or (applying if any("topic" in hit.groups for hit in hits) else None)
