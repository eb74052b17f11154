"""Archives of figures that are known: releases, pairs and calls that a test makes up."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from parsers.model import Difference, Kind, Pair, PairSide, Release
from sitegen.calls import CallEntry
from sitegen.entries import Entry
from sitegen.holdings import read_holdings
from sitegen.pages.base import Page
from sitegen.pages.behind import CountedPage
from sitegen.scope import Scope, scope_of
from tests.site.sample import SampleArchive

LANGUAGES = ("fi", "sv", "en")
NBSP = "\u00a0"


class Archive(SampleArchive):
    """A sample archive whose releases and calls a test makes up."""


def release(template: Release, language: str, number: int, published: str | None, **changes: object) -> Release:
    made: dict[str, object] = {"id": f"{language}{number}", "language": language, "published": published}
    made |= {"kind": Kind.CALL, "source": "tem", "authority": "tem", "captured": "2024-06-01T09:00:00Z"}
    return msgspec.structs.replace(template, **{**made, **changes})


def pair(number: int, lag: float | None = None, *differences: Difference) -> Pair:
    fi, sv = (PairSide(id=f"{language}{number}", url="") for language in ("fi", "sv"))
    return Pair(fi=fi, sv=sv, method="content", score=0.9, lag_hours=lag, differences=differences)


def scope(archive: SampleArchive, language: str = "en", **changes: object) -> Scope:
    holdings = replace(read_holdings(archive), **changes)  # type: ignore[arg-type]
    return scope_of(language, LANGUAGES, holdings)


def paths_of(page: Page | str, part: str) -> list[str]:
    assert isinstance(page, CountedPage)
    return [
        (item.main if isinstance(item, (Entry, CallEntry)) else item).path
        for each in page.parts
        if each.id == part
        for item in each.items
    ]


def difference(field: str, severity: str, kind: str = "contradicts") -> Difference:
    return Difference(field=field, kind=kind, fi="1", sv="2", severity=severity)  # type: ignore[arg-type]
