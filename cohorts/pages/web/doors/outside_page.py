"""Logging in by an organisation: there, and back with a login of our own.

What the provider tells is looked at once and kept in no cookie; who comes in has the same login as
anybody else.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeAlias
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route, request_response
from starlette.types import ASGIApp, Receive, Scope, Send

from cohorts.errors import RefusedError
from cohorts.pages.faults import logged
from cohorts.pages.kept import store
from cohorts.pages.shell import BACK
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.doors.cookie import given
from cohorts.pages.web.doors.door import nothing_here
from cohorts.pages.web.doors.outside_client import BACK_AT, known_there, sent_there
from cohorts.pages.web.doors.outside_told import NOT_DONE, OUTSIDE, TOLD
from cohorts.pages.web.doors.way_back import way_back
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.accounts.log_in_outside import log_in_outside
from cohorts.rounds.accounts.outside_provider import OutsideProvider, outside_provider
from cohorts.words import Language

Answer: TypeAlias = Callable[[OutsideProvider, Request], Awaitable[Response]]
COOKIE = "cohorts_outside"
MINUTES = 10
LONGEST = 1000
"""Signs of where they were: a browser keeps 4096 bytes with all else."""
KEY = secrets.token_urlsafe(32)
"""Of this process: who is at the provider when the server is started again begins anew."""


def outside_routes() -> list[BaseRoute]:
    """There, and back."""
    return [
        Route(OUTSIDE, _Apart(_gone), methods=["GET"]),
        Route(BACK_AT, _Apart(_come_back), methods=["GET"]),
    ]


class _Apart:
    """One address, with a cookie of its own for the ten minutes that somebody is away.

    Streamlit has one of that kind too, which would keep the same in clear sight of every path.
    Where no provider is named nothing is there.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        provider = outside_provider()
        app = nothing_here if provider is None else _within(self._answer, provider)
        await app(dict(scope), receive, send)


def _within(answer: Answer, provider: OutsideProvider) -> ASGIApp:
    return SessionMiddleware(
        request_response(partial(answer, provider)),
        secret_key=KEY,
        session_cookie=COOKIE,
        max_age=MINUTES * 60,
        path=f"{provider.address.path}{OUTSIDE}",
        same_site="lax",
        https_only=provider.address.over_tls,
    )


async def _gone(provider: OutsideProvider, request: Request) -> Response:
    """To the provider; where they were is kept until they are back."""
    language = spoken(request)
    request.session.clear()
    request.session[LANGUAGE] = language.value
    request.session[BACK] = way_back(request.query_params.get(BACK, "")[:LONGEST], language)
    try:
        return await sent_there(provider, request)
    except Exception as fault:  # noqa: BLE001 - whatever keeps us from the provider is no login
        logged(fault)
        return _told(language, NOT_DONE)


async def _come_back(provider: OutsideProvider, request: Request) -> Response:
    language = Language(request.session.get(LANGUAGE, Language.NL.value))
    back = way_back(request.session.get(BACK, ""), language)
    try:
        known = await known_there(provider, request)
    except Exception as fault:  # noqa: BLE001 - whatever a provider answers else is no login
        logged(fault)
        return _told(language, NOT_DONE)
    finally:
        request.session.clear()
    try:
        secret = await run_in_threadpool(log_in_outside, store(), known)
    except RefusedError as error:
        return _told(language, error.problems[0].code)
    return given(RedirectResponse(back, 303), request, secret)


def _told(language: Language, code: str) -> Response:
    """Back to the door, which says it."""
    query = urlencode({LANGUAGE: language.value, TOLD: code})
    return RedirectResponse(f"/login?{query}", 303)
