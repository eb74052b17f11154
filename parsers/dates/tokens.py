"""Text as tokens (runs of digits, runs of letters, single signs), and phrases of the language data over them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from parsers.text.remembered import remembered

_TOKEN = re.compile(r"([0-9]+)|[^\W\d_]+|[^\w\s]|_")
_NUMBER = 1
DASHES = frozenset("-–—−‒―‐‑")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A run of digits (`number`), a run of letters, or one sign. `gap` is true where white space precedes it."""

    text: str
    start: int
    end: int
    gap: bool
    number: bool


END = Token("", -1, -1, True, False)
# How far beyond the last token the grammar may look.
_PADDING = 64


def tokenize(text: str) -> list[Token]:
    """Return the tokens of `text`, lower case, with their offsets.

    >>> [token.text for token in tokenize("Klo 16.15, t.o.m. 3:e")]
    ['klo', '16', '.', '15', ',', 't', '.', 'o', '.', 'm', '.', '3', ':', 'e']
    """
    tokens = []
    before = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        tokens.append(Token(match[0].lower(), start, end, start > before, match.lastindex == _NUMBER))
        before = end
    return tokens


class Stream:
    """Tokens to be read by position; before the first and after the last stand empty tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        tokens = tokenize(text)
        self._size = len(tokens)
        self._words = [token.text for token in tokens]
        # Position -1 is then an empty token too, and no look-ahead needs to ask for the length.
        tokens.extend([END] * _PADDING)
        self._tokens = tokens

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, position: int) -> Token:
        return self._tokens[position]

    def part(self, start: int, end: int) -> list[Token]:
        """Return the tokens ``start:end``, both within the text."""
        return self._tokens[start:end]

    def words(self, start: int, end: int) -> list[str]:
        """Return the words of the tokens ``start:end``, both within the text."""
        return self._words[start:end]

    def word(self, position: int) -> str:
        return self._tokens[position].text

    def glued(self, position: int) -> bool:
        """Return whether the token follows the one before it without a space."""
        return position > 0 and not self._tokens[position].gap

    def sign(self, position: int, signs: str) -> bool:
        """Return whether one of `signs` stands here, without a space before it."""
        token = self._tokens[position]
        return not token.gap and position > 0 and token.text in signs

    def dash(self, position: int) -> int | None:
        """Return the position after a dash, single or double, else None."""
        if self._tokens[position].text not in DASHES:
            return None
        return position + 2 if self.word(position + 1) in DASHES and self.glued(position + 1) else position + 1

    def digits(self, position: int, lengths: tuple[int, ...]) -> int | None:
        """Return the number that stands here if it has one of so many digits."""
        token = self._tokens[position]
        return int(token.text) if token.number and len(token.text) in lengths else None


@remembered
def stream_of(text: str) -> Stream:
    """Return the tokens of `text`, to be shared."""
    return Stream(text)


class Phrases:
    """Phrases of the language data, found at a position or just before one. A final ``*`` stands for any ending."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.source = tuple(phrases)
        self._first: dict[str, list[tuple[str, ...]]] = {}
        self._last: dict[str, list[tuple[str, ...]]] = {}
        stems = []
        for phrase in self.source:
            if phrase.endswith("*"):
                stems.append(phrase[:-1])
                continue
            words = tuple(token.text for token in tokenize(phrase))
            self._first.setdefault(words[0], []).append(words)
            self._last.setdefault(words[-1], []).append(words)
        self._stems = tuple(stems)
        for table in (self._first, self._last):
            for alternatives in table.values():
                alternatives.sort(key=len, reverse=True)

    def at(self, stream: Stream, position: int) -> int | None:
        """Return the position after the longest phrase that begins here, else None."""
        word = stream.word(position)
        for words in self._first.get(word, ()):
            if len(words) == 1 or all(stream.word(position + i) == each for i, each in enumerate(words)):
                return position + len(words)
        return position + 1 if self._stems and word.startswith(self._stems) else None

    def before(self, stream: Stream, position: int) -> int | None:
        """Return where the longest phrase that ends just before `position` begins, else None."""
        word = stream.word(position - 1)
        for words in self._last.get(word, ()):
            start = position - len(words)
            if start >= 0 and all(stream.word(start + i) == each for i, each in enumerate(words)):
                return start
        return position - 1 if self._stems and word.startswith(self._stems) else None

    @property
    def openings(self) -> frozenset[str]:
        """The words with which the phrases begin."""
        return frozenset(self._first)

    def __contains__(self, word: str) -> bool:
        return (word,) in self._first.get(word, ()) or (bool(self._stems) and word.startswith(self._stems))
