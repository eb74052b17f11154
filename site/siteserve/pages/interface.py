"""The JSON API told to people: its questions, what they take, and how to ask them from a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from sitegen.pages.base import Page, common
from sitegen.scope import Scope
from sitegen.texts import mark as _


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its name, what it says, the values it may have where they are few, and whether it must be given."""

    name: str
    told: str
    values: tuple[str, ...]
    is_required: bool


@dataclass(frozen=True, slots=True)
class Question:
    """An endpoint with an example of its address, from the root."""

    path: str
    told: str
    parameters: tuple[Parameter, ...]
    example: str


@dataclass(frozen=True, kw_only=True)
class InterfacePage(Page):
    """`description` is where the OpenAPI document lies, `address` where this server listens."""

    template: ClassVar[str] = "interface.html"

    questions: tuple[Question, ...]
    description: str
    address: str


def interface_page(document: Mapping[str, Any], description: str, address: str, scope: Scope) -> InterfacePage:
    """Return the page about the API, from its OpenAPI document."""
    return InterfacePage(
        **common(scope, "api/", scope.text(_("Data interface")), "api"),
        questions=tuple(_questions(document)),
        description=description,
        address=address,
    )


def _questions(document: Mapping[str, Any]) -> Iterator[Question]:
    for path, methods in document["paths"].items():
        parameters = methods["get"].get("parameters", [])
        yield Question(
            path=path,
            told=methods["get"]["description"],
            parameters=tuple(_parameter(each, document) for each in parameters),
            example=_example(path, parameters),
        )


def _parameter(told: Mapping[str, Any], document: Mapping[str, Any]) -> Parameter:
    values = tuple(_plain(told["schema"], document).get("enum", ()))
    return Parameter(told["name"], told.get("description", ""), values, told["required"])


def _plain(schema: Mapping[str, Any], document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of a value that is given, for one that need not be."""
    found: Mapping[str, Any] = next((each for each in schema.get("anyOf", []) if each.get("type") != "null"), schema)
    if name := found.get("$ref"):
        found = document["components"]["schemas"][name.rpartition("/")[2]]
    return found


def _example(path: str, parameters: list[Mapping[str, Any]]) -> str:
    given = {each["name"]: each["schema"].get("examples", [""])[0] for each in parameters if each["required"]}
    in_path = {each["name"] for each in parameters if each["in"] == "path"}
    query = urlencode({name: value for name, value in given.items() if name not in in_path})
    return path.format(**given) + (f"?{query}" if query else "")
