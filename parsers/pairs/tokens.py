"""A block of text as what can be compared across languages: words, names, numbers, dates and links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from parsers.pairs.anchors import take_anchors
from parsers.pairs.lemmas import words_of
from parsers.pairs.lexicon import Lexicon, Token, in_order

_SHORTEST_NAME = 3

# Spelling that Finnish levels out in the words both languages have taken from elsewhere, in the order applied:
# organisation/organisaatio, projekt/projekti, grupp/kruppi, teknologi/teknologia.
_LEVELLED = (
    ("aatio", "atio"),
    ("tion", "tio"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "kv"),
    ("c", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("w", "v"),
    ("å", "o"),
    ("é", "e"),
    ("ü", "y"),
    ("b", "p"),
    ("d", "t"),
    ("g", "k"),
    ("f", "v"),
)
# "pp", "aa"
_DOUBLE = re.compile(r"(.)\1+")


def text_tokens(text: str, language: str, lexicon: Lexicon) -> frozenset[Token]:
    """Return the words, terms and anchors of a text, each once."""
    found, rest = take_anchors(text, language)
    words = words_of(rest)
    tokens = {token for word in words for token in lexicon.tokens(word, language)}
    tokens.update(lexicon.phrases(words, language))
    tokens.update(Token(anchor) for anchor in found)
    return frozenset(tokens)


def is_anchor(token: Token) -> bool:
    """Tell whether a token is a number, date, link or e-mail address rather than a word."""
    return token.name[0] in "#@>" or "@" in token.name


def counterparts(ours: Iterable[Token], theirs: Iterable[Token]) -> dict[Token, list[Token]]:
    """Return for each of our tokens those of theirs that may translate it; tokens without any are left out.

    Words translate each other by the word list, or by being much alike: loan words and names in any inflection.
    """
    by_key: dict[int, list[Token]] = defaultdict(list)
    by_start: dict[str, list[Token]] = defaultdict(list)
    for token in in_order(theirs):
        for key in token.keys:
            by_key[key].append(token)
        by_start[levelled(token.name)[:_SHORTEST_NAME]].append(token)
    found = {}
    for token in ours:
        same = [other for key in token.keys for other in by_key.get(key, ())]
        alike = [other for other in by_start.get(levelled(token.name)[:_SHORTEST_NAME], ()) if are_alike(token, other)]
        if same or alike:
            found[token] = list(dict.fromkeys(same + alike))
    return found


def are_alike(one: Token, other: Token) -> bool:
    """Tell whether two words are so alike that the one is likely the other in the other language.

    >>> words = "organisaatio", "organisation", "Obaman", "obama", "hallitus", "hall"
    >>> o, p, q, r, s, t = (Token(word.lower(), frozenset()) for word in words)
    >>> are_alike(o, p), are_alike(q, r), are_alike(s, t)
    (True, True, False)
    """
    if is_anchor(one) or is_anchor(other):
        return one.name == other.name
    ours, theirs = levelled(one.name), levelled(other.name)
    if min(len(ours), len(theirs)) <= _SHORTEST_NAME:
        return one.name == other.name
    shared = _common_start(ours, theirs)
    return shared > _SHORTEST_NAME and shared >= 0.6 * max(len(ours), len(theirs))


@lru_cache(maxsize=200_000)
def levelled(word: str) -> str:
    """Return a word in a spelling in which loan words of the two languages meet.

    >>> levelled("organisaatio") == levelled("organisation")
    True
    """
    if word[0] in "#@>":
        return word
    for written, level in _LEVELLED:
        word = word.replace(written, level)
    return _DOUBLE.sub(r"\1", word)


def _common_start(one: str, other: str) -> int:
    length = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        length += 1
    return length
