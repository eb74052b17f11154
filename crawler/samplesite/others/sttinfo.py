"""sttinfo.fi: press rooms, one of them with three invented releases, in JSON as its own pages ask for them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from crawler.samplesite.responses import PLAIN, Response, found

JSON = "application/json; charset=utf-8"
# However many releases are asked for, no page holds more. Pages are counted from 0.
_LARGEST_PAGE = 2
_LISTING = re.compile(r"/public-website-api/pressroom/(?P<publisher>\d+)/releases/\d+/(?P<page>\d+)")
_RELEASE = re.compile(r"/public-website-api/release/(?P<id>\d+)")


@cache
def publishers() -> dict[str, Any]:
    """Return the publishers by their ids: their names and releases."""
    text = files(__package__).joinpath("sttinfo.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def render(path: str, headers: Mapping[str, str]) -> Response | None:
    """Answer a request for a page of a press room's releases, or for a release."""
    bare = path.partition("?")[0]
    if bare == "/robots.txt":
        return found("User-agent: *\nAllow: /\n", PLAIN)
    if listing := _LISTING.fullmatch(bare):
        return _listing(listing["publisher"], int(listing["page"]))
    if (asked := _RELEASE.fullmatch(bare)) and (release := next(_released(asked["id"]), None)):
        return found(json.dumps(release, ensure_ascii=False), JSON)
    return _missing()


def _listing(publisher: str, page: int) -> Response:
    room = publishers().get(publisher)
    if room is None:
        return _missing()
    first = page * _LARGEST_PAGE
    listing = {
        "releases": [_entry(release) for release in room["releases"][first : first + _LARGEST_PAGE]],
        "paging": {"count": len(room["releases"]), "itemsPerPage": _LARGEST_PAGE},
    }
    return found(json.dumps(listing, ensure_ascii=False), JSON)


def _entry(release: dict[str, Any]) -> dict[str, Any]:
    """What a listing tells of a release."""
    titles = {
        language: {"title": version["title"], "url": version["url"]}
        for language, version in release["versions"].items()
    }
    return {"id": release["id"], "date": release["date"], "versions": titles}


def _released(id_: str) -> Iterator[dict[str, Any]]:
    for number, room in publishers().items():
        for release in room["releases"]:
            if str(release["id"]) == id_:
                yield {**release, "publisher": {"id": int(number), "name": room["name"]}}


def _missing() -> Response:
    return Response(404, (("Content-Type", "application/json"),), b'{"message":"Not Found"}')
