"""Asks an application what a browser would ask, without a server and without following anything."""

from __future__ import annotations

import json as as_json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.types import ASGIApp, Message

from tests.cohorts.pages.own_loop import done

HOST = "localhost:8501"


@dataclass(frozen=True)
class Told:
    """``headers``: by name in small letters; the last of each."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return as_json.loads(self.body)

    @property
    def location(self) -> str:
        return self.headers["location"]


@dataclass(eq=False)
class Asking:
    """A browser with its cookies."""

    app: ASGIApp
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, address: str) -> Told:
        return self.ask("GET", address)

    def post(
        self,
        address: str,
        data: Mapping[str, str] | None = None,
        *,
        json: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Told:
        body = as_json.dumps(json) if json is not None else urlencode(data or {})
        return self.ask("POST", address, body.encode(), headers or {"origin": f"http://{HOST}"})

    def ask(
        self, method: str, address: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Told:
        parts = urlsplit(address)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        said = {"host": HOST, "cookie": cookies, **(headers or {})}
        scope = {
            "type": "http",
            "method": method,
            "scheme": "http",
            "server": ("localhost", 8501),
            "path": parts.path,
            "query_string": parts.query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in said.items()],
        }
        told = done(self._heard(scope, body))
        name, _, value = told.headers.get("set-cookie", "").partition(";")[0].partition("=")
        if value:
            self.cookies[name] = value
        return told

    async def _heard(self, scope: dict[str, Any], body: bytes) -> Told:
        heard: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            heard.append(message)

        await self.app(scope, receive, send)
        begin, *rest = heard
        headers = {name.decode(): value.decode() for name, value in begin["headers"]}
        return Told(begin["status"], headers, b"".join(one.get("body", b"") for one in rest))
