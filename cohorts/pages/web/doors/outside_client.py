"""What an organisation's provider is asked, and what it says of somebody: OpenID Connect.

The library keeps state, nonce and PKCE, and judges the signature, for whom a token is and until
when.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from cohorts.rounds.accounts.log_in_outside import Outside
from cohorts.rounds.accounts.outside_provider import OutsideProvider

DISCOVERY = "/.well-known/openid-configuration"
BACK_AT = "/login/outside/back"
"""Where the provider sends people back to; it must know this address."""
LONGEST_SUBJECT = 255
YES = (True, 1, "true", "1")
"""How providers say that an address is verified."""


class NoSuchProviderError(ValueError):
    """Who answers is another than who was named, or does not say who somebody is."""


async def sent_there(provider: OutsideProvider, request: Request) -> Response:
    """The way to the provider. Raises what goes wrong on the line, or NoSuchProviderError."""
    client = await _client_of(provider)
    # who shares a computer can choose to be another
    there = provider.address.of(BACK_AT)
    sent: Response = await client.authorize_redirect(request, there, prompt="select_account")
    return sent


async def known_there(provider: OutsideProvider, request: Request) -> Outside:
    """Who came back. Raises what goes wrong on the line, or what the library does not accept."""
    client = await _client_of(provider)
    token = await client.authorize_access_token(request)
    claims = dict(token.get("userinfo") or {})
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise NoSuchProviderError
    if "email" not in claims and "userinfo_endpoint" in client.server_metadata:
        more = await client.userinfo(token=token)
        # of another person it may not be taken over
        claims = {**more, **claims} if more.get("sub") == subject else claims
    email = claims.get("email")
    return Outside(
        provider.issuer,
        subject,
        email if isinstance(email, str) else "",
        claims.get(provider.verified_claim) in YES,
    )


async def _client_of(provider: OutsideProvider) -> Any:
    client = _client(provider)
    found = await client.load_server_metadata()
    if str(found.get("issuer", "")).rstrip("/") != provider.issuer:
        raise NoSuchProviderError
    return client


@cache
def _client(provider: OutsideProvider) -> Any:
    # half a second to read, for who has a provider alone
    library = import_module("authlib.integrations.starlette_client")
    return library.OAuth().register(
        "outside",
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        server_metadata_url=f"{provider.issuer}{DISCOVERY}",
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256"},
    )
