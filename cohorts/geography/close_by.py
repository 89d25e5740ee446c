"""Who does the same close by: pairs of people of two companies, by trade and distance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cohorts.geography.distance import Point, hectometres, near_pairs
from cohorts.geography.meeting_places import home_of
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair, pair_of
from cohorts.people.trade import OF_CLASS, Trade, trades_of

PER_KM = 10


@dataclass(frozen=True)
class Near:
    """What two have in common, and how far they are apart, in whole hundreds of metres."""

    trade: Trade
    away: int

    @property
    def by_class(self) -> bool:
        """Whether it is a class of the register, and not only a sector that both ticked."""
        return self.trade.kind == OF_CLASS


@dataclass(frozen=True)
class Neighbours:
    """``pairs``: two people, ids ascending, in order. ``unknown``: of whom it cannot be told."""

    pairs: Mapping[Pair, Near]
    unknown: frozenset[ApplicantId]


def neighbours(
    people: Sequence[Applicant],
    company: Mapping[ApplicantId, str],
    within_km: float,
    columns: tuple[str, ...],
) -> Neighbours:
    """Everybody of other companies who does the same within so many kilometres, as the crow flies.

    ``company``: id → the sign of the company; ``columns``: of ticked sectors. Of two who share
    several the class counts, then the sector that comes first.
    """
    trades = {a.id: trades_of(a, columns) for a in people}
    homes = {a.id: home for a in people if (home := home_of(a)) is not None}
    doing: dict[Trade, list[ApplicantId]] = {}
    for a in sorted(people, key=lambda a: a.id):
        for trade in trades[a.id]:
            doing.setdefault(trade, []).append(a.id)
    far: dict[tuple[Point, Point], int] = {}
    found: dict[Pair, Near] = {}
    for trade, who in sorted(doing.items(), key=lambda item: (item[0].kind != OF_CLASS, item[0])):
        here = [i for i in who if i in homes]
        for first, second in near_pairs([homes[i] for i in here], within_km):
            one, other = here[first], here[second]
            pair = pair_of(one, other)
            if pair in found or company[one] == company[other]:
                continue
            ends = (homes[one], homes[other])
            if ends not in far:
                far[ends] = hectometres(*ends)
            if far[ends] <= round(PER_KM * within_km):
                found[pair] = Near(trade, far[ends])
    unknown = frozenset(a.id for a in people if not trades[a.id] or a.id not in homes)
    return Neighbours(dict(sorted(found.items())), unknown)
