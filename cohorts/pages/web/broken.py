"""An answer that goes wrong: said in words, without what the fault says of anybody."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cohorts.errors import CohortsError
from cohorts.pages.faults import logged
from cohorts.pages.web.doors.door import door, in_words
from cohorts.pages.web.spoken import spoken
from cohorts.words import say


class Broken:
    """Round the application, within the headers: what is not caught here has none of them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, and answers where nothing else could."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def heard(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, heard)
        except Exception as fault:  # noqa: BLE001 - its own words may quote somebody's answers
            answer = _told(Request(scope), fault)
            if not begun:  # else the half of an answer is all that there is
                await answer(scope, receive, send)


def _told(request: Request, fault: Exception) -> Response:
    """What can be done about it, or the number it has in the log."""
    language = spoken(request)
    if isinstance(fault, CohortsError):
        return door(request, "broken", 503, faults=in_words(fault, language))
    said = say("shell.broken_id", language, id=logged(fault))
    return door(request, "broken", 500, faults=[said])
