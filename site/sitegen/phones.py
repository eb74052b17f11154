"""Telephone numbers as they are dialled in Finland."""

from __future__ import annotations

import re

import phonenumbers

from sitegen.formats import NBSP

# "+358295047990", written 029 504 7990; phonenumbers leaves the last seven digits in one
_GOVERNMENT_NUMBER = re.compile(r"\+35829(\d{3})(\d{4})")
# "+358295488276" among other words; never "+35" or the end of "x+358295488276"
_NUMBER = re.compile(r"(?<![\w+])\+\d{8,15}(?!\d)")


def dialled(number: str) -> str:
    """Return a valid international number as it is dialled in Finland.

    >>> dialled("+358295047990").replace(NBSP, " "), dialled("+46812345678").replace(NBSP, " ")
    ('029 504 7990', '+46 8 123 456 78')
    """
    if government := _GOVERNMENT_NUMBER.fullmatch(number):
        return NBSP.join(("029", *government.groups()))
    parsed = phonenumbers.parse(number)
    style = phonenumbers.PhoneNumberFormat
    form = style.NATIONAL if parsed.country_code == 358 else style.INTERNATIONAL
    return phonenumbers.format_number(parsed, form).replace(" ", NBSP)


def with_dialled(text: str) -> str:
    """Return a text with the valid international numbers in it as they are dialled; what is none stays as it is.

    >>> with_dialled("Maija Virta, +358295047990, maija.virta@example.fi").replace(NBSP, " ")
    'Maija Virta, 029 504 7990, maija.virta@example.fi'
    >>> with_dialled("+358000000000000")
    '+358000000000000'
    """
    return _NUMBER.sub(lambda found: dialled(found[0]) if _is_valid(found[0]) else found[0], text)


def _is_valid(number: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False
