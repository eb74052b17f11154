"""How the sites write a day."""

from __future__ import annotations

from datetime import datetime

_MONTHS = "jan feb mar apr maj jun jul aug sep okt nov dec".split()


def finnish_day(stamp: str, language: str) -> str:
    """
    >>> finnish_day("2020-06-16T09:00", "sv")
    '16.6.2020'
    """
    moment = datetime.fromisoformat(stamp)
    return f"{moment.day}.{moment.month}.{moment.year}"


def padded_day(stamp: str, language: str) -> str:
    """
    >>> padded_day("2020-06-05T09:00", "fi")
    '05.06.2020'
    """
    return f"{datetime.fromisoformat(stamp):%d.%m.%Y}"


def finnish_moment(stamp: str, language: str) -> str:
    """
    >>> finnish_moment("2021-02-05T12:03", "fi")
    '5.2.2021 12.03'
    """
    return f"{finnish_day(stamp, language)} {datetime.fromisoformat(stamp):%-H.%M}"


def nordic_day(stamp: str, language: str) -> str:
    """
    >>> nordic_day("2018-02-12T10:00", "no")
    '12 feb 2018'
    """
    moment = datetime.fromisoformat(stamp)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
