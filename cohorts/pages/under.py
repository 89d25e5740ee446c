"""Where our paths stand for a browser: at the root of a site, or under a path of it.

The program itself answers at the root; what a browser is told has that path before it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from cohorts.rounds.accounts.public_address import public_address


def base() -> str:
    """``/cohorts``; empty at the root. Raises InputError where the environment names no address."""
    address = public_address()
    return "" if address is None else address.path


def under(path: str) -> str:
    """``/login`` → ``/cohorts/login``; the same again for what stands there already."""
    return path if within(path) else f"{base()}{path}"


def within(path: str) -> bool:
    """Whether a path says already where we stand; at the root each does."""
    return not base() or path == base() or path.startswith(f"{base()}/")


def whole(path: str) -> str:
    """For elsewhere: at the address that is ours, else at the host that this page was asked of."""
    address = public_address()
    if address is not None:
        return address.of(path)
    asked = urlsplit(st.context.url or "")
    return f"{asked.scheme}://{asked.netloc}{path}" if asked.netloc else path
