"""What a page's address asks for, read leniently: empty fields of a form say nothing, unknown ones are let be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from parsers.problems import Problem
from siteserve.addresses import Asking
from siteserve.asking import LONGEST_QUERY, Listing, Search
from siteserve.searching import WrongQueryError

EVERYTHING = "*"
_NAMES = ("q", "like", "kind", "status", "authority", "applicant", "language", "from", "to", "open_on")
_OTHER_NAMES = ("sort", "reverse", "translate", "page")

Model = TypeVar("Model", bound=BaseModel)


def read_asking(parameters: Mapping[str, str]) -> Asking:
    """Return what of an address's parameters a search understands and says something.

    >>> read_asking({"q": " haku ", "kind": "", "utm_source": "x"}).parameters
    {'q': 'haku'}
    """
    known = ((name, parameters.get(name, "").strip()) for name in (*_NAMES, *_OTHER_NAMES))
    return Asking({name: value for name, value in known if value})


def read_search(asking: Asking, prefer: str) -> Search:
    """Return the search that is asked for, one without words finds everything. Raises WrongQueryError."""
    given = {"q": EVERYTHING, "prefer": prefer, **asking.parameters}
    if given["q"] == EVERYTHING:
        given.setdefault("sort", "published")
    return _model(Search, given)


def read_listing(asking: Asking, prefer: str) -> Listing:
    """Return what is asked for beside the release that others are to be like. Raises WrongQueryError."""
    return _model(Listing, {"prefer": prefer, **asking.parameters})


def _model(model: type[Model], given: Mapping[str, str]) -> Model:
    names = {field.alias or name for name, field in model.model_fields.items()}
    try:
        return model.model_validate({name: value for name, value in given.items() if name in names})
    except ValidationError as fault:
        raise WrongQueryError(_misfit(given, str(fault.errors()[0]["loc"][0]))) from fault


def _misfit(given: Mapping[str, str], name: str) -> Problem:
    if name == "q":
        return Problem("The query is longer than {most} characters; shorten it", most=LONGEST_QUERY)
    if name in ("from", "to", "open_on"):
        return Problem("{value}: not a date; write it as 2021-04-01", value=given[name])
    return Problem("{value}: no value that {field} can have; choose one on the page", value=given[name], field=name)
