"""Sums of money on which the versions of a text disagree: compared by value, roundings and repetitions aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from parsers.model import AlignedRow, Amount, BothEvidence, Difference, Evidence, Release
from parsers.pairs.opposition import opposed
from parsers.pairs.rounding import is_rounded
from parsers.pairs.stated import Stated


def sum_differences(
    fi: Release, sv: Release, stated: tuple[Stated, Stated], rows: Sequence[AlignedRow]
) -> Iterator[Difference]:
    """Yield the sums that only one version states, and those that stand against each other.

    `rows` is the alignment: two left-over sums that stand in one row, or look much alike, contradict each other.
    """
    fi_left = _left_over(fi.amounts, sv.amounts, stated[1])
    sv_left = _left_over(sv.amounts, fi.amounts, stated[0])
    for ours, theirs in opposed(fi, sv, fi_left, sv_left, rows):
        fi_left = [amount for amount in fi_left if amount is not ours]
        sv_left = [amount for amount in sv_left if amount is not theirs]
        yield _contradiction(ours, theirs, fi.total, sv.total)
    for amount in fi_left:
        evidence = BothEvidence(fi=_evidence(amount))
        yield Difference(field="amounts", kind="only_fi", fi=amount.text, sv=None, evidence=evidence)
    for amount in sv_left:
        evidence = BothEvidence(sv=_evidence(amount))
        yield Difference(field="amounts", kind="only_sv", fi=None, sv=amount.text, evidence=evidence)


def _contradiction(ours: Amount, theirs: Amount, fi_total: Decimal | None, sv_total: Decimal | None) -> Difference:
    """The totals are sums of the text: where they disagree, that is said once, of the total."""
    is_total = fi_total in (ours.min, ours.max) and sv_total in (theirs.min, theirs.max)
    return Difference(
        field="total" if is_total else "amounts",
        kind="contradicts",
        fi=ours.text,
        sv=theirs.text,
        evidence=BothEvidence(fi=_evidence(ours), sv=_evidence(theirs)),
    )


def _left_over(ours: Sequence[Amount], theirs: Sequence[Amount], stated: Stated) -> list[Amount]:
    """Return our sums, each once, that the other version does not state in any form."""
    left: dict[tuple[str, Decimal, Decimal], Amount] = {}
    for amount in ours:
        if not all(_is_met(amount, end, ours, theirs, stated) for end in (amount.min, amount.max)):
            left.setdefault((amount.currency, amount.min, amount.max), amount)
    return list(left.values())


def _is_met(amount: Amount, end: Decimal, ours: Sequence[Amount], theirs: Sequence[Amount], stated: Stated) -> bool:
    """Tell whether the other version has this sum, the sum it was rounded from, or the rounded sum."""
    others = [other for other in theirs if other.currency == amount.currency]
    own, their_own = set(_values(ours, amount.currency)), set(_values(theirs, amount.currency))
    if end in their_own:
        return True
    rounded = (
        is_rounded(amount, end, value, value in own) or is_rounded(other, value, end, end in their_own)
        for other in others
        for value in (other.min, other.max)
    )
    return any(rounded) or stated.has_number(end)


def _values(amounts: Iterable[Amount], currency: str) -> Iterator[Decimal]:
    return (end for amount in amounts if amount.currency == currency for end in (amount.min, amount.max))


def _evidence(amount: Amount) -> Evidence:
    return Evidence(block=amount.block, start=amount.start, end=amount.end, text=amount.text)
