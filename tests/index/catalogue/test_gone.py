"""Pages that are no longer there: told by the newest answer of their address, whatever order the answers come in."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from itertools import permutations
from typing import Any

import pytest

from index.catalogue import Catalogue
from parsers.capture import Capture, Location

URL = "https://tem.fi/-/haku"
OTHER = "https://tem.fi/-/haku-2"
FRONT = "https://tem.fi/"
MISSING = "https://tem.fi/sv/?_x_missingLanguageVersion=1"


def _answer(day: int, status: int | None = 200, location: str | None = None, url: str = URL) -> Capture:
    headers = (("Location", location),) if location else ()
    return Capture(url, datetime(2026, 11, day, 9, tzinfo=UTC), f"{day}".encode(), status=status, headers=headers)


def _add(catalogue: Catalogue, *answers: Capture) -> None:
    for answer in answers:
        catalogue.captures.add(answer, Location(answer.digest, 0), (), None)


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        pytest.param([_answer(1)], None, id="there"),
        pytest.param([_answer(1), _answer(2, 404)], "2026-11-02T09:00:00Z", id="404"),
        pytest.param([_answer(1), _answer(2, 410)], "2026-11-02T09:00:00Z", id="410"),
        pytest.param([_answer(1), _answer(2, 301, "/")], "2026-11-02T09:00:00Z", id="to the front page"),
        pytest.param(
            [_answer(1), _answer(2, 301, "/ajankohtaista/tiedotteet")], "2026-11-02T09:00:00Z", id="to a list"
        ),
        pytest.param(
            [_answer(1), _answer(2, 301, "/web/guest/etusivu")], "2026-11-02T09:00:00Z", id="to Liferay's front"
        ),
        pytest.param([_answer(1), _answer(2, 302, FRONT + "sv")], "2026-11-02T09:00:00Z", id="to another front page"),
        pytest.param([_answer(1), _answer(2, 302, MISSING)], "2026-11-02T09:00:00Z", id="to no such translation"),
        pytest.param([_answer(1), _answer(2, 301, "https://tem.fi/-/haku-2")], None, id="moved"),
        pytest.param([_answer(1), _answer(2, 302, "/ajankohtaista")], "2026-11-02T09:00:00Z", id="to a section"),
        pytest.param([_answer(1), _answer(2, 302, "/virhe")], "2026-11-02T09:00:00Z", id="to a page of errors"),
        pytest.param([_answer(1), _answer(2, 302, "/avustukset")], "2026-11-02T09:00:00Z", id="to no article"),
        pytest.param([_answer(1), _answer(2, 302, "/c/portal/login?p_l_id=7")], None, id="to a form to log in with"),
        pytest.param([_answer(1), _answer(2, 301, "https://stea.fi/avustukset")], None, id="to another site"),
        pytest.param(
            [_answer(1), _answer(2, 301, OTHER), _answer(3, 404, url=OTHER)], "2026-11-03T09:00:00Z", id="to nothing"
        ),
        pytest.param([_answer(1), _answer(2, 301, OTHER), _answer(3, url=OTHER)], None, id="to a page that is there"),
        pytest.param([_answer(2, 404, url=OTHER), _answer(1, 301, OTHER), _answer(3)], None, id="no longer to nothing"),
        pytest.param([_answer(1), _answer(2, 301, "https://[")], None, id="to nowhere"),
        pytest.param([_answer(1), _answer(2, 404), _answer(3)], None, id="back again"),
        pytest.param([_answer(1), _answer(2, 404), _answer(3, 404)], "2026-11-03T09:00:00Z", id="still gone"),
        pytest.param([_answer(1), _answer(2, None)], None, id="a saved file"),
        pytest.param([_answer(1), _answer(2, 404, url="https://tem.fi/-/muu")], None, id="another page"),
        pytest.param(
            [_answer(1), _answer(2, 404, url=URL + "?redirect=%2F")], "2026-11-02T09:00:00Z", id="a variant's address"
        ),
    ],
)
def test_gone(catalogue: Catalogue, make_release: Any, answers: list[Capture], gone: str | None) -> None:
    release = make_release("haku", "Haku", "Hae")
    catalogue.add_release(release)
    _add(catalogue, *answers)
    assert catalogue.release(release.id).gone == gone
    assert [one.gone for one in catalogue.releases()] == [gone]
    assert catalogue.find(URL).blocks == release.blocks
    assert catalogue.status().gone == (gone is not None)
    connection = sqlite3.connect(catalogue.path)
    assert connection.execute("SELECT count(*) FROM gone").fetchone() == (catalogue.status().gone,)
    connection.close()


RECORD = "https://www.haeavustuksia.fi/api/haku/va-1/hakuilmoitus"


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        pytest.param([], [None, None], id="there"),
        pytest.param([_answer(2, 404, url=RECORD)], ["2026-11-02T09:00:00Z"] * 2, id="the record is gone"),
        pytest.param([_answer(2, 404, url=RECORD), _answer(3, None, url=RECORD)], [None, None], id="back again"),
        pytest.param([_answer(2, 404, url=f"{RECORD}/hakuaika")], [None, None], id="a part of it"),
    ],
)
def test_the_releases_of_a_record_are_gone_with_it(
    catalogue: Catalogue, make_release: Any, answers: list[Capture], gone: list[str | None]
) -> None:
    releases = [make_release(name, "Haku", "Hae") for name in ("haku", "utlysning")]
    for release in releases:
        catalogue.add_release(release)
    catalogue.captures.add(_answer(1, None, url=RECORD), Location("0", 0), [one.id for one in releases], None)
    _add(catalogue, *answers)
    assert [one.gone for one in catalogue.releases()] == gone
    assert catalogue.status().gone == sum(moment is not None for moment in gone)


def test_the_order_of_the_answers_does_not_matter(catalogue: Catalogue, make_release: Any) -> None:
    answers = [_answer(1), _answer(3, 404), _answer(2, 404), _answer(3, 410)]
    for number, order in enumerate(permutations(answers)):
        catalogue.add_release(make_release(f"{number}", "Haku", "Hae"))
        for at, answer in enumerate(order):
            moved = Capture(f"https://tem.fi/-/{number}", answer.time, answer.body, answer.status)
            catalogue.captures.add(moved, Location(f"{number:03}", at), (), None)
    assert {release.gone for release in catalogue.releases()} == {"2026-11-03T09:00:00Z"}


def test_of_two_answers_at_one_moment_the_page_counts(catalogue: Catalogue, make_release: Any) -> None:
    release = make_release("haku", "Haku", "Hae")
    catalogue.add_release(release)
    _add(catalogue, _answer(1), Capture(URL, datetime(2026, 11, 1, 9, tzinfo=UTC), b"", status=404))
    assert catalogue.release(release.id).gone is None


def test_fractions_of_a_second_are_cut(catalogue: Catalogue, make_release: Any) -> None:
    release = make_release("haku", "Haku", "Hae")
    catalogue.add_release(release)
    _add(catalogue, Capture(URL, datetime(2026, 11, 1, 9, 0, 0, 5, tzinfo=UTC), b"", status=404))
    assert catalogue.release(release.id).gone == "2026-11-01T09:00:00Z"
