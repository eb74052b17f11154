"""Which of Finnish, Swedish and English a text is in.

Most texts are told by their function words alone. What has too few, or those of two languages, goes to langdetect
restricted to the three, seeded, on lower-cased text: with all its 55 profiles it takes Finnish titles for Estonian and
differs from run to run, and capitals mislead it. Norwegian and Danish, which such a choice of three takes
for Swedish, are told from it by their commonest words: with profiles of theirs, one Swedish sentence in a hundred would
pass for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from parsers.language_data import load

LANGUAGES = ("fi", "sv", "en")
_ENOUGH_CHARACTERS = 3_000
_WORD = re.compile(r"[^\W\d_]+")
# So many function words of one language, and at most so many of the others for each of them, leave no doubt: langdetect
# says the same of all pages and paragraphs that were tried, and of those with two words fewer.
_ENOUGH_WORDS = 8
_MOST_OTHERS = 0.1


def identify(text: str, hint: str | None = None) -> str | None:
    """Return ``fi``, ``sv`` or ``en``; None for Norwegian and Danish.

    `hint` is what the page's markup claims, returned where `text` has no words to tell by (names, digits and dates).
    Give it a title with its body: a title alone is often too short, a whole page holds notices in other languages.

    >>> identify("Haku maahanmuuttajien osaamiskeskustoimintaan on avattu")
    'fi'
    >>> identify("ANSÖKAN OM UNDERSTÖD HAR ÖPPNATS"), identify("17.3.2021", "sv")
    ('sv', 'sv')
    >>> identify("17.3.2021"), identify("Kommunene kan ikke søke om tilskudd", "sv")
    (None, None)
    """
    sample = text[:_ENOUGH_CHARACTERS]
    try:
        language = _by_function_words(sample.lower()) or _by_letters(sample.lower())
    except LangDetectException:
        return hint
    return language if language in LANGUAGES and not (language == "sv" and _is_neighbour(sample)) else None


def _by_function_words(sample: str) -> str | None:
    words = _WORD.findall(sample)
    counts = {language: sum(map(_function_words(language).__contains__, words)) for language in LANGUAGES}
    likely = max(LANGUAGES, key=lambda language: counts[language])
    others = sum(counts.values()) - counts[likely]
    return likely if counts[likely] >= _ENOUGH_WORDS and others <= counts[likely] * _MOST_OTHERS else None


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(load(language, "language")["function_words"].split())


def _by_letters(sample: str) -> str:
    """Return what langdetect says; raises LangDetectException where there are no letters to tell by."""
    detector = _factory().create()
    detector.append(sample)
    language: str = detector.detect()
    return language


def _is_neighbour(text: str) -> bool:
    """Whether a text that looks Swedish has more words that are not than words that are. Names say nothing.

    >>> _is_neighbour("Søren Ørsted och Bjørn Ødegård från Danmark talar om integration")
    False
    """
    own, neighbour = _signs("own"), _signs("neighbour")
    words = _WORD.findall(text)
    others = neighbour(words)
    return others > 0 and others > own(words)


@cache
def _signs(whose: str) -> Callable[[list[str]], int]:
    """Return what counts the words that are signs of Swedish (``own``) or of another language (``neighbour``)."""
    data = load("sv", "language")
    signs, letters = frozenset(data[f"{whose}_words"].split()), frozenset(data[f"{whose}_letters"])

    def count(words: list[str]) -> int:
        marked = [word for word in words if not letters.isdisjoint(word)]
        by_letters = sum(word[0].islower() and word.lower() not in signs for word in marked)
        return by_letters + sum(map(signs.__contains__, map(str.lower, words)))

    return count


@cache
def _factory() -> DetectorFactory:
    folder = files("langdetect").joinpath("profiles")
    factory = DetectorFactory()
    factory.load_json_profile([folder.joinpath(language).read_text(encoding="utf-8") for language in LANGUAGES])
    factory.set_seed(0)
    return factory
