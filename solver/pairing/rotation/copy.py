"""One copy of a search: its seats, what is counted of them, and the best so far."""

from __future__ import annotations

from typing import cast

import numpy as np

from solver.pairing.rotation.kernels.reseat import anneal, keep
from solver.pairing.rotation.kernels.scale import (
    AGAIN,
    BEST,
    BREACHES,
    EVEN,
    FEWEST,
    MOST,
    NOW,
    SCALE,
    UNEVEN,
)
from solver.pairing.rotation.plain_arrays import Layout
from solver.pairing.rotation.rotation import again, shared_tables
from solver.quantise import IntArray
from solver.search.splitmix import MINUS_LOG, seed_of

NEVER = np.iinfo(np.int64).max


class Copy:
    """It begins with seats (R, n), and moves on."""

    def __init__(self, layout: Layout, seats: IntArray, seed: int) -> None:
        self.layout = layout
        self.seed = seed_of(seed % 2**63)
        self.best: IntArray = np.full(BEST, NEVER, dtype=np.int64)
        self.best_seats = seats.copy()
        self.load(seats)

    def load(self, seats: IntArray) -> None:
        """Goes on from these seats; all is counted anew."""
        layout = self.layout
        sessions, tables = layout.low.shape
        n = seats.shape[1]
        self.seats = seats.copy()
        self.members: IntArray = np.zeros((sessions, tables, layout.width), dtype=np.int64)
        self.pos: IntArray = np.zeros((sessions, n), dtype=np.int64)
        self.sizes: IntArray = np.zeros((sessions, tables), dtype=np.int64)
        for r in range(sessions):
            for row in np.flatnonzero(seats[r] >= 0):
                table = seats[r, row]
                self.pos[r, row] = self.sizes[r, table]
                self.members[r, table, self.sizes[r, table]] = row
                self.sizes[r, table] += 1
        meet = layout.met + shared_tables(seats)
        # two bytes a pair: of many rows they are read far apart in memory
        self.meet = cast("IntArray", meet.astype(np.int16))
        once = np.triu_indices(n, 1)
        self.tally: IntArray = np.bincount(self.meet[once], minlength=sessions + 3).astype(np.int64)
        self.off = self._off()
        self.now: IntArray = np.zeros(NOW, dtype=np.int64)
        self.now[AGAIN] = again(meet)
        self.now[UNEVEN] = int((self.off**2).sum()) // SCALE
        self.now[BREACHES] = self._breaches()
        keep(self.seats, self.tally, self.now, self.best, self.best_seats)

    def anneal(
        self,
        temperature: int,
        proposals: int,
        repeat: int,
        breach: int,
        goal: int,
        *,
        meetings: int = 1,
        beyond: int = 0,
        even: bool,
        since: int = 0,
    ) -> None:
        """So many proposals at one temperature.

        ``repeat``: what the second meeting of a pair costs, in SCALE; its third costs twice that.
        ``beyond``: and what each costs besides that is more than two, and more than ``meetings``.
        """
        layout = self.layout
        up = repeat * np.arange(self.tally.size, dtype=np.int64)
        up[max(meetings, 2) :] += beyond
        anneal(
            self.seats,
            self.members,
            self.pos,
            self.sizes,
            layout.low,
            layout.high,
            layout.free,
            layout.how_many,
            layout.roomy,
            self.meet,
            self.tally,
            self.off,
            layout.share,
            layout.values,
            layout.first,
            layout.others,
            up,
            self.now,
            self.best,
            self.best_seats,
            breach,
            int(even),
            goal,
            meetings,
            since,
            temperature,
            proposals,
            self.seed,
            MINUS_LOG,
        )

    @property
    def found(self) -> tuple[int, int, int]:
        """Meetings again, most meetings and unevenness × SCALE of the best so far."""
        return int(self.best[FEWEST]), int(self.best[MOST]), int(self.best[EVEN])

    def _off(self) -> IntArray:
        layout = self.layout
        off = -layout.share[:, None, :] * self.sizes[:, :, None]
        for r, row in np.argwhere(self.seats >= 0):
            for value in layout.values[row]:
                if value >= 0:
                    off[r, self.seats[r, row], value] += SCALE
        return off

    def _breaches(self) -> int:
        count, layout = 0, self.layout
        for r, seats in enumerate(self.seats):
            for row in range(seats.size):
                apart = layout.others[r, layout.first[r, row] : layout.first[r, row + 1]]
                count += int((seats[apart] == seats[row]).sum())
        return count // 2
