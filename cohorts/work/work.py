"""One piece of work while it is done: told of, stopped, and held to its limits."""

from __future__ import annotations

import os
import platform
import time
from contextlib import suppress
from dataclasses import replace
from threading import Event, Lock, Thread
from typing import Any, Self

from cohorts.rounds.jobs.job import Best, Progress
from cohorts.rounds.jobs.turn import Turn, chosen_now, is_stopped, tell
from cohorts.store.clock import now
from cohorts.store.store import Store
from solver.score import Score

LOOK = 0.5
"""Seconds between two looks at whether somebody stopped it."""
BEAT = 5.0
"""Seconds after which it says anew that it lives."""
GRACE = 60.0
"""Seconds it may take to end once its time is over."""
OVERDUE = 3
"""The exit code of a process that did not."""


class Work:
    """A job in its process. ``stop`` is set when it must end with what there is.

    ``seen``: of a list that grows while it is at work, what stood in it at the last look.
    """

    def __init__(self, store: Store, turn: Turn, seconds: float) -> None:
        self.store, self.turn = store, turn
        self.stop = Event()
        self.progress = here()
        self.seen: dict[str, frozenset[str]] = {}
        self._saying = Lock()
        self._over = Event()
        self._until = time.monotonic() + seconds
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def says(self, **changed: Any) -> None:
        """What of the progress is another now; it is written at the next look.

        Whoever works and whoever watches both say something, at once where somebody stops it in
        the moment that something is found.
        """
        with self._saying:
            self.progress = replace(self.progress, **changed)

    def chosen(self, name: str) -> frozenset[str]:
        """What is asked of it under ``name`` by now; the work ends only once no more was chosen."""
        self.seen[name] = chosen_now(self.store, self.turn.key, name)
        return self.seen[name]

    def got_on(self, best: Score, share: float) -> None:
        """The best so far, after this share of all work."""
        known = Best(best.hard, best.not_placed)
        self.says(best=known, share=min(max(share, self.progress.share), 1.0))

    def _watch(self) -> None:
        told, beaten = self.progress, time.monotonic()
        while not self._over.wait(LOOK):
            current = time.monotonic()
            if current > self._until + GRACE:
                os._exit(OVERDUE)
            if current > self._until:
                self._cut("time")
            with suppress(Exception):  # a look that failed is taken again
                if is_stopped(self.store, self.turn.key):
                    self._cut("stop")
                if self.progress != told or current > beaten + BEAT:
                    told, beaten = self.progress, current
                    tell(self.store, self.turn.key, replace(told, beat=now()))

    def _cut(self, why: str) -> None:
        if not self.stop.is_set():
            self.says(cut=why)
            self.stop.set()


def here() -> Progress:
    """Nothing done yet, on this machine."""
    return Progress(host=platform.node(), beat=now())
