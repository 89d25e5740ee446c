"""The line on which a page is drawn: only a page of ours opens it.

Streamlit takes any page of this machine for its own, at whatever port; and the cookie goes along to
every port.
"""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from cohorts.pages.web.doors.from_ours import is_from_ours

REFUSED = {"type": "websocket.close", "code": 1008}


class OwnLine:
    """Round the application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but a line that another page asks for."""
        if scope["type"] == "websocket" and not is_from_ours(HTTPConnection(scope)):
            await send(REFUSED)
            return
        await self._app(scope, receive, send)
