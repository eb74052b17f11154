"""Sums of money on which the versions of a text disagree: compared by value, roundings and repetitions aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from parsers.model import AlignedRow, Amount, BothEvidence, Difference, Evidence, Release
from parsers.pairs.stated import Stated

# A sum may be rounded by so much: more where the rounded text gives the exact sum as well.
_ROUNDING, _ROUNDING_OF_OWN = Decimal("0.025"), Decimal("0.06")
# "4,2", "1 066 000", "27"
_NUMERAL = re.compile(r"\d(?:[\d \u00a0\u2009\u202f.,]*\d)?")
_CLOSE_DIGITS = 2


def sum_differences(
    fi: Release, sv: Release, stated: tuple[Stated, Stated], rows: Sequence[AlignedRow]
) -> Iterator[Difference]:
    """Yield the sums that only one version states, and those that stand against each other.

    `rows` is the alignment: two left-over sums that stand in one row, or look much alike, contradict each other.
    """
    fi_left = _left_over(fi.amounts, sv.amounts, stated[1])
    sv_left = _left_over(sv.amounts, fi.amounts, stated[0])
    for ours, theirs in _opposed(fi_left, sv_left, rows):
        fi_left.remove(ours)
        sv_left.remove(theirs)
        is_total = fi.total in (ours.min, ours.max) and sv.total in (theirs.min, theirs.max)
        evidence = BothEvidence(fi=_evidence(ours), sv=_evidence(theirs))
        field = "total" if is_total else "amounts"
        yield Difference(field=field, kind="contradicts", fi=ours.text, sv=theirs.text, evidence=evidence)
    for amount in fi_left:
        yield _alone("only_fi", amount)
    for amount in sv_left:
        yield _alone("only_sv", amount)


def _alone(kind: str, amount: Amount) -> Difference:
    if kind == "only_fi":
        return Difference(
            field="amounts", kind="only_fi", fi=amount.text, sv=None, evidence=BothEvidence(fi=_evidence(amount))
        )
    return Difference(
        field="amounts", kind="only_sv", fi=None, sv=amount.text, evidence=BothEvidence(sv=_evidence(amount))
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
    if stated.has_number(end):
        return True
    own = set(_values(ours, amount.currency))
    for other in theirs:
        if other.currency != amount.currency:
            continue
        for value in (other.min, other.max):
            both_have = value in own or end in set(_values(theirs, amount.currency))
            if value == end or is_rounded(amount, end, value, both_have) or is_rounded(other, value, end, both_have):
                return True
    return False


def _values(amounts: Iterable[Amount], currency: str) -> Iterator[Decimal]:
    return (end for amount in amounts if amount.currency == currency for end in (amount.min, amount.max))


def is_rounded(amount: Amount, rounded: Decimal, exact: Decimal, both_have: bool = False) -> bool:
    """Tell whether `rounded`, an end of `amount` as printed, may stand for `exact`.

    "4,2 miljoonaa" stands for 4 180 000, but not for 4 300 000, and "700 000" for nothing but itself unless a word
    such as "noin" makes it approximate. `both_have` says that the exact sum stands in the rounding text too.

    >>> text = "4,2 miljoonaa euroa"
    >>> amount = Amount(min=Decimal(4200000), max=Decimal(4200000), block=0, start=0, end=len(text), text=text)
    >>> [is_rounded(amount, amount.min, Decimal(exact)) for exact in (4180000, 4300000, 4200000000)]
    [True, False, False]
    """
    unit = _last_digit(amount, rounded)
    gap = abs(rounded - exact)
    if not unit or not exact or not exact % unit or gap > unit / 2 + (unit / 2 if amount.bound else 0):
        return False
    return gap / exact <= (_ROUNDING_OF_OWN if both_have or amount.approximate else _ROUNDING)


def _last_digit(amount: Amount, value: Decimal) -> Decimal:
    """Return what the last printed digit of a sum counts, 0 where the sum is printed in full and exact."""
    numeral = _NUMERAL.search(amount.text)
    printed_in_full = numeral is not None and _plain(numeral[0]) == value
    if not value or (printed_in_full and not amount.approximate and not amount.bound):
        return Decimal(0)
    digits = value.normalize()
    return Decimal(1).scaleb(int(digits.as_tuple().exponent))


def _plain(numeral: str) -> Decimal | None:
    try:
        return Decimal(re.sub(r"[ \u00a0\u2009\u202f]|\.(?=\d{3})", "", numeral).replace(",", "."))
    except InvalidOperation:
        return None


def _opposed(fi: list[Amount], sv: list[Amount], rows: Sequence[AlignedRow]) -> list[tuple[Amount, Amount]]:
    """Match the left-over sums that state one thing differently: by place first, then by likeness."""
    row_of = {(0, block): number for number, row in enumerate(rows) for block in row.fi}
    row_of |= {(1, block): number for number, row in enumerate(rows) for block in row.sv}
    found = []
    for i, ours in enumerate(fi):
        for j, theirs in enumerate(sv):
            together = row_of.get((0, ours.block), -1) == row_of.get((1, theirs.block), -2)
            alike = looks_alike(ours, theirs)
            if together or alike:
                found.append((-(2 * together + 2 * alike + (ours.role == theirs.role)), i, j))
    return _each_once(sorted(found), fi, sv)


def _each_once(
    ranked: Iterable[tuple[int, int, int]], fi: list[Amount], sv: list[Amount]
) -> list[tuple[Amount, Amount]]:
    used: set[tuple[int, int]] = set()
    pairs = []
    for _, i, j in ranked:
        if not {(0, i), (1, j)} & used:
            used |= {(0, i), (1, j)}
            pairs.append((fi[i], sv[j]))
    return pairs


def looks_alike(ours: Amount, theirs: Amount) -> bool:
    """Tell whether one sum may be a slip in writing the other: other millions, a digit or two changed or swapped.

    >>> def euros(value): return Amount(min=Decimal(value), max=Decimal(value), block=0, start=0, end=1, text="x")
    >>> looks_alike(euros(160_000_000), euros(160_000_000_000)), looks_alike(euros(1066000), euros(1660000))
    (True, True)
    >>> looks_alike(euros(5000), euros(312500))
    False
    """
    one, other = (_significant(amount) for amount in (ours, theirs))
    if one == other:
        return True
    if len(one) != len(other) or len(one) < 2 * _CLOSE_DIGITS - 1 or ours.min.adjusted() != theirs.min.adjusted():
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) <= _CLOSE_DIGITS and len(one) > _CLOSE_DIGITS


def _significant(amount: Amount) -> str:
    return "".join(map(str, amount.min.normalize().as_tuple().digits))


def _evidence(amount: Amount) -> Evidence:
    return Evidence(block=amount.block, start=amount.start, end=amount.end, text=amount.text)
