"""Who may do what in a committee, in which phase: every act and look beside a table in plain words.

A function of these rooms that stands in no line of the table fails this test. Every other room is
closed to who only judges.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from cohorts.errors import CohortsError, RefusedError, StaleError
from cohorts.people.relation import RelationKind
from cohorts.rounds.accounts.account_named import account_named
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.admitting.add_relation import add_relation
from cohorts.rounds.admitting.add_relations import add_relations
from cohorts.rounds.admitting.drop_relation import drop_relation
from cohorts.rounds.admitting.let_in import let_in
from cohorts.rounds.admitting.let_in_no_more import let_in_no_more
from cohorts.rounds.admitting.let_in_of import let_in_of
from cohorts.rounds.balloting import send as sending
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.chair_waits import chair_waits
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.judge_again import give_up_second, judge_again, talk
from cohorts.rounds.balloting.may_enter import paper_members
from cohorts.rounds.balloting.named_votes import named_votes, opened_before
from cohorts.rounds.balloting.not_read import not_read
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.balloting.on_paper import enter_on_paper
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.paper_ballot import paper_ballot
from cohorts.rounds.balloting.paper_read import Entry, PaperRead
from cohorts.rounds.balloting.progress import progress
from cohorts.rounds.balloting.receipts import as_sent, entered_members, own_receipts, paper_receipts
from cohorts.rounds.balloting.rule_on_tie import rule_on_tie
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.ties_on_paper import declare_on_paper, late_tie_on_paper
from cohorts.rounds.balloting.ties_wait import ties_wait
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.calling.calls_of import Called, calls_of
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.calling.tick import tick
from cohorts.rounds.calling.ticks_asked import ask_ticks, ticks_asked, ticks_left
from cohorts.rounds.calling.ticks_of import ticks_of
from cohorts.rounds.calling.who_leaves import leaving_of
from cohorts.rounds.conferring.confer import (
    attend_groups,
    done_with_group,
    remark_on_group,
    show_of_group,
)
from cohorts.rounds.conferring.covered import Covered
from cohorts.rounds.conferring.groups_met import groups_met
from cohorts.rounds.conferring.groups_minutes import groups_minutes
from cohorts.rounds.deciding.decision import DecisionKey, decisions_of
from cohorts.rounds.deciding.dossier import dossier_with_ballots
from cohorts.rounds.deciding.outcome_told import outcome_told
from cohorts.rounds.erasing.erase_members_notes import erase_members_notes, notes_due
from cohorts.rounds.interests.conflicted import conflicted
from cohorts.rounds.interests.decide_tie import decide_tie
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.interests.see_ties import see_ties
from cohorts.rounds.interests.suggested import suggested
from cohorts.rounds.interests.told_ties import told_ties
from cohorts.rounds.judging import stage_head
from cohorts.rounds.judging.extend import extend
from cohorts.rounds.judging.extensions import extensions_of
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.opening import opening_of
from cohorts.rounds.judging.plan_stage import change_stage, drop_stage, plan_stage
from cohorts.rounds.judging.second_given_up import second_given_up
from cohorts.rounds.judging.stage_head import StageKey, stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.keeping.accountable import Accountable, accountable_of, say_accountable
from cohorts.rounds.keeping.due import due_of, erase_due
from cohorts.rounds.keeping.times_kept import keeping_of, set_keeping
from cohorts.rounds.keeping.what_is_held import what_is_held
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.take_out import take_out
from cohorts.rounds.meeting.agenda import Shown, agenda
from cohorts.rounds.meeting.in_the_room import attend, back_in_room, leave_room
from cohorts.rounds.meeting.minutes_of import minutes_of
from cohorts.rounds.meeting.show import show
from cohorts.rounds.meeting.write_down import consult, remark
from cohorts.rounds.members.first_visit import begun
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.members.invite_all import invite_all, known_on_list
from cohorts.rounds.members.invite_known import invite_known, known_by_name
from cohorts.rounds.members.member import MEMBERS, members_of
from cohorts.rounds.members.new_link import may_make_links, new_link
from cohorts.rounds.members.presiding import presides_at_all
from cohorts.rounds.members.substitute import substitute
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import ORGANISERS, Role
from cohorts.rounds.standings.decided_jointly import may_weigh
from cohorts.rounds.standings.deviated import deviations_of
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.rounds.standings.instead import instead_of
from cohorts.rounds.standings.order_of_votes import order_of_votes
from cohorts.rounds.standings.standing_of import standing_of
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from cohorts.store.tables import member as seats
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import with_people
from tests.cohorts.rounds.balloting.a_committee import Committee, in_days, invited, yes_plan
from tests.cohorts.rounds.deciding.judged_round import composed_of
from tests.cohorts.rounds.staff import joined
from tests.cohorts.rounds.test_every_act import FOUND, tried

ROOMS = (
    "admitting",
    "balloting",
    "calling",
    "conferring",
    "interests",
    "judging",
    "meeting",
    "members",
    "standings",
)
"""Of a committee, and of who calls or lets in: whatever is found in these stands in the table."""
MECHANISM = {"cohorts.rounds.judging.changed_stage.changed_stage"}

PHASES = ("planned", "interests", "judging", "past", "given_up", "talking", "closed", "decided")
"""``past``: votes are not closed yet, and the deadline is over; ``given_up``: no second."""
ORGANISER, AUDITOR, STRANGER = "organiser", "auditor", "stranger"
CHAIR, DEPUTY, MEMBER, TIED, NEW, GONE = "chair", "deputy", "member", "tied", "new", "gone"
"""DEPUTY: beside a chair who can. TIED: has a tie with the first applicant. NEW: told no ties yet.
GONE: somebody has their place, and their role was not taken."""
JUDGES = (CHAIR, MEMBER, TIED, NEW, GONE, DEPUTY)
SEATED = {CHAIR, DEPUTY, MEMBER, TIED, NEW}
WHO = (ORGANISER, AUDITOR, STRANGER, *sorted(SEATED), GONE)
LEADS = {ORGANISER, CHAIR, DEPUTY}
"""At a meeting."""
ALWAYS, UNDER_WAY = PHASES, ("judging", "past", "given_up", "talking")
RELEASED, MEETS = ("closed", "decided"), ("talking", "closed", "decided")
CONFERS = {("planned",): {ORGANISER}, MEETS: LEADS}
"""On the groups: who still has to judge sees none."""


@dataclass(frozen=True)
class Place:
    """What an act is tried on. ``first``: the applicant with whom TIED has a tie; MEMBER knows the
    ``second``."""

    store: Store
    round: RoundKey
    stage: StageKey
    first: PersonKey
    second: PersonKey
    chair: Actor
    member: Actor
    tied: Actor


Act = Callable[[Place, Actor], object]
May = Mapping[tuple[str, ...], set[str]]


def of_stage(function: Callable[..., object], **given: object) -> Act:
    """An act on the stage."""
    return lambda at, who: function(at.store, who, at.round, at.stage, **given)


def _outcome(at: Place, who: Actor) -> object:
    of = (at.store, who, at.round, at.stage)
    return outcome_told(*of, standing_of(*of))


def of_round(function: Callable[..., object], *given: object) -> Act:
    """An act on the round."""
    return lambda at, who: function(at.store, who, at.round, *given)


def on(function: Callable[..., object], person: str, **given: object) -> Act:
    """An act on an applicant, the ``first`` or the ``second``."""
    return lambda at, who: function(at.store, who, at.round, at.stage, getattr(at, person), **given)


def _declare(at: Place, who: Actor) -> None:
    (head,) = [one for one in stages_of(at.store, who, at.round) if one.key == at.stage]
    people = head.candidates or (at.first,)
    declare(at.store, who, at.round, at.stage, dict.fromkeys(people, Tie.NONE))


def _rule(at: Place, who: Actor) -> None:
    rule_on_tie(
        at.store,
        who,
        at.round,
        at.stage,
        member=at.tied.key,
        person=at.first,
        ruling=Ruling.STAND,
        reason="zo",
    )


def _enter(at: Place, who: Actor) -> None:
    mark = paper_ballot(at.store, who, at.round, at.stage, at.member.key).mark
    entry = Entry(at.second, Judged(yes=True), "", "x")
    read = PaperRead(mark, (entry,), 0, 0)
    enter_on_paper(at.store, who, at.round, at.stage, at.member.key, read=read)


def _tell_on_paper(at: Place, who: Actor) -> None:
    (head,) = [one for one in stages_of(at.store, who, at.round) if one.key == at.stage]
    ties = dict.fromkeys(head.candidates, Tie.NONE)
    declare_on_paper(at.store, who, at.round, at.stage, at.member.key, ties=ties)


def _see(at: Place, who: Actor) -> None:
    told = told_ties(at.store, at.chair, at.round, at.stage).ties
    see_ties(at.store, who, at.round, at.stage, lines=[one.line for one in told])


def _decide(at: Place, who: Actor) -> None:
    member, person = at.member.key, at.second
    decide_tie(
        at.store, who, at.round, at.stage, member=member, person=person, bars=True, reason="zo"
    )


def _seat_known(at: Place, who: Actor) -> None:
    """The administrator, who has a role in the round and no seat."""
    with at.store.reading() as connection:
        admin = account_named(connection, "Anna")
    assert admin is not None
    invite_known(at.store, who, at.round, Invited("anna"), admin.actor.key)


def _opening(at: Place, who: Actor) -> None:
    head = next(one for one in stages_of(at.store, who, at.round) if one.key == at.stage)
    opening_of(at.store, who, at.round, head)


def _ballots(at: Place, who: Actor) -> None:
    """Of the last decision; where there is none, of one that is not there."""
    made = [one.key for one in decisions_of(at.store, who, at.round)]
    key = (made or [DecisionKey(Key("x"))])[-1]
    dossier_with_ballots(at.store, who, at.round, key, Language.NL)


def _leave(at: Place, who: Actor) -> None:
    leave_room(at.store, who, at.round, at.stage, member=at.tied.key, person=at.first)


def _show(what: Shown) -> Act:
    return lambda at, who: show(at.store, who, at.round, at.stage, person=at.second, what=what)


def _of_no_group(function: Callable[..., object], **given: object) -> Act:
    proposal = Key("0" * 16)
    return lambda at, who: function(at.store, who, at.round, proposal, group=1, **given)


def _back(person: str) -> Act:
    return lambda at, who: back_in_room(
        at.store, who, at.round, at.stage, person=getattr(at, person)
    )


def _call(person: str) -> Act:
    return lambda at, who: note_call(
        at.store, who, at.round, getattr(at, person), Called.COMMITTED, remark="zo"
    )


def _tick(person: str) -> Act:
    return lambda at, who: tick(at.store, who, at.round, getattr(at, person), "paid", on=True)


def _due(at: Place, who: Actor) -> None:
    """Nothing is due yet: who is told so got in."""
    with suppress(StaleError):
        erase_due(at.store, who, at.round, "calls", listed=1)


def of_member(function: Callable[..., object], **given: object) -> Act:
    """An act on a member of the stage."""
    return lambda at, who: function(at.store, who, at.round, at.stage, at.member.key, **given)


def on_member(function: Callable[..., object], *given: object) -> Act:
    """An act on a member of the round."""
    return lambda at, who: function(at.store, who, at.round, at.member.key, *given)


YES = Judged(yes=True)
PLAN = yes_plan(offers=True, second=True)
TABLE: tuple[tuple[Callable[..., object], Act, May], ...] = (
    (plan_stage, of_round(plan_stage, PLAN), {ALWAYS: {ORGANISER}}),
    (change_stage, of_stage(change_stage, plan=PLAN), {("planned",): {ORGANISER}}),
    (drop_stage, of_stage(drop_stage), {("planned",): {ORGANISER}}),
    (open_interests, of_stage(open_interests), {("planned",): {ORGANISER}}),
    (open_votes, of_stage(open_votes, until=in_days(9)), {("interests",): {ORGANISER}}),
    (extend, of_stage(extend, until=in_days(99), reason="ziek"), {UNDER_WAY[:3]: {ORGANISER}}),
    (talk, of_stage(talk), {("past",): {CHAIR}}),
    (give_up_second, of_stage(give_up_second, reason="zo"), {("past",): {CHAIR}}),
    (second_given_up, of_stage(second_given_up), {ALWAYS: {*WHO} - {STRANGER}}),
    (judge_again, of_stage(judge_again, until=in_days(99)), {("talking",): {CHAIR}}),
    (declare, _declare, {("interests",): SEATED, UNDER_WAY[:3]: {NEW}}),
    (late_tie, on(late_tie, "first", tie=Tie.HANDLES), {UNDER_WAY: {CHAIR, DEPUTY, MEMBER}}),
    (late_tie, on(late_tie, "second", tie=Tie.HANDLES), {UNDER_WAY: {CHAIR, DEPUTY, MEMBER, TIED}}),
    (cast, on(cast, "first", judged=YES, once="x"), {("judging",): {CHAIR, DEPUTY, MEMBER}}),
    (cast, on(cast, "second", judged=YES, once="x"), {("judging",): {CHAIR, DEPUTY, MEMBER, TIED}}),
    (offer_help, on(offer_help, "first", help_=True), {("judging",): {CHAIR, DEPUTY, MEMBER}}),
    (
        offer_help,
        on(offer_help, "second", help_=True),
        {("judging",): {CHAIR, DEPUTY, MEMBER, TIED}},
    ),
    (send, of_stage(send), {("judging",): SEATED}),
    (rule_on_tie, _rule, {("judging", "talking"): {CHAIR}}),  # in the others it was ruled on
    (close_votes, of_stage(close_votes), {("given_up",): {ORGANISER}}),
    (go_on, of_stage(go_on), {("closed",): {ORGANISER}}),
    (own_ballot, of_stage(own_ballot), {ALWAYS: SEATED}),
    (own_receipts, of_stage(own_receipts), {ALWAYS: SEATED}),
    (as_sent, of_stage(as_sent), {ALWAYS: SEATED}),
    (stages_of, of_round(stages_of), {ALWAYS: {*WHO} - {STRANGER}}),
    (members_of, of_round(members_of), {ALWAYS: {*WHO} - {STRANGER}}),
    (begun, of_round(begun), {ALWAYS: SEATED | {GONE}}),
    (invite, of_round(invite, Invited("Later")), {ALWAYS: {ORGANISER}}),
    (invite_all, of_round(invite_all, [Invited("Later")]), {ALWAYS: {ORGANISER}}),
    (known_on_list, of_round(known_on_list, [Invited("Later")]), {ALWAYS: {ORGANISER}}),
    (known_by_name, of_round(known_by_name, Invited("Later")), {ALWAYS: {ORGANISER}}),
    (invite_known, _seat_known, {ALWAYS: {ORGANISER}}),
    (erase_members_notes, of_round(erase_members_notes), {ALWAYS: {ORGANISER}}),
    (notes_due, of_round(notes_due), {ALWAYS: {ORGANISER, AUDITOR}}),
    (keeping_of, of_round(keeping_of), {ALWAYS: {ORGANISER, AUDITOR}}),
    (set_keeping, of_round(set_keeping, date(2999, 1, 1), {}), {ALWAYS: {ORGANISER}}),
    (what_is_held, of_round(what_is_held), {ALWAYS: {ORGANISER, AUDITOR}}),
    (accountable_of, of_round(accountable_of), {ALWAYS: {ORGANISER, AUDITOR}}),
    (say_accountable, of_round(say_accountable, Accountable("Gemeente")), {ALWAYS: {ORGANISER}}),
    (due_of, of_round(due_of), {ALWAYS: {ORGANISER, AUDITOR}}),
    (erase_due, _due, {ALWAYS: {ORGANISER}}),
    (suggested, of_stage(suggested), {ALWAYS: SEATED}),
    (told_ties, of_stage(told_ties), {ALWAYS: {CHAIR, DEPUTY}}),
    (chair_waits, of_round(chair_waits), {ALWAYS: {CHAIR, DEPUTY}}),
    (opening_of, _opening, {ALWAYS: {ORGANISER, AUDITOR}}),
    (conflicted, of_stage(conflicted), {ALWAYS: {ORGANISER, AUDITOR}}),
    (decide_tie, _decide, {("interests", *UNDER_WAY): {CHAIR}}),
    (see_ties, _see, {("interests", *UNDER_WAY, "closed"): {CHAIR}}),
    (ties_wait, of_stage(ties_wait), {ALWAYS: {ORGANISER, AUDITOR}}),
    (progress, of_stage(progress), {("interests", *UNDER_WAY): LEADS | {AUDITOR}}),
    (extensions_of, of_stage(extensions_of), {ALWAYS: {*WHO} - {STRANGER}}),
    (paper_members, of_stage(paper_members), {ALWAYS: {ORGANISER}}),
    (not_read, of_stage(not_read), {ALWAYS: SEATED}),
    (paper_ballot, of_member(paper_ballot), {ALWAYS: {ORGANISER}}),
    (paper_receipts, of_member(paper_receipts), {ALWAYS: {ORGANISER}}),
    (entered_members, of_stage(entered_members), {ALWAYS: {ORGANISER}}),
    (enter_on_paper, _enter, {("judging",): {ORGANISER}}),
    (declare_on_paper, _tell_on_paper, {("interests",): {ORGANISER}}),
    (
        late_tie_on_paper,
        lambda at, who: late_tie_on_paper(
            at.store, who, at.round, at.stage, at.member.key, person=at.first, tie=Tie.HANDLES
        ),
        {UNDER_WAY: {ORGANISER}},
    ),
    (named_votes, of_stage(named_votes, reason="bezwaar van de aanvrager"), {RELEASED: {AUDITOR}}),
    (dossier_with_ballots, _ballots, {("decided",): {AUDITOR}}),
    (opened_before, of_round(opened_before), {ALWAYS: {ORGANISER, AUDITOR}}),
    (standing_of, of_stage(standing_of), {RELEASED: {*WHO} - {STRANGER}}),
    (outcome_told, _outcome, {("decided",): {*WHO} - {STRANGER}}),
    (instead_of, of_round(instead_of), {ALWAYS: {ORGANISER, AUDITOR}}),
    (may_weigh, of_round(may_weigh), {}),  # nothing of this step is decided jointly
    (order_of_votes, of_round(order_of_votes), {}),
    (deviations_of, of_round(deviations_of), {ALWAYS: {ORGANISER, AUDITOR}}),
    (new_link, on_member(new_link), {ALWAYS: {CHAIR}}),
    (may_make_links, of_round(may_make_links), {ALWAYS: {*WHO} - {STRANGER}}),
    (presides_at_all, of_round(presides_at_all), {ALWAYS: {*WHO} - {STRANGER}}),
    (substitute, on_member(substitute, Invited("Later")), {ALWAYS: {ORGANISER}}),
    (agenda, of_stage(agenda), {MEETS: LEADS}),
    (minutes_of, of_stage(minutes_of), {ALWAYS: LEADS | {AUDITOR}}),
    (
        attend,
        lambda at, who: attend(at.store, who, at.round, at.stage, members=[at.member.key]),
        {MEETS: LEADS},
    ),
    (leave_room, _leave, {MEETS: LEADS}),
    (remark, of_stage(remark, text="zo"), {MEETS: LEADS}),
    (consult, of_stage(consult, whom="Jan", text="zo"), {MEETS: LEADS}),
    (back_in_room, _back("first"), {}),  # dark: TIED is in the room
    (back_in_room, _back("second"), {MEETS: LEADS}),
    (show, _show(Shown.VOTES), {}),  # never while somebody in the room is kept from any dossier
    (show, _show(Shown.TURNOVER), {MEETS: LEADS}),
    (groups_met, of_round(groups_met), CONFERS),
    (groups_minutes, of_round(groups_minutes), {ALWAYS: LEADS | {AUDITOR}}),
    (
        attend_groups,
        lambda at, who: attend_groups(at.store, who, at.round, members=[at.member.key]),
        CONFERS,
    ),
    (show_of_group, _of_no_group(show_of_group, what=Covered.MONEY), {}),  # nothing is proposed
    (done_with_group, _of_no_group(done_with_group), {}),
    (remark_on_group, _of_no_group(remark_on_group, text="zo"), {}),
    (
        add_relation,
        of_round(partial(add_relation, kind=RelationKind.KNOWS), Key("0" * 16), Key("1" * 16)),
        {},  # between nobody
    ),
    (
        add_relations,
        of_round(partial(add_relations, file="lijst.csv", content=b"a,b,kind\n")),
        {ALWAYS: {ORGANISER}},
    ),
    (drop_relation, of_round(drop_relation, 99), {}),  # which is not there
    (let_in, of_round(let_in, Key("0" * 16), "zo"), {}),  # whom no condition refuses
    (let_in_no_more, of_round(let_in_no_more, Key("0" * 16)), {}),
    (let_in_of, of_round(let_in_of), {ALWAYS: {ORGANISER, AUDITOR}}),
    (note_call, _call("first"), {ALWAYS: {ORGANISER}}),
    (tick, _tick("first"), {ALWAYS: {ORGANISER}}),
    (ask_ticks, of_round(ask_ticks, ["paid"]), {ALWAYS: {ORGANISER}}),
    (leaving_of, of_round(leaving_of), {ALWAYS: {ORGANISER, AUDITOR}}),
    (calls_of, of_round(calls_of), {ALWAYS: {ORGANISER, AUDITOR}}),
    (ticks_of, of_round(ticks_of), {ALWAYS: {ORGANISER, AUDITOR}}),
    (ticks_asked, of_round(ticks_asked), {ALWAYS: {ORGANISER, AUDITOR}}),
    (ticks_left, of_round(ticks_left), {ALWAYS: {ORGANISER, AUDITOR}}),
    (take_out, of_round(partial(take_out, named=True), "a.csv"), {ALWAYS: {ORGANISER, AUDITOR}}),
    (
        export_round,
        of_round(partial(export_round, reason="de ronde gaat naar een andere server")),
        {("planned",): {ORGANISER}, ("interests", "closed", "decided"): {AUDITOR}},
    ),
)
OPEN_TO_ALL = {
    "cohorts.rounds.act.check_may",
    "cohorts.rounds.asking.title.title_of",
    "cohorts.rounds.life.visit.last_visit",
    "cohorts.rounds.life.visit.visit",
}
"""Functions outside these rooms that somebody who only judges may call."""


def name_of(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__name__}"


def in_rooms(name: str) -> bool:
    return name.split(".")[2] in ROOMS


def test_every_act_of_a_committee_stands_in_the_table() -> None:
    missing = {name for name in FOUND if in_rooms(name)} - MECHANISM
    assert missing - {name_of(function) for function, _, _ in TABLE} == set()


class _UndoneError(Exception):
    """Nothing that was tried is kept."""


@contextmanager
def nothing_kept(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is tried meanwhile is done and taken back."""
    writing = Store.writing

    @contextmanager
    def rolled_back(self: Store) -> Iterator[Connection]:
        with suppress(_UndoneError), writing(self) as connection:
            yield connection
            raise _UndoneError

    with patch.context() as here:
        here.setattr(Store, "writing", rolled_back)
        yield


@pytest.fixture(scope="module")
def in_each_phase(
    empty_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Place, dict[str, Actor]]]:
    """The same round in every phase, each in a store of its own."""
    folder = tmp_path_factory.mktemp("phases")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        return dict(_phases(folder, empty_file, patch))


def _phases(
    folder: Path, empty_file: Path, patch: pytest.MonkeyPatch
) -> Iterator[tuple[str, tuple[Place, dict[str, Actor]]]]:
    file = folder / "rounds.sqlite"
    shutil.copyfile(empty_file, file)
    store = opened(url_of_file(file))
    admin, round_ = with_people(store)
    where, who = (store, admin, round_), invited(store, admin, round_, *JUDGES, deputy=DEPUTY)
    who[ORGANISER] = joined(store, admin, ORGANISER, round_, Role.ORGANISER)
    who[AUDITOR] = joined(store, admin, AUDITOR, round_, Role.AUDITOR)
    who[STRANGER] = joined(store, admin, STRANGER)
    with act(*where, "members.invite", may=ORGANISERS, object_=MEMBERS) as doing:
        here = seats.c.account == who[GONE].key
        doing.connection.execute(update(seats).where(here).values(left_at=now()))
    stage = plan_stage(*where, PLAN)
    some = sorted(people_of(*where).who)
    judges = [who[name] for name in JUDGES[:3]]
    place = Place(store, round_, stage, some[0], some[1], *judges)

    def kept(phase: str) -> tuple[str, tuple[Place, dict[str, Actor]]]:
        copy = folder / f"{phase}.sqlite"
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(f"VACUUM INTO '{copy}'")
        return phase, (replace(place, store=opened(url_of_file(copy))), who)

    yield kept("planned")
    open_interests(*where, stage)
    for name in (CHAIR, DEPUTY, MEMBER, TIED):
        said = dict.fromkeys(some, Tie.NONE) | {some[1]: Tie.KNOWS if name == MEMBER else Tie.NONE}
        declare(store, who[name], round_, stage, said)
    yield kept("interests")
    open_votes(*where, stage, until=in_days(7))
    cast(store, who[MEMBER], round_, stage, place.second, judged=YES, once="before")
    late_tie(store, who[TIED], round_, stage, place.first, tie=Tie.PERSONAL)
    yield kept("judging")
    with patch.context() as later:
        _past(later)
        name, (talking, _) = kept("talking")
        talk(talking.store, who[CHAIR], round_, stage)
        yield name, (talking, who)
        _rule(place, who[CHAIR])
        yield kept("past")
        give_up_second(store, who[CHAIR], round_, stage, reason="zo")
        yield kept("given_up")
        close_votes(*where, stage)
        _see(place, who[CHAIR])
        yield kept("closed")
        # of the votes one goes on alone, of whom no group can be made
        two = dict.fromkeys(some[2:4], Otherwise(on=True, reason="voor een groep"))
        go_on(*where, stage, otherwise=two)
        composed_of(Committee(store, admin, round_, stage, who))
        yield kept("decided")
    store.close()


def _past(patch: pytest.MonkeyPatch) -> None:
    """It is after the deadline, by every clock that is asked for it."""
    later = datetime.now(UTC) + timedelta(days=30)
    text = later.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    for module in (stage_head, sending):
        patch.setattr(module, "now", lambda: text)


@pytest.mark.parametrize("phase", PHASES)
def test_who_may_do_what_in_each_phase(
    phase: str,
    in_each_phase: dict[str, tuple[Place, dict[str, Actor]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place, who = in_each_phase[phase]
    if phase in ("past", "given_up"):
        _past(monkeypatch)
    wrong = []
    with nothing_kept(monkeypatch):
        for function, tried_act, may in TABLE:
            allowed = {name for phases, names in may.items() if phase in phases for name in names}
            for name in WHO:
                done = _is_done(tried_act, place, who[name])
                if done is not (name in allowed):
                    wrong.append((name_of(function), name, done))
    assert sorted(wrong) == []


def _is_done(tried_act: Act, place: Place, who: Actor) -> bool:
    try:
        tried_act(place, who)
    except CohortsError:
        return False
    return True


def test_every_other_room_is_closed_to_who_only_judges(
    in_each_phase: dict[str, tuple[Place, dict[str, Actor]]],
) -> None:
    place, who = in_each_phase["judging"]
    table = {name_of(function) for function, _, _ in TABLE}
    wrong = []
    for name, function in FOUND.items():
        if in_rooms(name) or name in table | OPEN_TO_ALL:
            continue
        for judge in (CHAIR, MEMBER):
            try:
                tried(function, place.store, who[judge], place.round)
            except RefusedError as error:
                if error.problems[0].code == "rounds.not_yours":
                    continue
            except Exception:  # noqa: BLE001, S110 - it got further than it may
                pass
            wrong.append((name, judge))
    assert wrong == []
