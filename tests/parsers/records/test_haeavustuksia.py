"""Official records of calls: one release a language, facts in words, whatever the inner shape of the parts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.samplesite.others.haeavustuksia import calls
from parsers.capture import Capture
from parsers.model import Kind, Release
from parsers.problems import Problem
from parsers.records.haeavustuksia import record_address
from parsers.release import NotARelease, read_releases
from parsers.urls import release_id

Json = dict[str, Any]
HELSINKI = ZoneInfo("Europe/Helsinki")


def capture(record: object, case: str = "va-xx-2026-1", body: bytes | None = None) -> Capture:
    return Capture(
        url=record_address(case),
        time=datetime(2026, 11, 1, tzinfo=UTC),
        body=msgspec.json.encode(record) if body is None else body,
        status=None,
        media_type="application/json",
    )


def entry(**changes: object) -> Json:
    plain = {
        "hakuasianAsianumero": "va-xx-2026-1",
        "nimi": {"fi": "Avustus kyläkirjastoille", "sv": "Understöd för bybibliotek", "en": None},
        "kuvaus": {"fi": "Kirjastot saavat tukea.", "sv": "Biblioteken får stöd."},
        "hakuAlkaaDateTimeUtc": "2025-12-31T22:00:00.000Z",
        "hakuPaattyyDateTimeUtc": "2026-03-31T13:15:00.000Z",
        "hakuTyyppi": "Maaraaikainen",
        "vastuullinenJarjestajaOrganisaatio": {"nimi": {"fi": "Opetus- ja kulttuuriministeriö"}, "lyhenne": "OKM"},
    }
    return plain | changes


def read(record: object) -> dict[str, Release]:
    return {release.language or "": release for release in read_releases(capture(record))}


def texts(release: Release) -> list[str]:
    return [block.text for block in release.blocks]


def test_record_gives_a_release_for_each_language() -> None:
    found = read({"entry": entry(), "parts": {}})
    assert texts(found["fi"]) == [
        "Avustus kyläkirjastoille",
        "Valtionavustusviranomainen: Opetus- ja kulttuuriministeriö",
        "Asianumero: va-xx-2026-1",
        "Hakuaika: 1.1.2026 klo 0.00 – 31.3.2026 klo 16.15",
        "Kirjastot saavat tukea.",
    ]
    assert texts(found["sv"])[3] == "Ansökningstid: 1.1.2026 kl. 0.00 – 31.3.2026 kl. 16.15"
    assert found["fi"].url == "https://www.haeavustuksia.fi/fi/haku/va-xx-2026-1"
    assert found["fi"].id == release_id(found["fi"].url)
    assert found["fi"].declared == {"sv": found["sv"].url}
    assert found["sv"].declared == {"fi": found["fi"].url}
    for release in found.values():
        assert (release.kind, release.authority, release.source) == (Kind.CALL, "okm", "haeavustuksia")
        assert [number.value for number in release.case_numbers] == ["va-xx-2026-1"]
        assert (release.application.opens, release.application.closes) == ("2026-01-01T00:00", "2026-03-31T16:15")
        assert (release.published, release.warnings) == (None, ())


@pytest.mark.parametrize(
    ("changes", "languages"),
    [
        pytest.param({"nimi": {"fi": "Avustus", "sv": None, "en": None}}, {"fi"}, id="no Swedish name"),
        pytest.param({"nimi": {"fi": "Avustus", "sv": " ", "en": ""}}, {"fi"}, id="a Swedish name of spaces"),
        pytest.param({"nimi": {"fi": "Avustus"}, "kuvaus": None}, {"fi"}, id="nothing but Finnish"),
        pytest.param(
            {"nimi": {"fi": "Avustus", "sv": "Avustus"}, "kuvaus": {"fi": "Tuki", "sv": "Tuki"}},
            {"fi"},
            id="Finnish repeated in the Swedish fields",
        ),
        pytest.param(
            {"nimi": {"fi": "Avustus", "sv": "Avustus"}, "kuvaus": {"fi": "Tuki", "sv": "Stöd"}},
            {"fi", "sv"},
            id="the same name, but a Swedish description",
        ),
        pytest.param({"nimi": {"fi": "Tuki", "sv": "Stöd", "en": "Aid"}}, {"fi", "sv", "en"}, id="English too"),
        pytest.param({"nimi": {"sv": "Stöd"}}, {"sv"}, id="Swedish alone"),
    ],
)
def test_language_without_a_text_has_no_release(changes: Json, languages: set[str]) -> None:
    organisation = {"vastuullinenJarjestajaOrganisaatio": None}
    assert set(read({"entry": entry(**(organisation | changes)), "parts": {}})) == languages


@pytest.mark.parametrize(
    ("changes", "window", "line"),
    [
        pytest.param(
            {"hakuTyyppi": "Jatkuva", "hakuPaattyyDateTimeUtc": "9999-12-31T23:59:59.9999999Z"},
            ("2026-01-01T00:00", None, True),
            "Hakuaika: jatkuva haku, alkaa 1.1.2026 klo 0.00",
            id="continuous from a day",
        ),
        pytest.param(
            {"hakuTyyppi": "Jatkuva", "hakuAlkaaDateTimeUtc": None, "hakuPaattyyDateTimeUtc": None},
            (None, None, True),
            "Hakuaika: jatkuva haku",
            id="continuous",
        ),
        pytest.param(
            {"hakuAlkaaDateTimeUtc": None},
            (None, "2026-03-31T16:15", False),
            "Haku päättyy 31.3.2026 klo 16.15",
            id="end",
        ),
        pytest.param(
            {"hakuPaattyyDateTimeUtc": "0001-01-01T00:00:00"},
            ("2026-01-01T00:00", None, False),
            "Haku alkaa 1.1.2026 klo 0.00",
            id="beginning",
        ),
        pytest.param(
            {"hakuPaattyyDateTimeUtc": "2026-06-30T20:59:59Z"},
            ("2026-01-01T00:00", "2026-06-30T23:59", False),
            "Hakuaika: 1.1.2026 klo 0.00 – 30.6.2026 klo 23.59",
            id="summer time",
        ),
        pytest.param(
            {"hakuAlkaaDateTimeUtc": 7, "hakuPaattyyDateTimeUtc": "pian"},
            (None, None, False),
            None,
            id="no moments at all",
        ),
    ],
)
def test_window_in_words(changes: Json, window: tuple[object, ...], line: str | None) -> None:
    release = read({"entry": entry(**changes), "parts": {}})["fi"]
    application = release.application
    assert (application.opens, application.closes, application.continuous) == window
    assert line is None or line in texts(release)


@settings(max_examples=60, deadline=None)
@given(
    opens=st.datetimes(datetime(2022, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
    days=st.integers(1, 400),
    minutes=st.integers(0, 1439),
)
def test_any_window_is_read_back_in_both_languages(opens: datetime, days: int, minutes: int) -> None:
    closes = opens + timedelta(days=days, minutes=minutes)
    stated = {"hakuAlkaaDateTimeUtc": opens.isoformat(), "hakuPaattyyDateTimeUtc": closes.isoformat()}
    expected = tuple(f"{moment.astimezone(HELSINKI):%Y-%m-%dT%H:%M}" for moment in (opens, closes))
    for release in read({"entry": entry(**stated), "parts": {}}).values():
        assert (release.application.opens, release.application.closes) == expected


def test_parts_of_unknown_shape_become_blocks_under_their_headings() -> None:
    parts = {
        "lisaehdot": [{"ehdot": [{"teksti": {"fi": "Raportoi vuosittain.", "sv": None}}]}],
        "perustiedot": {
            "id": 7,
            "kesto": "P2Y",
            "tarkoitus": {"fi": "Ostoja", "richFi": "<h1>Ostoja</h1><p>Kirjat &amp; lehdet</p><script>x()</script>"},
            "kuvaus": {"fi": "Kirjastot saavat tukea."},
        },
        "tuntematon": {"fi": "Tätä osaa ei ole."},
    }
    release = read({"entry": entry(), "parts": parts})["fi"]
    assert [(block.type, block.text) for block in release.blocks[5:]] == [
        ("h2", "Perustiedot"),
        ("h2", "Ostoja"),
        ("p", "Kirjat & lehdet"),
        ("h2", "Lisäehdot"),
        ("p", "Raportoi vuosittain."),
    ]


@pytest.mark.parametrize(
    ("organiser", "authority"),
    [
        pytest.param({"nimi": {"fi": "Ympäristöministeriö"}, "lyhenne": "XX"}, "ym", id="by name"),
        pytest.param({"nimi": {"sv": "Miljöministeriet"}}, "ym", id="by Swedish name"),
        pytest.param({"nimi": {"fi": "Luontopalvelut"}, "lyhenne": "ym"}, "ym", id="by abbreviation"),
        pytest.param({"nimi": {"fi": "Kuvitteellinen virasto"}, "lyhenne": "KV"}, None, id="unknown"),
        pytest.param(None, None, id="missing"),
        pytest.param("YM", None, id="of another shape"),
    ],
)
def test_authority(organiser: object, authority: str | None) -> None:
    record = {"entry": entry(vastuullinenJarjestajaOrganisaatio=organiser), "parts": {}}
    assert read(record)["fi"].authority == authority


def test_list_beside_the_call_does_not_matter() -> None:
    """Nothing of the list but the call's entry is in its record; and what is read depends on the texts alone."""
    one, other = (read({"entry": entry(katselukerrat=n), "parts": {}})["fi"] for n in (1, 2))
    assert (one.id, one.blocks, one.application) == (other.id, other.blocks, other.application)
    assert one.digest != other.digest


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<html>Huoltokatko</html>", id="HTML"),
        pytest.param(b'{"entry": {', id="cut"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(b'{"entry": {"nimi": {"fi": "\\ud800"}}}', id="half a character"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"entry": {"hakuasianAsianumero": "../../x"}}', id="a case number that is none"),
        pytest.param(b'{"entry": {"hakuasianAsianumero": "va-1"}, "parts": 3}', id="no name"),
    ],
)
def test_record_that_cannot_be_read_is_a_problem(body: bytes) -> None:
    with pytest.raises(Problem) as problem:
        read_releases(capture(None, body=body))
    assert "haeavustuksia.fi" in str(problem.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.haeavustuksia.fi/api/haku/list-items?Pagination.Page=1",
        record_address("va-xx-2026-1") + "/perustiedot",
        "https://tem.fi/api/haku/va-xx-2026-1/hakuilmoitus",
    ],
)
def test_other_answers_are_no_releases(url: str) -> None:
    with pytest.raises(NotARelease):
        read_releases(
            Capture(url=url, time=datetime(2026, 1, 1, tzinfo=UTC), body=b"{}", media_type="application/json")
        )


_json = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["fi", "sv", "richFi", "nimi", "teksti", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(parts=_json, extra=_json)
def test_whatever_the_parts_hold_it_is_read_or_refused(parts: object, extra: object) -> None:
    record = {"entry": entry(kuvaus=extra), "parts": {"perustiedot": parts, "hakuaika": extra}}
    for release in read_releases(capture(record)):
        assert release.blocks[0].type == "h1"
        for evidence in release.application.evidence:
            assert release.blocks[evidence.block].text[evidence.start : evidence.end] == evidence.text


def test_sample_calls_are_read_without_warnings() -> None:
    for call in calls():
        case = call["entry"]["hakuasianAsianumero"]
        assert all(not release.warnings for release in read_releases(capture(call, case)))
