"""The cookie of a login: no script reads it, no other site sends it."""

from __future__ import annotations

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from cohorts.pages.current_user import COOKIE
from cohorts.rounds.accounts.logged_in import LOGIN_LASTS, renewed, who
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.rounds_to_judge import only_judges
from cohorts.store.store import Store

TO_JUDGE = timedelta(days=30)
"""From the last time at the ballot: interests, then a week to vote, and more time."""


def given(
    response: Response, request: Request, token: str, lasts: timedelta = LOGIN_LASTS
) -> Response:
    """The same answer, with the login in it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(lasts.total_seconds()),
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


def lengthened(store: Store, response: Response, request: Request, actor: Actor) -> Response:
    """The same answer, with a longer login for who only judges: they have no password.

    Whoever can do more keeps what they had: a login that is found is worth more then. So does
    whom an organisation lets in. The login ends in the store: a cookie that is kept longer opens
    nothing.
    """
    token = request.cookies.get(COOKIE, "")
    if only_judges(store, actor) and renewed(store, token, TO_JUDGE):
        return given(response, request, token, TO_JUDGE)
    return response
