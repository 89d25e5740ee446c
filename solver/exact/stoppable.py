"""CP-SAT that Ctrl-C stops, and that leaves Ctrl-C as it was."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from functools import cache
from typing import Any

from solver.exact.cp_sat import cp_model

AGAIN = 0.05
"""Seconds between two looks at whether it is done; it is asked to stop as often."""


def stoppable_solver() -> cp_model.CpSolver:
    """A solver that raises KeyboardInterrupt at Ctrl-C, once it has stopped."""
    solver: cp_model.CpSolver = _kind()()
    return solver


@cache
def _kind() -> Any:
    """Made when it is first asked for: what it derives from is loaded then."""

    class StoppableSolver(cp_model.CpSolver):
        """Raises KeyboardInterrupt at Ctrl-C, once it has stopped.

        By itself CP-SAT would keep Ctrl-C for itself: a model that was not proven then looks as one
        for which the time was too short, and the next Ctrl-C ends the process without a word.
        """

        def __init__(self) -> None:
            super().__init__()
            self.parameters.catch_sigint_signal = False

        def solve(self, model: cp_model.CpModel, *given: Any) -> cp_model.CpSolverStatus:
            """As CP-SAT does. Only the main thread hears signals, so that another one works."""
            if threading.current_thread() is not threading.main_thread():
                return super().solve(model, *given)
            with ThreadPoolExecutor(max_workers=1) as pool:
                future = pool.submit(super().solve, model, *given)
                try:
                    while not future.done():  # without end no system hears Ctrl-C meanwhile
                        wait([future], AGAIN)
                    return future.result()
                except KeyboardInterrupt:
                    self._end(future)
                    raise

        def _end(self, future: Future[cp_model.CpSolverStatus]) -> None:
            while not future.done():
                with suppress(KeyboardInterrupt):
                    self.stop_search()
                    wait([future], AGAIN)

    return StoppableSolver
