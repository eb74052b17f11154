"""A release's page of the site, with the texts most like it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from index.fulltext import Hit
from sitegen.pages.release import ReleasePage
from sitegen.scope import Scope
from siteserve.pages.hits import HitView, hit_view


@dataclass(frozen=True, kw_only=True)
class LiveReleasePage(ReleasePage):
    """`record` is the address of the release's data, from the root."""

    similar: tuple[HitView, ...]
    record: str


def with_similar(page: ReleasePage, hits: Iterable[Hit], record: str, scope: Scope) -> LiveReleasePage:
    """Return the page of a release with the texts that are like it."""
    told = {field.name: getattr(page, field.name) for field in fields(page)}
    return LiveReleasePage(**told, similar=tuple(hit_view(hit, scope) for hit in hits), record=record)
