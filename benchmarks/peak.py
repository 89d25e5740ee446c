"""The most memory that this process has had, and running something in a process of its own."""

from __future__ import annotations

import multiprocessing
import resource
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

Made = TypeVar("Made")
KILO, MEGA = 1024, 1e6


def peak_mb() -> float:
    """Megabytes (10^6 bytes) resident at most, since this program began.

    From the kernel's figure of this address space where there is one: what ``getrusage`` says is
    handed down from whoever started the process.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text("utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * KILO / MEGA
    unit = 1 if sys.platform == "darwin" else KILO
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGA


def in_own_process(run: Callable[..., Made], *given: Any) -> Made:
    """What ``run`` gives in a new process, which holds nothing of this one; its faults are ours."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh) as pool:
        return pool.submit(run, *given).result()
