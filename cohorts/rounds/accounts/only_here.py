"""Whether an address leads to this machine itself: for anybody elsewhere it opens nothing."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit


def only_here(address: str) -> bool:
    """Of a whole address: ``http://localhost:8501/…``."""
    return is_this_machine(urlsplit(address).hostname or "")


def is_this_machine(name: str) -> bool:
    """Of the name of a host."""
    return name == "localhost" or name.endswith(".localhost") or _is_loopback(name)


def _is_loopback(name: str) -> bool:
    try:
        address = ip_address(name)
    except ValueError:
        return False
    # how a line of the old kind is called on a server that takes both kinds
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback
