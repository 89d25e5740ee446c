"""What a measure counts: the processor's seconds, since others may use the machine too."""

from __future__ import annotations

import time
from collections.abc import Callable


def shortest(run: Callable[[], object], rounds: int) -> float:
    """Seconds of processor of the quickest of so many runs."""
    took = []
    for _ in range(rounds):
        began = time.process_time()
        run()
        took.append(time.process_time() - began)
    return min(took)
