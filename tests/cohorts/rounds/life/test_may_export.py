"""A round that holds votes goes along with an auditor only, once closed and with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.errors import InputError, RefusedError
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.named_votes import TAKEN, opened_before
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.reason_to_see import SHORTEST
from cohorts.rounds.balloting.send import send
from cohorts.rounds.judging.plan_stage import drop_stage, plan_stage
from cohorts.rounds.judging.stage_head import Phase, stages_of
from cohorts.rounds.judging.stage_plan import plan_of
from cohorts.rounds.life.copy_round import copy
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.export_round import export_round, round_bytes
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.life.may_export import check_take_along
from cohorts.rounds.life.round_file import of_files
from cohorts.rounds.members.invite import Invited
from cohorts.rounds.members.substitute import substitute
from cohorts.rounds.packed import unpack
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.votes_counted import counted_in
from cohorts.store.doctor import doctor
from cohorts.store.keys import RoundKey
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from cohorts.words import Language
from tests.cohorts.rounds.a_judged_round import decided
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, planned, yes_plan
from tests.cohorts.rounds.staff import joined, rows

WHY = "De ronde gaat naar de server van de gemeente"


def refused(store: Store, actor: Actor, round_: RoundKey) -> str:
    with pytest.raises(RefusedError) as error:
        export_round(store, actor, round_, reason=WHY)
    with pytest.raises(RefusedError):
        check_take_along(store, actor, round_, WHY)
    return error.value.problems[0].code


def test_before_there_are_votes_whoever_organises_takes_it_along(store: Store) -> None:
    here = planned(store)
    dora = joined(store, here.organiser, "Dora", here.round, Role.ORGANISER)
    assert export_round(store, dora, here.round)
    assert refused(store, here.members["Bank"], here.round) == "rounds.not_yours"


def test_with_votes_only_an_auditor_after_the_close(store: Store) -> None:
    """An organiser, the administrator or not, sees no vote by name."""
    here = judging(store)
    dora = joined(store, here.organiser, "Dora", here.round, Role.ORGANISER)
    cas = joined(store, here.organiser, "Cas", here.round, Role.AUDITOR)
    for everybody in (here.organiser, dora, cas):
        assert refused(store, everybody, here.round) == "rounds.votes_open"
    for member in here.members.values():
        send(store, member, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    for organiser in (dora, here.organiser):
        assert refused(store, organiser, here.round) == "rounds.holds_votes"
    for member in here.members.values():
        assert refused(store, member, here.round) == "rounds.not_yours"
    check_take_along(store, cas, here.round, WHY)
    assert export_round(store, cas, here.round, reason=WHY)
    assert doctor(store) == ()


def test_who_sits_or_sat_or_is_tied_does_not_take_it_along(store: Store) -> None:
    here = decided(store)
    school, bank = here.members["School"], here.members["Bank"]
    with store.writing() as connection:
        for member in (school, bank):
            granted(connection, here.organiser, here.round, member, Role.AUDITOR)
    substitute(store, here.organiser, here.round, bank.key, Invited("Later"))
    for member in (school, bank):
        assert refused(store, member, here.round) == "balloting.named_own"


@pytest.mark.parametrize("reason", ["", "x" * (SHORTEST - 1), " \u200b" * 40])
def test_without_a_reason_nothing_is_taken(store: Store, reason: str) -> None:
    here, cas = audited(store)
    before = rows(store)
    for take in (export_round, check_take_along):
        with pytest.raises(InputError) as error:
            take(store, cas, here.round, reason=reason)
        assert error.value.problems[0].code == "balloting.named_reason"
    assert rows(store) == before


def test_that_it_was_taken_and_why_stands_in_the_log_of_the_round(store: Store) -> None:
    here, cas = audited(store)
    content = export_round(store, cas, here.round, reason=WHY)
    last = events_since(store, here.organiser, here.round)[-1]
    assert (last.act, last.by) == (TAKEN, "Cas")
    assert WHY not in str(last.said)
    assert "met een reden" in last.sentence(Language.NL)
    (opened_,) = opened_before(store, here.organiser, here.round)
    assert (opened_.by, opened_.stage, opened_.reason) == ("Cas", None, WHY)
    _, there = of_files(unpack(content, ""), "")
    assert there["event"][-1]["act"] == TAKEN


def audited(store: Store) -> tuple[Committee, Actor]:
    here = decided(store)
    return here, joined(store, here.organiser, "Cas", here.round, Role.AUDITOR)


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
    auditor = joined(store, here.organiser, "Auke", here.round, Role.AUDITOR)
    content = export_round(store, auditor, here.round, reason=WHY)
    elsewhere = opened(url_of_file(tmp_path / "elsewhere.sqlite"))
    cas = first_account(elsewhere, "Cas")
    assert import_round(elsewhere, cas, content) == here.round
    with elsewhere.reading() as connection:
        assert round_bytes(connection, elsewhere.url, here.round) == content
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
