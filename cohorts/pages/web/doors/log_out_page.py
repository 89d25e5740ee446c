"""Out again."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cohorts.pages.current_user import COOKIE
from cohorts.pages.kept import store
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.doors.cookie import taken
from cohorts.pages.web.doors.door import door
from cohorts.pages.web.doors.from_ours import is_from_ours
from cohorts.pages.web.doors.log_in_page import LOGIN
from cohorts.pages.web.doors.outside_told import OUT, TOLD
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.accounts.logged_in import log_out
from cohorts.rounds.accounts.outside_provider import outside_provider


def logged_out(request: Request) -> Response:
    """Every open page of that browser asks to log in at its next click."""
    if not is_from_ours(request):
        return door(request, "refused", 403)
    log_out(store(), request.cookies.get(COOKIE, ""))
    query = {LANGUAGE: spoken(request).value}
    if outside_provider() is not None:
        query[TOLD] = OUT
    return taken(RedirectResponse(f"{LOGIN}?{urlencode(query)}", 303))
