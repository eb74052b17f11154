"""What a query means, as a tree. `str()` of a node shows how it was understood, in the query language itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from index.fulltext.analysis.tokens import Token

NameField = Literal["authority", "kind", "language", "status", "applicant", "source"]
DayField = Literal["published", "deadline", "open"]
Field = NameField | DayField | Literal["total"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word, in any of its forms and as a part of compounds. The token stands where the query has it."""

    token: Token

    def __str__(self) -> str:
        return self.token.text


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after another, each in any form."""

    tokens: tuple[Token, ...]

    def __str__(self) -> str:
        return '"' + " ".join(token.text for token in self.tokens) + '"'


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words as written that begin with these letters."""

    letters: str

    def __str__(self) -> str:
        return self.letters + "*"


@dataclass(frozen=True, slots=True)
class Names:
    """Any of these codes in a field: ``kind:call,decision``."""

    field: NameField
    codes: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.field}:{','.join(self.codes)}"


@dataclass(frozen=True, slots=True)
class Days:
    """A day between two, both inclusive; an ``open`` call was so on at least one of them. None leaves a side open."""

    field: DayField
    first: date | None
    last: date | None

    def __str__(self) -> str:
        return f"{self.field}:{_span(self.first, self.last)}"


@dataclass(frozen=True, slots=True)
class Sums:
    """A headline sum in euros between two; `over` and `under` leave the bounds themselves out."""

    least: Decimal | None
    most: Decimal | None
    over: bool = False
    under: bool = False

    def __str__(self) -> str:
        if self.over or self.under:
            return f"total:{'>' if self.over else '<'}{self.least if self.over else self.most}"
        return f"total:{_span(self.least, self.most)}"


@dataclass(frozen=True, slots=True)
class All:
    """Everything in `wanted`, and nothing in `unwanted`; without either, every text there is."""

    wanted: tuple[Node, ...]
    unwanted: tuple[Node, ...] = ()

    def __str__(self) -> str:
        if not self.wanted:
            return "*"
        return "(" + " ".join([*map(str, self.wanted), *(f"-{node}" for node in self.unwanted)]) + ")"


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of these."""

    choices: tuple[Node, ...]

    def __str__(self) -> str:
        return "(" + " OR ".join(map(str, self.choices)) + ")"


Leaf = Word | Phrase | Prefix
Condition = Names | Days | Sums
Node = Leaf | Condition | All | Any


def leaves(node: Node) -> list[Leaf]:
    """Return the words, phrases and prefixes that a query looks for, without what it excludes."""
    if isinstance(node, All):
        return [leaf for child in node.wanted for leaf in leaves(child)]
    if isinstance(node, Any):
        return [leaf for child in node.choices for leaf in leaves(child)]
    return [node] if isinstance(node, Leaf) else []


def _span(first: object | None, last: object | None) -> str:
    """Write a range.

    >>> _span(1, 1), _span(1, None), _span(1, 2)
    ('1', '1..', '1..2')
    """
    if first == last:
        return str(first)
    return f"{'' if first is None else first}..{'' if last is None else last}"
