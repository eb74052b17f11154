"""The pages: a search, releases, comparisons, calls and differences, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from fastapi import APIRouter, HTTPException, Request
from starlette.convertors import Convertor, register_url_convertor
from starlette.responses import HTMLResponse, RedirectResponse, Response

from index.catalogue import Catalogue
from parsers.model import Call, Language, Pair, Release
from parsers.problems import Problem
from sitegen.addresses import call_path, compare_path
from sitegen.citations import citation_files
from sitegen.entries import version_of
from sitegen.holdings import Card
from sitegen.pages.base import Page
from sitegen.scope import Scope
from sitegen.texts import LANGUAGES
from siteserve.addresses import Asking
from siteserve.api import BASE, find
from siteserve.asking import Listing
from siteserve.desk import Desk
from siteserve.live import (
    differing_holdings,
    live_call,
    live_comparison,
    live_differences,
    live_release,
    scope_with,
)
from siteserve.pages.interface import interface_page
from siteserve.pages.release import with_similar
from siteserve.pages.search import TAIL, failed_page, search_page
from siteserve.problems import status_of
from siteserve.reading import read_asking, read_listing, read_search
from siteserve.rendering import render
from siteserve.searching import WrongQueryError

# A problem told in a language.
Explain = Callable[[Problem, Language], str]

_SIMILAR = 3

T = TypeVar("T")


class _Tongue(Convertor[str]):
    """The part of an address that is an interface language."""

    regex = "|".join(LANGUAGES)

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("tongue", _Tongue())

# The types of the references that a release's page offers, by the endings of their files.
_REFERENCES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}


def pages(desk: Desk, explain: Explain) -> APIRouter:
    """Return the pages over an archive."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    _add_search(router, desk, explain)
    _add_texts(router, desk)
    _add_lists(router, desk)
    return router


def _add_search(router: APIRouter, desk: Desk, explain: Explain) -> None:
    @router.get("/")
    async def entrance(request: Request) -> Response:
        return RedirectResponse(f"/{reader_language(request)}/{TAIL}")

    @router.get("/{language:tongue}/")
    async def front(language: str) -> Response:
        return RedirectResponse(f"/{language}/{TAIL}")

    @router.get("/{language:tongue}/search/")
    async def search(request: Request, language: str) -> Response:
        asking = read_asking(request.query_params)
        scope = scope_with(language)
        try:
            return _html(await _search(desk, asking, scope))
        except WrongQueryError as wrong:
            return _html(failed_page(asking, explain(wrong.problem, language), scope), status_of(wrong))

    @router.get("/{language:tongue}/api/")
    async def interface(request: Request, language: str) -> Response:
        address = f"http://{request.url.netloc}"
        document = request.app.openapi()
        return _html(interface_page(document, f"{BASE}/openapi.json".lstrip("/"), address, scope_with(language)))


def _add_texts(router: APIRouter, desk: Desk) -> None:
    @router.get("/{language:tongue}/release/{id}/")
    async def release(language: str, id: str) -> Response:
        await desk.read(partial(find, release_id=id))
        page = await desk.read(lambda catalogue: live_release(catalogue, id, language))
        similar = await desk.like(id, Listing.model_validate({"limit": _SIMILAR, "prefer": language}))
        record = f"{BASE}/releases/{id}".lstrip("/")
        return _html(with_similar(page, similar.hits, record, scope_with(language)))

    @router.get("/release/{id}/cite.{ending}")
    async def cite(id: str, ending: str) -> Response:
        found = await desk.read(partial(find, release_id=id))
        files = dict(citation_files(found, LANGUAGES, None))
        content = _there(files.get(f"release/{id}/cite.{ending}"))
        return Response(content, media_type=_REFERENCES[ending])

    @router.get("/{language:tongue}/compare/{id}/")
    async def compare(language: str, id: str) -> Response:
        pair = await desk.read(lambda catalogue: _pair(catalogue, id))
        if pair.fi.id != id:
            return RedirectResponse(f"/{language}/{compare_path(pair.fi.id)}")
        return _html(await desk.read(lambda catalogue: live_comparison(catalogue, pair, language)))

    @router.get("/{language:tongue}/call/{id}/")
    async def call(language: str, id: str) -> Response:
        found = await desk.read(lambda catalogue: _call(catalogue, id))
        if found.id != id:
            return RedirectResponse(f"/{language}/{call_path(found.id)}")
        return _html(await desk.read(lambda catalogue: live_call(catalogue, found, language)))


def _add_lists(router: APIRouter, desk: Desk) -> None:
    @router.get("/{language:tongue}/differences/{tail:path}")
    async def differences(request: Request, language: str, tail: str) -> Response:
        holdings = await desk.read_once("differing", differing_holdings)
        path = request.url.path.lstrip("/")
        page = await desk.read_once(("page", path), lambda catalogue: live_differences(holdings, path, language))
        return _html(_there(page))

    # The lists that the site has ready-made are searches here: its pages may link to them.
    @router.get("/{language:tongue}/{shelf}/{tail:path}")
    async def lists(language: str, shelf: str, tail: str) -> Response:
        query = list_query(shelf, *tail.strip("/").split("/"))
        if query is None:
            raise HTTPException(404)
        return RedirectResponse(f"/{language}/{TAIL}{query}")


def list_query(shelf: str, *tail: str) -> str | None:
    """Return the search that gives what a list of the site does, None where it has no such list.

    >>> list_query("browse", "year", "2021"), list_query("calls", "open"), list_query("nowhere")
    ('?from=2021&to=2021', '?kind=call&status=open', None)
    """
    nothing = Asking({})
    match shelf, *tail:
        case "browse", "year", year, *_:
            return nothing.narrowing(from_=year, to=year)
        case "browse", ("kind" | "authority") as name, code, *_:
            return nothing.changed(**{name: code})
        case "calls", status, *_ if status:
            return nothing.changed(kind="call", status=status)
        case "calls" | "calendar", *_:
            return nothing.changed(kind="call", sort="deadline", reverse="true")
        case "browse", *_:
            return nothing.changed(sort="published")
    return None


def reader_language(request: Request) -> Language:
    """Return the first interface language that the browser asks for, Finnish where it asks for none."""
    wanted = request.headers.get("accept-language", "").lower().split(",")
    return next((tag.strip()[:2] for tag in wanted if tag.strip()[:2] in LANGUAGES), LANGUAGES[0])


async def _search(desk: Desk, asking: Asking, scope: Scope) -> Page:
    if not asking["like"]:
        asked = read_search(asking, scope.language)
        return search_page(asking, asked, await desk.search(asked), scope, None)
    listing = read_listing(asking, scope.language)
    release: Release = await desk.read(partial(find, release_id=asking["like"]))
    like = version_of(Card.of(release), scope)
    return search_page(asking, listing, await desk.like(release.id, listing), scope, like)


def _pair(catalogue: Catalogue, release_id: str) -> Pair:
    return _there(catalogue.pair(release_id))


def _call(catalogue: Catalogue, release_id: str) -> Call:
    return _there(catalogue.calls.of(release_id))


def _there(found: T | None) -> T:
    if found is None:
        raise HTTPException(404)
    return found


def _html(page: Page, status: int = 200) -> HTMLResponse:
    return HTMLResponse(render(page), status)
