"""Parts that the pages of figures share: a section of charts and a table for each authority."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.addresses import safe_name
from sitegen.charts import Chart
from sitegen.scope import Scope
from sitegen.tables import Table
from sitegen.texts import mark as _
from sitegen.words import authority_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The charts and the table of one authority."""

    id: str
    name: str
    charts: tuple[Chart, ...]
    table: Table


def authority_label(authority: str | None, scope: Scope) -> str:
    """Return an authority's name, and words for one that is not known."""
    return authority_name(authority, scope.language) if authority else scope.text(_("Publisher not known"))


def authority_order(scope: Scope) -> Callable[[str | None], tuple[bool, str]]:
    """Return the key by which authorities stand in the order of their names, what is not known last."""
    return lambda authority: (authority is None, authority_label(authority, scope).casefold())


def anchor(authority: str | None) -> str:
    """Return the id of an authority's section on a page.

    >>> anchor("tem"), anchor(None)
    ('by-tem', 'by-unknown')
    """
    return f"by-{safe_name(authority) if authority else 'unknown'}"


def year_heading(year: int | None, scope: Scope) -> str:
    """Return a year as it heads a row of a table."""
    return str(year) if year else scope.text(_("Year not known"))
