"""The line under a title that says who published, when, and what form of release it is."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time

from parsers.authorities import is_authority_name
from parsers.model import Moment
from parsers.page.labels import endings, forms, months, plain, words

_LONGEST_LINE = 300
# "24.8.2020 9.28", "18.3.2021 kl. 15.58", "16.9.2020 at 9.20", "12 feb 2018", "5. kesäkuuta 2019", "2022-11-14"
_STAMP = re.compile(
    r"""(?<![\d.])
    (?: (?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})
      | (?P<day_before>\d{1,2})\.?\ (?P<name>[^\W\d_]{3,12})\.?\ (?P<year_after>\d{4})
      | (?P<iso>\d{4}-\d{2}-\d{2})
    )(?!\d)
    (?:
      ,?\ ?(?:klo|kello|kl\.?|klockan|at)?\ ?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?::\d{2})?(?!\d)
      (?:\ (?:EET|EEST))?
    )?
    """,
    re.VERBOSE,
)
# "Tiedote 460/2019"
_NUMBER = re.compile(r"\s\d{1,4}/\d{4}\s*$")


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a date line says: when the release first appeared, when this version of it did, and who published it."""

    published: Moment | None
    translated: Moment | None
    organisation: str | None


def read_date_line(line: str) -> DateLine | None:
    """Read a line that holds nothing but stamps with their labels, and perhaps the publisher's name; else None.

    A word for the part of the site or the form of the release may close it ("Julkaisupäivä 5.2.2021 12.03 Blogit").

    >>> read_date_line("Utgivningsdatum 17.3.2021 11.14 | Publicerad på svenska 18.3.2021 kl. 15.58")
    DateLine(published='2021-03-17T11:14', translated='2021-03-18T15:58', organisation=None)
    >>> read_date_line("Arbets- och näringsministeriet 10.2.2016 10.00").organisation
    'Arbets- och näringsministeriet'
    >>> read_date_line("Haku päättyy 20.4.2021")
    """
    if len(line) > _LONGEST_LINE:
        return None
    published = translated = organisation = None
    position = 0
    for stamp in _STAMP.finditer(line):
        label, position = line[position : stamp.start()], stamp.end()
        moment = _moment(stamp)
        if plain(label) in words("translated"):
            translated = moment
        elif plain(label) in words("published") or not plain(label):
            published = published or moment
        elif stamp.start() == len(label) and _is_organisation(label):
            published, organisation = moment, label.strip()
        elif plain(label) not in words("updated"):
            return None
    if position == 0 or not _is_site_word(line[position:]):
        return None
    return DateLine(published=published, translated=translated, organisation=organisation)


def listed_day(text: str) -> date | None:
    """Return the day that a text prints which is no sentence: a date line, whatever form of release stands before it,
    or what ends in a day in brackets. None for any other text, whatever days it speaks of.

    >>> listed_day("Tiedote 17.3.2024 11.14"), listed_day("Ansökan har öppnats (27.05.2020)")
    (datetime.date(2024, 3, 17), datetime.date(2020, 5, 27))
    >>> [listed_day(title) for title in ("Haku päättyi 1.2.2020", "Haku 1.4.–31.5.2026: tuet", "(1.2.–3.3.2026)")]
    [None, None, None]
    """
    if len(text) > _LONGEST_LINE or not (stamp := _STAMP.search(text)):
        return None
    before = text[: stamp.start()]
    is_named = plain(before) in forms() or plain(before) in words("site_lines")
    line = read_date_line(text[stamp.start() :] if is_named else text.strip(" \n\t()"))
    if line and line.published:
        return date.fromisoformat(line.published[:10])
    with suppress(ValueError):
        return _date(stamp) if before.endswith("(") and text[stamp.end() :].strip() == ")" else None
    return None


def read_form(line: str) -> str | None:
    """Return the form of release that a type line names, None for any other line.

    >>> read_form("Tiedote 460/2019"), read_form("Typ:Pressmeddelande"), read_form("Tiedote hakijoille")
    ('press_release', 'press_release', None)
    """
    label, colon, rest = line.rpartition(":")
    if colon and plain(label) not in words("type_label"):
        return None
    return forms().get(plain(_NUMBER.sub("", rest)))


def is_labelled_date_line(line: str) -> bool:
    """Tell whether a line is a date line that says so itself, as those under a title do.

    >>> is_labelled_date_line("Julkaisupäivä 5.2.2021 12.03 Blogit"), is_labelled_date_line("15.12.2023 klo 16.15")
    (True, False)
    """
    return plain(line).startswith(endings("published")) and read_date_line(line) is not None


def is_organisation_line(line: str) -> bool:
    """Tell whether a line is the name of a publisher, or of several."""
    return len(line) <= _LONGEST_LINE and (is_authority_name(line) or _is_organisation(line))


def _is_site_word(text: str) -> bool:
    word = plain(text)
    return not word or word in words("site_lines") or word in forms()


def _is_organisation(text: str) -> bool:
    name = plain(text)
    return len(name.split()) <= 8 and name.endswith(endings("organisation_endings"))


def _moment(stamp: re.Match[str]) -> Moment | None:
    """A stamp that names no day of the calendar is none."""
    try:
        day = _date(stamp)
        clock = time(int(stamp["hour"]), int(stamp["minute"])) if stamp["hour"] else None
    except ValueError:
        return None
    return f"{day}T{clock:%H:%M}" if clock else day.isoformat()


def _date(stamp: re.Match[str]) -> date:
    if stamp["iso"]:
        return date.fromisoformat(stamp["iso"])
    if stamp["day"]:
        return date(int(stamp["year"]), int(stamp["month"]), int(stamp["day"]))
    return date(int(stamp["year_after"]), _month_number(stamp["name"]), int(stamp["day_before"]))


def _month_number(name: str) -> int:
    number = next((number for word, number in months().items() if name.casefold().startswith(word)), None)
    if number is None:
        raise ValueError(name)
    return number
