"""How often releases state what is looked for in them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from index.catalogue import Catalogue, FieldFill
from index.catalogue.fill import FIELDS
from parsers.capture import Capture, Location
from parsers.model import Application, Evidence, Kind

NOVEMBER_2 = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.fixture
def filled(catalogue: Catalogue, make_release: Any, make_call: Any) -> Catalogue:
    """Four Finnish releases of one source and a Swedish one of another; pages that could not be read."""
    decided = Evidence(block=0, start=0, end=4, text="Haku")
    for release in (
        make_call("kaikki", captured="2026-11-02T00:00:00Z", kind_evidence=decided),
        make_call("jatkuva", captured="2026-11-03T09:00:00Z", amounts=(), application=Application(continuous=True)),
        make_release("paatos", "Myönnetty", "Rahaa", kind=Kind.DECISION, captured="2026-11-03T09:00:00Z"),
        make_call("vanha", captured="2026-11-01T23:59:59Z", contacts=(), application=Application()),
        make_release(
            "tyhja", "", url="https://okm.fi/sv/-/tom", source="okm", language=None, authority=None, published=None,
            kind=Kind.OTHER, captured="2026-11-02T09:00:00Z",
        ),
    ):  # fmt: skip
        catalogue.add_release(release)
    for number, (day, url) in enumerate([(1, "1"), (2, "2"), (3, "2"), (3, "3")]):
        capture = Capture(f"https://tem.fi/-/{url}", datetime(2026, 11, day, 9, tzinfo=UTC), b"")
        catalogue.captures.add(capture, Location("a", number), (), "no text")
    return catalogue


def _counts(catalogue: Catalogue, source: str, since: datetime | None) -> dict[str, tuple[int, int]]:
    found = catalogue.fill_rates(since).fields
    return {one.field: (one.filled, one.releases) for one in found if one.source == source}


def test_all(filled: Catalogue) -> None:
    assert _counts(filled, "tem", None) == {
        "title": (4, 4),
        "published": (4, 4),
        "authority": (4, 4),
        "kind_evidence": (1, 4),
        "blocks": (4, 4),
        "contacts": (2, 4),
        "amounts": (2, 3),
        "closes": (2, 3),
    }
    assert filled.fill_rates(None).unread == {"tem": 3}


def test_since_a_moment(filled: Catalogue) -> None:
    counts = _counts(filled, "tem", NOVEMBER_2)
    assert (counts["title"], counts["amounts"], counts["contacts"]) == ((3, 3), (1, 2), (2, 3))
    assert filled.fill_rates(NOVEMBER_2).unread == {"tem": 2}


def test_nothing_is_stated(filled: Catalogue) -> None:
    counts = _counts(filled, "okm", NOVEMBER_2)
    assert counts == dict.fromkeys(FIELDS, (0, 1)) | {"amounts": (0, 0), "closes": (0, 0)}
    assert {one.language for one in filled.fill_rates().fields if one.source == "okm"} == {None}


def test_nothing_was_read(filled: Catalogue) -> None:
    rates = filled.fill_rates(datetime(2027, 1, 1, tzinfo=UTC))
    assert (rates.fields, rates.unread) == ((), {})


@pytest.mark.parametrize(("filled_", "releases", "rate"), [(1, 4, 0.25), (0, 3, 0.0), (0, 0, 1.0)])
def test_rate(filled_: int, releases: int, rate: float) -> None:
    assert FieldFill(source="tem", language="fi", field="title", filled=filled_, releases=releases).rate == rate
