"""Practice ballots by every rule: each counts as it counts elsewhere, and no store is in reach."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest

import cohorts.committee.practice as room
from cohorts.committee.counting import counting_rules
from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.count import who
from cohorts.committee.counting.mean_scores import MeanScores
from cohorts.committee.practice.practice_ballots import PracticeAsked, Tastes, made_up
from cohorts.committee.practice.practised import cut_short, fitting, practised, stopped
from cohorts.committee.votes import Asked, Criterion, Silence

PARTED = PracticeAsked(members=10, candidates=12, places=5, tastes=Tastes.PARTED, seed=2)


def test_every_rule_counts_as_it_does_elsewhere() -> None:
    election = made_up(PARTED)
    for one in practised(election, fitting(Asked.YES, Approval(), {}), 5, 7):
        assert one.chosen == who(election, one.rule, 5, seed=7)
        assert one.cut == who(cut_short(election), one.rule, 5, seed=7)


def test_the_rule_of_the_plan_comes_first_as_it_is_set() -> None:
    now = Approval(out_of="could_vote", most=4)
    rules = fitting(Asked.YES, now, {"out_of": "could_vote", "most": 4})
    assert rules[0] == now
    assert {one.yes_limit for one in rules} == {4}
    assert len({type(one) for one in rules}) == len(rules)


@pytest.mark.parametrize("asked", [Asked.YES, Asked.SCORES])
def test_every_rule_that_needs_nothing_beside_the_ballot_is_tried(asked: Asked) -> None:
    now = Approval() if asked is Asked.YES else MeanScores()
    tried = {type(one) for one in fitting(asked, now, {})}
    fits = {kind for kind in counting_rules().values() if asked in kind.ASKS}
    assert {kind for kind in fits if kind not in tried} == {k for k in fits if k.ASKS_DOUBTS}


def test_where_tastes_part_rules_choose_otherwise() -> None:
    found = practised(made_up(PARTED), fitting(Asked.YES, Approval(), {}), 5, 7)
    assert len({one.chosen for one in found}) > 1


def test_one_in_three_stop_half_way() -> None:
    election = made_up(PARTED)
    cut = cut_short(election)
    silent = [sum(s is Silence.NOT_JUDGED for s in b.said.values()) for b in cut.ballots]
    assert silent == [6] * stopped(election) + [0] * 7


def test_a_rule_that_cannot_count_says_why() -> None:
    asked = PracticeAsked(members=4, candidates=3, places=1, criteria=(Criterion("plan"),))
    found = practised(made_up(asked), fitting(Asked.SCORES, MeanScores(), {}), 1, 1)
    refused = [one for one in found if one.problems]
    assert [type(one.rule).__name__ for one in refused] == ["JudgeFit"]
    assert refused[0].chosen == frozenset()


def test_no_function_of_the_room_takes_a_store() -> None:
    """The contract of imports holds that none can reach one; this, that none is handed one."""
    for found in iter_modules(room.__path__):
        module = import_module(f"{room.__name__}.{found.name}")
        for _, function in inspect.getmembers(module, inspect.isfunction):
            taken = {p.annotation for p in inspect.signature(function).parameters.values()}
            assert not taken & {"Store", "Connection", "Actor", "RoundKey", "Here"}
