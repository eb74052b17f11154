"""The description of the API: complete, true of what is answered, and of this machine alone."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from index.archive import Archive
from siteserve.app import make_app
from tests.siteserve.serving import told_in

PATHS = [
    "search",
    "facets",
    "suggest",
    "releases/{id}",
    "releases/{id}/similar",
    "pairs/{id}",
    "calls/{id}",
    "differences",
    "status",
]
_EXAMPLES = 15
# What has no parameters cannot be asked wrongly.
ASKED = [
    pytest.param(path, mode, id=f"{path}-{mode.value}")
    for path in PATHS
    for mode in GenerationMode
    if path != "status" or mode is GenerationMode.POSITIVE
]
# A query or a day can be wrong in ways that no schema says: 400 tells so.
_NOT_HERE: list[Any] = [positive_data_acceptance]


@pytest.fixture(scope="session")
def document(client: TestClient) -> Any:
    return client.get("/api/v1/openapi.json").json()


@pytest.fixture(scope="session")
def described(archive: Archive) -> Any:
    app = make_app(archive, "0.0.0", told_in, _fail)

    async def by_its_own_name(scope: Scope, receive: Receive, send: Send) -> None:
        """Schemathesis asks for a host of its own invention, and would end the application after each question."""
        if scope["type"] == "http":
            others = [(name, value) for name, value in scope["headers"] if name != b"host"]
            await app({**scope, "headers": [*others, (b"host", b"127.0.0.1")]}, receive, send)

    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", by_its_own_name)


@pytest.mark.parametrize(("path", "mode"), ASKED)
def test_every_answer_is_as_described(described: Any, path: str, mode: GenerationMode) -> None:
    @given(case=described[f"/api/v1/{path}"]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=_EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(excluded_checks=_NOT_HERE)

    ask()


def _fail(fault: Exception) -> None:
    raise fault


def operations(document: Any) -> dict[str, Any]:
    return {path: methods["get"] for path, methods in document["paths"].items()}


def test_the_description_is_openapi_of_the_version_said(document: Any) -> None:
    assert document["openapi"] == "3.1.0"
    assert document["info"]["version"] == "0.0.0"
    assert set(operations(document)) == {f"/api/v1/{path}" for path in PATHS}


def test_everything_is_described(document: Any) -> None:
    for path, operation in operations(document).items():
        assert operation["description"], path
        for parameter in operation.get("parameters", []):
            assert parameter["description"], (path, parameter["name"])
        for status, answer in operation["responses"].items():
            assert all("example" in each for each in answer["content"].values()), (path, status)


def test_examples_are_what_could_be_answered(document: Any) -> None:
    for operation in operations(document).values():
        for answer in operation["responses"].values():
            for content in answer["content"].values():
                schema = {**content["schema"], "components": document["components"]}
                jsonschema_rs.validator_for(schema).validate(content["example"])


def test_every_reference_leads_somewhere(document: Any) -> None:
    names = set(document["components"]["schemas"])
    assert names >= set(references(document))


def references(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for each in value for name in references(each)]
    if not isinstance(value, dict):
        return []
    own = [value["$ref"].rpartition("/")[2]] if "$ref" in value else []
    return own + [name for each in value.values() for name in references(each)]
