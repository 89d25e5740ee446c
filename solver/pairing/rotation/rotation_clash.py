"""Why a session cannot be seated: a minimal set of demands that clash.

Sessions only wish something of each other; so what cannot be met, cannot be met in one of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from solver.pairing.rotation.seatable import LIMIT, Verdict, seated
from solver.pairing.rotation.sessions import RotationTask, Session
from solver.quantise import IntArray


@dataclass(frozen=True)
class RotationClash:
    """Demands of one session that cannot hold together, with what else is there (``present``).

    ``low``, ``high``: tables whose fewest, whose most it is about; ``hosts``: (row, table);
    ``apart``: pairs. ``minimal``: without any one of them the rest can be met (False: a verdict
    took too long).
    """

    session: int
    present: int
    low: tuple[int, ...]
    high: tuple[int, ...]
    hosts: tuple[tuple[int, int], ...]
    apart: tuple[tuple[int, int], ...]
    minimal: bool


class ImpossibleRotationError(Exception):
    """It is proven that a session cannot be seated."""

    def __init__(self, clash: RotationClash) -> None:
        super().__init__(f"session {clash.session} cannot be seated")
        self.clash = clash


class UnseatedError(Exception):
    """Whether a session can be seated took too long to find out."""

    def __init__(self, session: int) -> None:
        super().__init__(f"session {session} was not seated in time")
        self.session = session


MOST = 2 * LIMIT
"""Deterministic seconds for one clash; what is left of it then is told as it is."""

Demand = tuple[str, int, int]
"""What kind, and the pair or (row, table) or (table, -1) it is about."""


def clash_of(task: RotationTask, number: int) -> RotationClash:
    """A minimal clash of a session that cannot be seated: apart and hosts are dropped first."""
    session, pairs = task.sessions[number], sorted(task.apart_in(number))
    kept: list[Demand] = [
        *(("apart", i, j) for i, j in pairs),
        *(("hosts", row, table) for row, table in sorted(set(session.hosts))),
        *(("low", table, -1) for table in range(session.tables) if session.low[table] > 0),
        *(("high", table, -1) for table in range(session.tables)),
    ]
    verdicts = _Verdicts(session, MOST)
    step = max(len(kept) // 2, 1)
    while step:
        at = 0
        while at < len(kept):
            rest = kept[:at] + kept[at + step :]
            if verdicts.of(rest) is Verdict.IMPOSSIBLE:
                kept = rest
            else:
                at += step
        step //= 2
    needed = [verdicts.of([k for k in kept if k != one]) for one in kept]
    minimal = all(verdict is Verdict.SEATED for verdict in needed)
    return RotationClash(
        number,
        int(session.present.sum()),
        low=tuple(at for kind, at, _ in kept if kind == "low"),
        high=tuple(at for kind, at, _ in kept if kind == "high"),
        hosts=tuple((row, table) for kind, row, table in kept if kind == "hosts"),
        apart=tuple((i, j) for kind, i, j in kept if kind == "apart"),
        minimal=minimal and verdicts.of(kept) is Verdict.IMPOSSIBLE,
    )


class _Verdicts:
    """On the demands of a session, as long as there is time ``left``; then it is not known."""

    def __init__(self, session: Session, left: float) -> None:
        self.session = session
        self.left = left

    def of(self, demands: list[Demand]) -> Verdict:
        """Whether only these demands can be met."""
        if self.left <= 0:
            return Verdict.UNKNOWN
        verdict, spent = _verdict(self.session, demands, min(self.left, LIMIT))
        self.left -= spent
        return verdict


def _verdict(session: Session, demands: list[Demand], limit: float) -> tuple[Verdict, float]:
    """Whether only these demands can be met, and the deterministic seconds it took."""
    there = int(session.present.sum())
    low: IntArray = np.zeros_like(session.low)
    high: IntArray = np.full_like(session.high, there)
    for kind, table, _ in demands:
        if kind == "low":
            low[table] = session.low[table]
        if kind == "high":
            high[table] = session.high[table]
    hosts = tuple((a, b) for kind, a, b in demands if kind == "hosts")
    apart = [(a, b) for kind, a, b in demands if kind == "apart"]
    # a table whose fewest is more than there are: nothing seats that
    if (low > there).any():
        return Verdict.IMPOSSIBLE, 0.0
    asked = replace(session, low=low, high=np.maximum(high, low), hosts=hosts)
    found = seated(asked, frozenset(apart), limit)
    return found.verdict, found.spent
