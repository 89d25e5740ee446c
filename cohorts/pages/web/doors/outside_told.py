"""What the door says where people log in by an organisation: the way there, and what came of it."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request

from cohorts.errors import Problem
from cohorts.pages.shell import BACK
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.doors.from_ours import is_at_home
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.accounts.outside_provider import outside_provider
from cohorts.words import explain, say

OUTSIDE = "/login/outside"
TOLD = "melding"
"""In the address of the door: the code of what it says."""
NOT_DONE, OUT, REFUSED = "door.outside_not_done", "door.outside_out", "door.outside_refused"
SENTENCES = {NOT_DONE, REFUSED}
PROBLEMS = {f"accounts.outside_{what}" for what in ("unknown", "unverified", "another")}


def way_outside(request: Request) -> dict[str, str] | None:
    """The link to it; None where no provider is named."""
    provider = outside_provider()
    if provider is None:
        return None
    language = spoken(request)
    query = urlencode({LANGUAGE: language.value, BACK: request.query_params.get(BACK, "")})
    named = {"name": provider.name} if provider.name else {}
    words = "door.outside_button_named" if named else "door.outside_button"
    return {"address": f"{OUTSIDE}?{query}", "name": say(words, language, **named)}


def only_outside(request: Request) -> bool:
    """Whether a password and a personal address count for nothing here.

    At this machine itself they do, as long as nobody finds it at an address from elsewhere.
    """
    provider = outside_provider()
    return provider is not None and provider.only and not is_at_home(request)


def noted(request: Request) -> str:
    """What there is to know beside it; empty where there is nothing."""
    return say(OUT, spoken(request)) if request.query_params.get(TOLD) == OUT else ""


def told(request: Request) -> list[str]:
    """Why they did not come in, in words; nothing for a code that is none of these."""
    code, language = request.query_params.get(TOLD, ""), spoken(request)
    if code in SENTENCES:
        return [say(code, language)]
    return [" ".join(explain(Problem(code), language))] if code in PROBLEMS else []
