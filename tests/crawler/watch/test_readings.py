"""Alarms on what was read from pages: a parser that stops matching is noticed in the first run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crawler.watch.model import Run
from crawler.watch.readings import Rates

Crawls = Callable[..., Run]
Raised = Callable[[Run], list[str]]
Stating = Callable[..., Rates]


def changed(count: int, unchanged: int = 0) -> dict[str, dict[str, int]]:
    return {"fi": {"requests": count + 2, "changed": count, "unchanged": unchanged}}


def dated(filled: int, releases: int) -> dict[str, tuple[int, int]]:
    return {"title": (releases, releases), "published": (filled, releases), "blocks": (releases, releases)}


@pytest.mark.parametrize(
    ("before", "counts", "read", "unread", "expected"),
    [
        pytest.param(dated(50, 50), changed(50), dated(0, 50), 0, ["redesign fi published"], id="redesign"),
        pytest.param(dated(3, 3), changed(3), dated(0, 3), 0, ["redesign fi published"], id="redesign of a small source"),
        pytest.param(dated(50, 50), changed(50), dated(50, 50), 0, [], id="redesign that is read as well"),
        pytest.param(dated(50, 50), changed(50), dated(10, 10), 40, ["redesign page"], id="pages cannot be read"),
        pytest.param(dated(50, 50), changed(50), {}, 0, ["redesign page"], id="pages are no longer taken for pages"),
        pytest.param(dated(50, 50), changed(8, 42), dated(2, 8), 0, ["missing fi published"], id="eight of fifty lack it"),
        pytest.param(dated(50, 50), changed(8, 42), dated(7, 8), 0, [], id="one lacks it"),
        pytest.param(dated(50, 50), changed(1, 49), dated(0, 1), 0, [], id="a single page"),
        pytest.param(dated(50, 50), changed(2, 48), dated(0, 2), 0, [], id="two pages"),
        pytest.param(dated(9, 90), changed(20, 70), dated(1, 20), 0, [], id="a source that seldom states it"),
        pytest.param(dated(50, 50), changed(0, 50), {}, 0, [], id="nothing to read"),
        pytest.param(dated(50, 50), changed(8, 42), dated(2, 2), 6, ["unreadable page"], id="unreadable"),
        pytest.param({}, {"fi": {"new": 30}}, dated(3, 30), 0, ["missing fi published"], id="first run below the floor"),
        pytest.param({}, {"fi": {"new": 3}}, dated(0, 3), 0, [], id="first run of three pages"),
        pytest.param({}, {"fi": {"new": 30}}, dated(5, 5), 25, ["unreadable page"], id="first run, most unreadable"),
        pytest.param(
            {**dated(90, 90), "contacts": (80, 90)}, changed(30, 60), {**dated(30, 30), "contacts": (2, 30)}, 0,
            ["missing fi contacts"], id="contacts",
        ),
        pytest.param(
            {**dated(90, 90), "contacts": (80, 90)}, changed(9, 81), {**dated(9, 9), "contacts": (0, 9)}, 0,
            [], id="nine pages without contacts",
        ),
    ],
)  # fmt: skip
def test_alarms_of_readings(
    crawls: Crawls,
    raised: Raised,
    stating: Stating,
    before: dict[str, tuple[int, int]],
    counts: Any,
    read: dict[str, tuple[int, int]],
    unread: int,
    expected: list[str],
) -> None:
    assert raised(crawls(counts, before=stating(before), read=stating(read, unread))) == expected


def test_undated_by_nature(crawls: Crawls, raised: Raised, stating: Stating) -> None:
    counts = {"kotoutuminen fi": {"new": 40}}
    run = crawls(counts, read=stating(dated(0, 40), source="kotoutuminen"), sources=("kotoutuminen",))
    assert raised(run) == []


def test_an_alarm_stands_on_quiet_days_and_ends_when_the_parser_is_mended(
    crawls: Any, raised: Raised, stating: Stating
) -> None:
    crawls({"fi": {"new": 20}}, read=stating(dated(20, 20)))
    first = crawls(changed(20), before=stating(dated(20, 20)), read=stating(dated(0, 20)))
    quiet = crawls({"fi": {"unchanged": 20}}, before=stating(dated(0, 20)), read=stating(dated(0, 20)))
    assert raised(first) == raised(quiet) == ["redesign fi published"]
    assert quiet.alarms[0].since == first.start and quiet.read_since == {"tem": first.start}
    assert f"{crawls.asked[-1]:%Y-%m-%dT%H:%M:%SZ}" == first.start  # what the redesigned pages state by now
    mended = crawls({"fi": {"unchanged": 20}}, before=stating(dated(20, 20)), read=stating(dated(20, 20)))
    assert (mended.alarms, mended.standing) == ((), ())
    assert crawls({"fi": {"unchanged": 20}}).read_since == {}


def test_what_a_killed_run_read_is_judged_by_the_next(crawls: Any, raised: Raised, stating: Stating) -> None:
    crawls({"fi": {"new": 20}}, read=stating(dated(20, 20)))
    killed = crawls(changed(20), judged=False)
    run = crawls({"fi": {"unchanged": 20}}, before=stating(dated(20, 20)), read=stating(dated(0, 20)))
    assert run.read_since == {"tem": killed.start}
    assert raised(run) == ["missing fi published"]


def test_a_run_that_goes_on_counts_what_the_interrupted_one_has_read(
    crawls: Any, raised: Raised, stating: Stating
) -> None:
    interrupted = crawls(changed(20), read=stating(dated(20, 20)), interrupted=True)
    run = crawls(changed(20), before=stating(dated(20, 20)), read=stating(dated(20, 20)))
    assert f"{crawls.asked[-1]:%Y-%m-%dT%H:%M:%SZ}" == interrupted.start
    assert raised(run) == []


def test_a_limited_run_may_tell_of_readings(crawls: Crawls, raised: Raised, stating: Stating) -> None:
    run = crawls(changed(5, 1), before=stating(dated(60, 60)), read=stating(dated(0, 5)), limit=5)
    assert raised(run) == ["missing fi published"]
