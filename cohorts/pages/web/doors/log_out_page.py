"""Out again."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cohorts.pages.current_user import COOKIE
from cohorts.pages.kept import store
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.doors.cookie import taken
from cohorts.pages.web.doors.door import door
from cohorts.pages.web.doors.from_ours import is_from_ours
from cohorts.pages.web.doors.log_in_page import LOGIN
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.accounts.logged_in import log_out


def logged_out(request: Request) -> Response:
    """Every open page of that browser asks to log in at its next click."""
    if not is_from_ours(request):
        return door(request, "refused", 403)
    log_out(store(), request.cookies.get(COOKIE, ""))
    return taken(RedirectResponse(f"{LOGIN}?{LANGUAGE}={spoken(request)}", 303))
