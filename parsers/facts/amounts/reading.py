"""From the sums of a page to its amounts: with bounds, units, and what each sum is for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parsers.facts.amounts.found import BlockSums, Found, find_page_sums, sentence_of
from parsers.facts.amounts.outline import Outline
from parsers.facts.amounts.roles import Place, RoleText, Shape, role_of, role_of_intro
from parsers.facts.amounts.terms import terms_of
from parsers.model import Amount, Document, Role


def read_amounts(document: Document) -> tuple[Amount, ...]:
    """Return every sum of money in the title and the blocks of `document`, in order, repeated where repeated.

    A range is one amount with ``min < max``. Sums that name no currency count where a heading or a list names it, or
    where the sentence leaves no doubt ("20 miljoonaa enemmän").
    """
    amounts: list[Amount] = []
    outline = Outline(document.blocks)
    for index, block in find_page_sums(document).items():
        amounts.extend(_amounts_of_block(document, outline, index, block))
    return tuple(_with_shared_roles(amounts))


def _amounts_of_block(document: Document, outline: Outline, index: int, block: BlockSums) -> Iterator[Amount]:
    text = document.blocks[index].text
    role_text = RoleText(text, document.language)
    for order, found in enumerate(block.found):
        sum, language = found.sum, document.language
        terms = terms_of(block.line, sum, language)
        terms = terms._replace(per=terms.per or found.per)
        shape = Shape(terms, sum.low < sum.high)
        role = role_of(role_text, _place(block, order), shape) or _role_of_place(document, outline, index, found)
        yield Amount(
            min=sum.low,
            max=sum.high,
            currency=sum.currency or "EUR",
            approximate=terms.approximate,
            bound=terms.bound,
            per=terms.per,
            role=role,
            block=index,
            start=sum.start,
            end=sum.end,
            text=text[sum.start : sum.end],
        )


def _place(block: BlockSums, order: int) -> Place:
    sum = block.found[order].sum
    sentence = sentence_of(block.sentences, sum.start)
    before = block.found[order - 1].sum.end if order else 0
    after = block.found[order + 1].sum.start if order + 1 < len(block.found) else len(block.line.text)
    return Place((sum.start, sum.end), sentence, before, after)


def _role_of_place(document: Document, outline: Outline, index: int, found: Found) -> Role:
    """Return the role that the heading of the column, the line above a list, or the nearest heading gives."""
    for text in outline.intros(index, found.sum.start):
        role = role_of_intro(text, document.language)
        if role:
            return role
    return Role.OTHER


def _with_shared_roles(amounts: list[Amount]) -> Iterator[Amount]:
    """Yield the amounts, those whose own words tell no role with that of the same sum elsewhere: titles are short."""
    told: dict[tuple[Decimal, str], Role] = {}
    for amount in amounts:
        if amount.role is not Role.OTHER:
            told.setdefault((amount.max, amount.currency), amount.role)
    for amount in amounts:
        role = told.get((amount.max, amount.currency), amount.role)
        yield _with_role(amount, role) if amount.role is Role.OTHER and amount.block == 0 else amount


def _with_role(amount: Amount, role: Role) -> Amount:
    return Amount(**{name: getattr(amount, name) for name in amount.__struct_fields__} | {"role": role})
