"""A number of the applicants as a scale that all groups share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.people.units import UNITS
from cohorts.words import Language, say
from cohorts.words.phrase import amount, field_name

ALWAYS = ("fte", "turnover")
MOST_TICKS = 5
STEPS = (1, 2, 5, 10, 20, 25, 50)


@dataclass(frozen=True)
class Axis:
    """From ``low`` to ``high`` in the field's own unit; ``log``: each doubling is as far."""

    field: str
    unit: str
    log: bool
    low: float
    high: float

    def at(self, value: float) -> float:
        """Where the value lies: 0 (left) to 100 (right)."""
        low, high, here = (self._scaled(v) for v in (self.low, self.high, value))
        return round(100 * min(max((here - low) / (high - low), 0.0), 1.0), 1)

    def apart(self, values: Iterable[float]) -> float:
        """Largest by smallest on a log axis, largest less smallest on another."""
        known = [max(v, self.low) if self.log else v for v in values]
        return max(known) / min(known) if self.log else max(known) - min(known)

    def ticks(self) -> tuple[float, ...]:
        """A few round values within the axis, from low to high."""
        return tuple(self._decades() if self.log else self._steps())

    def shown(self, value: float, language: Language) -> str:
        """The value as people say it, without the word behind it."""
        whole = self.field == "fte" and value > 1
        return amount(round(value) if whole else value, self.unit, language)

    @property
    def ends(self) -> tuple[str, str]:
        """The words for the two ends of a group."""
        return ("earliest", "latest") if self.unit == "year" else ("smallest", "largest")

    def distance(self, value: float, language: Language) -> str:
        """A difference on this axis as people say it."""
        if self.unit == "year":
            years = round(value)
            key = "report.year" if years == 1 else "report.years"
            return say(key, language, count=years)
        return amount(value, self.unit, language)

    def name(self, language: Language) -> str:
        """What the axis is about."""
        return field_name(self.field, language)

    def _scaled(self, value: float) -> float:
        return math.log(max(value, self.low)) if self.log else value

    def _decades(self) -> Iterator[float]:
        powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        tens = [10.0**p for p in powers if self.low <= 10.0**p <= self.high]
        both = [m * 10.0**p for p in powers for m in (1, 3) if self.low <= m * 10.0**p <= self.high]
        yield from both if len(both) <= MOST_TICKS else tens

    def _steps(self) -> Iterator[float]:
        tenth = 10.0 ** math.floor(math.log10((self.high - self.low) / MOST_TICKS))
        step = next(s * tenth for s in STEPS if (self.high - self.low) / (s * tenth) <= MOST_TICKS)
        step = max(step, 1.0) if self.unit == "year" else step
        first = math.ceil(self.low / step)
        yield from (i * step for i in range(first, math.floor(self.high / step) + 1))


def axes_of(proposal: Proposal) -> list[Axis]:
    """Every number a rule compares, then staff and turnover; only where there is a difference."""
    logs = {f: log for rule in proposal.programme.rules for f, log in rule.numbers_shown().items()}
    logs |= {field: True for field in ALWAYS if field not in logs}
    placed = [a for members in proposal.composition.groups.values() for a in members]
    found = (_axis(field, placed, log=log) for field, log in logs.items())
    return [axis for axis in found if axis is not None]


def _axis(field: str, people: list[Applicant], *, log: bool) -> Axis | None:
    values = [v for a in people if (v := a.number(field)) is not None and (v > 0 or not log)]
    if not values or min(values) == max(values):
        return None
    return Axis(field, UNITS.get(field, "number"), log, min(values), max(values))
