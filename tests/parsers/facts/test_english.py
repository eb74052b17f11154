"""What is read of English releases, and that no language, known or not, stops the readers."""

from __future__ import annotations

import msgspec
import pytest

from parsers.facts.amounts import read_amounts
from parsers.facts.application import read_application
from parsers.facts.contacts import read_contacts
from parsers.facts.eligibility import read_eligibility
from parsers.facts.kind import read_kind
from parsers.facts.mentioned_dates import decision_date, read_dates
from parsers.facts.self_financing import read_self_financing
from parsers.facts.total import headline_total
from parsers.facts.use_period import read_use_period
from parsers.model import Block, Document, Language, Role

CALL = (
    "Call for applications: EUR 3 million for green projects",
    "The Ministry of the Environment has opened a call for applications. A total of EUR 3 million is available.",
    "Applications can be submitted from 1 October to 30 November 2023 at 16.15.",
    "A single project can receive at most EUR 200,000.",
    "The grant must be used between 1 January 2024 and 31 December 2025.",
)
DECISION = (
    "Ministry grants EUR 1.2 million to 14 municipalities",
    "The Ministry has granted EUR 1.2 million in government grants. The largest grant, €140,000, went to Vaasa.",
    "Applications for a total of 3 million euros were received, and over 3 million euros was applied for.",
)
EVENT = (
    "Webinar on government grants",
    "The ministry arranges a webinar for associations on 10 October 2023. Register by 5 October.",
)


def document(*texts: str, language: str = "en") -> Document:
    blocks = (Block(type="h1", text=texts[0]), *(Block(type="p", text=text) for text in texts[1:]))
    page = Document(language="en", published="2023-09-01T09:00", blocks=blocks)
    return msgspec.structs.replace(page, language=language)


@pytest.mark.parametrize(
    ("texts", "kind", "total"),
    [
        pytest.param(CALL, "call", "3000000", id="call"),
        pytest.param(DECISION, "decision", "1200000", id="decision"),
        pytest.param(EVENT, "other", None, id="event"),
        pytest.param(("How to apply for grants", "This guide tells how grants are used."), "guide", None, id="guide"),
    ],
)
def test_kind_and_total_are_read(texts: tuple[str, ...], kind: str, total: str | None) -> None:
    page = document(*texts)
    found, _ = read_kind(page)
    read = headline_total(page, read_amounts(page), found)
    assert (found.value, f"{read:f}" if read is not None else None) == (kind, total)


def test_window_and_use_period_are_read() -> None:
    page = document(*CALL)
    application, _ = read_application(page, read_kind(page)[0])
    use_period, _ = read_use_period(page)
    assert (application.opens, application.closes) == ("2023-10-01", "2023-11-30T16:15")
    assert use_period and (use_period.start, use_period.end) == ("2024-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Half a million euros is reserved for the call.", ["500000 available"], id="half-a-million"),
        pytest.param("Between €20,000 and €80,000 is available.", ["20000-80000 available"], id="between"),
        pytest.param("Grants of 5,000 to 20,000 euros are given.", ["5000-20000 per_applicant"], id="to"),
        pytest.param("The maximum grant is 50,000 euros per project.", ["50000 maximum"], id="maximum"),
        pytest.param("The minimum grant is EUR 10,000.", ["10000 minimum"], id="minimum"),
        pytest.param("Two million euros was granted.", ["2000000 granted"], id="words"),
        pytest.param("Five million people live in Finland.", [], id="people"),
        pytest.param("In 2023 there were 120 applications for 14 projects.", [], id="counts"),
    ],
)
def test_sums_are_read_with_their_roles(text: str, expected: list[str]) -> None:
    found = read_amounts(document("Release", text))
    shown = [f"{one.min:f}" if one.min == one.max else f"{one.min:f}-{one.max:f}" for one in found]
    roles = [one.role for one in found]
    assert [f"{value} {role.value}" for value, role in zip(shown, roles, strict=True)] == expected
    assert Role.OTHER not in roles


@pytest.mark.parametrize("language", ["en", "fi", "sv", "nb", "da", "xx", ""])
@pytest.mark.parametrize("texts", [CALL, DECISION, EVENT], ids=["call", "decision", "event"])
def test_no_language_stops_a_reader(language: Language, texts: tuple[str, ...]) -> None:
    page = document(*texts, language=language)
    kind, _ = read_kind(page)
    application, _ = read_application(page, kind)
    dates = read_dates(page, application, read_use_period(page)[0])
    amounts = read_amounts(page)
    headline_total(page, amounts, kind)
    decision_date(page, kind, dates)
    assert read_contacts(page) == ()
    assert read_eligibility(page) == () and read_self_financing(page) == ()
    assert amounts or texts is EVENT
