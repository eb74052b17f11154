"""Pages that nobody wrote: mutated and hostile ones are read or refused, never wrongly, and in time that fits."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzzing import HOSTILE, false_evidence, mutated, outcomes_of
from parsers.capture import Capture
from parsers.release import read_release

CAPTURED = datetime(2026, 11, 1, 9, tzinfo=UTC)
LENGTH = 6_000
# Twice the length may cost so many times the time, and so much is mere measuring.
MOST_GROWTH = 2.5
UNMEASURED = 0.03
ROUNDS = 3


# python -m benchmarks.fuzzing reads twenty thousand of them
@pytest.mark.parametrize("first", range(0, 300, 50))
def test_mutated_pages_are_read_or_refused(first: int) -> None:
    outcomes = outcomes_of(range(first, first + 50))
    assert [outcome for outcome in outcomes if outcome.fault] == []
    assert any(outcome.read for outcome in outcomes)


def test_mutations_do_not_change_from_run_to_run() -> None:
    assert mutated(7) == mutated(7) != mutated(8)


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_time_is_linear(piece: str) -> None:
    once, twice = hostile_page(piece, LENGTH), hostile_page(piece, 2 * LENGTH)
    seconds(once)  # dictionaries and word lists are loaded once
    short, long = seconds(once), seconds(twice)
    for _ in range(ROUNDS - 1):
        if long <= MOST_GROWTH * short + UNMEASURED:
            break
        short, long = min(short, seconds(once)), min(long, seconds(twice))
    assert long <= MOST_GROWTH * short + UNMEASURED, f"{short:.3f} s, twice as long {long:.3f} s"


SENTENCES = [
    "Haku on avoinna 4.9.–13.10.2023 klo 16.15 asti.",
    "Avustus on käytettävissä 1.1.2024–31.12.2025.",
    "Jaossa on 2,4 milj. €, josta 400 000 on varattu kunnille.",
    "Omarahoitusosuus on vähintään 20 prosenttia. Avustusta voivat hakea kunnat.",
    "Lisätietoja: ylitarkastaja Anna Virtanen, p. 0295 047 990, ja vaihde 0295 16001, VN/5521/2022",
    "Ansökan ska lämnas in senast den 27 oktober 2023 kl. 16.15 i stället för den 13 oktober.",
    "Understödet är mellan 2 000 och 80 000 euro. Besluten fattas i december.",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "li", "h2", "td", "blockquote", "div"]),
            st.lists(st.one_of(st.sampled_from(SENTENCES), st.sampled_from(HOSTILE), st.text(max_size=40)), max_size=5),
        ),
        max_size=8,
    )
)
def test_evidence_of_any_release_is_the_very_characters(blocks: list[tuple[str, list[str]]]) -> None:
    body = "".join(f"<{tag}>{escape(' '.join(pieces))}</{tag}>" for tag, pieces in blocks)
    text = f"<html lang='fi'><body><main><h1>Avustushaku on auki</h1><p>{SENTENCES[0]}</p>{body}</main></body></html>"
    release = read_release(Capture("https://tem.fi/-/haku", CAPTURED, text.encode("utf-8", "surrogatepass")))
    assert false_evidence(release) == ""


def hostile_page(piece: str, length: int) -> Capture:
    run = piece * (length // len(piece))
    text = f"""<html lang="fi"><head><title>Haku</title></head><body><main><h1>Avustushaku on auki</h1>
    <p>Ministeriö avaa haun 17.3.2021. Avustuksiin on varattu 3 000 000 euroa.</p><p>Haku {run} päättyy.</p>
    <p>Lisätietoja: Anna Virtanen, p. 0295 047 990</p></main></body></html>"""
    return Capture("https://tem.fi/-/haku", CAPTURED, text.encode())


def seconds(capture: Capture) -> float:
    began = time.process_time()
    release = read_release(capture)
    spent = time.process_time() - began
    assert false_evidence(release) == ""
    return spent
