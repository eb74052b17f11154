"""Dates, sums and names as a reader of the command line expects them."""

from __future__ import annotations

from decimal import Decimal

from haku.texts import _
from parsers.authorities import AUTHORITIES
from parsers.model import Amount, Application, Contact, Kind, Moment, Release, Role, UsePeriod

KINDS = {
    Kind.CALL: _("call"),
    Kind.DECISION: _("decision"),
    Kind.GUIDE: _("guide"),
    Kind.OTHER: _("other"),
}
ROLES = {
    Role.AVAILABLE: _("available"),
    Role.GRANTED: _("granted"),
    Role.PER_APPLICANT: _("per applicant"),
    Role.MINIMUM: _("minimum"),
    Role.MAXIMUM: _("maximum"),
    Role.COST: _("cost"),
    Role.OTHER: _("other sum"),
}


def moment(value: Moment | None) -> str:
    """Write a moment in the Finnish way, which Swedish shares.

    >>> moment("2021-04-20T09:15"), moment("2021-04-20"), moment(None)
    ('20.4.2021 9.15', '20.4.2021', '–')
    """
    if not value:
        return "–"
    year, month, day = value[:10].split("-")
    written = f"{int(day)}.{int(month)}.{year}"
    return f"{written} {int(value[11:13])}.{value[14:16]}" if len(value) > 10 else written


def number(value: Decimal) -> str:
    """Write a number with a space between thousands and a decimal comma.

    >>> number(Decimal("1066000")), number(Decimal("12345.60"))
    ('1\\xa0066\\xa0000', '12\\xa0345,60')
    """
    return f"{value:,}".replace(",", "\u00a0").replace(".", ",")


def amount(value: Amount) -> str:
    """Write a sum or a range of sums with its currency."""
    currency = "€" if value.currency == "EUR" else value.currency
    sums = number(value.min) if value.min == value.max else f"{number(value.min)}–{number(value.max)}"
    return f"{sums}\u00a0{currency}"


def window(value: Application) -> str:
    """Write when one may apply."""
    if value.continuous and not value.closes:
        return _("continuous")
    if not (value.opens or value.closes):
        return "–"
    return f"{moment(value.opens)} – {moment(value.closes)}"


def period(value: UsePeriod | None) -> str:
    """Write from when to when a grant may be used."""
    return f"{moment(value.start)} – {moment(value.end)}" if value else "–"


def contact(value: Contact) -> str:
    """Write a contact on one line."""
    return ", ".join(part for part in (value.name, value.title, value.organisation, value.phone, value.email) if part)


def authority(release: Release) -> str:
    """Name the body that published a release, in the release's own language."""
    known = AUTHORITIES.get(release.authority or "")
    if not known:
        return release.organisation or release.source
    return known.names.get(release.language or "fi", known.names["fi"])
