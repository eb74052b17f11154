"""A query into the pieces its grammar knows: phrases, brackets, operators, fields, prefixes, exclusions and words."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from index.fulltext.analysis.tokens import tokenize
from index.fulltext.analysis.words import Words
from index.fulltext.language_data import LANGUAGES, load
from index.fulltext.query.fields import field_names, field_pattern
from index.fulltext.query.values import is_unit
from parsers.problems import Problem

PieceKind = Literal["phrase", "open", "close", "and", "or", "not", "field", "prefix", "text"]

# "summa:>1 000 000", "belopp:2 miljoner": the value goes on behind a space
_SUM_GOES_ON = re.compile(r"[\s\u00a0\u202f]\d{3}(?![\w.])|[\s\u00a0](?P<unit>[^\W\d_]{1,9}\.?|€)(?!\S)")
_SUM_BEGINS = re.compile(r"[<>=.]*\d{1,3}\Z|.*\.\.\d{1,3}\Z|.*[\s\u00a0\u202f]\d{3}\Z")
_ENDS_IN_FIGURE = re.compile(r".*\d\Z", re.DOTALL)
# "ohjelma" of "Talent Boost -ohjelma", but not "vuosi:2021"
_HEAD = re.compile(r"\w++(?!:)")
_LONGEST_QUERY = 1000


class Piece(NamedTuple):
    """One piece of a query: what it is, its text, and between which characters it stands.

    Of a field `name` is how the query writes it and `text` is what stands behind the colon, from `start` on.
    """

    kind: PieceKind
    text: str
    start: int
    end: int
    name: str = ""

    @property
    def place(self) -> int:
        """The number of the first character, from 1, as people count."""
        return self.start + 1


def pieces(query: str) -> list[Piece]:
    """Return the pieces of a query. Raises Problem for what cannot be a piece of one.

    >>> [piece.kind for piece in pieces('haku OR "avoin haku" -tuki osaamiskes* vuosi:2021')]
    ['text', 'or', 'phrase', 'not', 'text', 'prefix', 'field']

    A hyphen behind a name, as Finnish writes it, excludes nothing, and what a colon joins to an abbreviation is an
    ending:

    >>> [(piece.kind, piece.text) for piece in pieces("Talent Boost -ohjelma TEM:n")]
    [('text', 'Talent'), ('text', 'Boost'), ('text', 'ohjelma'), ('text', 'TEM:n')]
    """
    if len(query) > _LONGEST_QUERY:
        raise Problem("The query is longer than {most} characters; shorten it", most=_LONGEST_QUERY)
    found: list[Piece] = []
    position = 0
    while match := _pattern().search(query, position):
        position = match.end()
        if match["minus"] and _is_name_hyphen(query, found, match.end()):
            continue
        piece = _piece(query, match)
        found.append(piece)
        position = max(position, piece.end)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        # "työ- ja elinkeinoministeriö", also in typographic quotation marks
        (?P<phrase> ["“”„»«] (?P<quoted> [^"“”„»«]* ) (?P<end> ["“”„»«]? ) )
        | (?P<open> \( )
        | (?P<close> \) )
        # "-koulutus", "-"tulos ulos"", but not the "-" of "TE-palvelut" or "1 - 2"
        | (?P<minus> (?<! \S ) [-−] (?= [\w"“”„»«(] ) )
        # "vuosi:2021", "ministeriö:"työ- ja elinkeinoministeriö""
        | (?P<field> {field_pattern()} ) :
          (?: ["“”„»«] (?P<inner> [^"“”„»«]* ) (?P<shut> ["“”„»«]? ) | (?P<value> [^\s()"“”„»«]* ) )
        # "otsikko:haku", which is no field; not "TEM:n", "https://…"
        | (?P<unknown> [^\W\d_]{{2,40}}+ ) : (?P<behind> (?! // ) [^\s:()"“”„»«]+ )
        # "kompetens*"
        | (?P<prefix> [^\s()"“”„»«*]++ \* (?! [\w*] ) )
        # "*ohjelma", "osaamis*keskus"
        | (?P<star> [^\s()"“”„»«*]*+ \* [^\s()"“”„»«]*\w )
        | (?P<text> [^\s()"“”„»«*]+ )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _piece(query: str, match: re.Match[str]) -> Piece:
    start, end = match.span()
    at = {"query": query, "place": start + 1}
    if match["phrase"] is not None:
        if not match["end"]:
            raise Problem("{query}: the quotation mark at character {place} is not closed", **at)
        if "*" in match["quoted"]:
            raise Problem("{query}: a * between quotation marks (character {place}) has no meaning; leave it out", **at)
        return Piece("phrase", match["quoted"], start + 1, end)
    if match["field"]:
        return _field(query, match)
    if match["unknown"] and not _is_ending(match["behind"]):
        names = ", ".join(load("en")["fields"][field][0] for field in load("en")["fields"])
        message = "{query}: {word} at character {place} is no field; leave out the colon, or use one of {fields}"
        raise Problem(message, **at, word=match["unknown"], fields=names)
    if match["star"]:
        raise Problem("{query}: {word} at character {place}: a * may only end a word", **at, word=match["star"])
    if match["prefix"]:
        return Piece("prefix", match["prefix"][:-1], start, end)
    for kind, sign in (("open", "open"), ("close", "close"), ("not", "minus")):
        if match[sign]:
            return Piece(kind, match[sign], start, end)  # type: ignore[arg-type]
    return Piece(_operators().get(match[0], "text"), match[0], start, end)


def _field(query: str, match: re.Match[str]) -> Piece:
    name = match["field"]
    if match["inner"] is not None:
        if not match["shut"]:
            message = "{query}: the quotation mark at character {place} is not closed"
            raise Problem(message, query=query, place=match.start("inner"))
        return Piece("field", match["inner"], match.start("inner"), match.end(), name)
    start, end = match.span("value")
    if field_names()[" ".join(name.casefold().split())] == "total":
        end = _end_of_sum(query, start, end)
    return Piece("field", query[start:end], start, end, name)


def _end_of_sum(query: str, start: int, end: int) -> int:
    """Return where a sum ends whose figures are grouped by spaces, or that has its unit behind one."""
    while more := _SUM_GOES_ON.match(query, end):
        begun = _ENDS_IN_FIGURE if more["unit"] else _SUM_BEGINS
        if not begun.match(query[start:end]) or (more["unit"] and not is_unit(more["unit"])):
            break
        end = more.end()
    return end


def _is_ending(behind: str) -> bool:
    """Whether what stands behind a colon is an ending, as in "TEM:n"."""
    word = behind.rstrip(".,;!?")
    return any(word in load(language)["colon_endings"] for language in LANGUAGES)


def _is_name_hyphen(query: str, before: list[Piece], position: int) -> bool:
    """Whether a hyphen joins a word to the name before it: "Talent Boost -ohjelma", "Erasmus+ -ohjelma".

    Finnish writes it so behind a name of several words, or one that ends in a sign or number. It is told from an
    exclusion by a capital letter in the name, or by a word behind it that ends such names.
    """
    head = _HEAD.match(query, position)
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
