"""``python -m cohorts.pages PORT``: the server, until whoever started it closes its input.

So it never stays behind: where its starter ends, in whatever way, the input is closed.
"""

from __future__ import annotations

import signal
import sys
from threading import Thread

from cohorts.pages.server import serve


def _until_closed() -> None:
    sys.stdin.buffer.read()
    signal.raise_signal(signal.SIGTERM)


if __name__ == "__main__":
    Thread(target=_until_closed, daemon=True).start()
    serve(int(sys.argv[1]))
