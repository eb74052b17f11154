"""Whether one may apply at any time: "jatkuva haku", "ansökan kan lämnas in när som helst"."""

from __future__ import annotations

import re
from functools import cache

from parsers.dates.cues import Hit, Lexicon, cue_data
from parsers.dates.reading import Above, Reading
from parsers.dates.words import words_of
from parsers.facts.application.candidates import TOPIC
from parsers.model import Document, Evidence

_APPLYING = ("call", "application", "apply")
# "hakuaika" and "jatkuva haku" of "hakuaika: jatkuva haku*"
_WORDS = re.compile(r"\w+(?: \w+)*")
_SAYING = ("plain", "applying", "cell")


@cache
def _lexicon(language: str) -> Lexicon:
    data = cue_data(language, TOPIC)
    lists = {key: data["continuous"][key] for key in (*_SAYING, "against")}
    topic = [word for group in _APPLYING for word in data["groups"][group]["words"]]
    return Lexicon({**lists, "topic": topic})


@cache
def _traces(language: str) -> tuple[str, ...]:
    """Return of each phrase that says it what stands behind its last mark: most pages have none of them."""
    phrases = (phrase for key in _SAYING for phrase in cue_data(language, TOPIC)["continuous"][key])
    traces = {_WORDS.findall(phrase)[-1].lower() for phrase in phrases}
    return tuple(sorted(each for each in traces if not any(other in each for other in traces - {each})))


def read_continuous(document: Document) -> Evidence | None:
    """Return the words that say that one may apply all year, else None."""
    text = " ".join(" ".join(block.text for block in document.blocks).lower().split())
    if not any(trace in text for trace in _traces(document.language)):
        return None
    lexicon, words, above = _lexicon(document.language), words_of(document.language), Above()
    for number, block in enumerate(document.blocks):
        reading = Reading(block, (), words, lexicon, document.language)
        said = _said_in(reading, above)
        if said:
            first, last = reading.stream[said.start], reading.stream[said.end - 1]
            return document.evidence(number, first.start, last.end)
        above.pass_by(reading)
    return None


def _said_in(reading: Reading, above: Above) -> Hit | None:
    in_row = reading.block.type == "tr"
    said = (
        _in_cell(reading, cell, above) if in_row else _in_sentence(reading.hits_in(cell))
        for cell in range(len(reading.spans))
    )
    return next((hit for hit in said if hit), None)


def _in_sentence(hits: list[Hit]) -> Hit | None:
    """Return the cue that says it in one sentence, unless a word of the sentence says that something else is meant."""
    if _first(hits, "against"):
        return None
    return _first(hits, "plain") or (_first(hits, "applying") if _first(hits, "topic") else None)


def _in_cell(reading: Reading, cell: int, above: Above) -> Hit | None:
    """Return the cue that is a whole cell, under or beside one that speaks of applying; or says it in full."""
    hits = reading.hits_in(cell)
    whole = _first(hits, "cell")
    if whole and (whole.start, whole.end) == reading.spans[cell] and "topic" in above.labels(reading, cell):
        return whole
    return _in_sentence(hits)


def _first(hits: list[Hit], group: str) -> Hit | None:
    return next((hit for hit in hits if group in hit.groups), None)
