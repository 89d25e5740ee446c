"""What must not be cut in two: whoever wants it to end waits until it is done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ENDING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)
"""A request to end, a terminal that is closed (which Windows does not know), and Ctrl-C.

In this order where several came: Ctrl-C raises, and what asks to end would be lost behind it.
"""


@contextmanager
def uninterrupted() -> Iterator[None]:
    """A signal that would end us has its way after the block, and as if it came then.

    Only in the main thread, where signals arrive; elsewhere nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: set[int] = set()
    before = {one: signal.signal(one, lambda number, _: came.add(number)) for one in ENDING}
    try:
        yield
    finally:
        for one, handler in before.items():
            # None: somebody else than Python had set it, and only they can again
            signal.signal(one, signal.SIG_DFL if handler is None else handler)
        for number in filter(came.__contains__, ENDING):
            signal.raise_signal(number)
