"""Codes of the data as words of the interface: kinds, roles, units, fields. English here, translated where shown."""

from __future__ import annotations

import re
from decimal import Decimal
from gettext import NullTranslations

from parsers.authorities import AUTHORITIES
from parsers.model import Amount
from sitegen.formats import NBSP, Formats
from sitegen.phones import with_dialled
from sitegen.texts import mark as _

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")
# "2021-07-01/2022-06-30"
_PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)\s*[/–-]\s*(\d{4}-\d\d-\d\d)")
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,4})?")
# "612 000", "12 000–15 000", "1.066.000"
_FIGURES = re.compile(r"\d[\d\s.,–-]*")

KINDS = {"call": _("Call for applications"), "decision": _("Grant decision"), "guide": _("Guide"), "other": _("Other")}
KINDS_PLURAL = {
    "call": _("Calls for applications"),
    "decision": _("Grant decisions"),
    "guide": _("Guides"),
    "other": _("Other releases"),
}
# Forms are codes in the data; one that the archive does not know is shown as the source words it.
FORMS = {
    "press_release": _("Press release"),
    "news": _("News item"),
    "article": _("Article"),
    "blog": _("Blog post"),
    "column": _("Column"),
    "call_notice": _("Call notice"),
    "notice": _("Notice"),
    "memo": _("Memorandum"),
    "speech": _("Speech"),
    "invitation": _("Invitation"),
}
ROLES = {
    "available": _("available in the call"),
    "granted": _("granted"),
    "per_applicant": _("per applicant"),
    "minimum": _("smallest grant"),
    "maximum": _("largest grant"),
    "cost": _("cost"),
    "other": _("other sum"),
}
BOUNDS = {
    "at_most": _("at most %(sum)s"),
    "at_least": _("at least %(sum)s"),
    "over": _("over %(sum)s"),
    "under": _("under %(sum)s"),
}
UNITS = {
    "hour": _("an hour"),
    "day": _("a day"),
    "week": _("a week"),
    "month": _("a month"),
    "year": _("a year"),
    "person": _("a person"),
    "applicant": _("an applicant"),
    "project": _("a project"),
    "organisation": _("an organisation"),
    "resident": _("a resident"),
    "km": _("a kilometre"),
    "hectare": _("a hectare"),
    "m2": _("a square metre"),
    "m3": _("a cubic metre"),
    "kwh": _("a kilowatt hour"),
    "mwh": _("a megawatt hour"),
    "tonne": _("a tonne"),
    "kg": _("a kilogram"),
    "litre": _("a litre"),
}
# Groups of applicants, as language_data/*/eligibility.toml names them.
GROUPS = {
    "municipalities": _("municipalities"),
    "joint_municipal_authorities": _("joint municipal authorities"),
    "wellbeing_counties": _("wellbeing services counties"),
    "regional_councils": _("regional councils"),
    "associations": _("associations"),
    "organisations": _("organisations"),
    "foundations": _("foundations"),
    "companies": _("companies"),
    "cooperatives": _("cooperatives"),
    "educational_institutions": _("educational institutions"),
    "universities": _("universities"),
    "research_institutes": _("research institutes"),
    "parishes": _("parishes"),
    "religious_communities": _("religious communities"),
    "individuals": _("private persons"),
    "agencies": _("agencies"),
    "farmers": _("farmers"),
    "water_area_owners": _("owners of water areas"),
    "land_owners": _("landowners"),
    "housing_companies": _("housing companies"),
    "cultural_institutions": _("cultural institutions"),
    "legal_persons": _("legal persons"),
}
FIELDS = {
    "closes": _("Closing of the application period"),
    "opens": _("Opening of the application period"),
    "amounts": _("Sum of money"),
    "total": _("Headline sum"),
    "use_period": _("Period of use"),
    "contacts": _("Contact"),
    "published": _("Time of publication"),
}
DIFFERENCES = {
    "contradicts": _("The versions contradict each other"),
    "only_fi": _("Only in the Finnish version"),
    "only_sv": _("Only in the Swedish version"),
}
# How a call stood; None is the status of one whose releases do not tell.
STATUSES: dict[str | None, str] = {
    "open": _("Open"),
    "upcoming": _("Upcoming"),
    "continuous": _("Always open"),
    "closed": _("Closed"),
    "decided": _("Decided"),
    None: _("Period not known"),
}
STATUSES_PLURAL: dict[str | None, str] = {
    "open": _("Open calls"),
    "upcoming": _("Upcoming calls"),
    "continuous": _("Calls that are always open"),
    "closed": _("Closed calls"),
    "decided": _("Decided calls"),
    None: _("Calls whose period is not known"),
}
# Only what passes names the day of which it was true: the pages of most calls stay as they are when that day moves on.
STATUS_SENTENCES: dict[str | None, str] = {
    "open": _("Applications could be made on %(date)s, the day of the newest release in the archive."),
    "upcoming": _("On %(date)s, the day of the newest release in the archive, the application period had not begun."),
    "continuous": _("Applications could be made at any time, as was known on %(date)s."),
    "closed": _("The application period is over."),
    "decided": _("A decision has been published."),
    None: _("The releases in the archive do not tell until when applications could be made."),
}
# What a release does in its call, as a step of the call's life.
STEPS = {
    "opening": _("Call announced"),
    "opened": _("Call announced and opened"),
    "notice": _("Call notice published"),
    "official": _("Published at haeavustuksia.fi"),
    "opens": _("Application period opens"),
    "extension": _("Application period extended"),
    "correction": _("Announcement corrected"),
    "questions": _("Questions answered"),
    "closes": _("Application period closes"),
    "decision": _("Decision published"),
}
# How a release was found to belong to its call.
JOINED = {
    "link": _("joined to the call by a link between the releases"),
    "case_number": _("joined to the call by their case number"),
    "content": _("joined to the call by likeness of text and facts, %(score)s"),
}
OPINIONS = {
    "contradicts": _("The official entry says otherwise"),
    "only_release": _("Only in the release"),
    "only_official": _("Only in the official entry"),
}
# How grave a difference is: what a reader can lose by it.
SEVERITIES = {"high": _("grave"), "medium": _("notable"), "low": _("slight")}
SEVERITY_HEADINGS = {
    "high": _("Grave: a deadline or a sum"),
    "medium": _("Notable: the opening or the period of use"),
    "low": _("Slight: a contact or the time of publication"),
}
# What became of an attached document's text; the empty code is that of a document which was not captured.
DOCUMENTS = {
    "text": _("text in the archive"),
    "scanned": _("scanned pages without text"),
    "encrypted": _("locked with a password"),
    "damaged": _("damaged file"),
    "too_large": _("too large to be read whole"),
    "unsupported": _("file format that is not read"),
    "": _("not in the archive"),
}
LANGUAGES = {"fi": _("Finnish"), "sv": _("Swedish"), "en": _("English")}
WARNINGS = {
    "impossible_date": _("The source states a date that does not exist: %(detail)s"),
    "end_before_start": _("In the source, a period ends before it begins: %(detail)s"),
    "contradicting_dates": _("The source states another closing day too: %(detail)s"),
    "wrong_weekday": _("In the source, the weekday does not fit the date: %(detail)s"),
}
OTHER_WARNING = _("The source contradicts itself here: %(detail)s")


def authority_name(authority: str, language: str) -> str:
    """Return an authority's name; the id itself, in capitals, for one that is not in the catalogue."""
    known = AUTHORITIES.get(authority)
    return known.names.get(language, known.names["fi"]) if known else authority.upper()


def sum_in_words(amount: Amount, formats: Formats, texts: NullTranslations) -> str:
    """Return an amount as read: its sum or range with its bound, its "about" and the unit it is paid by."""
    told = formats.sums(amount.min, amount.max, amount.currency)
    # "vajaat kaksi miljoonaa" is just under it: over and under say more than about
    if amount.approximate and amount.bound not in ("over", "under"):
        told = texts.gettext("about %(sum)s") % {"sum": told}
    if amount.bound:
        told = texts.gettext(BOUNDS[amount.bound]) % {"sum": told}
    return f"{told} {texts.gettext(UNITS[amount.per])}" if amount.per in UNITS else told


def value_in_words(value: str, field: str, formats: Formats) -> str:
    """Return a difference's value in the reader's notation where it is a moment, period, sum or contact; else as it
    stands."""
    if _MOMENT.fullmatch(value):
        return formats.moment(value)
    if period := _PERIOD.fullmatch(value):
        return formats.window(period[1], period[2])
    if field == "contacts":
        return with_dialled(value)
    return formats.money(Decimal(value)) if field == "total" and _NUMBER.fullmatch(value) else value


def with_currency(value: str, field: str, currency: str) -> str:
    """Return a sum with its currency where a table's cell has the figures alone.

    >>> with_currency("612 000", "amounts", "EUR").replace(NBSP, " "), with_currency("3 M€", "amounts", "EUR")
    ('612 000 €', '3 M€')
    >>> with_currency("50 000–60 000", "amounts", "SEK").replace(NBSP, " ")
    '50 000–60 000 SEK'
    """
    if field not in ("amounts", "total") or not _FIGURES.fullmatch(value):
        return value
    return f"{value}{NBSP}{'€' if currency == 'EUR' else currency}"


def is_headline(amount: Amount, total: Decimal | None) -> bool:
    """Tell whether an amount is the one that the release's total was read from."""
    return total is not None and amount.max == total and amount.per is None
