"""A small language for word patterns, so that a linguist can write them down without regular expressions.

A pattern is words with spaces between: ``haku .. avattu|avautuu``.

- ``haku`` is that very word, in any case; ``haku*`` one that begins so, ``*haku`` ends so, ``*haku*`` holds it;
- ``a|b`` is either; ``#`` is a number, ``<date>`` a date or a range of dates;
- ``{grants}`` stands for the alternatives that the data lists under that name;
- ``..`` stands for up to five words between, within one sentence.

Words are looked up one by one and gaps are bounded, so that time grows with the text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

import msgspec

from parsers.text.remembered import WordTable, remembered

_STOPS = frozenset(".!?;\n")
_GAP = ".."
_GAP_STEP = -1
_LONGEST_GAP = 5
_DATE = "<date>"
_CLASS = re.compile(r"\{(\w+)\}")
# "17.3.–20.4.2021", "1,5", "työ-", "STEA:n", "a.": numbers with their marks, words, and what ends a sentence
_TOKEN = re.compile(
    r"\d{1,12}(?:[.,:/–-]{1,2}\d{1,12}){0,8}\.?|[^\W\d_]{1,80}(?:[-'’:/][^\W\d_]{1,80}){0,6}-?|[.!?;\n]"
)
# "17.3.", "17.3.2021", "1.–30.9.2025", "9.10-17.11.2023"
_DATE_TOKEN = re.compile(r"(?:\d{1,2}\.)?[–-]?\d{1,2}\.(?:0?[1-9]|1[0-2])(?:\.\d{4})?(?:\.?[–-].{3,12})?\.?")


_START, _WORD = attrgetter("start"), attrgetter("word")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a number, or (`stops`) what ends a sentence; `word` is in small letters."""

    word: str
    start: int
    end: int
    stops: bool = False


class Hit(msgspec.Struct, frozen=True, gc=False):
    """Where a pattern was found, and the number of the pattern in its list."""

    pattern: int
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """Return the words, numbers and sentence ends of `text`. The result is shared: do not change it.

    >>> [token.word for token in tokens_of("Haku 1.–30.9.2025 klo 16.15. STEA:n tuki")]
    ['haku', '1.–30.9.2025', 'klo', '16.15', '.', 'stea:n', 'tuki']
    """
    return _tokens(text)


def tokens_within(tokens: list[Token], start: int, end: int) -> list[Token]:
    """Return those of the `tokens` of a text that begin at its characters ``start:end``."""
    first, last = (bisect_left(tokens, place, key=_START) for place in (start, end))
    return tokens[first:last]


@remembered
def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word[-1] in _STOPS:
            tokens.extend(_stopped(text, match))
        else:
            tokens.append(Token(word.casefold(), *match.span()))
    return tokens


class CueList:
    """Patterns that are looked for all at once.

    `numbers` are words that ``#`` stands for besides figures, `classes` what ``{name}`` stands for.

    >>> cues = CueList(["haku .. avattu|auki", "*avustu* #"])
    >>> [(hit.pattern, hit.start, hit.end) for hit in cues.find(tokens_of("Haku on nyt auki: erityisavustus 2024"))]
    [(0, 0, 16), (1, 18, 37)]
    >>> list(cues.find(tokens_of("Haku päättyi. Ovi auki.")))
    []
    """

    def __init__(
        self, patterns: Iterable[str], numbers: Iterable[str] = (), classes: Mapping[str, list[str]] | None = None
    ) -> None:
        self._steps: list[list[int]] = []
        self._needed: list[frozenset[int]] = []
        self._elements = _Elements(numbers)
        self._starting: defaultdict[int, list[int]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            parts = _CLASS.sub(lambda match: "|".join((classes or {})[match[1]]), pattern).split()
            steps = [_GAP_STEP if part == _GAP else self._elements.add(part) for part in parts]
            self._steps.append(steps)
            self._needed.append(frozenset(steps) - {_GAP_STEP})
            self._starting[steps[0]].append(number)
        self._beginning_with = WordTable(self._patterns_beginning_with)

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Yield the places in `tokens` where a pattern begins, in order."""
        words = list(map(_WORD, tokens))
        beginning = list(map(self._beginning_with.__getitem__, words))
        if not any(beginning):
            return
        present = frozenset().union(*map(self._elements.of.__getitem__, words))
        for position, patterns in enumerate(beginning):
            for pattern in patterns:
                last = self._match(tokens, position, self._steps[pattern]) if self._needed[pattern] <= present else None
                if last is not None:
                    yield Hit(pattern, tokens[position].start, tokens[last].end)

    def may_be_in(self, tokens: Iterable[Token]) -> bool:
        """Return whether any of `tokens` is the first word of a pattern: mostly none is, and nothing need be cut up."""
        return any(map(self._beginning_with.__getitem__, map(_WORD, tokens)))

    def _patterns_beginning_with(self, word: str) -> tuple[int, ...]:
        return tuple(pattern for element in self._elements.of[word] for pattern in self._starting.get(element, ()))

    def _match(self, tokens: Sequence[Token], position: int, steps: list[int]) -> int | None:
        """Return the position of the last token of a match whose first is at `position`, None where there is none."""
        slack = 0
        for step in steps[1:]:
            if step == _GAP_STEP:
                slack = _LONGEST_GAP
                continue
            position, slack = self._next(tokens, position + 1, slack, step), 0
            if position < 0:
                return None
        return position

    def _next(self, tokens: Sequence[Token], start: int, slack: int, element: int) -> int:
        """Return the first place whose token is `element`, at most `slack` behind `start`; -1 where a sentence ends."""
        for place, token in enumerate(tokens[start : start + slack + 1], start):
            if element in self._elements.of[token.word]:
                return place
            if token.stops:
                break
        return -1


class _Elements:
    """The single words of all patterns, each with a number; finds which of them a word is."""

    def __init__(self, number_words: Iterable[str]) -> None:
        self._number_words = frozenset(number_words)
        self._numbers: dict[str, int] = {}
        self._exact: defaultdict[str, set[int]] = defaultdict(set)
        self._beginnings: defaultdict[str, set[int]] = defaultdict(set)
        self._endings: defaultdict[str, set[int]] = defaultdict(set)
        self._inner: defaultdict[str, set[int]] = defaultdict(set)
        self.of = WordTable(self._of)

    def add(self, element: str) -> int:
        """Return the number of `element`, such as ``haku*|*haut``."""
        number = self._numbers.setdefault(element, len(self._numbers))
        for option in element.split("|"):
            plain = option.strip("*")
            match option.startswith("*"), option.endswith("*"):
                case False, False:
                    self._exact[plain].add(number)
                case False, True:
                    self._beginnings[plain].add(number)
                case True, False:
                    self._endings[plain].add(number)
                case _:
                    self._inner[plain].add(number)
        return number

    def _of(self, word: str) -> frozenset[int]:
        found = set(self._exact.get(word, ()))
        if word[:1].isdigit() or word in self._number_words:
            found |= self._exact.get("#", set())
        if word[:1].isdigit():
            found |= self._exact.get(_DATE, set()) if _DATE_TOKEN.fullmatch(word) else set()
        for cut in range(len(word) + 1):
            found |= self._beginnings.get(word[:cut], set())
            found |= self._endings.get(word[cut:], set())
        for part, numbers in self._inner.items():
            if part in word:
                found |= numbers
        return frozenset(found)


def _stopped(text: str, match: re.Match[str]) -> Iterator[Token]:
    """Yield the token of a match that ends in a mark, and the sentence end that its full stop may be."""
    word, start, end = match[0], match.start(), match.end()
    if word in _STOPS:
        if word != "." or not text[end : end + 1].strip():
            yield Token(word, start, end, stops=True)
    else:
        kept = word if _DATE_TOKEN.fullmatch(word) else word[:-1]
        yield Token(kept, start, start + len(kept))
        if text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper():
            yield Token(".", end - 1, end, stops=True)
