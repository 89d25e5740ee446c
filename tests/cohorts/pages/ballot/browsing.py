"""Members as browsers, for tests of the addresses."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.middleware import Middleware

from cohorts.pages.web import routes
from cohorts.pages.web.broken import Broken
from cohorts.pages.web.headers import Headers
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.store.store import Store
from tests.cohorts.pages.ballot.asked import Asking
from tests.cohorts.rounds.balloting.a_committee import Committee

OTHER_SITE = {"sec-fetch-site": "cross-site"}


def browser() -> Asking:
    """Nobody is logged in."""
    around = [Middleware(Headers), Middleware(Broken)]
    return Asking(Starlette(routes=routes.routes(), middleware=around))


def address(here: Committee, part: str = "", language: str = "nl") -> str:
    """Of a part of the ballot of that committee."""
    said = {"ronde": here.round, "stap": here.stage, "language": language}
    return f"/stembiljet{part}?{urlencode(said)}"


def entered(store: Store, here: Committee, name: str = "Bank") -> Asking:
    """The browser of a member, who is logged in."""
    client = browser()
    with store.writing() as connection:
        client.cookies["cohorts"] = new_login(connection, here.members[name].key)
    return client


def answer(here: Committee, number: int, once: str, **said: Any) -> dict[str, Any]:
    """As the page sends it."""
    return {"stage": here.stage, "person": here.candidate(number), "once": once, **said}
