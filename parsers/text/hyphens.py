"""Hyphens left inside words by a line break that is no longer there: "nopeuttami-nen" was "nopeuttaminen".

A hyphen goes where the joined word is one that the language knows (Finnish by Voikko, Swedish by simplemma), after
gates that keep the hyphens that belong: TE-palvelut, e-lomake, tasa-arvo, suomi-ruotsi, työ- ja elinkeinoministeriö.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from parsers.language_data import load

# "nopeuttami-nen", "Yh-teistyö"; not "TE-palvelut", "Itä-Suomi", "2020-luku", "pop-up-kahvila", "työ- ja",
# "marja-terttu.aho (at)", "info.anna-maija@"
_BROKEN_WORD = re.compile(r"(?<![\w.@-])([^\W\d_]{2,40})-([^\W\d_]{2,40})(?![\w@-]|\.\w)")
_VOWELS = "aeiouyåäö"


def join_broken_words(text: str, language: str | None) -> str:
    """Return `text` with the hyphens of broken words removed; text in other languages than fi and sv as it is.

    >>> join_broken_words("koulutuspolkujen nopeuttami-nen ja tasa-arvo", "fi")
    'koulutuspolkujen nopeuttaminen ja tasa-arvo'
    """
    if language not in ("fi", "sv") or "-" not in text:
        return text
    return _BROKEN_WORD.sub(lambda match: _joined(match, language), text)


def _joined(match: re.Match[str], language: str) -> str:
    left, right = match[1], match[2]
    if not _may_join(left, right, language):
        return match[0]
    if left[0].isupper() and _is_word(left.lower(), language) and _is_word(right, language):
        return match[0]  # a name's compound: "Hyrrä-neuvonta"
    return left + right if _is_word((left + right).lower(), language) else match[0]


def _may_join(left: str, right: str, language: str) -> bool:
    if not right.islower() or not (left[1:].islower()):
        return False
    if left[-1].lower() == right[0] and right[0] in _VOWELS:
        return False
    apart = _kept_apart(language)
    return not (left.lower() in apart or right in apart or right.startswith(_kept_stems(language)))


@cache
def _kept_apart(language: str) -> frozenset[str]:
    return frozenset(load(language, "hyphens")["kept_apart"])


@cache
def _kept_stems(language: str) -> tuple[str, ...]:
    return tuple(load(language, "hyphens")["kept_stems"])


@lru_cache(maxsize=20_000)
def _is_word(word: str, language: str) -> bool:
    if language == "fi":
        return bool(_voikko().analyse(word))
    import simplemma

    return simplemma.is_known(word, lang="sv")


@cache
def _voikko() -> Any:
    """Voikko's Finnish dictionary takes a second to load: only pages with a doubtful hyphen pay for it."""
    import pyvoikko

    return pyvoikko
