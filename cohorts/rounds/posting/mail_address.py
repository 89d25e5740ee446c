"""An address that mail can be sent to: exactly one, and nothing else in it."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.headerregistry import Address

from cohorts.rounds.typed_text import visible

LABEL = r"[\w-]+"
SPEC = re.compile(rf"[!#$%&'*+/=?^_`{{|}}~0-9A-Za-z.-]+@{LABEL}(?:\.{LABEL})+")
LONGEST = 254


def mail_address(text: str, name: str = "") -> Address | None:
    """None: nothing can be sent there as it stands."""
    spec = text.strip()
    if not SPEC.fullmatch(spec) or len(spec) > LONGEST:
        return None
    local, domain = spec.rsplit("@", 1)
    try:
        # a domain with accents has another spelling that every mail server takes
        ascii_domain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
        return Address(one_line(name), local, ascii_domain)
    except (UnicodeError, ValueError, MessageError):
        return None


def one_line(text: str) -> str:
    """Without what would end a line of the head of a letter."""
    return " ".join(visible(text).split())
