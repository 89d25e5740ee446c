"""What a rotation is asked: n rows, sessions with their tables, who meets whom only once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from solver.errors import InvalidTaskError
from solver.quantise import BoolArray, IntArray

MOST_ROWS = 2_000
"""Every copy of a search counts the meetings of every pair: 8 MB for so many."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Session:
    """One session: T tables with their sizes, and who is there.

    ``low``, ``high`` (T,): fewest and most rows at each table; a table with low 0 may stay empty.
    ``present`` (n,): whoever is not sits nowhere. ``hosts``: (row, table) where that row sits.
    ``apart`` (e, 2): pairs that may not share a table in this session.
    """

    low: IntArray
    high: IntArray
    present: BoolArray
    hosts: tuple[tuple[int, int], ...] = ()
    apart: IntArray

    @property
    def tables(self) -> int:
        """How many tables there are."""
        return int(self.low.size)


@dataclass(frozen=True, kw_only=True, eq=False)
class RotationTask:
    """``apart`` (e, 2): pairs that never share a table; ``met`` (e, 2): pairs that met before.

    ``codes`` (c, n): values to be spread evenly over the tables of each session; -1: not known,
    and not counted. A pair in ``met`` counts as having met once, however often it stands there.
    Raises InvalidTaskError: ``no_sessions``, ``too_many_rows``, ``shape``, ``bounds``, ``row``,
    ``same_row``, ``table``, ``two_tables`` (one row the host of two) or ``host_absent``.
    """

    n: int
    sessions: tuple[Session, ...]
    apart: IntArray
    codes: IntArray
    met: IntArray

    def __post_init__(self) -> None:
        if not self.sessions or self.n < 1:
            raise InvalidTaskError("no_sessions", n=self.n, sessions=len(self.sessions))
        if self.n > MOST_ROWS:
            raise InvalidTaskError("too_many_rows", n=self.n, most=MOST_ROWS)
        if self.codes.ndim != 2 or self.codes.shape[1] != self.n or (self.codes < -1).any():  # noqa: PLR2004  a table has two sides
            raise InvalidTaskError("shape", of="codes")
        self._check_pairs(self.apart, "apart")
        self._check_pairs(self.met, "met")
        for number, session in enumerate(self.sessions):
            self._check_session(number, session)

    def _check_session(self, number: int, session: Session) -> None:
        tables = session.tables
        if session.low.shape != (tables,) or session.high.shape != (tables,) or tables == 0:
            raise InvalidTaskError("shape", of="tables", session=number)
        if session.present.shape != (self.n,):
            raise InvalidTaskError("shape", of="present", session=number)
        if (session.low < 0).any() or (session.low > session.high).any():
            raise InvalidTaskError("bounds", session=number)
        self._check_pairs(session.apart, "apart", number)
        for row, table in session.hosts:
            if not 0 <= row < self.n:
                raise InvalidTaskError("row", of="hosts", session=number, row=row)
            if not 0 <= table < tables:
                raise InvalidTaskError("table", session=number, row=row, table=table)
            if not session.present[row]:
                raise InvalidTaskError("host_absent", session=number, row=row)
        for (row, table), (other, another) in pairwise(sorted(session.hosts)):
            if row == other and table != another:
                raise InvalidTaskError("two_tables", session=number, row=row)

    def _check_pairs(self, pairs: IntArray, of: str, number: int | None = None) -> None:
        if pairs.shape != (len(pairs), 2):
            raise InvalidTaskError("shape", of=of, session=number)
        if pairs.size and (pairs.min() < 0 or pairs.max() >= self.n):
            raise InvalidTaskError("row", of=of, session=number)
        if (pairs[:, 0] == pairs[:, 1]).any():
            raise InvalidTaskError("same_row", of=of, session=number)

    def apart_in(self, number: int) -> frozenset[tuple[int, int]]:
        """The pairs (i < j) that may not share a table in a session, both of them there."""
        session = self.sessions[number]
        pairs = np.sort(np.vstack([self.apart, session.apart]), axis=1)
        both = session.present[pairs].all(axis=1)
        return frozenset((int(i), int(j)) for i, j in pairs[both])

    def met_before(self) -> frozenset[tuple[int, int]]:
        """The pairs (i < j) that met before the first session."""
        return frozenset((int(i), int(j)) for i, j in np.sort(self.met, axis=1))
