"""The pieces of a line that sums are made of: figures, words, currency signs, dashes, and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

import msgspec

from parsers.facts.amounts.lexicon import Lexicon, lexicon
from parsers.numbers import FIGURE


class Type(Enum):
    """What a token is. A CODE is a number that counts nothing: a date, a time, a budget item, a telephone number."""

    NOTHING = 0
    FIGURE = 1
    WORD = 2
    SIGN = 3
    DASH = 4
    MARK = 5
    CODE = 6


class Token(msgspec.Struct, frozen=True, gc=False):
    """`low` is the text in lower case; `glued` that nothing parts it from the token before it."""

    type: Type
    start: int
    end: int
    low: str
    glued: bool


_PADDING = [Token(Type.NOTHING, 0, 0, "", False)] * 10

_TOKEN = re.compile(
    rf"""
    (?P<CODE>
        \+(?:358|372|4[5-7])[ ()\d-]{{6,}}               # +358 295 047 990
      | 0\d+ (?: [ -]\d{{2,}} )*                         # 0295 047 990, 029-504 7318
      | \d{{7}}-\d (?! \d | \s\d{{3}} )                  # 1234567-8
      | (?:0?[1-9]|[12]\d|3[01]) \. (?:0?[1-9]|1[0-2]) \. (?: \d{{4}} | \d\d )? (?!\d)    # 1.3.2024, 1.3.
      | \d+ (?: [/:] \d+ )+                              # 1386/2010, 16:15
      | (?! [1-9]\d{{0,2}} (?: \.\d{{3}} )+ (?! \d | \.\d ) )
        \d+ (?: \.\d+ ){{2,}}                            # 33.20.50, but not 1.500.000
    )
  | (?P<FIGURE> {FIGURE} )
  | (?P<WORD> [^\W\d_]+ )
  | (?P<SIGN> [€$£] )
  | (?P<DASH> [-‐‑‒–—―−] )
  | (?P<MARK> \S )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Line:
    """A text with its tokens and the words of its language.

    Beyond the last of its `count` tokens, and so before the first one too, `tokens` holds empty ones: what looks a few
    tokens ahead or back needs no care.
    """

    text: str
    tokens: list[Token]
    count: int
    words: Lexicon

    def exact(self, index: int) -> str:
        """Return the characters of a token as written."""
        token = self.tokens[index]
        return self.text[token.start : token.end]

    def lows(self, index: int, count: int) -> list[str]:
        """Return up to `count` words in lower case from `index` on, as far as there are words."""
        found: list[str] = []
        for token in self.tokens[index : index + count]:
            if token.type is not Type.WORD:
                break
            found.append(token.low)
        return found


def read_line(text: str, language: str) -> Line:
    """Return `text` taken apart."""
    found = tokens(text)
    return Line(text, found + _PADDING, len(found), lexicon(language))


_TYPES = {kind.name: kind for kind in Type}


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text`, in order, spaces left out.

    >>> [(token.type.name, token.low) for token in tokens("Momentti 33.20.50: 1 047 000 €")]
    [('WORD', 'momentti'), ('CODE', '33.20.50'), ('MARK', ':'), ('FIGURE', '1 047 000'), ('SIGN', '€')]
    """
    found: list[Token] = []
    before = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        found.append(Token(_TYPES[match.lastgroup or "MARK"], start, end, match[0].lower(), start == before))
        before = end
    return found
