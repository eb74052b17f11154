"""The JSON API: what `haku search` and `haku export` give, one question at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, HTTPException, Path, Query
from starlette.responses import JSONResponse, Response

from index.catalogue import Catalogue
from index.catalogue.records import encode
from index.filters import Filter
from index.findings import findings
from index.fulltext import SearchResult
from parsers.model import Call, Pair, Release, Severity
from siteserve import examples
from siteserve.asking import Counting, Differing, Listing, Search
from siteserve.desk import Desk
from siteserve.records import Counts, DifferenceRecord, Differences, State, Suggestion
from siteserve.schemas import answers
from siteserve.searching import understood

BASE = "/api/v1"

T = TypeVar("T")

Id = Annotated[
    str,
    Path(
        pattern="^[0-9a-f]{16}$",
        max_length=16,
        description="The id of a release, in any of its versions.",
        examples=[examples.ID],
    ),
]


class Json(JSONResponse):
    """A structure as the JSON that the program writes everywhere: sums as numbers, nothing rounded."""

    def render(self, content: object) -> bytes:
        return encode(content)


def api(desk: Desk, version: str) -> APIRouter:
    """Return the endpoints over an archive."""
    router = APIRouter(prefix=BASE, default_response_class=Json)
    _add_searches(router, desk)
    _add_records(router, desk)
    _add_overviews(router, desk, version)
    return router


def _add_searches(router: APIRouter, desk: Desk) -> None:
    @router.get("/search", tags=["search"], responses=answers(SearchResult, 400))
    async def search(asked: Annotated[Search, Query()]) -> Response:
        """Search: what `haku search --format json` gives. The versions of a text are one hit."""
        return Json(await desk.search(asked))

    @router.get("/facets", tags=["search"], responses=answers(Counts, 400))
    async def facets(asked: Annotated[Counting, Query()]) -> Response:
        """Count what a query finds by authority, year, kind, language, status and applicant."""
        result = await desk.count(asked)
        return Json(Counts(total=result.total, facets=result.facets))

    @router.get("/suggest", tags=["search"], responses=answers(Suggestion, 400))
    async def suggest(asked: Annotated[Counting, Query()]) -> Response:
        """Tell what may have been meant by a query of which a word is in no text."""
        result = await desk.count(asked)
        return Json(Suggestion(query=asked.q, total=result.total, suggestion=result.suggestion))


def _add_records(router: APIRouter, desk: Desk) -> None:
    @router.get("/releases/{id}", tags=["records"], responses=answers(Release, 404))
    async def release(id: Id) -> Response:
        """Return a release: one line of `haku export releases`."""
        return Json(await desk.read(lambda catalogue: find(catalogue, id)))

    @router.get("/releases/{id}/similar", tags=["search"], responses=answers(SearchResult, 400, 404))
    async def similar(id: Id, asked: Annotated[Listing, Query()]) -> Response:
        """Return the texts that are most like a release."""
        await desk.read(lambda catalogue: find(catalogue, id))
        return Json(await desk.like(id, asked))

    @router.get("/pairs/{id}", tags=["records"], responses=answers(Pair, 404))
    async def pair(id: Id) -> Response:
        """Return the pair that a release is a version of: one line of `haku export pairs`."""
        return Json(await _found(desk, id, lambda catalogue: catalogue.pair(id), "it is in no pair"))

    @router.get("/calls/{id}", tags=["records"], responses=answers(Call, 404))
    async def call(id: Id) -> Response:
        """Return the grant round that a release belongs to: one line of `haku export calls`."""
        return Json(await _found(desk, id, lambda catalogue: catalogue.calls.of(id), "it is in no call"))


def _add_overviews(router: APIRouter, desk: Desk, version: str) -> None:
    @router.get("/differences", tags=["overviews"], responses=answers(Differences, 400))
    async def differences(asked: Annotated[Differing, Query()]) -> Response:
        """List the facts on which Finnish and Swedish versions disagree, the gravest first."""
        conditions = understood(asked.conditions)
        key = conditions, asked.severity, asked.contradictions
        found = await desk.read_once(key, lambda catalogue: _differences(catalogue, *key))
        return Json(Differences.page(found, asked.offset, asked.limit))

    @router.get("/status", tags=["overviews"], responses=answers(State))
    async def status() -> Response:
        """Count what the archive holds: `archive` of `haku status --format json`."""
        counted = await desk.read(lambda catalogue: catalogue.status())
        return Json(State(version=version, archive=counted))


def _differences(
    catalogue: Catalogue, conditions: Filter, least: Severity, only_contradictions: bool
) -> list[DifferenceRecord]:
    found = findings(catalogue, conditions, least=least, only_contradictions=only_contradictions)
    return [DifferenceRecord.of(finding) for finding in found]


def find(catalogue: Catalogue, release_id: str) -> Release:
    """Return a release by its whole id. Raises HTTPException where there is none."""
    if not catalogue.release_digest(release_id):
        raise HTTPException(404, f"{release_id}: no release has this id")
    return catalogue.release(release_id)


async def _found(desk: Desk, release_id: str, answer: Callable[[Catalogue], T | None], missing: str) -> T:
    found = await desk.read(answer)
    if found is None:
        raise HTTPException(404, f"{release_id}: {missing}")
    return found
