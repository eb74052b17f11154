"""Who may apply: the sentences that say so, and the groups they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from parsers.facts.cues import CueList, Token, tokens_of, tokens_within
from parsers.language_data import load
from parsers.model import Block, Document, Eligibility
from parsers.text.sentences import sentences

_LONGEST_ITEM = 300
_LONGEST_HEADING = 100
# "Understöd kan sökas av", "… är avsett för"
_LONGEST_PREPOSITION = 5


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
        if block.type == "li":
            announced = announced or (number > 0 and _announces(words, document.blocks[number - 1]))
        else:
            announced = False
        tokens = tokens_of(block.text)
        if announced:
            spans, is_cue = [(0, len(block.text))], len(block.text) <= _LONGEST_ITEM
        else:
            may_say = number and words.cues.may_be_in(tokens)
            spans, is_cue = sentences(block.text, document.language) if may_say else [], False
        for start, end in spans:
            if groups := words.groups_in(tokens_within(tokens, start, end), is_cue=is_cue):
                found.append(Eligibility(groups=groups, evidence=document.evidence(number, start, end)))
    return tuple({each.evidence.text: each for each in reversed(found)}.values())[::-1]


def _announces(words: _Words, block: Block) -> bool:
    """Whether the items after `block` say who may apply: it is such a heading, or a cue left open."""
    if block.type[0] == "h":
        return len(block.text) <= _LONGEST_HEADING and words.is_heading(block.text)
    return words.ends_in_cue(block.text.rstrip(" :–-"))


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language."""

    cues: CueList
    headings: CueList
    negations: CueList
    harmless: CueList
    irrelevant: CueList
    relatives: frozenset[str]
    ends: frozenset[str]
    groups: CueList
    ids: tuple[str, ...]

    def groups_in(self, tokens: list[Token], *, is_cue: bool) -> tuple[str, ...]:
        """Return the groups that a sentence says may apply, in the order named."""
        if not is_cue and (not _holds(self.cues, tokens) or _holds(self.irrelevant, tokens)):
            return ()
        clauses = [clause for clause in self._clauses(tokens) if not self._denies(clause)]
        return tuple(dict.fromkeys(group for clause in clauses for group in self._named(clause)))

    def ends_in_cue(self, text: str) -> bool:
        """Return whether `text` breaks off where it would name who may apply: "Avustusta voivat hakea"."""
        return any(len(text) - hit.end <= _LONGEST_PREPOSITION for hit in self.cues.find(tokens_of(text)))

    def is_heading(self, text: str) -> bool:
        return _holds(self.headings, tokens_of(text))

    def _clauses(self, tokens: list[Token]) -> Iterator[list[Token]]:
        """Yield the parts of a sentence between "mutta" and the like, without relative clauses on other things."""
        for clause in _cut(tokens, self.ends | {";"}):
            main, *relative = _cut(clause, self.relatives)
            yield main + [token for part in relative if _holds(self.cues, part) for token in part]

    def _denies(self, clause: list[Token]) -> bool:
        harmless = [(hit.start, hit.end) for hit in self.harmless.find(clause)]
        return any(
            not any(start <= hit.start < end or hit.start <= start < hit.end for start, end in harmless)
            for hit in self.negations.find(clause)
        )

    def _named(self, clause: list[Token]) -> Iterator[str]:
        """Yield the groups of a clause; after a number they are counted ("712 järjestölle"), not invited."""
        counted = {token.start for before, token in pairwise(clause) if before.word[0].isdigit()}
        yield from (self.ids[hit.pattern] for hit in self.groups.find(clause) if hit.start not in counted)


def _holds(cues: CueList, tokens: list[Token]) -> bool:
    return next(cues.find(tokens), None) is not None


def _cut(tokens: list[Token], words: frozenset[str]) -> list[list[Token]]:
    """Return `tokens` cut before each of `words`."""
    starts = [0, *(position for position, token in enumerate(tokens) if position and token.word in words), len(tokens)]
    return [tokens[start:end] for start, end in pairwise(starts)]


@cache
def _words(language: str) -> _Words:
    data = load(language, "eligibility")
    pairs = [(group, pattern) for group, patterns in data["groups"].items() for pattern in patterns]
    return _Words(
        cues=CueList(data["cues"]),
        headings=CueList(data["headings"]),
        negations=CueList(data["negations"]),
        harmless=CueList(data["harmless"]),
        irrelevant=CueList(data["irrelevant"]),
        relatives=frozenset(data["relatives"]),
        ends=frozenset(data["clause_ends"]),
        groups=CueList(pattern for _, pattern in pairs),
        ids=tuple(group for group, _ in pairs),
    )
