"""Whether a sum as printed may stand for a more exact one."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from parsers.model import Amount

# A sum may be rounded by so much: more where the rounding text gives the exact sum as well.
_ROUNDING, _ROUNDING_OF_OWN = Decimal("0.025"), Decimal("0.06")
# "4,2", "1 066 000", "27"
_NUMERAL = re.compile(r"\d(?:[\d \u00a0\u2009\u202f.,]*\d)?")
# "yli 18 miljoonaa" may be 18 400 000; "enintään 50 000" is 50 000.
_LOOSE_BOUNDS = ("over", "under")


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
    if not unit or not exact or not exact % unit or gap > (unit if amount.bound in _LOOSE_BOUNDS else unit / 2):
        return False
    return gap / exact <= (_ROUNDING_OF_OWN if both_have or amount.approximate else _ROUNDING)


def _last_digit(amount: Amount, value: Decimal) -> Decimal:
    """Return what the last printed digit of a sum counts, 0 where the sum is printed in full and exact."""
    numeral = _NUMERAL.search(amount.text)
    printed_in_full = numeral is not None and _plain(numeral[0]) == value
    if not value or (printed_in_full and not amount.approximate and amount.bound not in _LOOSE_BOUNDS):
        return Decimal(0)
    digits = value.normalize()
    return Decimal(1).scaleb(int(digits.as_tuple().exponent))


def _plain(numeral: str) -> Decimal | None:
    try:
        return Decimal(re.sub(r"[ \u00a0\u2009\u202f]|\.(?=\d{3})", "", numeral).replace(",", "."))
    except InvalidOperation:
        return None
