"""Faults as answers: problem+json (RFC 9457) for the API, a page for people. No traceback reaches either."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from siteserve.searching import UnavailableError, WrongQueryError

UNEXPECTED = "The program has a fault; the terminal in which haku serve runs says more"


class ProblemResponse(Response):
    """A fault in one sentence, for programs."""

    media_type = "application/problem+json"

    def __init__(
        self, status: int, detail: str, errors: Sequence[dict[str, str]] = (), headers: dict[str, str] | None = None
    ) -> None:
        told: dict[str, object] = {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": detail,
        }
        if errors:
            told["errors"] = errors
        super().__init__(msgspec.json.encode(told), status, headers)


def status_of(fault: Exception) -> int:
    """Return the status of the answer to a request that failed so."""
    if isinstance(fault, HTTPException):
        return fault.status_code
    if isinstance(fault, RequestValidationError):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    if isinstance(fault, UnavailableError):
        return HTTPStatus.SERVICE_UNAVAILABLE
    return HTTPStatus.BAD_REQUEST if isinstance(fault, WrongQueryError) else HTTPStatus.INTERNAL_SERVER_ERROR


def problem_response(fault: Exception) -> ProblemResponse:
    """Return the answer of the API to a request that failed."""
    status = status_of(fault)
    if isinstance(fault, RequestValidationError):
        errors = [_error(each) for each in fault.errors()]
        return ProblemResponse(status, "; ".join(f"{one['parameter']}: {one['detail']}" for one in errors), errors)
    if isinstance(fault, HTTPException):
        return ProblemResponse(status, str(fault.detail), headers=dict(fault.headers or {}))
    return ProblemResponse(status, str(fault) if isinstance(fault, WrongQueryError) else UNEXPECTED)


def _error(found: dict[str, Any]) -> dict[str, str]:
    """Name the parameter that cannot be understood: the last part of where it stands."""
    return {"parameter": str(found["loc"][-1]), "detail": str(found["msg"])}
