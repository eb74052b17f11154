"""What a version's own words state, beside the facts that were read from them.

A fact read in one version only, or otherwise in the other, is a difference only if the other text does not state it
at all: the readers may have picked another of several dates, or missed a number that is there.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cached_property

from parsers.dates import DateMention, find_dates
from parsers.model import Moment, Release
from parsers.pairs.anchors import anchors

_DAY = len("2021-03-17")
_SMALLEST_NUMBER = 1000
_FEWEST_DIGITS = 5


class Stated:
    """The dates, numbers and names that a release's text states; each is looked for only when asked for."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._language = release.language or "fi"

    def has_moment(self, moment: Moment) -> bool:
        """Tell whether the text states this day, and this time of day where `moment` has one."""
        if moment[:_DAY] not in self._days:
            return False
        return len(moment) == _DAY or moment[_DAY + 1 :] in self._times

    def has_number(self, value: Decimal) -> bool:
        """Tell whether the text prints a number of at least 1,000 in full, whether as money or not."""
        return value >= _SMALLEST_NUMBER and f"#{value.normalize():f}" in self._numbers

    def has_phone(self, phone: str) -> bool:
        """Tell whether the text prints the digits of a telephone number, with or without the country code."""
        digits = phone_digits(phone)
        return len(digits) >= _FEWEST_DIGITS and digits in self._digits

    def has_words(self, words: str) -> bool:
        """Tell whether the text has these words in a row, in any case, accents aside."""
        return folded(words) in self._folded

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text for block in self._release.blocks)

    @cached_property
    def _days(self) -> frozenset[str]:
        return frozenset(day[:_DAY] for mention in self._mentions for day in (mention.first, mention.last) if day)

    @cached_property
    def _times(self) -> frozenset[str]:
        ends = (moment[_DAY + 1 :] for mention in self._mentions for moment in (mention.first, mention.last) if moment)
        return frozenset(time for time in (*ends, *(mention.time for mention in self._mentions)) if time)

    @cached_property
    def _mentions(self) -> list[DateMention]:
        return find_dates(self.text, self._language, self._release.published)

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(anchors(self.text, self._language))

    @cached_property
    def _digits(self) -> str:
        return re.sub(r"[^\d\n]", "", self.text)

    @cached_property
    def _folded(self) -> str:
        return folded(self.text)


def phone_digits(phone: str) -> str:
    """Return a number's digits without country code or leading zeros, so that all its printed forms agree.

    >>> phone_digits("+358 295 047 990"), phone_digits("029 504 7990"), phone_digits("029295047117")
    ('295047990', '295047990', '29295047117')
    """
    return re.sub(r"^(?:00)?358", "", re.sub(r"\D", "", phone)).lstrip("0")


def folded(words: str) -> str:
    """Return words in lower case, without accents and with single spaces.

    >>> folded("Camilla  ÖHRNBERG")
    'camilla ohrnberg'
    """
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
