"""Values as a reader of the command line expects them: the same words and formats as on the site."""

from __future__ import annotations

from collections.abc import Mapping

from haku.texts import LANGUAGE, _
from parsers.model import Amount, Application, Attachment, Contact, Moment, Release, Share, UsePeriod, Warning
from sitegen.formats import Formats
from sitegen.texts import texts
from sitegen.words import DOCUMENTS, OTHER_WARNING, WARNINGS, authority_name, sum_in_words

_WORDS = texts(LANGUAGE)
FORMATS = Formats(LANGUAGE, _WORDS)
NOTHING = "–"


def word(code: str, words: Mapping[str, str]) -> str:
    """Return what a code of the data is called, the code itself where it has no name."""
    return _WORDS.gettext(words[code]) if code in words else code


def moment(value: Moment | None) -> str:
    """Write a moment, with its time of day where one is stated."""
    return FORMATS.moment(value) if value else NOTHING


def day(value: Moment) -> str:
    """Write the day of a moment."""
    return FORMATS.date(value)


def amount(value: Amount) -> str:
    """Write a sum or a range of sums, with its bound and the unit it is paid by."""
    return sum_in_words(value, FORMATS, _WORDS)


def total(release: Release) -> str:
    """Write the headline sum, in the currency of the sum it was read from."""
    if release.total is None:
        return NOTHING
    return FORMATS.money(release.total, release.total_currency)


def warning(value: Warning) -> str:
    """Say what a page states that cannot be so."""
    return _WORDS.gettext(WARNINGS.get(value.code, OTHER_WARNING)) % {"detail": value.detail}


def window(value: Application) -> str:
    """Write when one may apply."""
    if value.continuous and not value.closes:
        return _("continuous")
    return FORMATS.window(value.opens, value.closes) or NOTHING


def period(value: UsePeriod | None) -> str:
    """Write from when to when a grant may be used."""
    return FORMATS.window(value.start, value.end) if value else NOTHING


def days(first: Moment | None, last: Moment | None) -> str:
    """Write a day or a span of days."""
    return FORMATS.window(first, last) or NOTHING


def share(value: Share) -> str:
    """Write a part of the costs, with its bound: "at least 20%", "20–30%"."""
    shown = FORMATS.percent(float(value.max / 100))
    if value.min < value.max:
        shown = f"{FORMATS.number(value.min)}–{shown}"
    if value.bound == "at_least":
        return _("at least {share}").format(share=shown)
    return _("at most {share}").format(share=shown) if value.bound == "at_most" else shown


def contact(value: Contact) -> str:
    """Write a contact on one line."""
    return ", ".join(part for part in (value.name, value.title, value.organisation, value.phone, value.email) if part)


def attachment(value: Attachment) -> str:
    """Write a linked document on one line, with what became of its text."""
    return f"{value.text} {value.url} ({word(value.state or '', DOCUMENTS)})"


def authority(release: Release) -> str:
    """Name the body that published a release, in the reader's language where it is known."""
    if release.authority:
        return authority_name(release.authority, LANGUAGE)
    return release.organisation or release.source
