from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.pairs.decisions import HEADER, Decision, Decisions, read_decision, read_decisions
from parsers.pairs.pairing import Pairing, make_pairs, make_works
from parsers.urls import release_id
from tests.parsers.pairs.invented import cases
from tests.parsers.pairs.test_traps import _TRAPS, _releases

A, B, C = "0123456789abcdef", "fedcba9876543210", "00000000000000aa"
_CASES = {case.id: case for case in cases()}
_RELEASES = [release for case in _CASES.values() for release in (case.fi, case.sv)]


def _pairs(*decisions: Decision) -> dict[str, Pairing]:
    return {pairing.fi: pairing for pairing in make_pairs(_RELEASES, decisions=Decisions(decisions))}


@given(st.text(), st.text(), st.sampled_from(("same", "different")))
def test_what_is_written_is_read(who: str, note: str, verdict: str) -> None:
    decision = Decision(verdict, A, B, "2026-11-01", who, note, ("https://tem.fi/-/a", ""))  # type: ignore[arg-type]
    assert "\n" not in decision.line
    read = read_decision(decision.line)
    assert (read.verdict, read.one, read.other, read.day) == (verdict, A, B, "2026-11-01")
    assert read.note == " ".join(note.split())


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    decisions, problems = read_decisions(text, "decisions.tsv")
    assert len(decisions) + len(problems) <= len(text.splitlines())


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param("sama\tx\ty", "“sama” is neither same nor different", id="verdict"),
        pytest.param(f"same\t{A}", "fewer than two releases", id="one_release"),
        pytest.param(f"same {A} {B}", "is neither same nor different", id="spaces"),
        pytest.param(f"same\t{A}\t{A.upper()}", "one release twice", id="itself"),
        pytest.param(f"same\t{A}\t{B[:15]}", "is neither a release's id nor an address", id="cut_id"),
    ],
)
def test_a_damaged_line_costs_itself(line: str, problem: str) -> None:
    text = f"{HEADER}same\t{A}\t{B}\n{line}\r\n\n  \n# so it was\ndifferent\t{B}\t{C}"
    decisions, problems = read_decisions(text, "decisions.tsv")
    assert (decisions.verdict(A, B), decisions.verdict(C, B), len(decisions)) == ("same", "different", 2)
    (told,) = map(str, problems)
    assert told.startswith(f"decisions.tsv, line {HEADER.count(chr(10)) + 2}: ") and problem in told


def test_addresses_will_do_and_the_last_line_counts() -> None:
    fi, sv = "https://tem.fi/-/haku", "https://tem.fi/sv/-/utlysning"
    text = f"\ufeffsame\t{fi}?redirect=%2F\t{sv}\t\t\tniin on\nsame\t{A}\t{B}\ndifferent\t{sv}\t{fi}\n"
    decisions, problems = read_decisions(text, "decisions.tsv")
    assert problems == []
    assert decisions.verdict(release_id(fi), release_id(sv)) == "different"
    assert [decision.verdict for decision in decisions] == ["same", "different"]


def test_what_a_person_parts_stays_apart_and_joins_nothing_worse() -> None:
    case = _CASES["yearly_2017"]
    pairs = _pairs(Decision("different", case.sv.id, case.fi.id))
    assert case.fi.id not in pairs
    assert len(pairs) == len(_CASES) - 1


def test_what_a_person_joins_is_joined_and_frees_the_rest() -> None:
    boats, bikes = _CASES["sibling_boats"], _CASES["sibling_bikes"]
    pairs = _pairs(Decision("same", bikes.sv.id, boats.fi.id))
    assert (pairs[boats.fi.id].sv, pairs[boats.fi.id].method, pairs[boats.fi.id].score) == (
        bikes.sv.id,
        "reviewed",
        1.0,
    )
    assert pairs[boats.fi.id].evidence
    assert bikes.fi.id not in pairs and len(pairs) == len(_CASES) - 1


def test_of_decisions_that_exclude_each_other_the_last_counts() -> None:
    boats, bikes, news = (_CASES[name] for name in ("sibling_boats", "sibling_bikes", "news"))
    pairs = _pairs(Decision("same", boats.fi.id, bikes.sv.id), Decision("same", boats.fi.id, news.sv.id))
    assert pairs[boats.fi.id].sv == news.sv.id
    assert pairs[bikes.fi.id].sv == bikes.sv.id


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param(Decision("same", _CASES["news"].fi.id, _CASES["notice"].fi.id), id="one_language"),
        pytest.param(Decision("same", _CASES["news"].fi.id, A), id="not_there"),
        pytest.param(Decision("different", _CASES["news"].fi.id, _CASES["notice"].sv.id), id="never_joined"),
    ],
)
def test_what_cannot_be_followed_changes_nothing(decision: Decision) -> None:
    assert _pairs(decision) == _pairs()


def test_decisions_on_english_versions() -> None:
    trap = next(trap for trap in _TRAPS if trap["id"] == "english_beside_the_pair")
    fi, sv, en, other = (release for _, release in _releases(trap))
    releases = [fi, sv, en, other]

    def english(*decisions: Decision) -> list[str]:
        works = make_works(releases, decisions=Decisions(decisions))
        return [work.english.en for work in works if work.english]

    assert english() == [en.id]
    assert english(Decision("different", sv.id, en.id)) == []
    assert english(Decision("different", sv.id, en.id), Decision("same", fi.id, en.id)) == [en.id]
    assert english(Decision("same", other.id, sv.id)) == [other.id]
