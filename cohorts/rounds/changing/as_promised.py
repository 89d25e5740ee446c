"""Who of the reserve said yes to a place sits in that very group, as far as that can be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from cohorts.after.repairing import Repair
from cohorts.composing.proposal import Proposal
from cohorts.errors import NoCompositionError
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.changing.changed import Changed
from cohorts.rounds.deciding.deviation import seats_of

Promised = Mapping[ApplicantId, int]
"""Id → the number of the group they said yes to."""


@dataclass(frozen=True)
class Elsewhere:
    """Somebody who said yes to a place in ``asked`` and sits in ``group``; None: in none."""

    label: str
    asked: int
    group: int | None


def promised_in(since: Changed, closed: Collection[int] = ()) -> Promised:
    """The earliest yes first; none to a group that does not go on."""
    ids = since.people.keys.ids
    said = sorted(since.yes, key=lambda one: (one.answered_at, one.number))
    return {ids[one.person]: one.group for one in said if one.group not in closed}


def as_promised(found: Callable[[Promised], Repair], promised: Promised) -> Repair:
    """With every promise kept; else with those that go together, the earliest first.

    Raises NoCompositionError where it cannot be without any either.
    """
    if promised:
        try:
            return found(promised)
        except NoCompositionError:
            pass
    best, kept = None, dict[ApplicantId, int]()
    for who, group in promised.items() if len(promised) > 1 else ():
        try:
            best = found({**kept, who: group})
        except NoCompositionError:
            continue
        kept[who] = group
    return found({}) if best is None else best


def elsewhere(since: Changed, made: Proposal) -> tuple[Elsewhere, ...]:
    """Of whom a proposal does not keep the promise: they must hear it."""
    seats, ids = seats_of(made), since.people.keys.ids
    return tuple(
        Elsewhere(since.people.shown[one.person].label, one.group, seats.get(ids[one.person]))
        for one in since.yes
        if seats.get(ids[one.person]) != one.group
    )
