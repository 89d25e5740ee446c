"""A personal address: looking at it spends nothing, *Begin* does."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cohorts.errors import CohortsError
from cohorts.pages.kept import store
from cohorts.pages.shell import BACK
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.ballot.seated import LOGIN, ROUND
from cohorts.pages.web.doors.cookie import given, visitor
from cohorts.pages.web.doors.door import door, in_words
from cohorts.pages.web.doors.from_ours import is_from_ours
from cohorts.pages.web.doors.way_back import BALLOT
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.judging.rounds_to_judge import rounds_to_judge
from cohorts.rounds.members.first_visit import begin
from cohorts.words import say


def invited(request: Request) -> Response:
    """The same for every address: whether it works is told only to who presses."""
    language = spoken(request)
    token = quote(request.path_params["token"], safe="")
    action = f"/stem/{token}?{urlencode({LANGUAGE: language.value})}"
    return door(request, "invited", action=action, button=say("door.invited_button", language))


async def begun(request: Request) -> Response:
    """Spends it, once."""
    if not is_from_ours(request):
        return door(request, "refused", 403)
    return await run_in_threadpool(_begun, request)


def _begun(request: Request) -> Response:
    language = spoken(request)
    query = {LANGUAGE: language.value}
    try:
        found = begin(store(), request.path_params["token"])
    except CohortsError as fault:
        return door(request, "broken", 429, faults=in_words(fault, language))
    if found is not None:
        login, round_ = found
        query |= {ROUND: round_} if round_ else {}
        return given(RedirectResponse(f"{BALLOT}?{urlencode(query)}", 303), request, login)
    actor = visitor(store(), request)
    if actor is not None and rounds_to_judge(store(), actor):
        return RedirectResponse(f"{BALLOT}?{urlencode(query)}", 303)
    query |= {BACK: BALLOT}
    way = {"address": f"{LOGIN}?{urlencode(query)}", "name": say("door.log_in_button", language)}
    return door(request, "seat_spent", 410, way=way)
