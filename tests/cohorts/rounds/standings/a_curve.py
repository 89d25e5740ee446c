"""A round whose committee of ten decided jointly, with fewer places than people, for tests."""

from __future__ import annotations

import os
from typing import Any

from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.set_groups import set_groups
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.jobs.asking_for import ask_for
from cohorts.rounds.jobs.job import Kind, State
from cohorts.rounds.jobs.turn import end, take
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.curve_heads import curve_heads
from cohorts.rounds.proposing.heads import ProposalHead, heads_of
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.go_on import go_on
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.work.kinds.curve_job import do
from cohorts.work.work import Work, here
from tests.cohorts.rounds.asking.a_round import with_people
from tests.cohorts.rounds.balloting.a_committee import Committee, yes_plan
from tests.cohorts.rounds.standings.ten_members import TEN, YES, Ties, ten_in, vote

MINUTE = 60.0
FEW: dict[str, Any] = {"size": (2, 3), "target": 2, "places": "exactly 4"}
"""Four places for nine people."""


def jointly(
    store: Store,
    ties: Ties | None = None,
    at: tuple[Actor, RoundKey] | None = None,
    *,
    beside: str = "",
    **stage: Any,
) -> Committee:
    """It is decided that everybody goes on to composing. ``stage``: of the plan, how points count.

    ``at``: a round with people.
    """
    plan = yes_plan(stage=yes_plan().stage.model_dump() | {"places": None, "joint": True} | stage)
    made = ten_in(store, *(at or with_people(store)), plan, ties, beside=beside)
    set_groups(store, made.organiser, made.round, FEW)
    _vote(made, ties or {})
    if ties:
        made.see_ties()
    go_on(store, made.organiser, made.round, made.stage)
    return made


def by_votes(of: Committee) -> list[PersonKey]:
    """Who had ten votes, nine and so on: by id, so that the curve is the same each time."""
    people = people_of(of.store, of.organiser, of.round)
    return sorted(of.head.candidates, key=lambda who: people.who[who].id)


def _vote(of: Committee, ties: Ties) -> None:
    places = {who: n for n, who in enumerate(by_votes(of))}
    candidates = of.head.candidates

    def said(number: int, place: int) -> Judged | None:
        kept = ties.get((TEN[number], place), Tie.NONE).blocks
        return None if kept else Judged(yes=number < YES[places[candidates[place]]])

    vote(of, said)


def curve_made(of: Committee) -> tuple[ProposalHead, ...]:
    """Asked for, and worked out here and now."""
    key = ask_for(of.store, of.organiser, of.round, Kind.CURVE)
    turn = take(of.store, key, here(), os.getpid())
    assert turn is not None
    with Work(of.store, turn, MINUTE) as work:
        do(work)
    end(of.store, key, State.DONE, work.progress)
    return curve_heads(heads_of(of.store, of.organiser, of.round))


def also(of: Committee, member: Actor, role: Role) -> Actor:
    """A member who has this role too."""
    with of.store.writing() as connection:
        granted(connection, of.organiser, of.round, member, role)
    return member
