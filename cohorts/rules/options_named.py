"""Rules by which a group takes options its members named; who named none minds none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cohorts.round.round import Round
from solver.terms import Choice


def left_out(named: Sequence[str], options: Sequence[str]) -> list[bool]:
    """Of each option whether somebody who named ``named`` left it out."""
    return [bool(named) and option not in named for option in options]


def choice(
    key: str,
    named: Sequence[Sequence[str]],
    options: Sequence[str],
    round_: Round,
    *,
    must: bool,
    take: int = 1,
) -> Choice:
    """A group takes ``take`` of the options; who left one out refuses it, or as a wish costs 1.

    ``named``: what each row named. Every group may take any.
    """
    out = np.array([left_out(of_row, options) for of_row in named], dtype=bool)
    return Choice(
        name=key,
        allowed=~out if must else np.ones_like(out),
        cost=np.zeros(out.shape, dtype=np.int64) if must else out.astype(np.int64),
        capacity=np.full(len(options), round_.groups, dtype=np.int64),
        take=take,
        price=1,
    )
