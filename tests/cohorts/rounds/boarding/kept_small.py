"""A small kept proposal to move people on, and the same board in memory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cohorts import compose, read_applicants
from cohorts.composing.inputs import INPUTS
from cohorts.composing.proposal import Proposal
from cohorts.hands.board import Board
from cohorts.programme.programme import Programme
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.asking.give import give
from cohorts.rounds.boarding.kept_board import KeptBoard, board_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store
from tests.cohorts.rounds.asking.a_round import EXAMPLES, with_people

PROGRAMME = {
    "schema_version": 1,
    "name": "klein",
    "title": {"nl": "Klein", "en": "Small"},
    "groups": {"size": [2, 4], "target": 3, "places": "as many as possible"},
    "rules": [
        {"rule": "comparable", "field": "fte", "scale": "log"},
        {"rule": "keep_apart", "kinds": ["competitor"], "level": "must"},
        {"rule": "keep_together", "kinds": ["together"], "level": "must"},
    ],
}


@dataclass(frozen=True)
class OnBoard:
    """``made``: the proposal as it was composed."""

    store: Store
    actor: Actor
    round: RoundKey
    proposal: ProposalKey
    made: Proposal

    @property
    def where(self) -> tuple[Store, Actor, RoundKey, ProposalKey]:
        """The first of what every act wants."""
        return self.store, self.actor, self.round, self.proposal

    def kept(self) -> KeptBoard:
        """The board as the store has it."""
        return board_of(*self.where)


def on_board(store: Store) -> OnBoard:
    """The example's people, composed and kept."""
    anna, round_ = with_people(store)
    made = composed()
    choose_programme(store, anna, round_, made.asked_by)
    people = people_of(store, anna, round_).applicants
    relations = INPUTS["relations"].read(EXAMPLES / "relations.csv", people)
    give(store, anna, round_, "relations", relations)
    (key,) = keep_proposals(store, anna, round_, [made], made=Made.COMPOSED)
    return OnBoard(store, anna, round_, key, made)


@cache
def composed() -> Proposal:
    """The same in memory."""
    people = read_applicants(Path(EXAMPLES / "people.csv"))
    programme = Programme.model_validate(PROGRAMME)
    relations = INPUTS["relations"].read(EXAMPLES / "relations.csv", people)
    return compose(people, programme, relations=relations, effort="quick")


def same(one: Board, other: Board) -> bool:
    """Whether everything that is on them is the same."""
    return (
        (one.now.standing.grouping.assignment == other.now.standing.grouping.assignment).all()
        and one.pinned == other.pinned
        and one.overrides == other.overrides
        and one.now.stopped == other.now.stopped
        and one.now.standing.score == other.now.standing.score
    )
