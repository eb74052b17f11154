"""What part of the costs the applicant bears: "omarahoitusosuus on vähintään 20 prosenttia", "stödet är högst 80 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from parsers.language_data import load
from parsers.model import Document, Share
from parsers.numbers.words import number_words
from parsers.text.alternatives import alternatives
from parsers.text.sentences import sentences

_HUNDRED = Decimal(100)
_HALF = Decimal(50)
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
# "Avustus on enintään 80 prosenttia ja omarahoitusosuus 20 prosenttia": whose share it is, is said near it
_NEAR = 120
_LONGEST_WORD = 40


def read_self_financing(document: Document) -> tuple[Share, ...]:
    """Return the shares of the costs that `document` says the applicant or the grant bears, in order, each once.

    >>> from parsers.model import Block
    >>> text = "Tuki on enintään 80 prosenttia kustannuksista. Omarahoitusta vaaditaan vähintään viidesosa, 20–30 %."
    >>> text += " Ennakkona maksetaan 50 prosenttia avustuksesta."
    >>> document = Document(language="fi", blocks=(Block(type="h1", text="Haku"), Block(type="p", text=text)))
    >>> [(share.of, str(share.min), str(share.max), share.bound) for share in read_self_financing(document)]
    [('grant', '80', '80', 'at_most'), ('own', '20', '30', 'at_least')]
    """
    words = _words(document.language if document.language in ("fi", "sv") else "fi")
    found: dict[tuple[str, Decimal, Decimal], Share] = {}
    for number, block in enumerate(document.blocks):
        if not words.may_hold_share(block.text):
            continue
        for start, end in sentences(block.text, document.language):
            for share in words.shares(document, number, start, end):
                found.setdefault((share.of, share.min, share.max), share)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language."""

    language: str
    traces: tuple[str, ...]
    figures: re.Pattern[str]
    spelled: re.Pattern[str]
    half: re.Pattern[str]
    own: re.Pattern[str]
    grant: re.Pattern[str]
    costs: re.Pattern[str]
    against: re.Pattern[str]
    at_least: re.Pattern[str]
    at_most: re.Pattern[str]

    def may_hold_share(self, text: str) -> bool:
        low = text.casefold()
        traced = any(trace in low for trace in self.traces)
        return traced and bool(self.figures.search(text) or self.spelled.search(text) or self.half.search(text))

    def shares(self, document: Document, block: int, start: int, end: int) -> Iterator[Share]:
        """Yield the shares of one sentence."""
        text = document.blocks[block].text
        before = start
        for low, high, at, to in self._percentages(text, start, end):
            of = self._whose(text, before, at, to, end)
            if of and 0 < low <= high <= _HUNDRED:
                evidence = document.evidence(block, at, to)
                yield Share(
                    of=of,
                    min=low,
                    max=high,
                    bound=self._bound(text, before, at),
                    block=block,
                    start=at,
                    end=to,
                    text=evidence.text,
                )
            before = to

    def _percentages(self, text: str, start: int, end: int) -> list[tuple[Decimal, Decimal, int, int]]:
        """Return the percentages between two places as least, most, start and end."""
        found = [
            (_value(match["low"]), _value(match["high"] or match["low"]), match.start(), match.end())
            for match in self.figures.finditer(text, start, end)
        ]
        for match in self.spelled.finditer(text, start, end):
            number = number_words(self.language).number([match["word"].lower()])
            if number:
                found.append((number.value, number.value, match.start(), match.end()))
        found += [(_HALF, _HALF, match.start(), match.end()) for match in self.half.finditer(text, start, end)]
        return sorted(found, key=lambda each: each[2])

    def _whose(self, text: str, before: int, at: int, to: int, end: int) -> Literal["own", "grant"] | None:
        """Return who bears a percentage at ``at:to``: the nearer of what is said before it, else of what follows."""
        nearby = (max(before, at - _NEAR), min(end, to + _NEAR))
        if self.against.search(text, *nearby):
            return None
        for first, last in ((nearby[0], at), (to, nearby[1])):
            own = [match.end() for match in self.own.finditer(text, first, last)]
            if own:
                return "own"
            if self.grant.search(text, first, last) and self.costs.search(text, *nearby):
                return "grant"
        return None

    def _bound(self, text: str, before: int, at: int) -> Literal["at_most", "at_least"] | None:
        first = max(before, at - _LONGEST_WORD)
        least = [match.end() for match in self.at_least.finditer(text, first, at)]
        most = [match.end() for match in self.at_most.finditer(text, first, at)]
        if not least and not most:
            return None
        return "at_least" if max(least, default=-1) > max(most, default=-1) else "at_most"


def _value(figure: str) -> Decimal:
    return Decimal(figure.replace(",", "."))


@cache
def _words(language: str) -> _Words:
    data = load(language, "self_financing")
    percent = alternatives(data["percent"])
    lists = {key: re.compile(rf"(?<!\w){alternatives(data[key])}(?!\w)", re.IGNORECASE) for key in _LISTS}
    return _Words(
        language=language,
        traces=tuple(phrase.rstrip("*") for phrase in (*data["percent"], *data["half"])),
        # "20 prosenttia", "20–30 %", "7,5 procent"
        figures=re.compile(
            rf"(?<![\w.,])(?P<low>{_NUMBER})(?:\s?[–-]\s?(?P<high>{_NUMBER}))?\s?{percent}(?!\w)", re.IGNORECASE
        ),
        # "kaksikymmentä prosenttia"
        spelled=re.compile(rf"(?<!\w)(?P<word>[^\W\d_]{{2,40}})\s{percent}(?!\w)", re.IGNORECASE),
        **lists,
    )


_LISTS = ("half", "own", "grant", "costs", "against", "at_least", "at_most")
