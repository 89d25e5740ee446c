"""Name and password: of whoever logs in; of the very first, who becomes the administrator."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cohorts.errors import CohortsError
from cohorts.pages.kept import store
from cohorts.pages.shell import BACK
from cohorts.pages.to_the_door import ENDED
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.doors.cookie import given, visitor
from cohorts.pages.web.doors.door import door, in_words
from cohorts.pages.web.doors.from_ours import form_of, is_at_home, is_from_ours
from cohorts.pages.web.doors.outside_told import REFUSED, noted, only_outside, told, way_outside
from cohorts.pages.web.doors.way_back import BALLOT, to_ballot, way_back
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.accounts.first_account import first_account, is_empty
from cohorts.rounds.accounts.log_in import log_in
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.judging.rounds_to_judge import only_judges
from cohorts.store.place import file_of, named
from cohorts.words import say

LOGIN = "/login"
LOG_IN = "log_in"
"""The words of who logs in."""


def log_in_page(request: Request) -> Response:
    """The form; whoever is logged in already goes on.

    Who was at work when their login ended is told that the last of it is not kept.
    """
    ended = ENDED in request.query_params
    if visitor(store(), request) is None:
        said = [say("door.ended_about", spoken(request))] if ended else []
        return _form(request, faults=[*said, *told(request)], status=200)
    if ended:
        way = {"address": _back(request), "name": say("door.ended_on", spoken(request))}
        return door(request, "ended", way=way)
    return RedirectResponse(_back(request), 303)


async def logged_in(request: Request) -> Response:
    """What the form sends."""
    ours = is_from_ours(request) and (is_at_home(request) or not is_empty(store()))
    fields = await form_of(request) if ours else None
    if fields is None:
        return door(request, "refused", 403)
    return await run_in_threadpool(
        _judged, request, fields.get("name", ""), fields.get("password", "")
    )


def _judged(request: Request, name: str, password: str) -> Response:
    language = spoken(request)
    if only_outside(request):
        return _form(request, faults=[say(REFUSED, language)], status=403)
    try:
        if is_empty(store()):
            first_account(store(), name, password)
        token = log_in(store(), name, password)
    except CohortsError as error:
        return _form(request, name, in_words(error, language))
    if token is None:
        return _form(request, name, [say("door.wrong", language)])
    return given(RedirectResponse(_led(request, token), 303), request, token)


def _led(request: Request, token: str) -> str:
    """Back where they came from; whoever only judges comes to their ballot."""
    actor = who(store(), token)
    if request.query_params.get(BACK) or actor is None or not only_judges(store(), actor):
        return _back(request)
    return f"{BALLOT}?{urlencode({LANGUAGE: spoken(request).value})}"


def _form(
    request: Request, name: str = "", faults: list[str] | None = None, status: int = 422
) -> Response:
    language, first, outside = spoken(request), is_empty(store()), way_outside(request)
    if only_outside(request):
        return door(
            request, "outside_only", status, faults=faults, outside=outside, note=noted(request)
        )
    kind = "first" if first else _kind(request)
    below = say(f"door.{kind}_below{_where(request) if first else ''}", language, **_place())
    if first and not is_at_home(request):
        return door(request, "first_elsewhere", status, below=below)
    query = urlencode({LANGUAGE: language.value, BACK: request.query_params.get(BACK, "")})
    return door(
        request,
        kind if kind != LOG_IN or not outside else "outside_or",
        status,
        action=f"{LOGIN}?{query}",
        name=name,
        faults=faults,
        outside=None if first else outside,
        note=noted(request),
        name_label=say("door.name", language),
        password_label=say("door.password", language),
        password_about=say("door.password_about", language) if first else "",
        password_kind="new-password" if first else "current-password",
        button=say(f"door.{'first' if first else LOG_IN}_button", language),
        below=below,
    )


def _kind(request: Request) -> str:
    """On the way to a ballot it is said who gives a member another address."""
    return "to_ballot" if to_ballot(request.query_params.get(BACK, "")) else LOG_IN


def _where(request: Request) -> str:
    """Where what is entered goes to: here, to the machine that runs this, or to a server."""
    if file_of(store().url) is None:
        return "_server"
    return "" if is_at_home(request) else "_there"


def _place() -> dict[str, str]:
    return {"place": named(store().url)}


def _back(request: Request) -> str:
    return way_back(request.query_params.get(BACK, ""), spoken(request))
