"""The OpenAPI description: parameters from the code of the endpoints, answers from the structures of the data."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from index.fulltext import SearchResult
from parsers.model import Call, Pair, Release
from siteserve.examples import BY_STRUCTURE
from siteserve.records import Counts, Differences, State, Suggestion

_ANSWERS = (SearchResult, Release, Pair, Call, Differences, Counts, Suggestion, State)
_PLACE = "#/components/schemas/"
_PROBLEM = "application/problem+json"

_ABOUT = """Search the archive and read its data. Records are those of `haku export` and `haku search --format json`,
field by field as docs/data.md describes them. Moments are Finnish civil time, cut to what the page states; sums are
numbers. A fault is told as `application/problem+json` (RFC 9457)."""

_PROBLEM_SCHEMA = {
    "title": "Problem",
    "description": "Why there is no answer (RFC 9457).",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "const": "about:blank"},
        "title": {"type": "string", "description": "The name of the status."},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "One sentence: what is wrong, where, and what to do."},
        "errors": {
            "type": "array",
            "description": "The parameters that cannot be understood.",
            "items": {
                "type": "object",
                "required": ["parameter", "detail"],
                "properties": {"parameter": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}

_PROBLEMS = {
    400: ("The query or a date cannot be understood.", "avoin): the bracket at character 6 closes nothing"),
    404: ("There is no such record.", "0123456789abcdef: no release has this id"),
    422: ("A parameter is unknown, or its value is none of those possible.", "limit: Input should be greater than 0"),
    503: ("The archive cannot be read at the moment.", "archive: no archive here; make one with haku import"),
}


def answers(structure: type, *problems: int) -> dict[int | str, dict[str, Any]]:
    """Return what an endpoint answers, for its description: a structure, or one of the problems by status."""
    schema = {"$ref": f"{_PLACE}{structure.__name__}"}
    found: dict[int | str, dict[str, Any]] = {200: {"content": {"application/json": {"schema": schema}}}}
    return found | {status: _told(status) for status in (*problems, 422, 503)}


def description(app: FastAPI, version: str) -> dict[str, Any]:
    """Return the OpenAPI document of an application."""
    document = get_openapi(
        title="Hakuarkisto", version=version, openapi_version="3.1.0", description=_ABOUT, routes=app.routes
    )
    _, structures = msgspec.json.schema_components(_ANSWERS, ref_template=f"{_PLACE}{{name}}")
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas.update({name: _plain(schema) for name, schema in structures.items()}, Problem=_PROBLEM_SCHEMA)
    for methods in document["paths"].values():
        _add_example(methods["get"]["responses"]["200"]["content"]["application/json"])
    return document


def _add_example(content: dict[str, Any]) -> None:
    """Only now: FastAPI leaves out what is None, and a null in an answer says something."""
    content["example"] = BY_STRUCTURE[content["schema"]["$ref"].removeprefix(_PLACE)]


def _told(status: int) -> dict[str, Any]:
    told, detail = _PROBLEMS[status]
    example = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    schema = {"$ref": f"{_PLACE}Problem"}
    return {"description": told, "content": {_PROBLEM: {"schema": schema, "example": example}}}


def _plain(schema: Any) -> Any:
    """Return a schema with sums as the numbers that they are written as, and descriptions in one paragraph each."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "decimal":
        return {"type": "number"}
    plain = {key: _plain(value) for key, value in schema.items()}
    if isinstance(told := plain.get("description"), str):
        plain["description"] = "\n\n".join(" ".join(part.split()) for part in told.split("\n\n"))
    return plain
