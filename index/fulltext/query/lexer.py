"""A query into the pieces its grammar knows: phrases, brackets, operators, prefixes, exclusions and plain words."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from index.fulltext.analysis.tokens import tokenize
from index.fulltext.analysis.words import Words
from index.fulltext.language_data import LANGUAGES, load
from parsers.problems import Problem

PieceKind = Literal["phrase", "open", "close", "and", "or", "not", "prefix", "text"]

_PIECE = re.compile(
    r"""
    # "työ- ja elinkeinoministeriö", also in typographic quotation marks
    (?P<phrase> ["“”„»«] (?P<quoted> [^"“”„»«]* ) (?P<end> ["“”„»«]? ) )
    | (?P<open> \( )
    | (?P<close> \) )
    # "-koulutus", "-"tulos ulos"", but not the "-" of "TE-palvelut" or "1 - 2"
    | (?P<minus> (?<! \S ) [-−] (?= [\w"“”„»«(] ) )
    # "kompetens*"
    | (?P<prefix> [^\s()"“”„»«*]+ \* (?! \w ) )
    | (?P<text> [^\s()"“”„»«]+ )
    """,
    re.VERBOSE,
)
_LONGEST_QUERY = 1000


class Piece(NamedTuple):
    """One piece of a query: what it is, its text, and where it begins (from 1, as people count)."""

    kind: PieceKind
    text: str
    place: int


def pieces(query: str) -> list[Piece]:
    """Return the pieces of a query. Raises Problem where a quotation mark is not closed, or for a query too long.

    >>> [(piece.kind, piece.text) for piece in pieces('haku OR "avoin haku" -tuki osaamiskes*')]
    [('text', 'haku'), ('or', 'OR'), ('phrase', 'avoin haku'), ('not', '-'), ('text', 'tuki'), ('prefix', 'osaamiskes')]

    A hyphen behind a name, as Finnish writes it, excludes nothing:

    >>> [(piece.kind, piece.text) for piece in pieces("Talent Boost -ohjelma")]
    [('text', 'Talent'), ('text', 'Boost'), ('text', 'ohjelma')]
    """
    if len(query) > _LONGEST_QUERY:
        raise Problem("The query is longer than {most} characters; shorten it", most=_LONGEST_QUERY)
    found: list[Piece] = []
    for match in _PIECE.finditer(query):
        if match["phrase"] and not match["end"]:
            raise Problem(
                "{query}: the quotation mark at character {place} is not closed", query=query, place=match.start() + 1
            )
        if match["minus"] and _is_name_hyphen(query, found, match.end()):
            continue
        found.append(_piece(match))
    return found


def _piece(match: re.Match[str]) -> Piece:
    place = match.start() + 1
    if match["phrase"] is not None:
        return Piece("phrase", match["quoted"], place)
    if match["minus"]:
        return Piece("not", "-", place)
    if match["prefix"]:
        return Piece("prefix", match["prefix"][:-1], place)
    if match["open"] or match["close"]:
        return Piece("open" if match["open"] else "close", match[0], place)
    return Piece(_operators().get(match["text"], "text"), match["text"], place)


def _is_name_hyphen(query: str, before: list[Piece], position: int) -> bool:
    """Whether a hyphen joins a word to the name before it: "Talent Boost -ohjelma", "Erasmus+ -ohjelma".

    Finnish writes it so behind a name of several words, or one that ends in a sign or number. It is told from an
    exclusion by a capital letter in the name, or by a word behind it that ends such names.
    """
    head = re.match(r"\w+", query[position:])
    name = [word for piece in _name_before(before) for word in piece.text.split()]
    if head is None or not name or head[0] != head[0].lower():
        return False
    several = len(name) > 1 or not name[-1][-1].isalpha()
    return several and (any(word[0].isupper() for word in name) or _is_name_head(head[0]))


def _name_before(before: list[Piece]) -> list[Piece]:
    """Return the pieces at the end that a name can consist of: a quotation, or words that nothing excludes."""
    if before and before[-1].kind == "phrase":
        return before[-1:]
    count = next((number for number, piece in enumerate(reversed(before)) if piece.kind != "text"), len(before))
    excluded = count < len(before) and before[-count - 1].kind == "not"
    return before[len(before) - count + excluded :]


def _is_name_head(word: str) -> bool:
    words = Words()
    return any(
        base in load(language)["name_heads"]
        for language in LANGUAGES
        for token in tokenize(word)
        for base in words.terms(token, language).whole
    )


@cache
def _operators() -> dict[str, PieceKind]:
    """Return the words that join the parts of a query, in the languages of the search; only capitals mean them."""
    kinds: tuple[PieceKind, ...] = ("and", "or", "not")
    return {word: kind for language in LANGUAGES for kind in kinds for word in load(language)[kind]}
