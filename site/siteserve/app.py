"""The whole application: API and pages over one archive, behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import cache
from http import HTTPStatus
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from index.archive import Archive
from sitegen.render import STATIC as SITE_STATIC
from sitegen.texts import LANGUAGES
from siteserve.api import BASE, api
from siteserve.desk import Desk
from siteserve.guard import Guard, OnFault
from siteserve.live import scope_with
from siteserve.pages.fault import fault_page
from siteserve.problems import problem_response, status_of
from siteserve.rendering import OWN_STATIC, STATIC, render
from siteserve.routes import Explain, pages, reader_language
from siteserve.schemas import description
from siteserve.searching import WrongQueryError

Answer = Callable[[Request, Exception], Awaitable[Response]]


def make_app(archive: Archive, version: str, explain: Explain, on_fault: OnFault) -> Guard:
    """Return the ASGI application over an archive, of this version of the program.

    `explain` words a problem in a language; `on_fault` is told of faults that no one foresaw.
    """
    desk = Desk(archive)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        desk.warm_up()
        yield
        desk.close()

    # The pages that FastAPI would show its description on load their scripts from other hosts.
    app = FastAPI(openapi_url=f"{BASE}/openapi.json", docs_url=None, redoc_url=None, lifespan=lifespan)
    app.include_router(api(desk, version))
    for path, folder in ((OWN_STATIC, STATIC), ("static", SITE_STATIC)):
        app.mount(f"/{path}", StaticFiles(directory=Path(str(folder))))
    app.include_router(pages(desk, explain))
    app.openapi = cache(lambda: description(app, version))  # type: ignore[method-assign]
    for fault in (HTTPException, RequestValidationError, WrongQueryError, Exception):
        app.add_exception_handler(fault, _answer(explain))
    return Guard(app, on_fault)


def _answer(explain: Explain) -> Answer:
    """Return what answers a request that failed: the API with a problem, everything else with a page."""

    async def answer(request: Request, fault: Exception) -> Response:
        if request.url.path.startswith("/api/"):
            return problem_response(fault)
        # What the address of a page cannot mean is not there.
        status = HTTPStatus.NOT_FOUND if isinstance(fault, RequestValidationError) else status_of(fault)
        language = request.url.path[1:3]
        scope = scope_with(language if language in LANGUAGES else reader_language(request))
        sentence = explain(fault.problem, scope.language) if isinstance(fault, WrongQueryError) else None
        headers = fault.headers if isinstance(fault, HTTPException) else None
        return HTMLResponse(render(fault_page(status, sentence, scope)), status, headers)

    return answer
