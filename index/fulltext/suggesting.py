"""Did you mean: words of the archive, as they are written there, for words of a query that are in no text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from index.fulltext.analysis.tokens import Token
from index.fulltext.query.nodes import All, Any, Node, Phrase, Word

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö-"
_SHORTEST, _LONGEST = 4, 40
_MOST_CHANGES = 2
# Words this short are likelier another word than a word with two mistakes.
_SHORTEST_TWICE_WRONG = 7

# How many texts have a word.
Frequency = Callable[[str], int]


def suggest(query: str, unknown: Iterable[Token], vocabulary: Collection[str], frequency: Frequency) -> str | None:
    """Return a query with the likeliest words of the vocabulary in place of unknown ones, None where it has none."""
    changed = query
    for token in sorted(set(unknown), key=lambda token: -token.start):
        word = likeliest(token.text, vocabulary, frequency)
        if word is None:
            return None
        changed = changed[: token.start] + word + changed[token.end :]
    return None if changed == query else changed


def words_in(node: Node) -> Iterator[Token]:
    """Walk the words that a query looks for, those of phrases too, without what it excludes."""
    match node:
        case Word(token):
            yield token
        case Phrase(tokens):
            yield from tokens
        case All(nodes) | Any(nodes):
            for child in nodes:
                yield from words_in(child)


def likeliest(word: str, vocabulary: Collection[str], frequency: Frequency) -> str | None:
    """Return the word with the fewest changes, of equals the most frequent; None where none is near.

    >>> likeliest("avustsu", {"avustus", "avustusta", "kunta"}, lambda word: 1)
    'avustus'
    >>> likeliest("kissa", {"kunta"}, lambda word: 1) is None
    True
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    near = sorted(one for one in _changed_once(word) if one in vocabulary)
    if not near and len(word) >= _SHORTEST_TWICE_WRONG:
        near = sorted(one for one in vocabulary if _may_be(one, word) and is_near(one, word))
    return max(near, key=lambda one: (frequency(one), -abs(len(one) - len(word))), default=None)


def _changed_once(word: str) -> set[str]:
    """Return all that one letter less, more or other makes of a word, or two that have changed places."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {front + back[1:] for front, back in cuts if back}
    turned = {front + back[1] + back[0] + back[2:] for front, back in cuts if len(back) > 1}
    other = {front + letter + back[1:] for front, back in cuts if back for letter in _LETTERS}
    more = {front + letter + back for front, back in cuts for letter in _LETTERS}
    return less | turned | other | more


def _may_be(known: str, word: str) -> bool:
    return known[0] == word[0] and abs(len(known) - len(word)) <= _MOST_CHANGES


def is_near(one: str, other: str, most: int = _MOST_CHANGES) -> bool:
    """Whether a few letters less, more or other make one word of the other.

    >>> is_near("osaamiskeskus", "osamiskeskuss"), is_near("osaamiskeskus", "osaaminen")
    (True, False)
    """
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        before, row = row, [number]
        for at, opposite in enumerate(other, start=1):
            row.append(min(before[at] + 1, row[-1] + 1, before[at - 1] + (letter != opposite)))
        if min(row) > most:
            return False
    return row[-1] <= most
