"""An address where nothing is: said in words, where Streamlit would draw its first page."""

from __future__ import annotations

from functools import cache

from starlette.requests import Request
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from cohorts.pages.page_list import FIRST
from cohorts.pages.web.doors.door import door
from cohorts.pages.web.routes import routes
from cohorts.pages.web.spoken import spoken
from cohorts.words import say

STREAMLITS = ("/_stcore/", "/media/", "/component/", "/static/")


class Unknown:
    """Round the application, within the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what somebody answers."""
        if scope["type"] != "http" or _is_known(scope):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        language = spoken(request)
        way = {"address": f"/{FIRST.path}", "name": say("shell.to_rounds", language)}
        await door(request, "missing", 404, way=way)(scope, receive, send)


def _is_known(scope: Scope) -> bool:
    if scope["path"].startswith(STREAMLITS):
        return True
    return any(one.matches(scope)[0] is not Match.NONE for one in _routes())


@cache
def _routes() -> tuple[BaseRoute, ...]:
    return tuple(routes())
