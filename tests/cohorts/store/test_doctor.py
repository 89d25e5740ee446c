"""Every check finds what it is there for, and nothing in a store in which all is well."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.sql import Executable

from cohorts.rounds.boarding.played import PLAYS
from cohorts.rounds.deciding.decision import DECIDED
from cohorts.rounds.jobs.job import UNFINISHED, State
from cohorts.store import tables
from cohorts.store.chain import INSTALLATION, append
from cohorts.store.checks import checks, decisions_hold, jobs_hold, steps_can_be_played
from cohorts.store.doctor import doctor, examined
from cohorts.store.store import Store
from tests.cohorts.store.a_round import (
    ANS,
    DECISION,
    JAN,
    JOB,
    LATER,
    PROPOSAL,
    ROUND,
    STAFF,
    STAGE,
    decided,
    fill,
    in_its_week,
    judged,
)
from tests.cohorts.store.tampering import tampering

OTHER = "00000000000000ff"
AT = {"made_at": "2026", "name": "x"}
BROKEN: dict[str, tuple[Executable, set[str]]] = {
    "a proposal changed": (
        update(tables.proposal).values(value="{}"),
        {f"store.changed proposal {PROPOSAL}"},
    ),
    "a programme changed": (
        update(tables.programme).values(value="{}"),
        {"store.changed programme"},
    ),
    "an event nobody wrote": (
        update(tables.event).where(tables.event.c.number == 1).values(act="x"),
        {f"log.changed {ROUND} 1"},
    ),
    "a revision behind": (
        update(tables.revision).values(number=1),
        {f"store.behind revision {ROUND} people"},
    ),
    "a revision gone": (delete(tables.revision), {f"store.behind revision {ROUND} people"}),
    "a person gone": (
        update(tables.mended).where(tables.mended.c.person == ANS).values(person=OTHER),
        {f"store.nowhere mended.person {OTHER}"},
    ),
    "a proposal before that is none": (
        update(tables.proposal).values(before=OTHER),
        {f"store.nowhere proposal.before {OTHER}"},
    ),
    "a step gone": (
        delete(tables.step).where(tables.step.c.number == 1),
        {f"store.gap step {PROPOSAL}"},
    ),
    "a version too high": (
        update(tables.version).values(number=2),
        {f"store.gap version {ROUND}"},
    ),
    "two administrators": (
        insert(tables.account).values(key=OTHER, administrator=True, **AT),
        {"store.two_administrators account"},
    ),
    "answers gone": (
        delete(tables.answers).where(tables.answers.c.person == JAN),
        {f"store.no_answers version {ROUND} 1 {JAN}"},
    ),
    "answers of another": (
        update(tables.answers).where(tables.answers.c.person == JAN).values(person=ANS),
        {f"store.no_answers version {ROUND} 1 {JAN}"},
    ),
    "a version that cannot be read": (
        update(tables.version).values(people="{"),
        {f"store.changed version {ROUND} 1"},
    ),
    "a step that cannot be read": (
        update(tables.step).where(tables.step.c.number == 1).values(value="["),
        {f"store.changed step {PROPOSAL} 1"},
    ),
    "answers that cannot be read": (
        update(tables.answers).where(tables.answers.c.person == JAN).values(value="Jan"),
        {"store.changed answers"},
    ),
    "a stranger in a version": (
        update(tables.version).values(people=f'[["{OTHER}","x"]]'),
        {f"store.nowhere version {ROUND} 1 {OTHER}"},
    ),
    "a step by a stranger": (
        update(tables.step)
        .where(tables.step.c.number == 1)
        .values(value=f'{{"people":["{OTHER}"]}}'),
        {f"store.unfit step {PROPOSAL} 1"},
    ),
    "a step that is none": (
        update(tables.step).where(tables.step.c.number == 1).values(value='{"seats":[1]}'),
        {f"store.unfit step {PROPOSAL} 1"},
    ),
    "a step that no board knows": (
        update(tables.step).where(tables.step.c.number == 2).values(kind="juggle"),
        {f"store.unfit step {PROPOSAL} 2"},
    ),
    "a step behind one taken back": (
        update(tables.step).where(tables.step.c.number == 1).values(undone=True),
        {f"store.unfit step {PROPOSAL} 2"},
    ),
    "a place that is none": (
        update(tables.told).values(group=2),
        {f"store.unfit told {ROUND} 1"},
    ),
    "no place told to who has one": (
        update(tables.told).values(group=None),
        {f"store.unfit told {ROUND} 1"},
    ),
    "a job that ended and goes on": (
        update(tables.job).values(state="running"),
        {f"store.unfit job {JOB}"},
    ),
    "a job in a state of its own": (
        update(tables.job).values(state="asleep"),
        {f"store.unfit job {JOB}"},
    ),
    "a decision opened again by nobody": (
        update(tables.decision).values(reopened_at="2026"),
        {f"store.unfit decision {DECISION}"},
    ),
    "a decision that nobody took": (
        delete(tables.decision),
        {f"store.unlogged decision {ROUND}"},
    ),
    "two decisions": (
        insert(tables.decision).values(
            key=OTHER,
            round=ROUND,
            number=2,
            proposal=PROPOSAL,
            signed="Jo",
            deviation="{}",
            at="2026",
            by=STAFF,
        ),
        {f"store.two_decisions decision {DECISION}", f"store.unlogged decision {ROUND}"},
    ),
    "erased, and not told": (
        update(tables.applicant).where(tables.applicant.c.key == JAN).values(erased_at="2026"),
        {
            f"store.erased_unsaid applicant {JAN}",
            f"store.left applicant {JAN}",
            *(f"store.left {table} {JAN}" for table in ("answers", "mended", "remark", "said")),
        },
    ),
}
VOTE = f"store.unfit vote {STAGE} {STAFF} {JAN} 1"
BROKEN |= {
    "a vote at the deadline": (update(tables.vote).values(at=LATER), {VOTE}),
    "a vote on who could not be chosen": (
        update(tables.vote).values(person=ANS),
        {VOTE.replace(JAN, ANS)},
    ),
    "a vote of who has no seat": (delete(tables.member), {VOTE}),
    "a vote after a tie that blocks": (
        update(tables.interest).values(tie="personal", at="2000"),
        {VOTE},
    ),
    "a version of a vote too high": (
        update(tables.vote).values(number=2),
        {f"store.gap vote {STAGE} {STAFF} {JAN}"},
    ),
    "a vote that cannot be read": (update(tables.vote).values(value="{"), {"store.changed vote"}),
    "a stage decided of nobody": (delete(tables.passed), {f"store.unfit stage {STAGE}"}),
    "a stage decided and not closed": (
        update(tables.stage).values(phase="judging"),
        {f"store.unfit stage {STAGE}"},
    ),
    "a stage that was never counted": (
        update(tables.stage).values(counted=None),
        {f"store.unfit stage {STAGE}"},
    ),
    "two chairs": (
        insert(tables.member).values(
            round=ROUND,
            account=OTHER,
            position="chair",
            organisation="",
            email="",
            number="",
            at="2026",
            by=STAFF,
        ),
        {f"store.unfit member {ROUND}", f"store.nowhere member.account {OTHER}"},
    ),
}

ELSEWHERE = ("log.row_", "log.seals_", "store.unguarded")
"""What seals show of any change, and that tampering takes the guards away."""


@pytest.mark.parametrize("how", BROKEN)
def test_what_does_not_hold_is_named(store: Store, how: str) -> None:
    change, told = BROKEN[how]
    with store.writing() as connection:
        fill(connection)
        decided(connection)
        judged(connection)
        in_its_week(connection)
    assert doctor(store) == ()
    with tampering(store) as connection:
        connection.execute(change)
        found = {
            f"{problem.code} {problem.place}"
            for problem in examined(connection)
            if not problem.code.startswith(ELSEWHERE)
        }
    assert {one for one in told if not any(f.startswith(one) for f in found)} == set()
    assert len(found) == len(told)


def test_an_administrator_whose_access_was_revoked_is_none(store: Store) -> None:
    with store.writing() as connection:
        fill(connection)
        row = {"key": OTHER, "administrator": True, "revoked_at": "2026"} | AT
        connection.execute(insert(tables.account), row)
        append(connection, INSTALLATION, actor=STAFF, act="accounts.add")


def test_the_checks_are_found_by_looking() -> None:
    assert {"log_unchanged", "keys_lead_somewhere", "proposals_unchanged"} <= set(checks())


def test_the_checks_call_what_acts_write_as_these_do() -> None:
    assert PLAYS.keys() == steps_can_be_played.KINDS
    assert decisions_hold.DECIDED == DECIDED
    # what no row can say: it is what is read of a row that says something else
    assert {*State} - {*UNFINISHED, State.UNREADABLE} == jobs_hold.ENDED
    assert {*UNFINISHED} == {jobs_hold.WAITS, jobs_hold.RUNS}
