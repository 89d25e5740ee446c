"""Where people find the pages from elsewhere, as the environment says."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.only_here import only_here

ADDRESS = "COHORTS_ADDRESS"
PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")
DOTS = {".", ".."}


@dataclass(frozen=True)
class PublicAddress:
    """``origin``: ``https://example.org``. ``path``: ``/cohorts``, or empty for the root."""

    origin: str
    path: str

    @property
    def over_tls(self) -> bool:
        """Whether what is said to it cannot be overheard."""
        return self.origin.startswith("https:")

    def of(self, path: str) -> str:
        """The whole address of one of our paths, such as ``/login``."""
        return f"{self.origin}{self.path}{path}"


def public_address() -> PublicAddress | None:
    """None where none is named. Raises InputError for what no browser could open, or is no TLS."""
    given = os.environ.get(ADDRESS, "").strip().rstrip("/")
    if not given:
        return None
    parts = safe_parts(given)
    if parts is None or not PATH.fullmatch(parts.path) or DOTS & set(parts.path.split("/")):
        raise InputError(Problem("accounts.bad_address", ADDRESS))
    return PublicAddress(f"{parts.scheme}://{parts.netloc}", parts.path)


def safe_parts(address: str) -> SplitResult | None:
    """Of an address over TLS, or of this machine itself; None for any other."""
    try:
        parts = urlsplit(address)
        named = parts.hostname and parts.port != 0 and "@" not in parts.netloc
    except ValueError:  # of a port that is no number
        return None
    whole = address.isprintable() and not (parts.query or parts.fragment or "\\" in address)
    safe = parts.scheme == "https" or (parts.scheme == "http" and only_here(address))
    return parts if named and whole and safe else None
