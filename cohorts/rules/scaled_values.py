"""A number of everybody in a round, on a scale, in standard deviations of all of them."""

from __future__ import annotations

import math
from enum import StrEnum
from statistics import pstdev

import numpy as np

from cohorts.people.applicant import Applicant
from cohorts.round.finding import Fact
from cohorts.round.round import Round
from solver.quantise import MISSING, quantise
from solver.terms import Likeness

QUANTA = 1_000_000
"""Quanta per unit of the (scaled) value, for the widest spread."""


class Scale(StrEnum):
    """How a difference counts: as it is, as a factor, or in steps of an order."""

    LINEAR = "linear"
    LOG = "log"
    ORDINAL = "ordinal"

    def of(self, value: float, least: float) -> float:
        """Where a value lies; ``least``: what a smaller one counts as where ratios count."""
        return math.log(max(value, least)) if self is Scale.LOG else value


class ScaledValues:
    """The values of everybody in the round, scaled to standard deviations of all.

    ``order``: of an ordinal scale, the values from low to high. By row: ``features`` (n,), with
    the median where nothing is known, and ``spread_values`` (n,) in quanta, with MISSING there.
    """

    def __init__(self, field: str, scale: Scale, order: tuple[str, ...], round_: Round) -> None:
        self.field, self.scale, self.order, self.rows = field, scale, order, round_.rows
        raw = [self._raw(a) for a in round_.applicants]
        positive = [v for v in raw if v is not None and v > 0]
        # zero or a loss has no logarithm: it counts as the smallest amount anyone has
        least = min(positive, default=1.0)
        scaled = [None if v is None else scale.of(v, least) for v in raw]
        self._values = {a.id: v for a, v in zip(round_.applicants, scaled, strict=True)}
        known = [round(v, 9) for v in scaled if v is not None]
        deviation = (pstdev(known) if known else 0.0) or 1.0
        column = np.array([math.nan if v is None else v / deviation for v in scaled])
        self.features = Likeness.of("", column.reshape(-1, 1), [1.0], None).features[:, 0]
        self.spread_values = np.array(
            [MISSING if v is None else int(quantise(v, QUANTA)) for v in scaled], dtype=np.int64
        )
        middle = self.features.mean() if self.features.size else 0.0
        self._variance = float(((self.features - middle) ** 2).mean()) or 1.0

    def value(self, applicant: Applicant) -> float | None:
        """The scaled value, None where missing."""
        return self._values[applicant.id]

    def order_key(self, applicant: Applicant) -> tuple[float, str]:
        """Sorts applicants with a value from low to high."""
        return (self.value(applicant) or 0.0, applicant.id)

    def shown(self, applicant: Applicant) -> Fact:
        """The value as a person reads it."""
        raw = self._raw(applicant)
        return raw if raw is None or self.scale is not Scale.ORDINAL else self.order[int(raw)]

    def quality(self, away_per_member: float) -> float:
        """1 where all are equal, 0 where the group is as mixed as the whole round (or more)."""
        return round(max(0.0, 1.0 - away_per_member / self._variance), 3)

    def _raw(self, applicant: Applicant) -> float | None:
        if self.scale is not Scale.ORDINAL:
            return applicant.number(self.field)
        text = applicant.text(self.field)
        return float(self.order.index(text)) if text in self.order else None
