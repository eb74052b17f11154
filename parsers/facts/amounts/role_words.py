"""The words that tell what a sum is for, and where they stand in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from parsers.facts.amounts.wordlists import lowered, pattern
from parsers.language_data import load
from parsers.numbers.parts import known
from parsers.text.alternatives import alternatives

CONDITION = "condition"
# In the order in which they count where several stand equally near
_ORDER = ("other", "cost", "minimum", "maximum", "per_applicant", CONDITION, "available", "granted")
# What tells that a grant is meant, only where nothing else tells more
_GRANT = "grant"

Span = tuple[int, int]


class Cue(NamedTuple):
    """A word or phrase that tells a role."""

    start: int
    end: int
    role: str


@dataclass(frozen=True)
class RoleWords:
    """The cues of a language, the words by which a limit is that of a grant, and those by which it is that of all.

    A sum is a ceiling of law where its sentence holds all patterns of `law`; an `extreme` is the largest or smallest
    of grants, which somebody has got where a word of `received` follows.
    """

    cues: re.Pattern[str]
    grant: re.Pattern[str]
    common: re.Pattern[str]
    modal: re.Pattern[str]
    possible: re.Pattern[str]
    difference: re.Pattern[str]
    extreme: re.Pattern[str]
    received: re.Pattern[str]
    law: tuple[re.Pattern[str], ...]


class RoleText:
    """A text in which the words that tell roles have been found, each kind at most once.

    >>> [cue.role for cue in RoleText("Jaossa on 2 000 euroa, kustannukset ovat 3 000 euroa.", "fi").cues]
    ['available', 'cost']
    """

    def __init__(self, text: str, language: str) -> None:
        self.text = lowered(text)
        self.words = role_words(language)

    @cached_property
    def cues(self) -> list[Cue]:
        found = self.words.cues.finditer(self.text)
        return [Cue(match.start(), match.end(), match.lastgroup or CONDITION) for match in found]

    @cached_property
    def grants(self) -> list[int]:
        return [match.start() for match in self.words.grant.finditer(self.text)]

    @cached_property
    def modals(self) -> list[int]:
        return [match.start() for match in self.words.modal.finditer(self.text)]

    @cached_property
    def commons(self) -> list[int]:
        return [match.start() for match in self.words.common.finditer(self.text)]

    def first_cue(self, span: Span) -> str | None:
        """Return the role within `span` that counts before all others there."""
        roles = (role for role in self._roles(span) if role != _GRANT)
        return min(roles, key=_ORDER.index, default=None)

    def grant_cue(self, span: Span) -> str | None:
        """Return "granted" where anything within `span` tells that a grant is meant."""
        return "granted" if _GRANT in self._roles(span) else None

    def _roles(self, span: Span) -> list[str]:
        first, last = (bisect_left(self.cues, (position, 0, "")) for position in span)
        return [cue.role for cue in self.cues[first:last] if cue.end <= span[1]]


@cache
def role_words(language: str) -> RoleWords:
    """Return the words of `language`, of Finnish for any that has none."""
    data = load(known(language), "amounts")
    groups = (f"(?P<{role}>{alternatives(data['role'][role])})" for role in (*_ORDER, _GRANT))
    return RoleWords(
        cues=re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)"),
        grant=pattern(data["grant"]["words"]),
        common=pattern(data["total"]["common"]),
        modal=pattern(data["grant"]["modal"]),
        possible=pattern(data["grant"]["possible"]),
        difference=re.compile(rf"\s{{1,3}}{alternatives(data['role']['difference'])}(?!\w)"),
        extreme=pattern(data["role"]["extreme"]),
        received=pattern(data["role"]["received"]),
        law=(pattern(data["ceiling"]["law"]), pattern(data["ceiling"]["period"])),
    )
