"""What has been taken in, and forgetting what the archive of record has lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from index.catalogue import Catalogue
from parsers.capture import Capture, Location

FIRST, SECOND = "haku-00001.warc.gz", "haku-00002.warc.gz"
LOCATIONS = [Location(FIRST, 0), Location(FIRST, 100), Location(FIRST, 200), Location(SECOND, 0)]


def _capture(number: int) -> Capture:
    return Capture(f"https://tem.fi/-/{number}", datetime(2026, 11, 1 + number, tzinfo=UTC), f"{number}".encode())


@pytest.fixture
def filled(catalogue: Catalogue, make_release: Any) -> Catalogue:
    """Two files; the first page is a release, the others are none, the third one by a fault."""
    release = make_release("0", "Haku", "Hae")
    catalogue.add_release(release)
    for number, location in reversed(list(enumerate(LOCATIONS))):
        read = [release.id] if number == 0 else []
        catalogue.captures.add(_capture(number), location, read, "no title" if number == 2 else None)
    catalogue.captures.note_positions({FIRST: 300, SECOND: 50})
    return catalogue


def test_locations_are_in_order(filled: Catalogue) -> None:
    assert list(filled.captures.locations()) == LOCATIONS


def test_what_has_been_taken_in(filled: Catalogue) -> None:
    assert filled.captures.knows(Location(FIRST, 100))
    assert not filled.captures.knows(Location(FIRST, 50))


def test_the_first_capture_of_a_payload_holds_it(filled: Catalogue) -> None:
    again = Capture("https://tem.fi/-/toinen", datetime(2026, 11, 9, tzinfo=UTC), b"1")
    filled.captures.add(again, Location(SECOND, 900), (), None)
    assert filled.captures.locate(again.digest) == Location(FIRST, 100)
    assert filled.captures.locate("sha256:none") is None


def test_positions_only_grow(filled: Catalogue) -> None:
    filled.captures.note_positions({FIRST: 70, SECOND: 60})
    assert filled.captures.positions() == {FIRST: 300, SECOND: 60}


@pytest.mark.parametrize(
    ("url", "payload", "problem"),
    [
        pytest.param(2, 2, "no title", id="not read"),
        pytest.param(0, 0, None, id="a release"),
        pytest.param(1, 1, None, id="rightly none"),
        pytest.param(1, 2, None, id="another address"),
        pytest.param(2, 1, None, id="another payload"),
    ],
)
def test_problem_of_a_capture(filled: Catalogue, url: int, payload: int, problem: str | None) -> None:
    assert filled.captures.problem(_capture(url).url, _capture(payload).digest) == problem


@pytest.mark.parametrize(
    ("sizes", "left", "positions"),
    [
        pytest.param({FIRST: 300, SECOND: 50}, LOCATIONS, {FIRST: 300, SECOND: 50}, id="all there"),
        pytest.param({FIRST: 900, SECOND: 90}, LOCATIONS, {FIRST: 300, SECOND: 50}, id="grown"),
        pytest.param({FIRST: 200, SECOND: 50}, [*LOCATIONS[:2], LOCATIONS[3]], {FIRST: 200, SECOND: 50}, id="cut"),
        pytest.param({FIRST: 201, SECOND: 50}, LOCATIONS, {FIRST: 201, SECOND: 50}, id="cut inside a record"),
        pytest.param({FIRST: 300}, LOCATIONS[:3], {FIRST: 300}, id="gone"),
        pytest.param({}, [], {}, id="all gone"),
    ],
)
def test_lost_captures_are_forgotten(
    filled: Catalogue, sizes: dict[str, int], left: list[Location], positions: dict[str, int]
) -> None:
    assert filled.captures.forget_lost(sizes) == len(LOCATIONS) - len(left)
    assert list(filled.captures.locations()) == left
    assert filled.captures.positions() == positions
    assert [release.title for release in filled.releases()] == ["Haku"]
    assert filled.captures.forget_lost(sizes) == 0
