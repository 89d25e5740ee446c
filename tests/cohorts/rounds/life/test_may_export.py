"""A round that holds votes goes along with an auditor or the administrator only, once closed."""

from __future__ import annotations

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.life.copy_round import copy
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.roles import Role
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import judging, planned
from tests.cohorts.rounds.staff import joined, rows


def refused(store: Store, actor: Actor, round_: RoundKey) -> str:
    with pytest.raises(RefusedError) as error:
        export_round(store, actor, round_)
    return error.value.problems[0].code


def test_before_there_are_votes_whoever_organises_takes_it_along(store: Store) -> None:
    here = planned(store)
    dora = joined(store, here.organiser, "Dora", here.round, Role.ORGANISER)
    assert export_round(store, dora, here.round)
    assert refused(store, here.members["Bank"], here.round) == "rounds.not_yours"


def test_with_votes_only_an_auditor_or_the_administrator_after_the_close(store: Store) -> None:
    here = judging(store)
    dora = joined(store, here.organiser, "Dora", here.round, Role.ORGANISER)
    cas = joined(store, here.organiser, "Cas", here.round, Role.AUDITOR)
    for everybody in (here.organiser, dora, cas):
        assert refused(store, everybody, here.round) == "rounds.votes_open"
    for member in here.members.values():
        send(store, member, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    assert refused(store, dora, here.round) == "rounds.holds_votes"
    for member in here.members.values():
        assert refused(store, member, here.round) == "rounds.not_yours"
    assert export_round(store, cas, here.round) == export_round(store, here.organiser, here.round)


def test_a_copy_has_nothing_of_the_committee(store: Store) -> None:
    here = judging(store)
    other = copy(store, here.organiser, here.round, "Najaar")
    kept = ("stage", "member", "interest", "vote", "sent", "offer", "passed", "minute")
    for name in kept:
        assert not any(other in row for row in rows(store)[name])
