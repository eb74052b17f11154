"""Which of the sums that two versions do not share state one thing differently."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.model import AlignedRow, Amount, Release

_CLOSE_DIGITS = 2

Opposed = tuple[Amount, Amount]


def opposed(
    fi: Release, sv: Release, fi_left: Sequence[Amount], sv_left: Sequence[Amount], rows: Sequence[AlignedRow]
) -> list[Opposed]:
    """Match the left-over sums that contradict each other: by their place in the alignment first, then by likeness.

    A left-over sum may also stand against one that both versions have, but in different places.
    """
    row_of = _rows_of(fi.amounts, 0, rows) | _rows_of(sv.amounts, 1, rows)
    matched = _best_matches(fi_left, sv_left, row_of)
    used = {id(amount) for pair in matched for amount in pair}
    for ours in (amount for amount in fi_left if id(amount) not in used):
        matched += [(ours, theirs) for theirs in _stray_beside(ours, fi.amounts, sv.amounts, row_of)]
    for theirs in (amount for amount in sv_left if id(amount) not in used):
        matched += [(ours, theirs) for ours in _stray_beside(theirs, sv.amounts, fi.amounts, row_of)]
    return matched


def looks_alike(ours: Amount, theirs: Amount) -> bool:
    """Tell whether one sum may be a slip in writing the other: other millions, a digit or two changed or swapped.

    >>> from decimal import Decimal
    >>> def euros(value): return Amount(min=Decimal(value), max=Decimal(value), block=0, start=0, end=1, text="x")
    >>> looks_alike(euros(160_000_000), euros(160_000_000_000)), looks_alike(euros(1066000), euros(1606000))
    (True, True)
    >>> looks_alike(euros(5000), euros(312500))
    False
    """
    one, other = _digits(ours), _digits(theirs)
    if one.rstrip("0") == other.rstrip("0"):
        return True
    changed = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and changed <= _CLOSE_DIGITS < len(one.rstrip("0"))


def _rows_of(amounts: Sequence[Amount], side: int, rows: Sequence[AlignedRow]) -> dict[int, int]:
    """Return the row of each sum, by the sum's identity: equal sums stand in several places."""
    row_of = {block: number for number, row in enumerate(rows) for block in (row.fi, row.sv)[side]}
    return {id(amount): row_of[amount.block] for amount in amounts if amount.block in row_of}


def _best_matches(fi: Sequence[Amount], sv: Sequence[Amount], row_of: dict[int, int]) -> list[Opposed]:
    ranked = []
    for i, ours in enumerate(fi):
        for j, theirs in enumerate(sv):
            together, alike = _are_together(ours, theirs, row_of), looks_alike(ours, theirs)
            if together or alike:
                ranked.append((-(2 * together + 2 * alike + (ours.role == theirs.role)), i, j))
    free_fi, free_sv = set(range(len(fi))), set(range(len(sv)))
    matched = []
    for _, i, j in sorted(ranked):
        if i in free_fi and j in free_sv:
            free_fi.remove(i)
            free_sv.remove(j)
            matched.append((fi[i], sv[j]))
    return matched


def _stray_beside(
    left: Amount, same_side: Sequence[Amount], other_side: Sequence[Amount], row_of: dict[int, int]
) -> list[Amount]:
    """Return the other version's sum in the place of `left`: in a row of as many sums, one that ours lacks there."""
    here = [(amount.min, amount.max) for amount in same_side if row_of.get(id(amount)) == row_of.get(id(left))]
    beside = [amount for amount in other_side if _are_together(left, amount, row_of)]
    strays = [amount for amount in beside if (amount.min, amount.max) not in here]
    return strays[:1] if len(beside) == len(here) else []


def _are_together(ours: Amount, theirs: Amount, row_of: dict[int, int]) -> bool:
    row = row_of.get(id(ours))
    return row is not None and row == row_of.get(id(theirs))


def _digits(amount: Amount) -> str:
    return f"{amount.min.normalize():f}".replace(".", "")
