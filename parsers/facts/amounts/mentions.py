"""All sums of a line, one after the other."""

from __future__ import annotations

from parsers.facts.amounts.chain import Chain, Item, read_chain
from parsers.facts.amounts.currency import currency_behind
from parsers.facts.amounts.lexicon import CODES
from parsers.facts.amounts.quantity import read_quantity
from parsers.facts.amounts.sums import Sum, read_sums
from parsers.facts.amounts.tokens import Line, Type

# What may stand behind a figure that is money or shares a currency with one that is
_GOING_ON = (Type.WORD, Type.SIGN, Type.DASH)
_GOING_ON_MARKS = ",+:(."


def find_sums(line: Line) -> list[Sum]:
    """Return the sums of `line` in order, those without a currency with `currency` None.

    >>> from parsers.facts.amounts.tokens import read_line
    >>> def show(text, language="fi"):
    ...     return [(text[s.start : s.end], str(s.low), str(s.high)) for s in find_sums(read_line(text, language))]
    >>> show("Avustus on 2–3 miljoonaa euroa, enintään 50 % kuluista (momentti 33.20.50).")
    [('2–3 miljoonaa euroa', '2000000', '3000000')]
    >>> show("Korvaus nousee 640 eurosta 790 euroon.")
    [('640 eurosta', '640', '640'), ('790 euroon', '790', '790')]
    >>> show("mellan 2 000 och 80 000 euro åren 2022 och 2023", "sv")
    [('2 000 och 80 000 euro', '2000', '80000')]
    >>> show("Vuonna 2002 euro otettiin käyttöön 12 maassa, joissa asuu 300 henkilöä.")
    []
    """
    found: list[Sum] = []
    index = 0
    while index < line.count:
        sums, index = _sums_at(line, index)
        found.extend(sums)
    return found


def _sums_at(line: Line, index: int) -> tuple[list[Sum], int]:
    """Return the sums that begin at `index`, and where to go on."""
    if not _may_begin(line, index):
        return [], index + 1
    chain = read_chain(line, index)
    if chain is not None:
        return read_sums(line, chain), chain.last
    labelled = _labelled(line, index)
    return (read_sums(line, labelled), labelled.last) if labelled else ([], index + 1)


def _may_begin(line: Line, index: int) -> bool:
    token, words = line.tokens[index], line.words
    if token.type is Type.FIGURE:
        following = line.tokens[index + 1]
        return following.type in _GOING_ON or (following.type is Type.MARK and following.low in _GOING_ON_MARKS)
    if token.type is not Type.WORD:
        return token.type is Type.SIGN
    return token.low in words.currencies or words.numbers.may_be(token.low) or line.exact(index) in CODES


# "Avustuksen määrä (euroa): 48 000"
def _labelled(line: Line, index: int) -> Chain | None:
    marker = currency_behind(line, index)
    if marker is None or line.tokens[index - 1].type is Type.FIGURE:
        return None
    colon = marker.last + 1 if line.tokens[marker.last].low == ")" else marker.last
    if line.tokens[colon].low != ":" or line.tokens[colon + 1].type is not Type.FIGURE:
        return None
    quantity = read_quantity(line, colon + 1, prefixed=True)
    if quantity is None or currency_behind(line, quantity.last):
        return None
    before = marker._replace(last=colon + 1)
    return Chain([Item(quantity, before, None, colon + 1)], [])
