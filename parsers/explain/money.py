"""Why each sum of a page is what it is said to be, and which of them is the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.explain.step import Step
from parsers.facts.amounts.outline import Outline
from parsers.facts.amounts.role_words import RoleText
from parsers.facts.amounts.roles import role_of_intro
from parsers.facts.total import headline
from parsers.model import Amount, Document, Kind, Role
from parsers.text.sentences import sentence_at, sentences


def amount_steps(document: Document, amounts: Sequence[Amount]) -> Iterator[Step]:
    """Yield every sum with its role, and the words of its sentence or above it that told the role."""
    outline = Outline(document.blocks)
    for amount in amounts:
        yield Step(reader="amounts", rule=_role_rule(document, outline, amount), value=_value(amount), evidence=amount)


def total_steps(document: Document, amounts: Sequence[Amount], kind: Kind) -> Iterator[Step]:
    """Yield the sum that the total was read from, and its exact form where another sum gives it."""
    found = headline(document, amounts, kind)
    if found is None:
        return
    where = "title" if found.stated.block == 0 else "text"
    rule = f"headline sum of the {where}"
    if found.exact is not found.stated:
        yield Step(reader="total", rule=f"{rule}, rounded", value=_value(found.stated), evidence=found.stated)
        rule = "exact form of it"
    yield Step(reader="total", rule=rule, value=_value(found.exact), evidence=found.exact)


def _role_rule(document: Document, outline: Outline, amount: Amount) -> str:
    text = document.blocks[amount.block].text
    spans = sentences(text, document.language)
    sentence = sentence_at(spans, amount.start) if spans else (0, len(text))
    cues = [
        text[cue.start : cue.end]
        for cue in RoleText(text, document.language).cues
        if sentence[0] <= cue.start < sentence[1]
    ]
    if cues:
        return f"amounts.toml role: {', '.join(dict.fromkeys(cues))}"
    if amount.role is Role.OTHER:
        return "no cue of a role"
    above = next((text for text in outline.intros(amount.block, amount.start) if _tells(text, document, amount)), None)
    return f"amounts.toml role, above: {above}" if above else "the role of the same sum in the text"


def _tells(text: str, document: Document, amount: Amount) -> bool:
    return role_of_intro(text, document.language) is amount.role


def _value(amount: Amount) -> str:
    """Return a sum in one line.

    >>> from decimal import Decimal
    >>> _value(Amount(min=Decimal(5), max=Decimal(9), bound="at_most", per="month", block=0, start=0, end=1, text="x"))
    '5-9 EUR at_most per month (other)'
    """
    figures = f"{amount.min}" if amount.min == amount.max else f"{amount.min}-{amount.max}"
    parts = [figures, amount.currency, "approximate" if amount.approximate else "", amount.bound or ""]
    parts += [f"per {amount.per}" if amount.per else "", f"({amount.role})"]
    return " ".join(filter(None, parts))
