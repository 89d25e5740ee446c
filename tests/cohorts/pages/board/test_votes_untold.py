"""Points that came of votes: the board draws and offers the same, whoever got how many."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from cohorts.composing.compose import compose
from cohorts.composing.proposal import Proposal
from cohorts.hands.board import Board
from cohorts.pages.board.cards import columns_of
from cohorts.pages.board.held import held_of
from cohorts.people.applicant import ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.exact_points import exact_points, salted
from cohorts.words import Language
from tests.cohorts.small_round import RULES, people, programme

PEOPLE = people(16)
STANDINGS = ("weighed", "first")
Counts = Sequence[int]


def _asked(standing: str) -> Programme:
    rules = [one for one in RULES if one["rule"] in {"comparable", "same_question", "alike"}]
    table = programme([*rules, {"rule": "merit"}], "at most 12").model_dump()
    table["groups"] |= {"size": (3, 6), "target": 6, "standing": standing}
    return Programme.model_validate(table)


def _points(counts: Counts, salt: str) -> Any:
    own = exact_points({a.id: Fraction(n) for a, n in zip(PEOPLE, counts, strict=True)})
    return salted(own, salt) if salt else own


def _composed(standing: str, salt: str) -> Proposal:
    counts = [(n * 7) % 11 for n in range(len(PEOPLE))]
    return compose(PEOPLE, _asked(standing), merit=_points(counts, salt), effort="quick", seed=3)


def _with(proposal: Proposal, counts: Counts) -> Board:
    """The same seats, with other votes behind them; two changed places, so all is found anew."""
    points = _points(counts, proposal.round.of_votes)
    round_ = replace(proposal.round, merit=points)
    board = Board.of(replace(proposal, round=round_))
    return board.swap(board.groups[1][0].id, board.groups[2][0].id)


def _all_told(board: Board) -> str:
    """All that the board draws, and all it says and offers with anybody in hand."""
    rows = {ApplicantId(a.id) for a in board.begun.round.applicants}
    held = [held_of(board, one, Language.NL, swaps=True) for one in sorted(rows)]
    best = [[move.person.id for move in one.moves] for one in board.best_swaps()]
    return json.dumps([columns_of(board, Language.NL), held, best], sort_keys=True, default=str)


@pytest.mark.parametrize("standing", STANDINGS)
def test_other_votes_leave_every_offer_and_its_place_the_same(standing: str) -> None:
    proposal = _composed(standing, "s" * 32)
    counts = [5 + n % 2 for n in range(len(PEOPLE))]
    turned = [0 if n % 3 else 11 for n in range(len(PEOPLE))]
    assert _all_told(_with(proposal, counts)) == _all_told(_with(proposal, turned))


@pytest.mark.parametrize("standing", STANDINGS)
def test_points_of_an_organisers_own_still_decide_what_is_offered(standing: str) -> None:
    proposal = _composed(standing, "")
    counts = [5 + n % 2 for n in range(len(PEOPLE))]
    turned = [0 if n % 3 else 11 for n in range(len(PEOPLE))]
    assert _all_told(_with(proposal, counts)) != _all_told(_with(proposal, turned))
