from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from parsers.model import Amount, Release
from parsers.pairs.differences import find_differences
from parsers.pairs.opposition import looks_alike
from parsers.pairs.rounding import is_rounded
from tests.parsers.pairs.invented import Case, cases, release
from tests.parsers.pairs.spoilt import spoilt

_ALL = cases() + spoilt()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in _ALL])
def test_finds_what_a_careful_reader_finds(case: Case) -> None:
    found = find_differences(case.fi, case.sv)
    assert {(difference.field, difference.kind) for difference in found} == case.differences


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in _ALL])
def test_evidence_is_where_it_says_and_only_on_the_sides_that_speak(case: Case) -> None:
    for difference in find_differences(case.fi, case.sv):
        sides = ((difference.evidence.fi, case.fi, "only_sv"), (difference.evidence.sv, case.sv, "only_fi"))
        for evidence, version, absent in sides:
            assert (
                evidence is None or version.blocks[evidence.block].text[evidence.start : evidence.end] == evidence.text
            )
            assert evidence is None or difference.kind != absent
        assert (difference.fi is None) == (difference.kind == "only_sv")
        assert (difference.sv is None) == (difference.kind == "only_fi")


def _amount(text: str, value: str, **rest: object) -> Amount:
    amount = Amount(min=Decimal(value), max=Decimal(value), block=0, start=0, end=len(text), text=text)
    return msgspec.structs.replace(amount, **rest)


@pytest.mark.parametrize(
    ("text", "value", "rest", "exact", "rounded"),
    [
        pytest.param("4,2 miljoonaa euroa", "4200000", {}, "4180000", True, id="down_to_a_tenth"),
        pytest.param("puolitoista miljoonaa euroa", "1500000", {}, "1480000", True, id="in_words"),
        pytest.param("27 miljoner euro", "27000000", {}, "27400000", True, id="whole_millions"),
        pytest.param("18 miljoonaa euroa", "18000000", {"bound": "over"}, "18400000", True, id="more_than"),
        pytest.param("1 070 000 euroa", "1070000", {"approximate": True}, "1066000", True, id="about"),
        pytest.param("4,2 miljoonaa euroa", "4200000", {}, "4300000", False, id="as_exact_as_the_other"),
        pytest.param("3 miljoonaa euroa", "3000000", {}, "3400000", False, id="too_far"),
        pytest.param("700 000 euroa", "700000", {}, "690000", False, id="printed_in_full"),
        pytest.param("50 000 euroa", "50000", {"bound": "at_most"}, "51000", False, id="a_limit_is_exact"),
        pytest.param("160 miljoonaa euroa", "160000000", {}, "160000000000", False, id="other_unit"),
    ],
)
def test_roundings(text: str, value: str, rest: dict[str, object], exact: str, rounded: bool) -> None:
    amount = _amount(text, value, **rest)
    assert is_rounded(amount, amount.min, Decimal(exact)) is rounded


@pytest.mark.parametrize(
    ("ours", "theirs", "alike"),
    [
        pytest.param("3200000000", "3200000", True, id="other_unit"),
        pytest.param("1066000", "1006000", True, id="a_digit"),
        pytest.param("312500", "321500", True, id="swapped"),
        pytest.param("5000", "7000", False, id="nothing_but_zeros"),
        pytest.param("312500", "987600", False, id="other_number"),
    ],
)
def test_slips_of_the_pen(ours: str, theirs: str, alike: bool) -> None:
    assert looks_alike(_amount("x", ours), _amount("x", theirs)) is alike


_FI = """Haku
Haku päättyy 3.4.2020 klo 16.15, ensimmäinen kierros 3.2.2020. Tuki on 1 200 euroa.
Irja Salo, p. 0295 111 222"""
_SV = """Utlysning
Ansökningstiden går ut 3.4.2020 kl. 16.15, första omgången 3.2.2020. Stödet är 1 200 euro.
Irja Salo, tfn 0295 111 222"""


@pytest.mark.parametrize(
    ("fi", "sv"),
    [
        pytest.param({"closes": "2020-04-03"}, {"closes": "2020-04-03T16:15"}, id="time_in_one_version"),
        pytest.param({"closes": "2020-04-03"}, {"closes": "2020-02-03"}, id="both_days_in_both_texts"),
        pytest.param({"closes": "2020-04-03T16:15"}, {}, id="day_read_in_one_text_only"),
        pytest.param({"opens": "2020-01-15", "published": "2020-01-15T09:00"}, {}, id="opens_when_published"),
        pytest.param({"sums": {"1 200 euroa": 1200}}, {}, id="sum_read_in_one_text_only"),
        pytest.param({"sums": {"1 200 euroa": 1200}, "total": 1200}, {"sums": {"1 200 euro": 1200}}, id="total_in_one"),
        pytest.param({"people": [["Irja Salo", "+358295111222"]]}, {}, id="person_read_in_one_text_only"),
        pytest.param(
            {"people": [["Irja Salo", "+358295111222"]]}, {"people": [["Irja Salo", ""]]}, id="number_left_out"
        ),
        pytest.param(
            {"published": "2020-01-15T09:00"},
            {"published": "2020-01-16T10:00"},
            id="each_version_has_a_stamp_of_its_own",
        ),
        pytest.param(
            {"published": "2020-01-15"},
            {"published": "2020-01-15T09:00", "translated": "2020-01-17T09:00"},
            id="stamp_without_time",
        ),
    ],
)
def test_no_false_alarm(fi: dict[str, object], sv: dict[str, object]) -> None:
    assert find_differences(release("fi", _FI, **fi), release("sv", _SV, **sv)) == ()


def test_a_version_without_facts_gives_no_contradiction() -> None:
    fi = next(case.fi for case in _ALL if case.id == "agreeing")
    bare: Release = release("sv", "Energistöd\nEn ny utlysning öppnas.")
    kinds = {difference.kind for difference in find_differences(fi, bare)}
    assert kinds == {"only_fi"}


def test_the_gravest_comes_first() -> None:
    case = next(case for case in _ALL if case.id == "all_facts_differ")
    fields = [difference.field for difference in find_differences(case.fi, case.sv)]
    assert fields == ["closes", "total", "use_period", "contacts"]
