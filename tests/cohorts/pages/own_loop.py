"""Runs what is asynchronous to its end, also in a process that drives a browser in a loop."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def done(work: Coroutine[Any, Any, T]) -> T:
    """Its answer, from a thread of its own. Raises what it raises."""
    with ThreadPoolExecutor(1) as own:
        return own.submit(asyncio.run, work).result()
