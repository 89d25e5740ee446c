"""Whether it is a page of ours that asks: no other site may log anybody in or out."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from starlette.requests import HTTPConnection, Request

from cohorts.rounds.accounts.only_here import is_this_machine, only_here
from cohorts.rounds.accounts.public_address import public_address

LARGEST = 10_000
"""Bytes of a form."""
FORWARDED = (
    *("x-forwarded-proto", "x-forwarded-for", "x-forwarded-host", "x-forwarded-server"),
    *("forwarded", "x-real-ip", "via"),
)
"""What proxies say, each in its own way: one of them is enough to know that there is one."""
OURS = {"same-origin", "none"}


def is_from_ours(request: HTTPConnection) -> bool:
    """By what the browser says of where it comes from: every one does with a form or an open line.

    The cookie goes along with no form of another site, but logging somebody in needs none.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in OURS
    origin = request.headers.get("origin")
    if origin is None:
        return request.scope.get("method") == "GET"
    return urlsplit(origin).netloc == request.headers.get("host", "")


def is_at_home(request: Request) -> bool:
    """Whether this machine itself asks, by its own name, and no proxy can stand between.

    A name can be led to this machine by whoever owns it: then their page is one of ours. What comes
    by a proxy comes from elsewhere, whatever name is asked for. Not every proxy says that it is
    one: where others find us at an address, all may come by one, and nothing is home.
    """
    if any(name in request.headers for name in FORWARDED) or _is_found_elsewhere():
        return False
    peer = request.client.host if request.client else ""
    return is_this_machine(peer) and is_this_machine(request.url.hostname or "")


def _is_found_elsewhere() -> bool:
    address = public_address()
    return address is not None and not only_here(address.origin)


async def form_of(request: Request, largest: int = LARGEST) -> dict[str, str] | None:
    """The fields of a form; None where it is larger than any of ours."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > largest:
            return None
    read = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in read.items()}
