"""Numbers written in digits, with whatever parts their thousands."""

from __future__ import annotations

import re
from decimal import Decimal

_SPACE = r"[ \u00a0\u2007\u2008\u2009\u200a\u202f]"

# "1 047 000", "1.500.000", "11 782,85", "3,125", "1½", "20?000" (a lost no-break space),
# "10\n000" (a line broken inside a number: nothing else begins with a zero)
FIGURE = rf"""
    (?: [1-9]\d{{0,2}} (?: (?: {_SPACE}{{1,2}} | [.'’?] | \n(?=0) ) \d{{3}} (?!\d) )+ (?! \.\d )
        (?: [,.]\d{{1,2}} (?!\d) )?
      | \d+ (?: ,\d{{3}} (?!\d) ){{2,}}
      | \d+ (?: [.,]\d+ )?
    ) (?: {_SPACE}? [½¼¾] )?
    | [½¼¾]
"""
_LONGEST = 24
_MILLION = Decimal(1_000_000)

# "1 047 000", "1.500.000,50"
_GROUPED = re.compile(rf"([1-9]\d{{0,2}}(?:(?:{_SPACE}{{1,2}}|[.'’?\n])\d{{3}})+)(?:[,.](\d{{1,2}}))?")
# "1,500,000"
_COMMA_GROUPED = re.compile(r"\d+(?:,\d{3}){2,}")
# "146,329", "1,500"
_THREE_DECIMALS = re.compile(r"(\d{1,3}),(\d{3})")
_NOT_DIGIT = re.compile(r"\D+")
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def figure_value(figure: str, multiplied: bool = False) -> Decimal | None:
    """Return the value of a number in digits, None where it is too long to be one.

    Three digits behind a single point or comma are thousands, unless the number is `multiplied` ("146,329 miljoonaa")
    or is a rate ("1,335 euroa litralta").

    >>> figure_value("1 047 000"), figure_value("1.500.000"), figure_value("11 782,85"), figure_value("1½")
    (Decimal('1047000'), Decimal('1500000'), Decimal('11782.85'), Decimal('1.5'))
    >>> figure_value("2.000"), figure_value("146,329"), figure_value("146,329", multiplied=True)
    (Decimal('2000'), Decimal('146329'), Decimal('146.329'))
    >>> figure_value("0,125"), figure_value("1.500", multiplied=True), figure_value("9" * 40)
    (Decimal('0.125'), Decimal('1500'), None)
    """
    if len(figure) > _LONGEST:
        return None
    fraction = _FRACTIONS.get(figure[-1], Decimal(0))
    digits = figure[:-1].rstrip() if fraction else figure
    return plain(_digits_value(digits, multiplied) + fraction)


def plain(value: Decimal) -> Decimal:
    """Return `value` without exponent or closing zeros.

    >>> plain(Decimal("3E+6")), plain(Decimal("12.50"))
    (Decimal('3000000'), Decimal('12.5'))
    """
    return Decimal(int(value)) if value == value.to_integral_value() else Decimal(f"{value:f}".rstrip("0"))


def is_grouped(figure: str) -> bool:
    """Whether the thousands of `figure` are set apart.

    >>> is_grouped("5 000"), is_grouped("5000")
    (True, False)
    """
    return _GROUPED.fullmatch(figure) is not None


def written_out(figure: str) -> bool:
    """Whether `figure` is a whole number of millions written out, so that a "miljoner" behind it is a slip.

    >>> written_out("2 274 000"), written_out("2 386")
    (True, False)
    """
    return is_grouped(figure) and _digits_value(figure, multiplied=False) >= _MILLION


def _digits_value(digits: str, multiplied: bool) -> Decimal:
    if not digits:
        return Decimal(0)
    if _COMMA_GROUPED.fullmatch(digits):
        return Decimal(_NOT_DIGIT.sub("", digits))
    three = _THREE_DECIMALS.fullmatch(digits)
    if three and not multiplied and not _is_rate(three[1], three[2]):
        return Decimal(three[1] + three[2])
    grouped = _GROUPED.fullmatch(digits)
    if grouped and not (multiplied and _is_decimal_point(digits)):
        return Decimal(f"{_NOT_DIGIT.sub('', grouped[1])}.{grouped[2] or 0}")
    return Decimal(digits.replace(",", "."))


# "0,125 euroa", "1,335 euroa litralta"; but "1,500 euroa" and "146,329 euroa" are thousands
def _is_rate(whole: str, decimals: str) -> bool:
    return not whole.strip("0") or (len(whole) == 1 and not decimals.endswith("0"))


# "3.125 miljoonaa" is a decimal point; nobody writes the last zero of "1.500 miljoonaa" as a decimal
def _is_decimal_point(digits: str) -> bool:
    whole, _, decimals = digits.partition(".")
    return whole.isdigit() and decimals.isdigit() and not decimals.endswith("0")
