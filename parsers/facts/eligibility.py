"""Who may apply: the sentences that say so, and the groups they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parsers.facts.cues import CueList, Token, tokens_of
from parsers.language_data import load
from parsers.model import Block, Document, Eligibility
from parsers.text.sentences import sentences

_LONGEST_ITEM = 300
_LONGEST_HEADING = 100


def read_eligibility(document: Document) -> tuple[Eligibility, ...]:
    """Return the sentences of `document` that say who may apply, in order, each with the groups it names.

    Groups are ids of `language_data/*/eligibility.toml`. A group that a sentence excludes is not one of its groups,
    and a sentence that names no group is not returned. Items below such a sentence, or below a heading such as
    "Kuka voi hakea?", count where they name a group.
    """
    words = _words(document.language if document.language in ("fi", "sv") else "fi")
    found: list[Eligibility] = []
    announced = False
    for number, block in enumerate(document.blocks):
        if block.type == "li" and announced:
            spans, is_cue = [(0, len(block.text))], len(block.text) <= _LONGEST_ITEM
        else:
            spans, is_cue = sentences(block.text, document.language) if number else [], False
            announced = _announces(words, block)
        for start, end in spans:
            if groups := words.groups_in(block.text[start:end], is_cue=is_cue):
                found.append(Eligibility(groups=groups, evidence=document.evidence(number, start, end)))
    return tuple({each.evidence.text: each for each in reversed(found)}.values())[::-1]


def _announces(words: _Words, block: Block) -> bool:
    """Whether the items after `block` say who may apply: it is such a heading, or a cue left open."""
    if block.type[0] == "h":
        return len(block.text) <= _LONGEST_HEADING and words.is_heading(block.text)
    return not block.text.rstrip().endswith((".", "!", "?")) and words.has_cue(block.text.rsplit(". ", 1)[-1])


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language."""

    cues: CueList
    headings: CueList
    negations: CueList
    harmless: CueList
    ends: frozenset[str]
    groups: CueList
    ids: tuple[str, ...]

    def groups_in(self, sentence: str, *, is_cue: bool) -> tuple[str, ...]:
        """Return the groups that `sentence` says may apply, in the order named."""
        tokens = tokens_of(sentence)
        if not is_cue and not any(self.cues.find(tokens)):
            return ()
        allowed = [group for clause in self._clauses(tokens) if not self._denies(clause) for group in self._named(clause)]
        return tuple(dict.fromkeys(allowed))

    def has_cue(self, text: str) -> bool:
        return any(True for _ in self.cues.find(tokens_of(text)))

    def is_heading(self, text: str) -> bool:
        return any(True for _ in self.headings.find(tokens_of(text)))

    def _clauses(self, tokens: list[Token]) -> Iterator[list[Token]]:
        """Yield the parts of a sentence between "mutta" and the like."""
        first = 0
        for position, token in enumerate(tokens):
            if token.word in self.ends or token.word == ";":
                yield tokens[first:position]
                first = position
        yield tokens[first:]

    def _denies(self, clause: list[Token]) -> bool:
        harmless = [(hit.start, hit.end) for hit in self.harmless.find(clause)]
        return any(
            not any(start <= hit.start < end or hit.start <= start < hit.end for start, end in harmless)
            for hit in self.negations.find(clause)
        )

    def _named(self, clause: list[Token]) -> Iterator[str]:
        yield from (self.ids[hit.pattern] for hit in self.groups.find(clause))


@cache
def _words(language: str) -> _Words:
    data = load(language, "eligibility")
    pairs = [(group, pattern) for group, patterns in data["groups"].items() for pattern in patterns]
    return _Words(
        cues=CueList(data["cues"]),
        headings=CueList(data["headings"]),
        negations=CueList(data["negations"]),
        harmless=CueList(data["harmless"]),
        ends=frozenset(data["clause_ends"]),
        groups=CueList(pattern for _, pattern in pairs),
        ids=tuple(group for group, _ in pairs),
    )
