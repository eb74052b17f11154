"""What stands around a sum and changes what it says: "enintään", "noin", "/kk", "per sökande", "tai enemmän"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from parsers.facts.amounts.currency import currency_behind
from parsers.facts.amounts.sums import Sum
from parsers.facts.amounts.term_words import Phrase, Terms, TermWords, term_words
from parsers.facts.amounts.tokens import Line, Type

_LONGEST_PHRASE = 4
_MOST_PHRASES = 5
# "500 euroa avustusta hanketta kohti", "hakijaa kohti yhteensä enintään noin 500 euroa"
_UNIT_WITHIN = 5
_UNKNOWN_UNIT = "other"


def terms_of(line: Line, found: Sum, language: str) -> Terms:
    """Return what the words around a sum say of it."""
    words = term_words(language)
    before = _before(line, found.first, words)
    behind = _phrase_at(line, found.last, words.behind)
    return Terms(
        bound=before.bound or (words.behind[behind].bound if behind else None),
        approximate=before.approximate or found.approximate,
        per=_unit_behind(line, found.last, words) or _unit_before(line, found.first, words),
    )


def unit_behind(line: Line, index: int, language: str) -> str | None:
    """Return the unit that the tokens from `index` on name: "/kk", "per sökande", "hanketta kohti", "vuodessa"."""
    return _unit_behind(line, index, term_words(language))


def _before(line: Line, first: int, words: TermWords) -> Terms:
    """Return what the phrases right before `first` say; the nearest bound counts."""
    terms = Terms()
    for _ in range(_MOST_PHRASES):
        phrase = _phrase_before(line, first, words.before)
        if phrase:
            said = words.before[phrase]
            terms = Terms(terms.bound or said.bound, terms.approximate or said.approximate)
        elif line.tokens[first - 1].low not in words.between:
            break
        first -= len(phrase) or 1
    return terms


def _phrase_before(line: Line, index: int, phrases: Container[Phrase]) -> Phrase:
    for length in range(_LONGEST_PHRASE, 0, -1):
        phrase = tuple(line.tokens[place].low for place in range(index - length, index))
        if phrase in phrases:
            return phrase
    return ()


def _phrase_at(line: Line, index: int, phrases: Container[Phrase]) -> Phrase:
    for length in range(_LONGEST_PHRASE, 0, -1):
        phrase = tuple(line.tokens[place].low for place in range(index, index + length))
        if phrase in phrases:
            return phrase
    return ()


def _unit_behind(line: Line, index: int, words: TermWords) -> str | None:
    if line.tokens[index].low == "/" and line.tokens[index + 1].type is Type.WORD:
        return words.slash.get(_slash_word(line, index + 1), _UNKNOWN_UNIT)
    for place in _same_sentence(line, range(index, index + _UNIT_WITHIN)):
        unit = _unit_at(line, place, words)
        if unit:
            return unit
    return None


# "€/m2": the 2 is a figure of its own
def _slash_word(line: Line, index: int) -> str:
    power = line.tokens[index + 1]
    return line.tokens[index].low + (power.low if power.glued and power.type is Type.FIGURE else "")


# "hakijaa kohti enintään 500 euroa", "vuosittain noin 11 miljoonaa euroa"
def _unit_before(line: Line, index: int, words: TermWords) -> str | None:
    for place in _same_sentence(line, range(index - 1, index - 1 - _UNIT_WITHIN, -1)):
        unit = _unit_at(line, place, words)
        if unit:
            # "900 000 euroa vuodessa eli yhteensä 2,7 miljoonaa": the unit of the sum before
            return None if currency_behind(line, place - 1) else unit
    return None


def _same_sentence(line: Line, places: range) -> Iterator[int]:
    """Yield the places as far as words go: a mark, a number or the end of the line stops them."""
    for place in places:
        if line.tokens[place].type is not Type.WORD:
            return
        yield place


def _unit_at(line: Line, place: int, words: TermWords) -> str | None:
    low, following = line.tokens[place].low, line.tokens[place + 1]
    if low in words.each_before and following.type is Type.WORD:
        return words.each.get(following.low, _UNKNOWN_UNIT)
    if following.low in words.each_after:
        return words.each.get(low, _UNKNOWN_UNIT)
    phrase = _phrase_at(line, place, words.alone) if low in words.alone_openings else ()
    if phrase:
        return words.alone[phrase]
    if not low.endswith(words.endings):
        return None
    return next(unit for ending, unit in words.alone_endings.items() if low.endswith(ending))
