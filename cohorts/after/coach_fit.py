"""How coaches and people go together: how far apart, who does the same, and who may not.

A mentor of the same trade helped (Brooks, Donovan & Johnson 2018: Kenya), a rival does not speak
freely: so the same trade counts for a coach, unless the coach runs such a company close by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from statistics import fmean

from cohorts.geography.close_by import PER_KM, neighbours
from cohorts.geography.distance import hectometres
from cohorts.geography.meeting_places import home_of
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.coach import Coach
from cohorts.people.named_on_forms import OnForms, on_forms
from cohorts.people.spelling import spelled_alike
from cohorts.people.trade import OF_CLASS, Trade, trades_of

WITHIN_KM = 25.0
"""So close by a company of the same trade is likely to be a rival, as in the rule same_trade."""
SECTORS = ("sector", "branche")
SAME_CLASS, SAME_SECTOR = 20 * PER_KM, 10 * PER_KM
"""So much further away a coach of the same class, or sector, may be (assumed)."""


class Why(StrEnum):
    """Why a coach cannot have somebody."""

    CONFLICT = "conflict"
    OWN = "own"
    NAMED = "named"
    NEAR = "near"


@dataclass(frozen=True)
class Never:
    """``trade``: what both companies do, where that is why."""

    why: Why
    trade: str = ""


@dataclass(frozen=True, eq=False)
class CoachFit:
    """``people`` and ``coaches``; what is known between each two of them."""

    people: tuple[Applicant, ...]
    coaches: tuple[Coach, ...]

    def never(self, coach: Coach, person: ApplicantId) -> Never | None:
        """Why this coach cannot have somebody; None where that may be."""
        if person in coach.conflicts:
            return Never(Why.CONFLICT)
        if not coach.has_company:
            return None
        signs, at = self._forms.companies.of, coach.as_applicant.id
        if signs[at] == signs[person]:
            return Never(Why.OWN)
        if self._forms.pair_of(at, person) in self._forms.rivals:
            return Never(Why.NAMED)
        return self._near.get((coach.as_applicant.id, person))

    def away(self, coach: Coach, person: ApplicantId) -> int | None:
        """Whole hundreds of metres between them; None where that is not known."""
        one, other = home_of(self._told[coach.as_applicant.id]), home_of(self._told[person])
        return None if one is None or other is None else hectometres(one, other)

    def trade(self, coach: Coach, person: ApplicantId) -> Trade | None:
        """What both do, a class of the register first."""
        same = set(self._trades(coach.as_applicant.id)) & set(self._trades(person))
        return min(same, key=lambda trade: (trade.kind != OF_CLASS, trade), default=None)

    def costs(self, person: ApplicantId, *, same_trade: bool) -> list[int]:
        """What each coach costs: hundreds of metres away, less what the ``same_trade`` is worth.

        Of whom it is not known how far away that is, the mean of the others counts.
        """
        away = [self.away(coach, person) for coach in self.coaches]
        known = [one for one in away if one is not None]
        mean = round(fmean(known)) if known else 0
        worth = [self._worth(coach, person) if same_trade else 0 for coach in self.coaches]
        return [(mean if a is None else a) - w for a, w in zip(away, worth, strict=True)]

    def _worth(self, coach: Coach, person: ApplicantId) -> int:
        same = self.trade(coach, person)
        if same is None or self.never(coach, person) is not None:
            return 0
        return SAME_CLASS if same.kind == OF_CLASS else SAME_SECTOR

    @cached_property
    def _everybody(self) -> Sequence[Applicant]:
        """People and coaches together, with one spelling for each value."""
        return spelled_alike((*self.people, *(coach.as_applicant for coach in self.coaches)))

    @cached_property
    def _told(self) -> Mapping[ApplicantId, Applicant]:
        return {a.id: a for a in self._everybody}

    @cached_property
    def _known_trades(self) -> dict[ApplicantId, tuple[Trade, ...]]:
        return {a.id: trades_of(a, SECTORS) for a in self._everybody}

    def _trades(self, who: ApplicantId) -> tuple[Trade, ...]:
        return self._known_trades[who]

    @cached_property
    def _forms(self) -> OnForms:
        return on_forms(self._everybody)

    @cached_property
    def _near(self) -> Mapping[tuple[ApplicantId, ApplicantId], Never]:
        """(coach, person) → what both companies do close by."""
        owners = {c.as_applicant.id for c in self.coaches if c.has_company}
        signs = self._forms.companies.of
        found = neighbours(self._everybody, signs, WITHIN_KM, SECTORS).pairs
        return {
            (coach, person): Never(Why.NEAR, near.trade.said)
            for (one, other), near in found.items()
            for coach, person in ((one, other), (other, one))
            if coach in owners
        }
