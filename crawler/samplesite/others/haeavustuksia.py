"""haeavustuksia.fi: five invented calls, in JSON as its own pages ask for them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs

from crawler.samplesite.responses import PLAIN, Response, found

JSON = "application/json; charset=utf-8"
# However many calls are asked for, no page holds more.
_LARGEST_PAGE = 2
_PART = re.compile(r"/api/haku/(?P<case>[\w-]+)/hakuilmoitus/(?P<part>\w+)")


@cache
def calls() -> list[dict[str, Any]]:
    """Return the calls: of each its `entry` in the list, and its `parts` by name."""
    text = files(__package__).joinpath("haeavustuksia.json").read_text(encoding="utf-8")
    content: list[dict[str, Any]] = json.loads(text)
    return content


def render(path: str, headers: Mapping[str, str]) -> Response | None:
    """Answer a request for a page of the list or a part of a call."""
    bare, _, query = path.partition("?")
    if bare == "/robots.txt":
        return found("User-agent: *\nDisallow: /hallinta/\n", PLAIN)
    if bare == "/api/haku/list-items":
        return _list_page({name: values[0] for name, values in parse_qs(query).items()})
    match = _PART.fullmatch(bare)
    call = next((call for call in calls() if match and call["entry"]["hakuasianAsianumero"] == match["case"]), None)
    if call is None or match is None:
        return _missing()
    part = call["parts"].get(match["part"])
    return _missing() if part is None else found(json.dumps(part, ensure_ascii=False), JSON)


def _list_page(values: Mapping[str, str]) -> Response:
    size = min(int(values.get("Pagination.PageSize", "10")), _LARGEST_PAGE)
    first = (int(values.get("Pagination.Page", "1")) - 1) * size
    entries = [call["entry"] for call in calls()]
    page = {
        "totalCount": len(entries),
        "pageCount": -(-len(entries) // size),
        "hakuilmoitukset": entries[first : first + size],
    }
    return found(json.dumps(page, ensure_ascii=False), JSON)


def _missing() -> Response:
    return Response(404, (("Content-Type", "application/problem+json"),), b'{"title":"Not Found","status":404}')
