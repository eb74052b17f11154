"""What the archive is, how it is made, what it cannot do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from parsers.model import Moment
from sitegen.pages.base import Page, common
from sitegen.scope import Scope
from sitegen.texts import mark as _


@dataclass(frozen=True, kw_only=True)
class AboutPage(Page):
    """`newest` is the day of the newest release."""

    template: ClassVar[str] = "about.html"

    releases: int
    pairs: int
    newest: Moment | None


def about_page(scope: Scope) -> AboutPage:
    """Return the page about the archive in an interface language."""
    held = scope.holdings
    return AboutPage(
        **common(scope, "about/", scope.text(_("About the archive")), "about"),
        releases=held.releases,
        pairs=len(held.pairs),
        newest=held.newest,
    )
