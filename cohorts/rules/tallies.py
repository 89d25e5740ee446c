"""Rules that count members per value: one term for all values, or one for each."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule, described
from solver.terms import Tally

Bounds = tuple[int, int]


class PerValue(Rule):
    """A rule that asks of values how many members of a group have them."""

    NEVER_ALONE: ClassVar[bool] = False
    """Whether exactly one member with a value is a breach too."""

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")

    @abstractmethod
    def is_about(self, value: str) -> bool:
        """Whether the rule counts who has this value."""

    @abstractmethod
    def bounds(self, given: Sequence[Sequence[str]]) -> Mapping[str, Bounds]:
        """Value → fewest and most in a group, where somebody has the values ``given``, by row."""

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    def given(self, applicant: Applicant) -> list[str]:
        """The values of an applicant the rule is about, each once."""
        return [v for v in dict.fromkeys(applicant.values(self.field)) if self.is_about(v)]

    @override
    def demands(self, round_: Round) -> list[Demand]:
        given = [self.given(a) for a in round_.applicants]
        terms = tallies(self.key, given, self.bounds(given), never_alone=self.NEVER_ALONE)
        return [self.demand(term, people=1) for term in terms]

    @override
    def pool(self, round_: Round) -> tuple[str, ...]:
        """The names of the terms."""
        return tuple(demand.term.name for demand in self.demands(round_))

    @override
    def is_unknown(self, applicant: Applicant, pool: tuple[str, ...]) -> bool:
        return not applicant.values(self.field)


def tallies(
    key: str,
    given: Sequence[Sequence[str]],
    bounds: Mapping[str, Bounds],
    *,
    never_alone: bool = False,
) -> list[Tally]:
    """What is asked of each value: at least and at most so many members of a group.

    ``given``: the values of each row, each once. Where nobody has two of the values it is one
    term, called ``key``; otherwise one per value, called ``key.value``.
    """
    if not bounds:
        return []
    number = {value: i for i, value in enumerate(bounds)}
    codes = [[number[v] for v in values if v in number] for values in given]
    if all(len(found) <= 1 for found in codes):
        code = [found[0] if found else -1 for found in codes]
        return [_tally(key, code, list(bounds.values()), never_alone=never_alone)]
    return [
        _tally(
            f"{key}.{value}",
            [0 if number[value] in found else -1 for found in codes],
            [between],
            never_alone=never_alone,
        )
        for value, between in bounds.items()
    ]


def by_term(key: str, names: Iterable[str], per_value: Mapping[str, int]) -> dict[str, int]:
    """Name of a term → amount, from the amount per value; ``names``: of all the terms."""
    amounts = dict.fromkeys(names, 0)
    for value, amount in per_value.items():
        amounts[key if key in amounts else f"{key}.{value}"] += amount
    return amounts


def _tally(name: str, code: list[int], bounds: list[Bounds], *, never_alone: bool) -> Tally:
    low, high = np.array(bounds, dtype=np.int64).T
    return Tally(
        name=name,
        code=np.array(code, dtype=np.int64),
        low=low.copy(),
        high=high.copy(),
        amount=np.ones(len(code), dtype=np.int64),
        never_alone=never_alone,
        price=1,
    )
