"""A round that holds votes goes along with an auditor or the administrator only, once closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.send import send
from cohorts.rounds.judging.plan_stage import drop_stage, plan_stage
from cohorts.rounds.judging.stage_head import Phase, stages_of
from cohorts.rounds.judging.stage_plan import plan_of
from cohorts.rounds.life.copy_round import copy
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.votes_counted import counted_in
from cohorts.store.doctor import doctor
from cohorts.store.keys import RoundKey
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from tests.cohorts.rounds.a_judged_round import decided
from tests.cohorts.rounds.balloting.a_committee import judging, planned, yes_plan
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


def test_a_copy_has_the_plans_and_nothing_of_the_committee(store: Store) -> None:
    here = judging(store)
    bank = here.members["Bank"]
    second = yes_plan(places=2, judges=(bank.key,))
    plan_stage(store, here.organiser, here.round, second)
    other = copy(store, here.organiser, here.round, "Najaar")
    kept = ("member", "interest", "vote", "sent", "offer", "passed", "minute")
    for name in kept:
        assert not any(other in row for row in rows(store)[name])
    first, last = stages_of(store, here.organiser, other)
    assert [(one.number, one.phase) for one in (first, last)] == [
        (1, Phase.PLANNED),
        (2, Phase.PLANNED),
    ]
    assert first.plan.text == here.head.plan.text
    assert last.plan.text == plan_of(yes_plan(places=2).model_dump(mode="json")).text
    drop_stage(store, here.organiser, other, last.key)


def test_votes_travel_and_give_the_same_bytes(store: Store, tmp_path: Path) -> None:
    """Whatever a device calls its answer, and a member their organisation."""
    here = decided(store, "=een 'tekst'")
    content = export_round(store, here.organiser, here.round)
    elsewhere = opened(url_of_file(tmp_path / "elsewhere.sqlite"))
    cas = first_account(elsewhere, "Cas")
    assert import_round(elsewhere, cas, content) == here.round
    assert export_round(elsewhere, cas, here.round) == content
    for name in ("stage", "member", "interest", "vote", "sent", "offer", "passed", "note"):
        assert rows(elsewhere)[name] == rows(store)[name]
    with store.reading() as a, elsewhere.reading() as b:
        counted = [
            counted_in(
                one, here.round, here.head, people_in_store(one, where.url, here.round)
            ).elected
            for one, where in ((a, store), (b, elsewhere))
        ]
    assert counted[0] == counted[1] is not None
    for member in here.members.values():
        with pytest.raises(RefusedError):
            own_ballot(elsewhere, member, here.round, here.stage)
    assert doctor(elsewhere) == ()
    elsewhere.close()
