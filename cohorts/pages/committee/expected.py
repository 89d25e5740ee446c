"""How many are expected in a stage that has not opened: members, dossiers and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.committee.shortlisting.seats_of import seats_of
from cohorts.pages.here import Here
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.judging.opening import opening_of
from cohorts.rounds.judging.stage_head import StageHead, stages_of
from cohorts.rounds.members.member import Member, Position


@dataclass(frozen=True)
class Expected:
    """Numbers, and nobody's name; 0 where it is not known."""

    members: int
    dossiers: int
    places: int


def expected(here: Here, head: StageHead, members: Sequence[Member]) -> Expected:
    """As it stands now; of a stage whose stage before is not decided, as many as go on there."""
    stage = head.plan.stage
    opening = opening_of(here.store, here.actor, here.round, head)
    before = [one for one in stages_of(here.store, here.actor, here.round) if _is(one, head)]
    came = before[0].plan.stage.places if before else None
    dossiers = len(opening.candidates) if opening else came or 0
    asked = asked_of(here.store, here.actor, here.round)
    places = seats_of(stage, dossiers, asked.programme, asked.given) if dossiers else 0
    return Expected(_judges(head, members), dossiers, min(places, dossiers))


def _is(one: StageHead, head: StageHead) -> bool:
    return one.number == head.number - 1


def _judges(head: StageHead, members: Sequence[Member]) -> int:
    here = [one for one in members if one.left_at is None]
    named = [one for one in here if one.key in head.plan.judges]
    return len(named) or sum(one.position is not Position.SCREENER for one in here)
