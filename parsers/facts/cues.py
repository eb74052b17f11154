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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_STOPS = frozenset(".!?;\n")
_GAP = ".."
_LONGEST_GAP = 5
_DATE = "<date>"
_CLASS = re.compile(r"\{(\w+)\}")
# "17.3.–20.4.2021", "1,5", "työ-", "STEA:n", "a.": numbers with their marks, words, and what ends a sentence
_TOKEN = re.compile(
    r"\d{1,12}(?:[.,:/–-]{1,2}\d{1,12}){0,8}\.?|[^\W\d_]{1,80}(?:[-'’:/][^\W\d_]{1,80}){0,6}-?|[.!?;\n]"
)
# "17.3.", "17.3.2021", "1.–30.9.2025", "9.10-17.11.2023"
_DATE_TOKEN = re.compile(r"(?:\d{1,2}\.)?[–-]?\d{1,2}\.(?:0?[1-9]|1[0-2])(?:\.\d{4})?(?:\.?[–-].{3,12})?\.?")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, or (`stops`) what ends a sentence; `word` is in small letters."""

    word: str
    start: int
    end: int
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern was found, and the number of the pattern in its list."""

    pattern: int
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """Return the words, numbers and sentence ends of `text`.

    >>> [token.word for token in tokens_of("Haku 1.–30.9.2025 klo 16.15. STEA:n tuki")]
    ['haku', '1.–30.9.2025', 'klo', '16.15', '.', 'stea:n', 'tuki']
    """
    return [token for match in _TOKEN.finditer(text) for token in _tokens(text, match)]


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
        self._elements = _Elements(numbers)
        self._starting: defaultdict[int, list[int]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            parts = _CLASS.sub(lambda match: "|".join((classes or {})[match[1]]), pattern).split()
            steps = [_GAP_STEP if part == _GAP else self._elements.add(part) for part in parts]
            self._steps.append(steps)
            self._starting[steps[0]].append(number)

    def find(self, tokens: list[Token]) -> Iterator[Hit]:
        """Yield the places in `tokens` where a pattern begins, in order."""
        kinds = [self._elements.of(token.word) for token in tokens]
        for position, kind in enumerate(kinds):
            for element in kind:
                for pattern in self._starting.get(element, ()):
                    last = self._match(tokens, kinds, position, self._steps[pattern])
                    if last is not None:
                        yield Hit(pattern, tokens[position].start, tokens[last].end)

    def _match(self, tokens: list[Token], kinds: list[frozenset[int]], position: int, steps: list[int]) -> int | None:
        """Return the position of the last token of a match that begins at `position`, None where there is none."""
        position, slack = position - 1, 0
        for step in steps:
            if step == _GAP_STEP:
                slack = _LONGEST_GAP
                continue
            position, slack = _next(tokens, kinds, position + 1, slack, step), 0
            if position < 0:
                return None
        return position


_GAP_STEP = -1


def _next(tokens: list[Token], kinds: list[frozenset[int]], position: int, slack: int, element: int) -> int:
    """Return the first position, at most `slack` words on, whose token is `element`; -1 where a sentence ends first."""
    for candidate in range(position, min(position + slack + 1, len(tokens))):
        if element in kinds[candidate]:
            return candidate
        if tokens[candidate].stops:
            return -1
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
        self.of = lru_cache(maxsize=50_000)(self._of)

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


def _tokens(text: str, match: re.Match[str]) -> Iterator[Token]:
    """Yield the token of a match, and the sentence end that its last full stop may be."""
    word, start, end = match[0], match.start(), match.end()
    if word in _STOPS:
        if word != "." or not text[end : end + 1].strip():
            yield Token(word, start, end, stops=True)
    elif word.endswith("."):
        kept = word if _DATE_TOKEN.fullmatch(word) else word[:-1]
        yield Token(kept, start, start + len(kept))
        if text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper():
            yield Token(".", end - 1, end, stops=True)
    else:
        yield Token(word.casefold(), start, end)
