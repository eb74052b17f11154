"""Coverage: what is translated, what may still come, what never did."""

from __future__ import annotations

from datetime import date

import msgspec

from parsers.model import Difference, Kind, Pair, PairSide, Release
from parsers.pairs.coverage import Coverage, count_coverage, coverage
from tests.parsers.pairs.invented import release

SEEN = {"tem": date(2024, 6, 1)}


def call(language: str, published: str | None, number: int) -> Release:
    plain = release(language, f"Otsikko {number}\nTeksti.", published=published)
    return msgspec.structs.replace(plain, id=f"{language}{number}", source="tem", authority="tem", kind=Kind.CALL)


def pair(number: int, lag: float | None, *differences: Difference) -> Pair:
    sides = (
        PairSide(id=f"{language}{number}", url=f"https://tem.fi/{language}/-/{number}") for language in ("fi", "sv")
    )
    fi, sv = sides
    return Pair(fi=fi, sv=sv, method="content", score=0.9, lag_hours=lag, differences=differences)


def test_each_release_is_counted_once() -> None:
    releases = [call("fi", "2024-01-10T09:00", 1), call("sv", "2024-01-10T09:00", 1)]
    releases += [
        call("fi", "2024-02-01T09:00", 2),
        call("fi", "2024-05-01T09:00", 3),
        call("sv", "2024-03-01T09:00", 4),
    ]
    (row,) = coverage(releases, [pair(1, 28.7)], SEEN)
    assert row == Coverage(
        authority="tem",
        year=2024,
        finnish=3,
        translated=1,
        never=1,
        not_yet=1,
        swedish_only=1,
        median_lag_hours=28.7,
    )
    assert row.share_translated == 0.5


def test_what_was_not_looked_for_is_not_said_to_be_missing() -> None:
    (row,) = coverage([call("fi", "2024-01-10T09:00", 1)], [], {"tem": date(2024, 1, 20)})
    assert (row.not_yet, row.never, row.share_translated) == (1, 0, None)
    (row,) = coverage([call("fi", "2024-01-10T09:00", 1)], [], {})
    assert row.undated == 1


def test_contradictions_are_counted_by_pair() -> None:
    grave = Difference(field="closes", kind="contradicts", fi="2024-02-01", sv="2024-02-11", severity="high")
    slight = Difference(field="contacts", kind="contradicts", fi="A", sv="B", severity="low")
    absent = Difference(field="amounts", kind="only_fi", fi="5 euroa", sv=None, severity="high")
    releases = [call(language, "2024-01-10T09:00", number) for number in (1, 2, 3) for language in ("fi", "sv")]
    (row,) = coverage(releases, [pair(1, 1.0, grave, slight), pair(2, 4.0, slight), pair(3, 2.0, absent)], SEEN)
    assert (row.contradicting, row.grave, row.median_lag_hours) == (2, 1, 2.0)


def test_rows_are_by_authority_and_year_and_of_one_kind() -> None:
    other = msgspec.structs.replace(call("fi", "2023-01-10T09:00", 5), kind=Kind.DECISION)
    releases = [call("fi", None, 1), call("fi", "2022-01-10T09:00", 2), other]
    assert [(row.year, row.finnish, row.undated) for row in coverage(releases, [], SEEN)] == [
        (None, 1, 1),
        (2022, 1, 0),
    ]
    assert [row.year for row in coverage(releases, [], SEEN, kind=None)] == [None, 2022, 2023]


def test_authorities_and_years_can_be_counted_together() -> None:
    earlier = msgspec.structs.replace(call("fi", "2023-01-10T09:00", 2), authority="okm")
    releases = [call("fi", "2024-01-10T09:00", 1), earlier, call("sv", "2024-01-10T09:00", 1)]
    pairing = {"fi1": pair(1, 10), "sv1": pair(1, 10)}
    (row,) = count_coverage(releases, pairing, SEEN, by_authority=False, by_year=False)
    assert (row.authority, row.year, row.finnish, row.translated, row.never) == (None, None, 2, 1, 1)
    of_year = count_coverage(releases, pairing, SEEN, by_authority=False)
    assert [(row.authority, row.year, row.finnish) for row in of_year] == [(None, 2023, 1), (None, 2024, 1)]
