"""From the sums of a page to its amounts: with bounds, units, and what each sum is for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from parsers.facts.amounts.found import BlockSums, Found, find_page_sums, sentence_of
from parsers.facts.amounts.outline import Outline
from parsers.facts.amounts.role_words import RoleText
from parsers.facts.amounts.roles import Place, Shape, role_of, role_of_intro
from parsers.facts.amounts.terms import terms_of
from parsers.model import Amount, Document, Role

# What the sum of a title may be, and how far the text may be from it
_HEADLINES = (Role.AVAILABLE, Role.GRANTED)
_ROUNDING = Decimal("0.15")
_ENOUGH = 100


def read_amounts(document: Document) -> tuple[Amount, ...]:
    """Return every sum of money in the title and the blocks of `document`, in order, repeated where repeated.

    A range is one amount with ``min < max``. Sums that name no currency count where a heading or a list names it, or
    where the sentence leaves no doubt ("20 miljoonaa enemmän").
    """
    amounts: list[tuple[Amount, Role | None]] = []
    outline = Outline(document.blocks)
    for index, block in find_page_sums(document).items():
        amounts.extend(_amounts_of_block(document, outline, index, block))
    return tuple(_with_shared_roles(amounts))


def _amounts_of_block(
    document: Document, outline: Outline, index: int, block: BlockSums
) -> Iterator[tuple[Amount, Role | None]]:
    """Yield the amounts of a block, each with the role that anything on the page but its value tells."""
    text = document.blocks[index].text
    role_text = RoleText(text, document.language)
    for order, found in enumerate(block.found):
        sum, language = found.sum, document.language
        terms = terms_of(block.line, sum, language)
        terms = terms._replace(per=terms.per or found.per)
        shape = Shape(terms, sum.low < sum.high)
        role = role_of(role_text, _place(block, order), shape) or _role_of_place(document, outline, index, found)
        amount = Amount(
            min=sum.low,
            max=sum.high,
            currency=sum.currency or "EUR",
            approximate=terms.approximate,
            bound=terms.bound,
            per=terms.per,
            role=role or Role.OTHER,
            block=index,
            start=sum.start,
            end=sum.end,
            text=text[sum.start : sum.end],
        )
        yield amount, role


def _place(block: BlockSums, order: int) -> Place:
    sum = block.found[order].sum
    sentence = sentence_of(block.sentences, sum.start)
    before = block.found[order - 1].sum.end if order else 0
    after = block.found[order + 1].sum.start if order + 1 < len(block.found) else len(block.line.text)
    return Place((sum.start, sum.end), sentence, before, after)


def _role_of_place(document: Document, outline: Outline, index: int, found: Found) -> Role | None:
    """Return the role that the heading of the column, the line above a list, or the nearest heading gives."""
    for text in outline.intros(index, found.sum.start):
        role = role_of_intro(text, document.language)
        if role:
            return role
    return None


def _with_shared_roles(amounts: list[tuple[Amount, Role | None]]) -> Iterator[Amount]:
    """Yield the amounts, those of the title whose own words tell no role with that of their sum in the text.

    Titles are short ("Energiatukea 26,8 miljoonaa euroa") and round: the text says what the sum is for.
    """
    headlines = [amount for amount, _ in amounts if amount.block and amount.role in _HEADLINES][:_ENOUGH]
    for amount, role in amounts:
        if amount.block or role or not headlines:
            yield amount
        else:
            nearest = min(headlines, key=lambda other: _distance(other, amount))
            yield msgspec.structs.replace(amount, role=nearest.role)


def _distance(other: Amount, amount: Amount) -> Decimal:
    distance = abs(other.max - amount.max)
    return distance if other.currency == amount.currency and distance <= amount.max * _ROUNDING else amount.max
