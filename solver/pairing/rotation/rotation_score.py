"""The score of seats, by the definitions, in plain numpy."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from solver.pairing.rotation.rotation import RotationScore, again, shared_tables
from solver.pairing.rotation.sessions import RotationTask, Session
from solver.quantise import IntArray


def score(task: RotationTask, seats: IntArray) -> RotationScore:
    """What counts of seats (R, n): see :class:`RotationScore`."""
    met = shared_tables(seats)
    for i, j in task.met_before():
        met[i, j] += 1
        met[j, i] += 1
    repeats = int(np.maximum(met - 1, 0).sum()) // 2
    uneven = sum(
        (
            unevenness(session, task.codes, seats[number])
            for number, session in enumerate(task.sessions)
        ),
        Fraction(0),
    )
    return RotationScore(again(met), int(met.max(initial=0)), uneven, repeats)


def unevenness(session: Session, codes: IntArray, seats: IntArray) -> Fraction:
    """Of one session; ``codes`` (c, n), ``seats`` (n,).

    With p rows present of whom w have a value, a table of s rows expects w·s/p of them; all of
    these have the denominator p, so that the squares are added up in whole numbers.
    """
    there = int(session.present.sum())
    sizes = np.bincount(seats[session.present], minlength=session.tables)
    total = 0
    for code in codes:
        for value in np.unique(code[session.present & (code >= 0)]):
            with_it = session.present & (code == value)
            counts = np.bincount(seats[with_it], minlength=session.tables)
            off = counts * there - int(with_it.sum()) * sizes
            total += int((off * off).sum())
    return Fraction(total, max(there, 1) ** 2)
