"""Whether it is a page of ours that asks: no other site may log anybody in or out."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

LARGEST = 10_000
"""Bytes of a form."""
OURS = {"same-origin", "none"}


def is_from_ours(request: Request) -> bool:
    """By what the browser says of where it comes from; every one of these ten years says it."""
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.headers.get("host", "")
    return request.headers.get("sec-fetch-site", "none") in OURS


async def form_of(request: Request) -> dict[str, str] | None:
    """The fields of a form; None where it is larger than any of ours."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    read = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in read.items()}
