"""Whether people can work: for whoever watches the server, and without a login."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cohorts.errors import CohortsError, Problem
from cohorts.pages.kept import store
from cohorts.pages.web.spoken import spoken
from cohorts.store.ready import placeless, unready
from cohorts.words import explain

NOT_READY = 503
FRESH = {"cache-control": "no-store"}


def health(request: Request) -> Response:
    """200 where the store answers and is of this release; else 503, with what is wrong."""
    problems = _problems()
    if not problems:
        return JSONResponse({"ready": True}, headers=FRESH)
    language = spoken(request)
    told = [{"code": one.code, "says": " ".join(explain(one, language))} for one in problems]
    return JSONResponse({"ready": False, "problems": told}, NOT_READY, FRESH)


def _problems() -> tuple[Problem, ...]:
    try:
        return unready(store())
    except CohortsError as error:  # it could not be opened when the server began, nor now
        return placeless(error)
