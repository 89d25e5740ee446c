"""An address where nothing is: said in words, where Streamlit would draw its first page.

Of Streamlit's own addresses only those stand open that a page of ours asks. How many are at work,
and driving a page without a browser, is for nobody; a file that was made for somebody is for who is
logged in, whoever has its address.
"""

from __future__ import annotations

from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from cohorts.pages.kept import store
from cohorts.pages.web.doors.cookie import visitor
from cohorts.pages.web.doors.door import nothing_here
from cohorts.pages.web.first_page import INDEX
from cohorts.pages.web.routes import routes

ASKED = ("/_stcore/health", "/_stcore/host-config")
SERVED = ("/_stcore/upload_file/", "/_stcore/bidi-components/", "/component/")
STATIC, MADE = "/static/", "/media/"


class Unknown:
    """Round the application, within the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what somebody answers."""
        if scope["type"] != "http" or await _is_known(scope):
            await self._app(scope, receive, send)
            return
        await nothing_here(scope, receive, send)


async def _is_known(scope: Scope) -> bool:
    path: str = scope["path"]
    if path in ASKED or path.startswith(SERVED) or path in _static():
        return True
    if path.startswith(MADE):
        return await run_in_threadpool(visitor, store(), Request(scope)) is not None
    return any(one.matches(scope)[0] is not Match.NONE for one in _routes())


@cache
def _static() -> frozenset[str]:
    """The files of Streamlit's own page; for any other it answers with that page."""
    folder = INDEX.parent / STATIC.strip("/")
    return frozenset(
        f"{STATIC}{file.relative_to(folder).as_posix()}"
        for file in folder.rglob("*")
        if file.is_file()
    )


@cache
def _routes() -> tuple[BaseRoute, ...]:
    return tuple(routes())
