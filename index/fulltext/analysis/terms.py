"""What a token is indexed and searched by."""

from __future__ import annotations

import re
from typing import NamedTuple

_PIECES = re.compile(r"[^\W_]+")
# "17.3.2021", "VN/5521/2022": a year is looked for by itself too.
_YEAR = re.compile(r"(?:19|20)\d\d")
# "0295047990": a number that somebody can be called by, as the tokens have it.
_PHONE = re.compile(r"0\d{6,12}")
# Where what stands behind the area begins: "029|5047990", "0295|047990".
_AREAS = (3, 4)


class Terms(NamedTuple):
    """The terms of one token.

    `whole` are its base forms: what a query for it looks for. `related` are looser: the verb of a participle.
    `parts` are found in it by those who look for them, but are not what it looks for: the parts of a compound.
    """

    whole: tuple[str, ...]
    related: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Everything by which a token can be found."""
        return self.whole + self.related + self.parts if self.related or self.parts else self.whole


def unique(*terms: str) -> tuple[str, ...]:
    """Return the terms that are not empty, each once, in order."""
    return tuple(dict.fromkeys(term for term in terms if term))


def number_terms(number: str) -> Terms:
    """Return the terms of a number; a date is found by its year as well, a telephone number without its area.

    >>> number_terms("17.3.2021"), number_terms("0295047990").parts
    (Terms(whole=('17.3.2021',), related=(), parts=('2021',)), ('5047990', '047990'))
    """
    if _PHONE.fullmatch(number):
        return Terms((number,), parts=tuple(number[area:] for area in _AREAS))
    years = (piece for piece in _PIECES.findall(number) if _YEAR.fullmatch(piece) and piece != number)
    return Terms((number,), parts=unique(*years))


def code_terms(code: str) -> Terms:
    """Return the terms of a case number or an e-mail address: itself, and its pieces.

    >>> code_terms("vn/5521/2022-tem-3").parts
    ('vn', '5521', '2022', 'tem', '3', '5521/2022-tem-3', 'vn/5521/2022', '5521/2022')
    >>> code_terms("aino.aho@gov.fi").parts
    ('aino', 'aho', 'gov', 'fi')
    """
    pieces = _PIECES.findall(code)
    if "/" not in code:
        return Terms((code,), parts=unique(*pieces))
    case, _, _ = code.partition("-")
    wholes = (code.partition("/")[2], case, case.partition("/")[2])
    return Terms((code,), parts=unique(*pieces, *(one for one in wholes if one != code)))
