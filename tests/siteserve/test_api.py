"""The JSON API gives what the command line gives, and tells faults as problems."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from index.archive import Archive
from index.catalogue.records import encode
from index.export import export
from index.findings import findings

Fetch = Callable[..., Any]


@pytest.fixture
def fetch(client: TestClient) -> Fetch:
    def get(path: str, **parameters: str | int | bool) -> Any:
        answer = client.get(f"/api/v1/{path}", params=parameters)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return get


def exported(archive: Archive, what: str) -> list[Any]:
    out = io.BytesIO()
    with archive.catalogue() as catalogue:
        export(catalogue, what, out, "jsonl")
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_search_is_that_of_the_command_line(archive: Archive, fetch: Fetch) -> None:
    with archive.catalogue() as catalogue:
        result = archive.fulltext(catalogue).search("avustus", limit=3, offset=3, prefer="sv")
    assert fetch("search", q="avustus", limit=3, page=2, prefer="sv") == json.loads(encode(result))


def test_releases_are_those_of_the_export(archive: Archive, fetch: Fetch) -> None:
    for release in exported(archive, "releases"):
        assert fetch(f"releases/{release['id']}") == release


def test_pairs_are_those_of_the_export_by_either_version(archive: Archive, fetch: Fetch) -> None:
    pairs = exported(archive, "pairs")
    assert pairs
    for pair in pairs:
        assert fetch(f"pairs/{pair['fi']['id']}") == fetch(f"pairs/{pair['sv']['id']}") == pair


def test_calls_are_those_of_the_export_by_any_member(archive: Archive, fetch: Fetch) -> None:
    calls = exported(archive, "calls")
    assert calls
    for call in calls:
        assert all(fetch(f"calls/{member['id']}") == call for member in call["members"])


def test_differences_are_those_of_the_command_line(archive: Archive, fetch: Fetch) -> None:
    with archive.catalogue() as catalogue:
        records = [json.loads(encode(finding.record)) for finding in findings(catalogue)]
    assert fetch("differences", limit=100) == {"total": len(records), "differences": records}
    assert fetch("differences", limit=2, page=2)["differences"] == records[2:4]
    grave = fetch("differences", severity="high", contradictions=True, limit=100)["differences"]
    assert grave == [each for each in records if each["severity"] == "high" and each["kind"] == "contradicts"]


@pytest.mark.parametrize("facet", ["kind", "authority", "language", "status", "applicant", "year"])
def test_a_count_is_what_narrowing_by_it_leaves(fetch: Fetch, facet: str) -> None:
    counts = fetch("facets", q="avustus")
    values = {each["name"]: each["values"] for each in counts["facets"]}[facet]
    assert values
    for value in values:
        narrowing = {"from": value["code"], "to": value["code"]} if facet == "year" else {facet: value["code"]}
        assert fetch("search", q="avustus", **narrowing)["total"] == value["count"]


def test_narrowing_holds_for_all_that_a_query_says(fetch: Fetch) -> None:
    either = "kyläkauppa OR digiapua"
    whole = fetch("search", q=either)["total"]
    decided = fetch("search", q=either, status="decided")["total"]
    assert 0 < decided < whole
    assert fetch("search", q=f"({either}) status:decided")["total"] == decided


def test_only_its_own_words(fetch: Fetch) -> None:
    both, own = fetch("search", q="avustus"), fetch("search", q="avustus", translate=False)
    assert own["total"] == both["total"] - both["translated"] < both["total"]


@pytest.mark.parametrize(
    "narrowing", [{}, {"status": "closed", "applicant": "municipalities"}], ids=["all", "narrowed"]
)
def test_a_suggestion_is_of_the_query_alone(fetch: Fetch, narrowing: dict[str, str]) -> None:
    found = fetch("suggest", q="avuztus", translate=False, **narrowing)
    assert found == {"query": "avuztus", "total": 0, "suggestion": "avustus"}


def test_more_like_a_release(archive: Archive, fetch: Fetch) -> None:
    first = fetch("search", q="avustus")["hits"][0]["id"]
    with archive.catalogue() as catalogue:
        result = archive.fulltext(catalogue).like(first, limit=5)
    assert fetch(f"releases/{first}/similar", limit=5) == json.loads(encode(result))


def test_the_state_of_the_archive(archive: Archive, fetch: Fetch) -> None:
    with archive.catalogue() as catalogue:
        status = catalogue.status()
    assert fetch("status") == {"version": "0.0.0", "archive": json.loads(encode(status))}


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        pytest.param("search?q=avoin)", 400, "avoin): the bracket at character 6 closes nothing", id="bracket"),
        pytest.param("search?q=a)+(b&status=open", 400, "a) (b: the bracket at character 2", id="bracket-narrowed"),
        pytest.param("search?q=vuosi:kissa", 400, "vuosi:kissa at character 7: not a date", id="field"),
        pytest.param("search?q=%20", 400, "The query has no word to look for", id="blank"),
        pytest.param("search?q=a&from=2021-13", 400, "2021-13: not a date", id="month"),
        pytest.param("differences?open_on=2021-02-30", 400, "2021-02-30: not a day", id="day"),
        pytest.param("search", 422, "q: Field required", id="no-query"),
        pytest.param(f"search?q={'a' * 501}", 422, "q: String should have at most 500 characters", id="long"),
        pytest.param("search?q=a&limit=101", 422, "limit: Input should be less than or equal to 100", id="limit"),
        pytest.param("search?q=a&page=10001", 422, "page: Input should be", id="page"),
        pytest.param("search?q=a&kind=kissa", 422, "kind: Input should be 'call'", id="kind"),
        pytest.param("search?q=a&authority=kissa", 422, "authority: Input should be one of", id="authority"),
        pytest.param("search?q=a&kisa=1", 422, "kisa: Extra inputs are not permitted", id="unknown"),
        pytest.param("releases/kissa", 422, "id: String should match", id="no-id"),
        pytest.param("releases/0123456789abcdef", 404, "no release has this id", id="release"),
        pytest.param("releases/0123456789abcdef/similar", 404, "no release has this id", id="similar"),
        pytest.param("pairs/0123456789abcdef", 404, "it is in no pair", id="pair"),
        pytest.param("calls/0123456789abcdef", 404, "it is in no call", id="call"),
        pytest.param("nowhere", 404, "Not Found", id="nowhere"),
    ],
)
def test_a_fault_is_a_problem_in_one_sentence(client: TestClient, path: str, status: int, detail: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (answer.status_code, told["status"], told["type"]) == (status, status, "about:blank")
    assert detail in told["detail"]


def test_only_reading_is_possible(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/api/v1/status")
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET"
        assert answer.json()["detail"] == "Method Not Allowed"
