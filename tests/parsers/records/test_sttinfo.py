"""Records of STT Info: a release for each version, under the version's own address."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from parsers.capture import Capture
from parsers.model import Release
from parsers.problems import Problem
from parsers.records import sttinfo
from parsers.release import read_releases

FI_URL = "https://www.sttinfo.fi/tiedote/7/avustusta-voi-hakea?lang=fi"
SV_URL = "https://www.sttinfo.fi/tiedote/7/understod-kan-sokas?lang=sv"
FI = {
    "title": "Avustusta latujen siirtoon voi hakea",
    "url": FI_URL,
    "leadtext": "Kunnille on varattu 640&nbsp;000 euroa.",
    "body": {"complete": "<p>Hakuaika päättyy 31.3.2026 klo 16.15.</p><script>x()</script><ul><li>kunnat</li></ul>"},
}
SV = {
    "title": "Understöd för att flytta skidspår kan sökas",
    "url": SV_URL,
    "leadtext": "För kommunerna har 640&nbsp;000 euro reserverats.",
    "body": {"complete": "<p>Ansökningstiden går ut den 31 mars 2026 kl. 16.15.</p>"},
}


def read(record: Any, publisher: str = "1", media_type: str = "application/json") -> list[Release]:
    url = sttinfo.record_address("7", publisher)
    body = msgspec.json.encode(record)
    return list(
        read_releases(Capture(url=url, time=datetime(2026, 11, 1, tzinfo=UTC), body=body, media_type=media_type))
    )


def test_each_version_is_a_release_under_its_own_address() -> None:
    fi, sv = read({"id": 7, "published": "2026-02-12T07:00:00Z", "versions": {"fi": FI, "sv": SV}})
    assert (fi.url, sv.url) == (FI_URL, SV_URL)
    assert (fi.language, sv.language) == ("fi", "sv")
    assert fi.declared == {"sv": SV_URL} and sv.declared == {"fi": FI_URL}
    assert fi.published == sv.published == "2026-02-12T09:00"
    assert fi.application.closes == sv.application.closes == "2026-03-31T16:15"
    assert [block.text for block in fi.blocks] == [
        "Avustusta latujen siirtoon voi hakea",
        "Kunnille on varattu 640 000 euroa.",
        "Hakuaika päättyy 31.3.2026 klo 16.15.",
        "kunnat",
    ]
    assert fi.total == sv.total == 640_000


@pytest.mark.parametrize(
    ("version", "address"),
    [
        pytest.param({**FI, "url": "/tiedote/7/avustusta-voi-hakea?lang=fi"}, FI_URL, id="relative"),
        pytest.param(
            {**FI, "url": "https://tem.fi/-/haku"},
            "https://www.sttinfo.fi/public-website-api/release/7?lang=fi",
            id="of another source",
        ),
        pytest.param({**FI, "url": None}, "https://www.sttinfo.fi/public-website-api/release/7?lang=fi", id="missing"),
    ],
)
def test_address_of_a_version(version: dict[str, Any], address: str) -> None:
    (release,) = read({"versions": {"fi": version}})
    assert release.url == address


@pytest.mark.parametrize(
    "version",
    [
        pytest.param(None, id="null"),
        pytest.param({}, id="empty"),
        pytest.param({"title": "Understöd"}, id="title alone"),
        pytest.param({"body": {"complete": "<p>Text</p>"}}, id="without a title"),
        pytest.param({"title": "Understöd", "body": {"complete": "<p> </p>"}}, id="of empty markup"),
        pytest.param([1], id="a list"),
    ],
)
def test_version_without_a_text_is_none(version: object) -> None:
    (release,) = read({"versions": {"fi": FI, "sv": version}})
    assert release.language == "fi" and release.declared == {}


def test_text_tells_its_language_whatever_the_record_calls_it() -> None:
    (release,) = read({"versions": {"fi": SV}})
    assert release.language == "sv"


@pytest.mark.parametrize(
    ("record", "published"),
    [
        pytest.param({"publishedAt": "2026-07-01T09:00:00+03:00"}, "2026-07-01T09:00", id="with an offset"),
        pytest.param({"publicationDate": "2026-07-01"}, "2026-07-01", id="a day"),
        pytest.param({"date": "2026-07-01T06:00:00.000Z"}, "2026-07-01T09:00", id="as the site has it"),
        pytest.param({"publisher": "2026-07-01", "updated": "2026-07-02T08:00:00Z"}, None, id="no such key"),
        pytest.param({"published": "eilen"}, None, id="no moment"),
    ],
)
def test_day_of_publication(record: dict[str, Any], published: str | None) -> None:
    (release,) = read({**record, "versions": {"fi": FI}})
    assert release.published == published


def test_publisher_names_the_authority() -> None:
    (release,) = read({"publisher": {"id": 1, "name": "Ympäristöministeriö"}, "versions": {"fi": FI}})
    assert (release.authority, release.organisation) == ("ym", "Ympäristöministeriö")


@pytest.mark.parametrize("record", [[], {}, {"versions": []}, {"versions": {}}, {"versions": {"fi": {}}}])
def test_record_without_a_text_is_a_problem(record: object) -> None:
    with pytest.raises(Problem, match=r"sttinfo\.fi"):
        read(record)


def test_listing_of_any_shape_names_releases() -> None:
    listing = {"data": [{"id": 8, "title": "Haku", "published": "2026-01-02T08:00:00Z"}], "page": {"id": 3}, "total": 2}
    assert list(sttinfo.listed(listing)) == [("8", "2026-01-02T10:00")]
    assert list(sttinfo.listed([{"id": "../../etc", "title": "x"}, {"id": True, "title": "x"}, "id"])) == []
