"""A fault as a page: one sentence that says what is wrong, in the reader's language, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import ClassVar

from sitegen.pages.base import Page, common
from sitegen.scope import Scope
from sitegen.texts import mark as _

_HEADINGS = {
    HTTPStatus.NOT_FOUND: _("There is no such page"),
    HTTPStatus.SERVICE_UNAVAILABLE: _("The archive cannot be read now"),
    HTTPStatus.INTERNAL_SERVER_ERROR: _("Something went wrong"),
}
_SENTENCES = {
    HTTPStatus.NOT_FOUND: _("The archive has nothing at this address. It may be mistyped, or the text may be gone."),
    HTTPStatus.INTERNAL_SERVER_ERROR: _("The program has a fault. The terminal in which it runs says more."),
}
_ANOTHER = _("The request cannot be answered")


@dataclass(frozen=True, kw_only=True)
class FaultPage(Page):
    """`sentence` says what is wrong and what to do."""

    template: ClassVar[str] = "fault.html"

    sentence: str


def fault_page(status: int, sentence: str | None, scope: Scope) -> FaultPage:
    """Return the page of a fault with a sentence of its own, or that of its status.

    It may stand at any address, so its links begin at the server's root.
    """
    known = HTTPStatus(status)
    told = sentence or scope.text(_SENTENCES.get(known, known.description))
    heading = scope.text(_HEADINGS.get(known, _ANOTHER))
    return replace(FaultPage(**common(scope, "search/", heading), sentence=told), root="/")
