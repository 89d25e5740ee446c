"""The cookie of a login: no script reads it, no other site sends it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from cohorts.pages.current_user import COOKIE
from cohorts.rounds.accounts.logged_in import LOGIN_LASTS, who
from cohorts.rounds.actor import Actor
from cohorts.store.store import Store


def given(response: Response, request: Request, token: str) -> Response:
    """The same answer, with the login in it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LOGIN_LASTS.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


def taken(response: Response) -> Response:
    """The same answer, which takes it away."""
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")
    return response


def visitor(store: Store, request: Request) -> Actor | None:
    """Whoever asks; None where nobody is logged in."""
    token = request.cookies.get(COOKIE, "")
    return who(store, token) if token else None
