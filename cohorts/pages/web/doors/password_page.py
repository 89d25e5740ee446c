"""One's own password: for whoever came in by a personal address, or wants another."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cohorts.errors import CohortsError
from cohorts.pages.kept import store
from cohorts.pages.page_list import FIRST
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.doors.cookie import given, visitor
from cohorts.pages.web.doors.door import door, in_words
from cohorts.pages.web.doors.from_ours import form_of, is_from_ours
from cohorts.pages.web.doors.log_in_page import LOGIN
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.accounts.log_in import set_password
from cohorts.words import say

OWN = "/password"
KIND = "new-password"
"""What a browser calls one that is to be chosen."""


def password_page(request: Request) -> Response:
    """The form; nobody's is set who is not logged in."""
    if visitor(store(), request) is None:
        return RedirectResponse(f"{LOGIN}?{LANGUAGE}={spoken(request)}", 303)
    return _form(request)


async def password_chosen(request: Request) -> Response:
    """What the form sends."""
    fields = await form_of(request) if is_from_ours(request) else None
    if fields is None:
        return door(request, "refused", 403)
    return await run_in_threadpool(_set, request, fields.get("password", ""))


def _set(request: Request, password: str) -> Response:
    actor = visitor(store(), request)
    if actor is None:
        return password_page(request)
    try:
        secret = set_password(store(), actor, password)
    except CohortsError as error:
        return _form(request, in_words(error, spoken(request)))
    return given(door(request, "password_set", way=_back(request)), request, secret)


def _form(request: Request, faults: list[str] | None = None) -> Response:
    language = spoken(request)
    return door(
        request,
        "own_password",
        200 if faults is None else 422,
        action=f"{OWN}?{LANGUAGE}={language}",
        faults=faults,
        password_label=say("door.new_password", language),
        password_about=say("door.password_about", language),
        password_kind=KIND,
        button=say("door.own_password_button", language),
        way=_back(request),
    )


def _back(request: Request) -> dict[str, str]:
    language = spoken(request)
    address = f"/{FIRST.path}?{LANGUAGE}={language}"
    return {"address": address, "name": say("shell.to_rounds", language)}
