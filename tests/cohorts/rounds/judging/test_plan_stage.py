"""Stages are planned, changed and taken away while nothing has opened."""

from __future__ import annotations

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.judging.plan_stage import change_stage, plan_stage
from cohorts.rounds.judging.stage_plan import BALLOTS, plan_of
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import planned, yes_plan


def test_nothing_comes_after_what_is_decided_with_the_groups(store: Store) -> None:
    here = planned(store)
    joint = plan_of({"stage": {"title": "x", "votes": BALLOTS, "rule": "approval", "joint": True}})
    of = (store, here.organiser, here.round)
    last = plan_stage(*of, yes_plan())
    with pytest.raises(RefusedError):
        change_stage(*of, here.stage, joint)
    change_stage(*of, last, joint)
    with pytest.raises(RefusedError) as error:
        plan_stage(*of, yes_plan())
    assert error.value.problems[0].code == "judging.joint_last"
