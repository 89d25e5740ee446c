"""By which address somebody is known elsewhere: how it is compared, and how it is forgotten."""

from __future__ import annotations

from sqlalchemy import Connection, delete, update

from cohorts.store.keys import AccountKey
from cohorts.store.tables import outside_login

LONGEST = 254
"""Signs of an address."""


def folded(email: str) -> str | None:
    """As it is compared; None for what is no address.

    Of plain letters alone: of others two addresses may look, or be folded, the same.
    """
    plain = email.strip()
    name, at, host = plain.rpartition("@")
    if not (plain.isascii() and plain.isprintable() and name and at and host):
        return None
    if len(plain) > LONGEST or " " in plain or "@" in name:
        return None
    return plain.lower()


def forgotten_outside(connection: Connection, whose: AccountKey) -> None:
    """Nothing of how they are known elsewhere is left."""
    connection.execute(delete(outside_login).where(outside_login.c.account == whose))


def unbound(connection: Connection, whose: AccountKey) -> None:
    """Who comes with their address next is bound anew."""
    here = outside_login.c.account == whose
    connection.execute(update(outside_login).where(here).values(issuer=None, subject=None))
