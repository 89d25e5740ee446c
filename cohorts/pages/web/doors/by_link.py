"""A personal address: it logs in once, and leads on."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cohorts.pages.kept import store
from cohorts.pages.shell import BACK
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.doors.cookie import given, visitor
from cohorts.pages.web.doors.door import door
from cohorts.pages.web.doors.log_in_page import LOGIN
from cohorts.pages.web.doors.outside_told import REFUSED, TOLD, only_outside
from cohorts.pages.web.doors.way_back import way_back
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.words import say


def entered(request: Request) -> Response:
    """Whoever is logged in already keeps that, where the address was used before."""
    language = spoken(request)
    back = RedirectResponse(way_back(request.query_params.get(BACK, ""), language), 303)
    if request.method != "GET":  # a look ahead, by a mail program, spends nothing
        return Response(status_code=405)
    if only_outside(request):
        query = urlencode({LANGUAGE: language.value, TOLD: REFUSED})
        return RedirectResponse(f"{LOGIN}?{query}", 303)
    token = spend_link(store(), request.path_params["token"])
    if token is not None:
        return given(back, request, token)
    if visitor(store(), request) is not None:
        return back
    way = {
        "address": f"{LOGIN}?{LANGUAGE}={language}",
        "name": say("door.log_in_button", language),
    }
    return door(request, "spent", 410, way=way)
