"""What a browser may do with the answers, and who gets any."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from siteserve.guard import Guard

ADDRESSES = ["/fi/search/?q=avustus", "/api/v1/search?q=avustus", "/static/base.css", "/nowhere", "/api/v1/nowhere"]


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_answer_has_safe_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self';")
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        pytest.param("localhost:8080", 200, id="localhost"),
        pytest.param("LOCALHOST", 200, id="capitals"),
        pytest.param("127.0.0.1:1", 200, id="address"),
        pytest.param("evil.example", 421, id="another"),
        pytest.param("localhost.evil.example:8080", 421, id="beginning"),
        pytest.param("127.0.0.1.evil.example", 421, id="address-beginning"),
        pytest.param("localhost:8080.evil.example", 421, id="port"),
        pytest.param("evil.example@localhost", 421, id="user"),
        pytest.param("", 421, id="none"),
    ],
)
@pytest.mark.parametrize("path", ADDRESSES[:3])
def test_only_this_machines_own_names_are_answered(client: TestClient, host: str, status: int, path: str) -> None:
    answer = client.get(path, headers={"host": host})
    assert answer.status_code == status
    assert ("avustus" in answer.text or "body" in answer.text) == (status == 200)


def test_static_files_last_and_pages_do_not(client: TestClient) -> None:
    assert "immutable" in client.get("/static/base.css").headers["cache-control"]
    assert client.get("/static/nowhere.css").headers["cache-control"] == "no-cache"
    assert client.get("/fi/search/").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", [*ADDRESSES, "/"])
def test_what_may_be_read_may_be_asked_for_without_its_body(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.headers, head.content) == (whole.status_code, whole.headers, b"")


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/render.py", "/static/serve/%2e%2e/app.py"])
def test_nothing_outside_the_static_folders_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_fault_ends_here_and_is_told() -> None:
    told: list[Exception] = []

    async def failing(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse(Request(scope).url.path)(scope, receive, send)
        raise RuntimeError("later")

    answer = TestClient(Guard(failing, told.append), base_url="http://localhost").get("/a")
    assert answer.text == "/a"
    assert [str(fault) for fault in told] == ["later"]
