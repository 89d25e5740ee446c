"""Of which placings the order, by the votes of the joint stage, may be told: see note 76."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sqlalchemy import Connection

from cohorts.committee.counting.weighted_score import shares_scale
from cohorts.committee.shortlisting.weigh import MayTell, Placing
from cohorts.committee.sureness.count_shown import splits_shown
from cohorts.committee.sureness.order_told import Above, Span, leaves_open
from cohorts.committee.sureness.split_shown import SplitShown
from cohorts.committee.votes import Asked, Election
from cohorts.committee.votes.heard import heard
from cohorts.errors import Problem, RefusedError
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.decided_jointly import check_may_weigh, joint_in
from cohorts.rounds.standings.votes_counted import Counted, counted_in
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

PARTS = 4
"""In so many parts one voter changes a mean of scores, where the criteria have other scales."""


def order_of_votes(store: Store, actor: Actor, round_: RoundKey) -> MayTell:
    """Whether it leaves each vote open. Raises RefusedError as weighing does."""
    with look(store, actor, round_, may=ORGANISERS) as connection:
        check_may_weigh(connection, store.url, round_, actor)
        counted = _counted(connection, store.url, round_)
    if not counted.stage.plan.stage.counting.by_figure:
        return lambda _: True  # the figures that are told say nothing of the order
    spans = _spans(counted)

    def may_tell(placings: Sequence[Placing]) -> bool:
        ordered = sorted(placings, key=lambda one: -one.standing)
        return leaves_open(spans, [_above(a, b, counted) for a, b in pairwise(ordered)])

    return may_tell


def _counted(connection: Connection, url: str, round_: RoundKey) -> Counted:
    head = joint_in(connection, round_)
    if head is None:
        raise RefusedError(Problem("standings.not_joint"))
    return counted_in(connection, round_, head, people_in_store(connection, url, round_))


def _above(higher: Placing, lower: Placing, counted: Counted) -> Above:
    def keys(people: frozenset[ApplicantId]) -> frozenset[str]:
        return frozenset(str(counted.keys[who]) for who in people)

    return Above(
        keys(higher.people - lower.people),
        keys(lower.people - higher.people),
        strictly=higher.standing > lower.standing,
    )


def _spans(counted: Counted) -> Mapping[str, Span]:
    """Of everybody who was judged, as far as it is told."""
    election = counted.election
    return {
        who: _span(split, heard(election, who).judged, _steps(election))
        for who, split in splits_shown(election).items()
        if heard(election, who).judged
    }


def _span(split: SplitShown, judged: int, steps: int) -> Span:
    if split.asked is Asked.YES:
        most = split.judged or 1
        return Span(split.low / most, split.high / most, judged)
    return Span(split.low, split.high, judged, steps)


def _steps(election: Election) -> int:
    """Between the lowest and the highest that one voter can give."""
    if election.asked is Asked.YES or not shares_scale(election.criteria):
        return PARTS
    return int(election.criteria[0].high - election.criteria[0].low)
