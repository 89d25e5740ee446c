"""Who takes which place of a design."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from solver.pairing.rotation.designs.design import Design
from solver.pairing.rotation.kernels.relabel import relabel
from solver.pairing.rotation.kernels.scale import BREACHES, NOW, SCALE, UNEVEN
from solver.pairing.rotation.laid_out import Layout
from solver.pairing.rotation.sessions import RotationTask, Session
from solver.quantise import IntArray
from solver.search.splitmix import MINUS_LOG, seed_of

STEPS, HOT, COLD = 60, 8.0, 0.2
"""Temperatures, from the first to the last, in SCALE."""
EACH, AT_MOST = 6_000, 1_000_000
"""Proposals a place, and in all."""
BREACH = 32
"""What a breach costs, in SCALE."""


class Places:
    """People, and rows for the places nobody takes, at the places of a design."""

    def __init__(self, task: RotationTask, design: Design, seed: int) -> None:
        self.n, self.count = task.n, design.seats.shape[1]
        task = _with_nobody(task, self.count)
        layout = self.layout = Layout.of(task)
        self.seed = seed_of((seed * 1_000_003 + 977) % 2**63)
        self.seats = design.seats[: len(task.sessions)].copy()
        present = np.stack([session.present for session in task.sessions])
        self.present = present.astype(np.int64)
        self.low = np.array([session.low.min() for session in task.sessions])
        self.high = np.array([session.high.max() for session in task.sessions])
        counts = [
            np.bincount(row[there], minlength=design.tables)
            for row, there in zip(self.seats, present, strict=True)
        ]
        self.sizes: IntArray = np.stack(counts)
        self.off = -layout.share[:, None, :] * self.sizes[:, :, None]
        for r, row in np.argwhere(present):
            for value in layout.values[row]:
                if value >= 0:
                    self.off[r, self.seats[r, row], value] += SCALE
        self.now = np.zeros(NOW, dtype=np.int64)
        self.now[UNEVEN] = int((self.off**2).sum()) // SCALE
        self.now[BREACHES] = self._breaches()

    def settled(self) -> IntArray | None:
        """(R, n) the most even seats that break nothing; None where none were found."""
        best = np.array([self.now[BREACHES], self.now[UNEVEN]])
        best_seats = self.seats.copy()
        layout, steps = self.layout, STEPS
        for step in range(steps):
            if best[0] == 0 and best[1] == 0:
                break
            relabel(
                self.seats,
                self.present,
                self.sizes,
                self.low,
                self.high,
                self.off,
                layout.share,
                layout.values,
                layout.first,
                layout.others,
                self.now,
                best,
                best_seats,
                BREACH * SCALE,
                round(SCALE * HOT * (COLD / HOT) ** (step / (steps - 1))),
                min(EACH * self.count, AT_MOST) // steps,
                self.seed,
                MINUS_LOG,
            )
        found: IntArray = best_seats[:, : self.n]
        return found if best[0] == 0 else None

    def _breaches(self) -> int:
        few, many = self.low[:, None] - self.sizes, self.sizes - self.high[:, None]
        outside = int((np.maximum(few, 0) + np.maximum(many, 0)).sum())
        first, others = self.layout.first, self.layout.others
        together = sum(
            int((row[others[r, first[r, i] : first[r, i + 1]]] == row[i]).sum())
            for r, row in enumerate(self.seats)
            for i in range(self.count)
        )
        return outside + together // 2


def _with_nobody(task: RotationTask, count: int) -> RotationTask:
    """The task with rows that are never there, as many as there are places more than people."""
    more = count - task.n

    def widened(session: Session) -> Session:
        present = np.concatenate([session.present, np.zeros(more, dtype=np.bool_)])
        return replace(session, present=present)

    codes = np.hstack([task.codes, np.full((len(task.codes), more), -1, dtype=np.int64)])
    sessions = tuple(widened(session) for session in task.sessions)
    return replace(task, n=count, sessions=sessions, codes=codes)
