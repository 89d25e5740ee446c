"""The headers of every answer: what a browser may do with it, and nothing more.

The policy is what all pages pass with; Streamlit by itself sends none.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cohorts.pages.web.first_page import first_page
from cohorts.words import Language

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
HOST = re.compile(r"[A-Za-z0-9.\-:\[\]]+")
ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
}
KEPT_BY_BROWSERS = ("/_stcore/", "/component/", "/static/", "/shell/")
"""What is the same for everybody; anything else may be about somebody."""
PLAIN = ("/stembiljet", "/stem/")
"""Pages of our own alone, without Streamlit: they need none of what it needs."""


class Headers:
    """Round the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, with our headers on each answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1")
        policy = PLAIN_POLICY if scope["path"].startswith(PLAIN) else content_policy(host)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = MutableHeaders(scope=message)
                ours.update({**ALWAYS, "content-security-policy": policy})
                if not scope["path"].startswith(KEPT_BY_BROWSERS):
                    ours["cache-control"] = "no-store"
            await send(message)

        await self._app(scope, receive, with_headers)


PLAIN_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect")),
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
"""Scripts, styles and pictures from our files; nothing that stands in a page is run."""


def content_policy(host: str) -> str:
    """``host``: as the browser calls us; the line to the server goes there and nowhere else."""
    lines = f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {_inline()}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{lines}",
            "worker-src 'self' blob:",
            "frame-src 'self' blob: data:",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


@cache
def _inline() -> str:
    """The scripts that stand in the first page itself, by their hash."""
    scripts = INLINE.findall(first_page(Language.NL, ""))
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in digests)
