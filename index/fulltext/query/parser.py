"""A query as people write it, read into a tree.

    query = all, {"OR", all} ;
    all   = item, {["AND"], item} ;
    item  = ["NOT" | "-"], (word | phrase | prefix | field, ":", value | "(", query, ")") ;

"OR" reaches to both sides: ``tem haku OR okm utlysning`` wants the first two words, or the last two. What a person may
write is told in docs/searching.md.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import groupby

from index.fulltext.analysis.tokens import Token, tokenize
from index.fulltext.query.conditions import read_condition
from index.fulltext.query.fields import field_names
from index.fulltext.query.lexer import Piece, pieces
from index.fulltext.query.nodes import All, Any, Condition, Node, Phrase, Prefix, Word
from parsers.problems import Problem

_EVERYTHING = "*"
_SHORTEST_PREFIX = 2
_DEEPEST = 20
_MOST_LEAVES = 64


def normal(query: str) -> str:
    """Return a query as it is read and as places in it are counted: composed letters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", query).split())


def parse(query: str, today: date | None = None) -> Node:
    """Read a query. Raises Problem with what is wrong and where. `today` is the day that "today" means in it.

    >>> str(parse("haku TAI (avustus -koulutus)"))
    '(haku OR (avustus -koulutus))'
    >>> str(parse('"avoin haku" 1 066 000 osaamiskes* år:2021'))
    '("avoin haku" 1066000 osaamiskes* published:2021-01-01..2021-12-31)'
    """
    if query.strip() == _EVERYTHING:
        return All(())
    parser = _Parser(normal(query), today or date.today())
    node = parser.choices()
    parser.finish()
    if node is None:
        raise Problem("The query has no word to look for; write one, such as osaamiskeskus")
    return node


class _Parser:
    """Reads pieces from left to right. A part of a query without any word in it, such as ``""``, is None."""

    def __init__(self, query: str, today: date) -> None:
        self._query = query
        self._today = today
        self._pieces = _with_words(query, pieces(query))
        self._next = 0
        self._depth = 0
        if len(self._pieces) > _MOST_LEAVES:
            raise Problem("The query has more than {most} words; shorten it", most=_MOST_LEAVES)

    def choices(self) -> Node | None:
        found = [self._all()]
        while (piece := self._peek()) and piece.kind == "or":
            self._next += 1
            found.append(self._all())
            if None in found[-2:]:
                raise self._problem("{query}: {word} at character {place} needs a word on both sides", piece)
        choices = tuple(choice for choice in found if choice is not None)
        return Any(choices) if len(choices) > 1 else found[0]

    def finish(self) -> None:
        if piece := self._peek():
            raise self._problem("{query}: the bracket at character {place} closes nothing", piece)

    def _all(self) -> Node | None:
        wanted: list[Node] = []
        unwanted: list[Node] = []
        while (piece := self._peek()) and piece.kind not in ("or", "close"):
            self._next += 1
            if piece.kind == "and":
                continue
            group = unwanted if piece.kind == "not" else wanted
            node = self._negated(piece) if piece.kind == "not" else self._item(piece)
            group.extend([node] if node is not None else [])
        if unwanted and not wanted:
            raise Problem("{query}: says only what to leave out; add a word to look for", query=self._query)
        if len(wanted) == 1 and not unwanted:
            return wanted[0]
        return All(tuple(wanted), tuple(unwanted)) if wanted else None

    def _negated(self, sign: Piece) -> Node | None:
        piece = self._peek()
        if piece is None or piece.kind in ("and", "or", "not", "close"):
            raise self._problem("{query}: {word} at character {place} needs a word behind it", sign)
        self._next += 1
        return self._item(piece)

    def _item(self, piece: Piece) -> Node | None:
        if piece.kind == "open":
            return self._bracketed(piece)
        if piece.kind == "prefix":
            return self._prefix(piece)
        if piece.kind == "field":
            return self._condition(piece)
        tokens = _tokens(self._query, piece)
        if piece.kind == "phrase" and len(tokens) > 1:
            return Phrase(tuple(tokens))
        return Word(tokens[0]) if tokens else None

    def _bracketed(self, opening: Piece) -> Node | None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._problem("{query}: too many brackets within each other at character {place}", opening)
        node = self.choices()
        closing = self._peek()
        if closing is None or closing.kind != "close":
            raise self._problem("{query}: the bracket at character {place} is not closed", opening)
        self._next += 1
        self._depth -= 1
        return node

    def _prefix(self, piece: Piece) -> Prefix:
        letters = piece.text.lower()
        if len(letters) < _SHORTEST_PREFIX:
            raise self._problem("{query}: write at least two letters before the * at character {place}", piece)
        return Prefix(letters)

    def _condition(self, piece: Piece) -> Condition:
        field = field_names()[" ".join(piece.name.casefold().split())]
        return read_condition(field, piece.name, piece.text, self._today, piece.place)

    def _peek(self) -> Piece | None:
        return self._pieces[self._next] if self._next < len(self._pieces) else None

    def _problem(self, message: str, piece: Piece) -> Problem:
        return Problem(message, query=self._query, word=piece.text, place=piece.place)


def _with_words(query: str, found: list[Piece]) -> list[Piece]:
    """Return the pieces with their runs of text cut into words: a number may have spaces in it."""
    cut: list[Piece] = []
    for kind, run in groupby(found, key=lambda piece: piece.kind):
        members = list(run)
        if kind != "text":
            cut += members
            continue
        whole = Piece("text", query[members[0].start : members[-1].end], members[0].start, members[-1].end)
        cut += [
            Piece("text", query[token.start : token.end], token.start, token.end) for token in _tokens(query, whole)
        ]
    return cut


def _tokens(query: str, piece: Piece) -> list[Token]:
    """Return the tokens of a piece where the query has them."""
    end = piece.start + len(piece.text)
    tokens = tokenize(query[piece.start : end])
    return [token._replace(start=piece.start + token.start, end=piece.start + token.end) for token in tokens]
