"""What narrows a walk through the releases or a search: the same words for the catalogue and the full text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parsers.model import Kind, Language, Moment, Release
from parsers.problems import Problem

EARLIEST = "0001-01-01"
LATEST = "9999-12-31"

# "2021", "2021-04", "2021-04-01"
_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_LAST_MONTH_AND_DAY = "-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions that all hold; None sets none.

    `date_from` and `date_to` (both inclusive) concern the day of publication and may be a year (``2021``), a month
    (``2021-04``) or a day; `open_on` is a day on which one could apply. Raises Problem for what is no date.
    """

    language: Language | None = None
    kind: Kind | None = None
    authority: str | None = None
    source: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    open_on: str | None = None

    def __post_init__(self) -> None:
        for value in (self.date_from, self.date_to):
            if value is not None and not _is_date(value):
                raise Problem("{value}: not a date; write it as 2021-04-01", value=value)
        if self.open_on is not None and not (_is_date(self.open_on) and len(self.open_on) == len(EARLIEST)):
            raise Problem("{value}: not a day; write it as 2021-04-01", value=self.open_on)

    @property
    def first_day(self) -> str:
        """The first day of publication that passes.

        >>> Filter(date_from="2021").first_day
        '2021-01-01'
        """
        return EARLIEST if self.date_from is None else self.date_from + EARLIEST[len(self.date_from) :]

    @property
    def last_day(self) -> str:
        """The last day of publication that passes; a month reaches to its 31st, which no later month precedes.

        >>> Filter(date_to="2021-02").last_day
        '2021-02-31'
        """
        return LATEST if self.date_to is None else self.date_to + _LAST_MONTH_AND_DAY[len(self.date_to) - 4 :]

    @property
    def narrows_publication(self) -> bool:
        return self.date_from is not None or self.date_to is not None


def _is_date(value: str) -> bool:
    """Whether a text is a year, a month, or a day that there is.

    >>> _is_date("2021"), _is_date("2020-02-29"), _is_date("2021-02-29")
    (True, True, False)
    """
    if not _PARTIAL_DATE.fullmatch(value):
        return False
    try:
        return bool(date.fromisoformat(value + EARLIEST[len(value) :]))
    except ValueError:
        return False


def day(moment: Moment | None) -> str | None:
    """Return the date of a moment.

    >>> day("2021-04-20T16:15")
    '2021-04-20'
    """
    return None if moment is None else moment[: len(EARLIEST)]


def open_days(release: Release) -> tuple[str, str] | None:
    """Return the first and the last day on which one could apply, None where the release does not say until when.

    Where it does not say from when, the call opened with the release itself.
    """
    window = release.application
    last = day(window.closes) or (LATEST if window.continuous else None)
    if last is None:
        return None
    return day(window.opens) or day(release.published) or EARLIEST, last
