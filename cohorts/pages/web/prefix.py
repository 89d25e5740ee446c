"""Under a path of another site: taken off what is asked, and put before what is answered.

A proxy may take it off itself, or leave it on: both are understood. What we set in a browser is
for our path alone, so that no other program of that site is given it.
"""

from __future__ import annotations

import re
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cohorts.pages.under import base, under

FOR_ALL = re.compile(r"; *path=/ *(?=;|$)", re.IGNORECASE)


class Prefix:
    """Round everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, as at the root."""
        before = base() if scope["type"] in {"http", "websocket"} else ""
        if not before:
            await self._app(scope, receive, send)
            return

        async def moved(message: Message) -> None:
            if message["type"] == "http.response.start":
                _move(message, before)
            await send(message)

        await self._app(_without(scope, before), receive, moved)


def _without(scope: Scope, before: str) -> Scope:
    path: str = scope["path"]
    if path != before and not path.startswith(f"{before}/"):
        return scope
    changed: dict[str, Any] = {**scope, "path": path.removeprefix(before) or "/"}
    raw = scope.get("raw_path")
    if raw:
        changed["raw_path"] = raw.removeprefix(before.encode()) or b"/"
    return changed


def _move(message: Message, before: str) -> None:
    headers = MutableHeaders(scope=message)
    location = headers.get("location", "")
    if location.startswith("/") and not location.startswith("//"):
        headers["location"] = under(location)
    message["headers"] = [
        (name, _for_ours(value, before)) if name.lower() == b"set-cookie" else (name, value)
        for name, value in message["headers"]
    ]


def _for_ours(cookie: bytes, before: str) -> bytes:
    return FOR_ALL.sub(f"; Path={before}", cookie.decode("latin-1")).encode("latin-1")
