"""What a query means, as a tree. `str()` of a node shows how it was understood."""

from __future__ import annotations

from dataclasses import dataclass

from index.fulltext.analysis.tokens import Token


@dataclass(frozen=True, slots=True)
class Word:
    """One word, in any of its forms and as a part of compounds."""

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
class All:
    """Everything in `wanted`, and nothing in `unwanted`."""

    wanted: tuple[Node, ...]
    unwanted: tuple[Node, ...] = ()

    def __str__(self) -> str:
        return "(" + " ".join([*map(str, self.wanted), *(f"-{node}" for node in self.unwanted)]) + ")"


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of these."""

    choices: tuple[Node, ...]

    def __str__(self) -> str:
        return "(" + " | ".join(map(str, self.choices)) + ")"


Leaf = Word | Phrase | Prefix
Node = Leaf | All | Any


def leaves(node: Node) -> list[Leaf]:
    """Return the leaves that a query looks for, without what it excludes."""
    if isinstance(node, All):
        return [leaf for child in node.wanted for leaf in leaves(child)]
    if isinstance(node, Any):
        return [leaf for child in node.choices for leaf in leaves(child)]
    return [node]
