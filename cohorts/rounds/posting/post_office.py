"""Where mail is handed over, and from whom it comes: as the environment says."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.utils import getaddresses
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.posting.mail_address import mail_address

URL, FROM, REPLY_TO = "COHORTS_SMTP_URL", "COHORTS_MAIL_FROM", "COHORTS_MAIL_REPLY_TO"
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class PostOffice:
    """``wrapped``: TLS from the first word; else it begins once both are there (STARTTLS).

    ``user``: "": nobody logs in. ``reply_to``: None: whoever it is from.
    """

    host: str
    port: int
    wrapped: bool
    user: str
    password: str = field(repr=False)
    sender: Address
    reply_to: Address | None = None

    @property
    def on_this_machine(self) -> bool:
        """Whether words to it leave no machine, so that nobody can listen."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


def post_office() -> PostOffice | None:
    """None: none is named here. Raises InputError for what cannot be understood.

    No fault repeats what was given: a password may stand in it.
    """
    given = os.environ.get(URL, "").strip()
    if not given:
        return None
    parts = _parts(given)
    sender = _address(FROM)
    if sender is None:
        raise InputError(Problem("posting.no_sender", FROM))
    return PostOffice(
        parts.hostname or "",
        parts.port or PORTS[parts.scheme],
        parts.scheme == "smtps",
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        sender,
        _address(REPLY_TO),
    )


def post_office_needed() -> PostOffice:
    """The same. Raises RefusedError where none is named: letters are files to take along."""
    found = post_office()
    if found is None:
        raise RefusedError(Problem("posting.no_office", "", {"variable": URL}))
    return found


def _parts(given: str) -> SplitResult:
    try:
        parts = urlsplit(given)
        known = parts.scheme in PORTS and parts.hostname and parts.port != 0
    except ValueError:  # of a port that is no number
        known = False
    if not known:
        raise InputError(Problem("posting.bad_url", URL))
    return parts


def _address(variable: str) -> Address | None:
    given = os.environ.get(variable, "").strip()
    if not given:
        return None
    several = getaddresses([given])
    found = mail_address(several[0][1], several[0][0]) if len(several) == 1 else None
    if found is None:
        raise InputError(Problem("posting.bad_address", variable))
    return found
