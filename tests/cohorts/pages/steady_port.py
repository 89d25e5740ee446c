"""One port for the sites of a process, one after the other.

What a browser fetched from the one it need not fetch and compile again from the next.
"""

from __future__ import annotations

import socket
from functools import cache

from tests.cohorts.cli.test_screen import free_port


def steady_port() -> int:
    """The same each time; another while a site still stands there."""
    port = _first()
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("localhost", port))
        except OSError:
            return free_port()
    return port


@cache
def _first() -> int:
    return free_port()
