"""Alarms on what a crawl finds, and none where there is no reason."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from scrapy import Request

import crawler.job
import parsers.sources
from crawler.errors import BlockedPageError
from crawler.failures import problem_of as failure
from crawler.watch import Fill, Rates, Reports, answers, standing_alarms
from crawler.watch.model import Run
from parsers.problems import Problem
from tools.extraction import PROBLEMS, texts_in

Crawls = Callable[..., Run]
Raised = Callable[[Run], list[str]]

LISTING = "https://tem.fi/ajankohtaista/tiedotteet"
NOTHING = Problem("{source}: its listing pages name no releases; has the site changed?", source="tem")
STOPPED = Problem("{source}: stopped before its end ({reason}); run it again to go on", source="tem", reason="timeout")


def blocked(url: str) -> Problem:
    return failure(BlockedPageError(url), Request(url))


def broken(url: str) -> Problem:
    return Problem("{url}: the site answered with status {status}", url=url, status=500)


def known(fi: int, sv: int = 0) -> dict[str, dict[str, int]]:
    return {"fi": {"requests": fi + 2, "unchanged": fi}, "sv": {"requests": sv + 1, "unchanged": sv}}


def test_the_words_of_the_crawler_are_those_that_are_looked_for() -> None:
    spiders = [path.read_text(encoding="utf-8") for path in files("crawler.spiders").iterdir() if path.is_file()]
    said = {text for source in (*spiders, inspect.getsource(crawler.job)) for _, text in texts_in(source, PROBLEMS)}
    assert blocked("https://tem.fi/-/x").message == answers.BLOCKED
    assert {text for text in said if "name no releases" in text} == {answers.NOTHING_LISTED}
    assert answers.STOPPED in said
    assert {NOTHING.message, STOPPED.message} == {answers.NOTHING_LISTED, answers.STOPPED}


@pytest.mark.parametrize(
    ("earlier", "now", "arguments", "expected"),
    [
        pytest.param([], {"fi": {"requests": 9, "new": 3}}, {}, [], id="first run of a small source"),
        pytest.param([known(50, 20)] * 3, known(50, 20), {}, [], id="a quiet day"),
        pytest.param([known(50, 20)] * 9, {"fi": {"new": 2, "unchanged": 50}, "sv": {"unchanged": 20}}, {}, [], id="news"),
        pytest.param([known(50, 20)] * 3, {"fi": {"unchanged": 30}, "sv": {"unchanged": 20}}, {}, ["fewer fi"], id="far fewer"),
        pytest.param([known(50, 20)] * 2, {"fi": {"unchanged": 30}, "sv": {"unchanged": 20}}, {}, [], id="few runs, no verdict"),
        pytest.param([known(50, 20)] * 3, {"fi": {"unchanged": 44}, "sv": {"unchanged": 20}}, {}, [], id="a little fewer"),
        pytest.param([known(6)] * 5, known(4), {}, [], id="a small source loses two"),
        pytest.param([known(50, 20)] * 3, known(5, 2), {"limit": 5}, [], id="with a limit"),
        pytest.param([known(50, 20)] * 3, known(3), {"since": "2026-11-01"}, [], id="since a day"),
        pytest.param([known(50, 20)] * 3, {"fi": {"requests": 3}}, {"since": "2026-11-03"}, [], id="nothing since a day"),
        pytest.param([known(50, 20)] * 3, known(30), {"until": "2020-01-01"}, [], id="until a day"),
        pytest.param([known(50, 20)], known(50), {}, ["language_vanished sv"], id="a language vanished"),
        pytest.param([known(50, 2)], known(50), {}, [], id="a language of two pages"),
        pytest.param([], {"fi": {"requests": 3}}, {}, ["no_releases"], id="nothing in a first run"),
        pytest.param([known(50)] * 3, {"fi": {"gone": 20, "unchanged": 30}}, {}, ["many_gone"], id="much gone"),
        pytest.param([known(50)] * 3, {"fi": {"gone": 2, "unchanged": 48}}, {}, [], id="two gone"),
        pytest.param([{"fi": {"gone": 20, "unchanged": 30}}] * 3, {"fi": {"gone": 20, "unchanged": 30}}, {}, [], id="dead links"),
        pytest.param([known(50)], {"fi": {"failed": 20, "unchanged": 30}}, {}, ["failing"], id="failing"),
        pytest.param([known(50)], {"fi": {"failed": 4, "unchanged": 46}}, {}, [], id="four failed"),
        pytest.param([known(50)], {}, {}, [], id="nothing at all happened"),
    ],
)  # fmt: skip
def test_alarms_of_counts(
    crawls: Crawls,
    raised: Raised,
    earlier: list[dict[str, Any]],
    now: Any,
    arguments: dict[str, Any],
    expected: list[str],
) -> None:
    for outcomes in earlier:
        crawls(outcomes)
    assert raised(crawls(now, **arguments)) == expected


@pytest.mark.parametrize(
    ("failed", "problems", "arguments", "expected"),
    [
        pytest.param(2, (broken(LISTING),) * 2, {}, ["no_answer"], id="every listing fails"),
        pytest.param(2, (broken(LISTING),) * 2, {"since": "2026-11-01"}, ["no_answer"], id="since a day"),
        pytest.param(3, (blocked(LISTING), blocked(LISTING), broken(LISTING)), {}, ["blocked"], id="checks for robots"),
        pytest.param(1, (broken("https://tem.fi/-/haku"),), {"since": "2026-11-01"}, [], id="the one new release fails"),
        pytest.param(1, (NOTHING,), {}, ["no_answer"], id="a failed page and an empty listing"),
    ],
)  # fmt: skip
def test_a_source_that_does_not_answer(
    crawls: Crawls, raised: Raised, failed: int, problems: tuple[Problem, ...], arguments: Any, expected: list[str]
) -> None:
    run = crawls({"fi": {"requests": 9, "failed": failed}}, problems=problems, **arguments)
    assert raised(run) == expected


def test_listings_that_name_nothing_while_known_pages_are_there(crawls: Crawls, raised: Raised) -> None:
    crawls(known(50))
    run = crawls(known(50), problems=(NOTHING,), since="2026-11-01")
    assert raised(run) == ["no_releases"]
    assert (run.alarms[0].observed, run.alarms[0].expected) == (0, 50)


def test_only_a_source_that_was_asked_for_is_counted(crawls: Crawls, raised: Raised) -> None:
    crawls({"fi": {"new": 50}, "okm fi": {"new": 50}}, sources=("tem", "okm"))
    assert raised(crawls({"fi": {"unchanged": 50}, "okm fi": {"unchanged": 1}})) == []


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        pytest.param({"fi": {"unchanged": 20}}, {"interrupted": True}, id="interrupted"),
        pytest.param({"fi": {"unchanged": 20}}, {"problems": (STOPPED,)}, id="stopped at a bound"),
        pytest.param({"fi": {"unchanged": 28, "skipped": 3}}, {}, id="a host was left alone"),
    ],
)
def test_a_run_that_has_not_seen_all_is_not_compared(crawls: Crawls, raised: Raised, outcomes: Any, told: Any) -> None:
    for _ in range(3):
        crawls(known(50))
    assert raised(crawls(outcomes, **told)) == []
    assert raised(crawls(known(20))) == ["fewer fi"]


def test_one_bad_run_does_not_make_the_next_usual(crawls: Crawls, raised: Raised) -> None:
    for count in (50, 50, 51, 10, 52):
        crawls(known(count))
    assert raised(crawls(known(20))) == ["fewer fi"]


def test_what_has_gone_is_not_missed_again(crawls: Crawls, raised: Raised) -> None:
    for _ in range(5):
        crawls(known(50))
    assert raised(crawls({"fi": {"gone": 25, "unchanged": 25}})) == ["many_gone"]
    assert raised(crawls(known(25))) == []


def test_a_language_of_which_nothing_new_comes(crawls: Crawls, raised: Raised) -> None:
    crawls({"fi": {"new": 400}, "sv": {"new": 200}})
    days = [crawls({"fi": {"new": 4, "unchanged": 400}, "sv": {"unchanged": 200}}) for _ in range(12)]
    assert [raised(day) for day in days[:9]] == [[]] * 9
    assert raised(days[-1]) == ["language_vanished sv"]
    assert raised(crawls({"fi": {"new": 4}, "sv": {"new": 1}}, since="2026-11-01")) == []


def test_rehearsals_and_real_runs_are_kept_apart(crawls: Crawls, raised: Raised) -> None:
    for _ in range(3):
        crawls(known(50))
    assert raised(crawls(known(7), at="http://127.0.0.1:8123")) == []


def test_floor(crawls: Crawls, raised: Raised, monkeypatch: pytest.MonkeyPatch) -> None:
    source = parsers.sources.read_sources(
        {"tem": {"names": {}, "about": {}, "hosts": ["tem.fi"], "floor": {"fi": 40, "sv": 10}}}
    )["tem"]
    monkeypatch.setitem(parsers.sources.SOURCES, "tem", source)
    assert raised(crawls(known(39))) == ["below_floor fi", "below_floor sv"]
    assert raised(crawls(known(5), limit=5)) == []
    assert raised(crawls(known(5), at="http://127.0.0.1:8123")) == []
    done = crawls(known(41, 12))
    assert (done.alarms, done.standing) == ((), ())


def test_alarms_stand_until_a_run_can_tell(crawls: Crawls, raised: Raised) -> None:
    for _ in range(3):
        crawls(known(50))
    first = crawls(known(20))
    limited = crawls(known(5), limit=5)
    assert raised(first) == ["fewer fi"] and raised(limited) == []
    assert limited.standing == first.alarms
    again = crawls(known(20))
    assert raised(again) == ["fewer fi"] and again.alarms[0].since == first.start
    healed = crawls(known(50))
    assert (healed.alarms, healed.standing) == ((), ())


def test_a_run_of_another_source_leaves_alarms_alone(crawls: Crawls) -> None:
    crawls({"fi": {"failed": 3}})
    crawls({"okm fi": {"new": 3}}, sources=("okm",))
    runs = Reports(crawls.folder).read(lambda problem: None)  # type: ignore[attr-defined]
    assert [(alarm.source, alarm.code.value) for alarm in standing_alarms(runs)] == [("tem", "no_answer")]


def test_the_past_of_a_source_says_nothing_of_it(crawls: Crawls, raised: Raised) -> None:
    """Its pages are counted as those of the source, but neither raise an alarm nor clear one, nor are compared with."""
    past: dict[str, Any] = {"sources": ("wayback",), "of": ("tem",)}
    for _ in range(3):
        crawls(known(50))
    fewer = crawls(known(10))
    missing = Rates((Fill(source="tem", language="fi", field="published", filled=1, releases=40),), {"tem": 39})
    run = crawls({"wayback -": {"failed": 30}, "tem fi": {"new": 40, "failed": 30}}, read=missing, **past)
    assert (raised(run), run.standing, run.sources) == ([], (), ("wayback",))
    runs = Reports(crawls.folder).read(lambda problem: None)  # type: ignore[attr-defined]
    assert [(alarm.source, alarm.since) for alarm in standing_alarms(runs)] == [("tem", fewer.start)]
    again = crawls(known(10))
    assert again.alarms[0].since == fewer.start and again.alarms[0].expected == fewer.alarms[0].expected
