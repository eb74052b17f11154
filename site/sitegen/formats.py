"""Dates, times, sums and spans of time as each interface language writes them, from Babel's locale data.

Spaces inside a number, a date or before a unit are no-break spaces, so that no line ends in the middle of one.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from gettext import NullTranslations
from typing import ClassVar

from babel import Locale
from babel.dates import format_date, format_time, get_day_names, get_month_names
from babel.numbers import format_compact_currency, format_currency, format_decimal, format_percent
from babel.units import format_unit

from parsers.model import Moment

NBSP = "\u00a0"
# The end of a day, which a clock does not show and people write.
MIDNIGHT = "24:00"


def _months(locale: str) -> str:
    """Return the names of the months as a pattern."""
    return "|".join(get_month_names("wide", "stand-alone", locale).values())


_BOUND_SPACE = re.compile(
    rf"""
    [ ](?:
        (?<=\d[ ])(?=
            \d{{3}}(?!\d) | M?€ | % | euro             # "1 066 000", "75 %"; not "5 kuntaa", "2021 12345"
            | milj(?:oo?n|ard|(?!\w)) | [bm]illion     # "160 miljoonaa", "9 miljarder", "3 milj."; not "3 miljöer"
            | m(?:rd|d|n)(?!\w)                        # "1 mrd", "4 mn euro"
        )
        | (?<=\d[ ])(?<!\d{{3}}[ ])(?=(?:{_months("sv_FI")}|{_months("en_GB")})(?!\w))  # "30 mars"; not "2024 mars"
        | (?<=\d\.[ ])(?={_months("fi_FI")})           # "30. syyskuuta"
        | (?=\d)(?:                                    # "klo 16.15", "kl. 16.15"
            (?<=\b[Kk]l[ ]) | (?<=\b[Kk]l[o.][ ]) | (?<=\b[Kk]lo\.[ ]) | (?<=\b[Kk]ello[ ]) | (?<=\b[Kk]lockan[ ])
            | (?<=EUR[ ])                              # "EUR 5.75 million"
        )
        | (?:(?<=\d,\d[ ])|(?<=\d,\d\d[ ]))(?=[^\W\d]) # "18,4 tonnia", "1,06 gånger"
        | (?<=[^\s–][ ])(?=–[ ])                       # "haku avautui – haettavana": no line begins with the dash
    )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Style:
    """How a language writes dates. Swedish is that of Finland: 17 mars 2021, kl. 16.15."""

    locale: str
    day: str
    day_of_year: str
    day_of_month: str
    time: str
    dash: str
    money: str


_STYLES = {
    "fi": _Style("fi_FI", "d.M.y", "d.M.", "d.", "H.mm", "–", "#,##0 ¤"),
    "sv": _Style("sv_FI", "d MMMM y", "d MMMM", "d", "H.mm", "–", "#,##0 ¤"),
    "en": _Style("en_GB", "d MMMM y", "d MMMM", "d", "HH:mm", " – ", "¤#,##0"),
}


@dataclass(frozen=True, slots=True)
class Formats:
    """Values to text in one interface language.

    >>> fi = Formats("fi", NullTranslations())
    >>> fi.window("2021-03-17", "2021-04-20").replace(NBSP, " "), fi.money(Decimal(1066000)).replace(NBSP, " ")
    ('17.3.–20.4.2021', '1 066 000 €')
    >>> Formats("sv", NullTranslations()).date("2021-03-17T11:14").replace(NBSP, " ")
    '17 mars 2021'
    """

    languages: ClassVar[frozenset[str]] = frozenset(_STYLES)
    language: str
    texts: NullTranslations

    @property
    def _style(self) -> _Style:
        return _STYLES[self.language]

    def number(self, value: int | Decimal) -> str:
        """Return a count or quantity with its digits grouped."""
        return _number(value, self._style.locale)

    def fixed(self, value: Decimal, decimals: int) -> str:
        """Return a number with so many decimals, for a column of them: "40,0" above "45,5"."""
        pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
        return format_decimal(value, format=pattern, locale=self._style.locale)

    def percent(self, share: float) -> str:
        """Return a part of one as a whole per cent."""
        return format_percent(share, locale=self._style.locale)

    def figure(self, share: float) -> str:
        """Return a measure from 0 to 1 with three decimals: "0,963"."""
        return format_decimal(share, format="0.000", locale=self._style.locale)

    def money(self, value: Decimal, currency: str = "EUR") -> str:
        """Return a sum; cents only where there are some, and then both digits. Other money than euros goes by its code:
        whose crowns are meant must be plain."""
        whole = value == value.to_integral_value()
        pattern = self._style.money if whole else self._style.money.replace("##0", "##0.00")
        if currency != "EUR":
            pattern = pattern.replace("¤#", "¤ #").replace("¤", "¤¤")
        return _money(value, currency, pattern, self._style.locale)

    def short_money(self, euros: float) -> str:
        """Return a sum of euros as it is written on an axis: "2,5 milj. €"."""
        return format_compact_currency(euros, "EUR", locale=self._style.locale, fraction_digits=1).replace(" ", NBSP)

    def sums(self, low: Decimal, high: Decimal, currency: str = "EUR") -> str:
        """Return a sum or a range of sums, the currency named once where it stands last."""
        if low == high:
            return self.money(low, currency)
        if self._style.money.startswith("¤"):
            return f"{self.money(low, currency)}–{self.money(high, currency)}"
        return f"{self.number(low)}–{self.money(high, currency)}"

    def date(self, moment: Moment) -> str:
        """Return the day of a moment."""
        return self._format(_day(moment), self._style.day)

    def time(self, moment: Moment) -> str | None:
        """Return the time of day, None where the moment states none."""
        if moment[11:] == MIDNIGHT:
            return MIDNIGHT.replace(":", self._style.time.strip("Hm"))
        clock = _clock(moment)
        return None if clock is None else _time(clock, self._style.time, self._style.locale)

    def moment(self, moment: Moment) -> str:
        """Return the day, and the time where one is stated."""
        return self._with_time(self.date(moment), moment)

    def window(self, opens: Moment | None, closes: Moment | None) -> str:
        """Return the span between two moments, either of which may be unknown."""
        if opens and opens == closes:
            return self.moment(opens)
        if opens and closes:
            start = self._with_time(self._first_day(opens, closes), opens)
            # "1–30 September", but "5 March – 19 April"
            dash = self._style.dash if NBSP in start else self._style.dash.strip()
            return f"{start}{dash}{self.moment(closes)}"
        if closes:
            return self.texts.gettext("until %(moment)s") % {"moment": self.moment(closes)}
        return self.texts.gettext("from %(moment)s") % {"moment": self.moment(opens)} if opens else ""

    def month(self, number: int) -> str:
        """Return the name of a month of the year, 1 to 12, as it stands in a heading."""
        name = format_date(dt.date(2000, number, 1), "LLLL", locale=self._style.locale)
        return name[:1].upper() + name[1:]

    def weekday(self, moment: Moment) -> str:
        """Return the day of a moment with its name, without the year: "tiistai 20.4."."""
        return self._format(_day(moment), f"cccc {self._style.day_of_year}")

    @property
    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """The days of the week from Monday on, each as the head of a column and by its whole name."""
        heads, names = (get_day_names(width, "stand-alone", self._style.locale) for width in ("short", "wide"))
        return tuple((heads[day], names[day]) for day in range(7))

    def lapse(self, hours: float) -> str:
        """Return a span of time in the two units that tell most: days and hours, or hours and minutes."""
        minutes = round(hours * 60)
        days, rest = divmod(minutes, 24 * 60)
        if days >= 2:
            return self._units(("day", days), ("hour", rest // 60))
        return self._units(("hour", minutes // 60), ("minute", minutes % 60))

    def _units(self, *parts: tuple[str, int]) -> str:
        shown = [part for part in parts if part[1]] or [parts[-1]]
        return " ".join(self._unit(unit, value) for unit, value in shown)

    def _unit(self, unit: str, value: int) -> str:
        return format_unit(value, unit, locale=self._style.locale).replace(" ", NBSP)

    def _with_time(self, day: str, moment: Moment) -> str:
        clock = self.time(moment)
        return day if clock is None else self.texts.gettext("%(date)s at %(time)s") % {"date": day, "time": clock}

    def _first_day(self, opens: Moment, closes: Moment) -> str:
        """Year and month are said once where both days share them and no time of day parts them."""
        pattern = self._style.day
        if opens[:10] != closes[:10] and len(opens) == 10:
            shared_month = opens[:7] == closes[:7]
            shared = self._style.day_of_month if shared_month else self._style.day_of_year
            pattern = shared if opens[:4] == closes[:4] else pattern
        return self._format(_day(opens), pattern)

    def _format(self, day: dt.date, pattern: str) -> str:
        return _date(day, pattern, self._style.locale)


@lru_cache(10_000)
def _money(value: Decimal, currency: str, pattern: str, locale: str) -> str:
    return format_currency(value, currency, format=pattern, locale=locale, currency_digits=False).replace(" ", NBSP)


@cache
def _locale(name: str) -> Locale:
    """Return a locale's data: Babel looks it up for each value where it is given the name only."""
    return Locale.parse(name)


# Three languages, three patterns and the days of ten years.
@lru_cache(40_000)
def _date(day: dt.date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale=_locale(locale)).replace(" ", NBSP)


@lru_cache(10_000)
def _time(clock: dt.time, pattern: str, locale: str) -> str:
    return format_time(clock, pattern, locale=locale)


# By type too: a whole number and a decimal one that are equal need not be written alike.
@lru_cache(10_000, typed=True)
def _number(value: int | Decimal, locale: str) -> str:
    return format_decimal(value, locale=locale)


def unbroken(text: str) -> str:
    """Return a text of the source with no-break spaces where no line may end; its length and its words stay.
    static/search-spaces.js does the same in the browser.

    >>> unbroken("haku avautui – haettavana 900 000 euroa, 1,5 miljoonaa, 75 % ja 5 kuntaa").replace(NBSP, "~")
    'haku avautui~– haettavana 900~000~euroa, 1,5~miljoonaa, 75~% ja 5 kuntaa'
    """
    return _BOUND_SPACE.sub(NBSP, text)


def _day(moment: Moment) -> dt.date:
    return dt.date.fromisoformat(moment[:10])


def _clock(moment: Moment) -> dt.time | None:
    return dt.time.fromisoformat(moment[11:]) if len(moment) > 10 else None
