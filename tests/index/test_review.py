"""The review list, and the file of decisions beside the archive."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from index.catalogue import Catalogue
from index.decisions import DecisionFile, unfollowed
from index.review import Doubt, doubts
from parsers.model import Release
from parsers.pairs.decisions import HEADER, NONE, Decision, Decisions
from parsers.problems import Problem
from tests.index.taking_in import take_in
from tests.parsers.pairs.invented import cases
from tests.parsers.pairs.test_traps import _TRAPS, _releases

_CASES = {case.id: case for case in cases()}
_SIBLINGS = [
    _CASES["sibling_boats"].fi,
    _CASES["sibling_boats"].sv,
    _CASES["sibling_bikes"].fi,
    _CASES["sibling_bikes"].sv,
]


def _trap(name: str) -> list[Release]:
    return [release for trap in _TRAPS if trap["id"] == name for _, release in _releases(trap)]


def _listed(catalogue: Catalogue, decisions: Decisions = NONE) -> dict[tuple[str, str], Doubt]:
    return {(doubt.one.id, doubt.other.id): doubt for doubt in doubts(catalogue, decisions)}


def test_sure_pairs_are_not_listed(catalogue: Catalogue) -> None:
    take_in(catalogue, _SIBLINGS)
    assert catalogue.pair_count() == 2
    assert doubts(catalogue, NONE) == []


def test_a_link_that_the_content_contradicts(catalogue: Catalogue) -> None:
    fi, sv = _trap("linked_address_still_has_last_years_text")
    take_in(catalogue, [fi, sv])
    (doubt,) = doubts(catalogue, NONE)
    assert (doubt.reason, doubt.joined, doubt.one.id, doubt.other.id) == ("contradicted", False, fi.id, sv.id)
    assert doubt.score < 0.2
    assert {clue.name: clue.weight > 0 for clue in doubt.evidence} | {"declared": True, "stamps": False} == {
        clue.name: clue.weight > 0 for clue in doubt.evidence
    }
    assert doubts(catalogue, Decisions([Decision("different", fi.id, sv.id)])) == []


def test_near_misses(catalogue: Catalogue) -> None:
    fi, sv = _trap("decision_of_the_round")
    take_in(catalogue, [fi, sv])
    (doubt,) = doubts(catalogue, NONE)
    assert (doubt.reason, doubt.joined) == ("near_miss", False)
    assert 0.3 < doubt.score < 0.5


def test_two_that_could_be_it(catalogue: Catalogue) -> None:
    """A second page with the same text: only one of the two can be the version."""
    fi, sv = _CASES["guide_without_facts"].fi, _CASES["guide_without_facts"].sv
    again = msgspec.structs.replace(fi, id="00000000000000aa", url="file:toinen.txt")
    take_in(catalogue, [fi, sv, again])
    (doubt,) = doubts(catalogue, NONE)
    assert (doubt.reason, doubt.joined, doubt.other.id) == ("ambiguous", True, sv.id)
    assert {doubt.one.id, *doubt.rivals} == {fi.id, again.id}
    record = msgspec.to_builtins(doubt.record)
    assert [release["language"] for release in record["releases"]] == ["fi", "sv"]
    decisions = Decisions([Decision("same", again.id, sv.id), Decision("different", fi.id, sv.id)])
    take_in(catalogue, [], decisions)
    assert catalogue.translations() == {again.id: sv.id}
    assert doubts(catalogue, decisions) == []


def test_an_unsure_pair_is_listed_before_a_surer_one(catalogue: Catalogue) -> None:
    take_in(catalogue, [release for case in _CASES.values() for release in (case.fi, case.sv)])
    found = doubts(catalogue, NONE)
    assert [abs(doubt.score - 0.5) for doubt in found] == sorted(abs(doubt.score - 0.5) for doubt in found)
    assert {doubt.reason for doubt in found} <= {"unsure", "near_miss"}
    assert all(doubt.joined == (doubt.score > 0.5) for doubt in found)


def test_the_file_is_made_and_added_to_and_never_written_anew(tmp_path: Path) -> None:
    file = DecisionFile(tmp_path / "decisions.tsv")
    assert file.read() == (NONE, [])
    first = Decision(
        "same", "0" * 16, "1" * 16, "2026-11-01", "AN", "sama teksti", ("https://tem.fi/-/a", "file:b.txt")
    )
    file.add(first)
    assert file.path.read_text(encoding="utf-8").startswith(HEADER)
    edited = file.path.read_bytes() + b"same\tso\xe4\n# by hand, without an end of line"
    file.path.write_bytes(edited)
    file.add(Decision("different", "0" * 16, "2" * 16))
    assert file.path.read_bytes().startswith(edited + b"\n")
    decisions, problems = file.read()
    assert [decision.verdict for decision in decisions] == ["same", "different"]
    assert next(iter(decisions)) == first
    assert len(problems) == 1 and "decisions.tsv, line 6: " in str(problems[0])


def test_a_file_that_cannot_be_read_is_no_reason_to_go_on_without_it(tmp_path: Path) -> None:
    (tmp_path / "decisions.tsv").mkdir()
    file = DecisionFile(tmp_path / "decisions.tsv")
    with pytest.raises(Problem, match="cannot be read"):
        file.read()
    with pytest.raises(Problem, match="cannot be written"):
        file.add(Decision("same", "0" * 16, "1" * 16))


def test_decisions_that_cannot_be_followed_are_told_of(catalogue: Catalogue, tmp_path: Path) -> None:
    boats, boats_sv, bikes, bikes_sv = (release.id for release in _SIBLINGS)
    decisions = Decisions(
        [
            Decision("same", boats, bikes),
            Decision("same", boats, boats_sv),
            Decision("same", boats, bikes_sv),
            Decision("same", boats, "0" * 16),
        ]
    )
    take_in(catalogue, _SIBLINGS, decisions)
    one, other = (str(problem) for problem in unfollowed(catalogue, decisions, tmp_path / "decisions.tsv"))
    assert f"{boats} and {bikes} are in one language (fi)" in one
    assert f"{boats} and {boats_sv} stay apart" in other
