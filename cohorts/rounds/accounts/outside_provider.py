"""Who says elsewhere who somebody is, by OpenID Connect: as the environment says."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.public_address import (
    ADDRESS,
    PublicAddress,
    public_address,
    safe_parts,
)

ISSUER, CLIENT = "COHORTS_OIDC_ISSUER", "COHORTS_OIDC_CLIENT_ID"
SECRET = "COHORTS_OIDC_CLIENT_SECRET"  # noqa: S105 - the name of a variable
NAME, ONLY, CLAIM = "COHORTS_OIDC_NAME", "COHORTS_OIDC_ONLY", "COHORTS_OIDC_VERIFIED_CLAIM"
VERIFIED = "email_verified"
YES_OR_NO = {"": False, "no": False, "yes": True}


@dataclass(frozen=True)
class OutsideProvider:
    """Whom we ask.

    ``name``: how people know it; empty: their organisation. ``only``: nobody logs in by a password
    or a personal address, but at this machine itself where ``address`` is one of it too.
    ``verified_claim``: by which the provider says that an e-mail address is somebody's own.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    address: PublicAddress
    name: str = ""
    only: bool = False
    verified_claim: str = VERIFIED


def outside_provider() -> OutsideProvider | None:
    """None where none is named. Raises InputError for what is missing or cannot be.

    No fault repeats what was given: it may be the secret.
    """
    issuer = _given(ISSUER).rstrip("/")
    only = YES_OR_NO.get(_given(ONLY))
    if only is None:
        raise InputError(Problem("accounts.yes_or_no", ONLY))
    missing = next((name for name in (ISSUER, CLIENT, SECRET) if not _given(name)), None)
    if missing == ISSUER and not (_given(CLIENT) or _given(SECRET) or only):
        return None
    address = public_address()
    if missing or address is None:
        raise InputError(Problem("accounts.outside_incomplete", missing or ADDRESS))
    if safe_parts(issuer) is None:
        raise InputError(Problem("accounts.bad_address", ISSUER))
    claim = _given(CLAIM) or VERIFIED
    return OutsideProvider(
        issuer, _given(CLIENT), _given(SECRET), address, _given(NAME), only, claim
    )


def _given(variable: str) -> str:
    return os.environ.get(variable, "").strip()
