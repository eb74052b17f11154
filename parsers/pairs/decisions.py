"""What a person has decided: that two releases are versions of one text, or that they are not.

Decisions are kept as lines of text, made to be read and edited by hand: fields separated by tabs, the last line on two
releases counts. What is damaged costs its own line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import msgspec

from parsers.problems import Problem
from parsers.urls import canonical, release_id

Verdict = Literal["same", "different"]
HEADER = """\
# Decisions on which releases are versions of one text. They override what haku finds, and survive haku rebuild.
# One a line, fields separated by tabs; of several lines on the same two releases the last one counts.
# Either release may be given by its id or by its address. All behind the two releases is for people.
# same|different	release	release	day	who	note	address	address
"""
_ID_DIGITS = 16
_SHORTEST_LINE = 3


class Decision(msgspec.Struct, frozen=True):
    """A person's word on two releases, given by id. What is behind `other` is only for people."""

    verdict: Verdict
    one: str
    other: str
    day: str = ""
    who: str = ""
    note: str = ""
    addresses: tuple[str, str] = ("", "")

    @property
    def couple(self) -> frozenset[str]:
        return frozenset((self.one, self.other))

    @property
    def line(self) -> str:
        """The decision as `read_decisions` reads it.

        >>> Decision("same", "0123456789abcdef", "fedcba9876543210", "2026-11-01", "AN", "sama haku").line
        'same\\t0123456789abcdef\\tfedcba9876543210\\t2026-11-01\\tAN\\tsama haku\\t\\t'
        """
        fields = (self.verdict, self.one, self.other, self.day, self.who, self.note, *self.addresses)
        return "\t".join(" ".join(field.split()) for field in fields)


class Decisions:
    """All decisions that count, by the two releases they are about."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._by_couple: dict[frozenset[str], Decision] = {}
        for decision in decisions:
            self._by_couple.pop(decision.couple, None)
            self._by_couple[decision.couple] = decision
        self._ranks = {couple: rank for rank, couple in enumerate(self._by_couple)}
        self._same: dict[str, list[str]] = {}
        for decision in self:
            if decision.verdict == "same":
                self._same.setdefault(decision.one, []).append(decision.other)
                self._same.setdefault(decision.other, []).append(decision.one)

    def __iter__(self) -> Iterator[Decision]:
        return iter(self._by_couple.values())

    def __len__(self) -> int:
        return len(self._by_couple)

    def verdict(self, one: str, other: str) -> Verdict | None:
        """Return what was decided on two releases, None where nothing was."""
        decision = self._by_couple.get(frozenset((one, other)))
        return decision.verdict if decision else None

    def rank(self, one: str, other: str) -> int:
        """Return how late the decision on two releases was made, -1 where there is none."""
        return self._ranks.get(frozenset((one, other)), -1)

    def versions(self, release: str) -> list[str]:
        """Return the releases that were decided to be versions of the same text."""
        return self._same.get(release, [])


NONE = Decisions()


def read_decisions(text: str, name: str) -> tuple[Decisions, list[Problem]]:
    """Return the decisions of a file's text, and what is wrong with lines that could not be read.

    `name` is how the problems call the file.
    """
    found: list[Decision] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            try:
                found.append(read_decision(line, file=name, line=number))
            except Problem as problem:
                problems.append(problem)
    return Decisions(found), problems


def read_decision(text: str, **place: object) -> Decision:
    """Return the decision on a line. Raises Problem for a damaged one; `place` names its `file` and `line`.

    >>> read_decision("same\\thttps://tem.fi/-/haku\\t0123456789ABCDEF").other
    '0123456789abcdef'
    >>> read_decision("sama\\ta\\tb", file="decisions.tsv", line=5)
    Traceback (most recent call last):
    parsers.problems.Problem: decisions.tsv, line 5: “sama” is neither same nor different
    """
    fields = [field.strip() for field in text.removeprefix("\ufeff").rstrip("\r\n").split("\t")]
    verdict = next((known for known in get_args(Verdict) if fields[0] == known), None)
    if verdict is None:
        raise Problem("{file}, line {line}: “{word}” is neither same nor different", **place, word=fields[0])
    if len(fields) < _SHORTEST_LINE:
        raise Problem("{file}, line {line}: names fewer than two releases; tabs separate the fields", **place)
    one, other = (_release(field, **place) for field in fields[1:_SHORTEST_LINE])
    if one == other:
        raise Problem("{file}, line {line}: names one release twice", **place)
    day, who, note, *addresses = [*fields[_SHORTEST_LINE:], "", "", "", "", ""][:5]
    return Decision(verdict, one, other, day, who, note, (addresses[0], addresses[1]))


def _release(field: str, **place: object) -> str:
    """Return the id that a field gives, or that of its address."""
    digits = field.lower()
    if len(digits) == _ID_DIGITS and not set(digits) - set("0123456789abcdef"):
        return digits
    if "://" in field or field.startswith("file:"):
        return release_id(canonical(field))
    raise Problem("{file}, line {line}: “{word}” is neither a release's id nor an address", **place, word=field)
