"""How hosts are treated."""

from __future__ import annotations

import pytest

from crawler.manners import Manners, Patience
from parsers.problems import Problem

PATIENCE = Patience(delay=1.0, first_pause=2.0, longest_pause=60.0, longest_wait=600.0, failures=5)
TEM = "tem.fi"


@pytest.fixture
def manners() -> Manners:
    return Manners(PATIENCE)


def test_crawls_share_the_pace_of_a_host(manners: Manners) -> None:
    assert [manners.reserve(TEM, now) for now in (100.0, 100.5, 101.0)] == [100.0, 101.0, 102.0]
    assert manners.reserve("okm.fi", 101.0) == 101.0
    assert manners.reserve(TEM, 500.0) == 500.0


def test_pauses_grow_with_each_failure_in_a_row(manners: Manners) -> None:
    now, pauses = 100.0, []
    for _ in range(4):
        assert manners.failed(TEM, now, "status 500") is None
        pauses.append(manners.paused_until(TEM) - now)
        now = manners.paused_until(TEM)
    assert pauses == [2.0, 4.0, 8.0, 16.0]
    assert manners.reserve(TEM, now - 3) == now
    assert manners.paused_until("okm.fi") == 0.0


def test_longest_pause(manners: Manners) -> None:
    patient = Manners(Patience(1.0, 2.0, 60.0, 600.0, failures=100))
    for _ in range(50):
        now = patient.paused_until(TEM)
        patient.failed(TEM, now, "x")
    assert patient.paused_until(TEM) - now == 60.0


def test_good_answer_ends_a_row_of_failures(manners: Manners) -> None:
    for number in range(20):
        assert manners.failed(TEM, 1000.0 * number, "status 500") is None
        manners.succeeded(TEM)
    assert not manners.is_closed(TEM)


def test_failures_of_one_moment_count_once(manners: Manners) -> None:
    for _ in range(20):
        assert manners.failed(TEM, 100.0, "status 500") is None
    assert manners.paused_until(TEM) == 102.0


def test_host_that_goes_on_failing_is_left_alone_and_told_of_once(manners: Manners) -> None:
    told = [manners.failed(TEM, 1000.0 * number, "status 500") for number in range(8)]
    assert [str(problem) for problem in told if problem] == [
        "tem.fi: failed 5 times in a row (status 500); it is left alone for the rest of this run"
    ]
    assert manners.is_closed(TEM) and not manners.is_closed("okm.fi")


def test_pause_that_a_host_asks_for_is_kept(manners: Manners) -> None:
    assert manners.failed(TEM, 100.0, "status 429", asked=300.0, is_hurried=True) is None
    assert manners.paused_until(TEM) == 400.0


def test_pause_that_no_run_can_wait_for_leaves_the_host_alone(manners: Manners) -> None:
    problem = manners.failed(TEM, 100.0, "status 503", asked=86_400.0, is_hurried=True)
    assert "asks to be left alone for 86400 s" in str(problem)
    assert manners.is_closed(TEM)


def test_host_that_we_hurry_is_asked_more_slowly_and_faster_again(manners: Manners) -> None:
    manners.failed(TEM, 0.0, "status 429", is_hurried=True)
    manners.failed(TEM, 100.0, "status 429", is_hurried=True)
    assert pace(manners) == 4.0
    for _ in range(100):
        manners.succeeded(TEM)
    assert pace(manners) == 1.0


def test_other_failures_do_not_change_the_pace(manners: Manners) -> None:
    manners.failed(TEM, 0.0, "status 500")
    assert pace(manners) == 1.0


@pytest.mark.parametrize(("asked", "kept"), [(0.0, 1.0), (0.5, 1.0), (10.0, 10.0), (600.0, 600.0)])
def test_pace_that_robots_txt_asks_for(manners: Manners, asked: float, kept: float) -> None:
    assert manners.slow_down(TEM, asked) is None
    manners.succeeded(TEM)
    assert pace(manners) == kept


@pytest.mark.parametrize(
    ("close", "said"),
    [
        pytest.param(lambda manners: manners.slow_down(TEM, 3600.0), "asks for 3600 s between requests", id="slowness"),
        pytest.param(lambda manners: manners.shut_out(TEM, "status 500"), r"cannot be had \(status 500\)", id="robots"),
    ],
)
def test_host_that_may_not_be_crawled(manners: Manners, close: object, said: str) -> None:
    problem = close(manners)  # type: ignore[operator]
    assert isinstance(problem, Problem) and manners.is_closed(TEM)
    with pytest.raises(Problem, match=said):
        raise problem
    assert close(manners) is None  # type: ignore[operator]


def pace(manners: Manners) -> float:
    first = manners.reserve(TEM, 10_000.0)
    return manners.reserve(TEM, 10_000.0) - first


@pytest.mark.parametrize("told", ["failed", "slow_down"])
def test_wait_without_end_closes_the_host(manners: Manners, told: str) -> None:
    endless = float("inf")
    problem = manners.failed(TEM, 1.0, "x", asked=endless) if told == "failed" else manners.slow_down(TEM, endless)
    assert manners.is_closed(TEM) and str(problem).startswith("tem.fi: ")
