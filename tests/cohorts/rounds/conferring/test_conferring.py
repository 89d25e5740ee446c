"""A meeting on the groups: what stays dark for whom, what is shown, and what its minutes hold."""

from __future__ import annotations

import pytest

from cohorts.composing.compose import compose
from cohorts.errors import InputError, RefusedError
from cohorts.people.applicant import ApplicantId
from cohorts.record.hide import APART
from cohorts.reports.minutes_text import groups_text
from cohorts.reports.told_in_room import told_in_room
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.boarding.keep_board import keep_board
from cohorts.rounds.boarding.move import move
from cohorts.rounds.boarding.stepping import Reason
from cohorts.rounds.conferring.confer import (
    attend_groups,
    done_with_group,
    remark_on_group,
    show_of_group,
)
from cohorts.rounds.conferring.covered import Covered, covered_rules
from cohorts.rounds.conferring.groups_met import GroupMet, GroupsMet, groups_met
from cohorts.rounds.conferring.groups_minutes import groups_minutes
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.doctor import doctor
from cohorts.store.keys import Key, ProposalKey
from cohorts.store.store import Store
from cohorts.words import Language
from solver.solution import Effort
from tests.cohorts.rounds.balloting.a_committee import Committee, judging
from tests.cohorts.rounds.changing.two_groups import two_groups
from tests.cohorts.rounds.conferring.eight import proposed
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.deciding.judged_round import chosen
from tests.cohorts.rounds.staff import begun


def met(here: Decided, by: Actor | None = None) -> GroupsMet:
    found = groups_met(here.store, by or here.actor, here.round)
    assert found is not None
    return found


def first(here: Decided) -> GroupMet:
    return met(here).groups[0]


def shows(here: Decided, what: Covered, number: int = 1, *, on: bool = True) -> None:
    show_of_group(*here.of, ProposalKey(Key(met(here).head.key)), group=number, what=what, on=on)


def code(error: pytest.ExceptionInfo[RefusedError]) -> str:
    return error.value.problems[0].code


def test_what_is_sensitive_is_hidden_until_it_is_shown(store: Store) -> None:
    here = proposed(store)
    for seat in first(here).seats:
        assert seat.applicant is not None
        assert (seat.applicant.turnover, seat.applicant.profit) == (None, None)
        assert seat.applicant.question is None
        assert seat.place is None
    shows(here, Covered.MONEY)
    (one, *_) = first(here).seats
    assert one.applicant is not None
    assert one.applicant.turnover
    assert one.applicant.question is None
    shows(here, Covered.WORRIES)
    (one, *_) = first(here).seats
    assert one.applicant is not None
    assert one.applicant.question
    assert one.applicant.turnover
    shows(here, Covered.MONEY, on=False)
    assert first(here).shown == {Covered.WORRIES}


def test_it_is_dark_again_at_the_next_group(store: Store) -> None:
    here = proposed(store)
    of = (*here.of, here.proposal)
    shows(here, Covered.MONEY)
    done_with_group(*of, group=1)
    assert [one.shown for one in met(here).groups] == [frozenset()] * 2
    shows(here, Covered.MONEY)
    shows(here, Covered.WORRIES, 2)  # whoever never said that they were done with the first
    assert [one.shown for one in met(here).groups] == [frozenset(), {Covered.WORRIES}]


def test_who_is_kept_from_whom_is_told_by_no_sentence_until_it_is_shown(store: Store) -> None:
    here = proposed(store)
    found = met(here)
    kept_apart = [r.key for r in found.proposal.programme.rules if APART in r.HIDDEN_WITH]
    assert kept_apart
    told = found.told(found.groups[0])
    assert not {rule.key for rule in told.programme.rules} & {*kept_apart}
    assert not {one.rule for one in told.findings} & {*kept_apart}
    shows(here, Covered.APART)
    found = met(here)
    told = found.told(found.groups[0])
    assert {*kept_apart} <= {rule.key for rule in told.programme.rules}


def test_a_move_tells_what_breaks_and_of_rivals_only_that_it_does(store: Store) -> None:
    here = proposed(store)
    found = met(here)
    board = found.kept.board
    group = board.group_of("x1")
    assert group not in (None, board.group_of("x0"))
    change = board.price("x0", group)
    gone = covered_rules(board.begun, ())
    said = told_in_room(change, board.programme, Language.NL, gone, price=False)
    assert said.excused
    assert "Firma 1" not in said.sentence
    assert "verborgen" in said.sentence
    open_ = covered_rules(board.begun, {Covered.APART})
    said = told_in_room(change, board.programme, Language.NL, open_, price=False)
    assert "Firma 1" in said.sentence
    change = board.price("x2", 3 - (board.group_of("x2") or 0))
    said = told_in_room(change, board.programme, Language.NL, gone, price=False)
    assert (said.word, said.sentence) == ("", "Er breekt geen eis.")
    assert told_in_room(change, board.programme, Language.NL, gone, price=True).word


def test_who_is_moved_sits_there_and_what_is_kept_is_talked_about(store: Store) -> None:
    here = proposed(store)
    person = "x2"
    board = met(here).kept.board
    target = 3 - (board.group_of(person) or 0)
    of = (*here.of, here.proposal, ApplicantId(person))
    move(*of, group=target, why=Reason("zo", "Jo"))
    group = met(here).group(target)
    assert group is not None
    assert person in {one.applicant.id for one in group.seats if one.applicant}
    remark_on_group(*here.of, here.proposal, group=target, text="Beter zo.")
    kept = keep_board(*here.of, here.proposal)
    assert met(here).head.key == kept
    group = met(here).group(target)
    assert group is not None
    assert [one.text for one in group.remarks] == ["Beter zo."]
    with pytest.raises(RefusedError) as error:
        remark_on_group(*here.of, here.proposal, group=target, text="Over het oude.")
    assert code(error) == "conferring.another"


def test_a_decision_is_shown_once_it_stands(store: Store) -> None:
    here = two_groups(store)
    assert met(here).decided
    assert not met(here).may_show(Covered.PRICE)
    assert not met(here).may_show(Covered.AGES)  # nobody of them said when they were born
    reopen_decision(*here.of, here.decisions[-1].key, reason="fout")
    assert not met(here).decided


def test_minutes_hold_it_all_and_a_remark_on_somebody_goes_with_them(store: Store) -> None:
    here = proposed(store)
    of = (*here.of, here.proposal)
    seat = first(here).seats[0]
    assert seat.applicant is not None
    label = seat.applicant.label
    shows(here, Covered.PRICE)
    remark_on_group(*of, group=1, text="Sterk stel.")
    remark_on_group(*of, group=1, text="Twijfelt nog.", person=seat.person)
    remark_on_group(*of, text="Begonnen om tien uur.")
    done_with_group(*of, group=1)
    text = groups_text(groups_minutes(*here.of), Language.NL)
    for said in ("getoond", "Sterk stel.", label, "Twijfelt nog.", "tien uur", "Klaar met"):
        assert said in text
    other = met(here).groups[1].seats[0]
    with pytest.raises(InputError):
        remark_on_group(*of, group=1, text="Elders.", person=other.person)
    with pytest.raises(InputError):
        remark_on_group(*of, group=1, text="  ")
    erase_person(*here.of, seat.person)
    text = groups_text(groups_minutes(*here.of), Language.NL)
    assert "Twijfelt nog." not in text
    assert label not in text
    assert "Sterk stel." in text
    assert not list(doctor(store))


def judged(store: Store) -> tuple[Committee, Decided]:
    """A committee of whom the school is kept from one who went on; they are composed."""
    here = chosen(store)
    of = (store, here.organiser, here.round)
    people, asked = people_of(*of), asked_of(*of)
    given = asked.given | {"size": (2, 4), "groups": 1}
    made = compose(people.applicants, asked.programme, effort=Effort.QUICK, **given)
    (key,) = keep_proposals(*of, [made], made=Made.COMPOSED)
    return here, Decided(*of, key)


def test_somebody_stays_dark_while_whoever_is_kept_from_them_is_there(store: Store) -> None:
    here, of = judged(store)
    dark = here.candidate(2)
    found = met(of)
    (group,) = found.groups
    assert not found.open
    assert not found.not_yours
    assert [one.person for one in group.seats if one.applicant is None] == [dark]
    with pytest.raises(RefusedError) as error:
        shows(of, Covered.MONEY)
    assert code(error) == "conferring.dark"
    with pytest.raises(RefusedError):
        remark_on_group(*of.of, of.proposal, group=1, text="Over wie?", person=dark)
    with pytest.raises(RefusedError):
        found.told(group)
    others = [one.key for name, one in here.members.items() if name != "School"]
    attend_groups(*of.of, members=others)
    found = met(of)
    assert found.open
    assert all(one.applicant for one in found.groups[0].seats)
    shows(of, Covered.MONEY)
    attend_groups(*of.of, members=[*others, here.members["School"].key])
    assert met(of).groups[0].shown == frozenset()
    lines = groups_minutes(*of.of).lines
    assert [one.aside for one in lines] == [False, True, False]
    with pytest.raises(InputError):
        attend_groups(*of.of, members=[here.organiser.key])


def test_what_is_said_of_a_group_is_kept_from_who_is_tied_to_somebody_moved_there(
    store: Store,
) -> None:
    here, of = judged(store)
    school = here.members["School"].key
    others = [one.key for one in here.members.values() if one.key != school]
    attend_groups(*of.of, members=others)
    who = people_of(*of.of).keys.ids[here.candidate(2)]
    move(*of.of, of.proposal, who, group=None, why=Reason("even", "Jo"))
    kept = keep_board(*of.of, of.proposal)
    move(*of.of, kept, who, group=1, why=Reason("toch", "Jo"))
    remark_on_group(*of.of, kept, group=1, text="Nu is het goed.")
    (line,) = (one for one in groups_minutes(*of.of).lines if one.minute.text)
    assert line.aside


def test_a_remark_is_judged_on_who_sat_there_and_no_place_is_as_dark(store: Store) -> None:
    here, of = judged(store)
    school = here.members["School"].key
    others = [one.key for one in here.members.values() if one.key != school]
    attend_groups(*of.of, members=others)
    remark_on_group(*of.of, of.proposal, group=1, text="Met hem erbij.")
    dark = here.candidate(2)
    who = people_of(*of.of).keys.ids[dark]
    move(*of.of, of.proposal, who, group=None, why=Reason("even", "Jo"))
    remark_on_group(*of.of, of.proposal, group=1, text="Zonder hem.")
    found = met(of)
    assert found.nowhere is not None
    assert dark in {seat.person for seat in found.nowhere.seats if seat.applicant}
    assert [one.text for one in found.groups[0].remarks] == ["Met hem erbij.", "Zonder hem."]
    attend_groups(*of.of, members=[*others, school])
    found = met(of)
    assert found.nowhere is not None
    assert [one.person for one in found.nowhere.seats if one.applicant is None] == [dark]
    assert found.groups[0].lit
    assert [one.text for one in found.groups[0].remarks] == ["Zonder hem."]
    aside = {one.minute.text: one.aside for one in groups_minutes(*of.of).lines if one.minute.text}
    assert aside == {"Met hem erbij.": True, "Zonder hem.": False}


def test_the_chair_leads_it_and_members_get_nothing(store: Store) -> None:
    here, of = judged(store)
    chair, school = here.members["Bank"], here.members["School"]
    assert met(of, chair).moves is False
    assert met(of).moves
    for look in (groups_met, groups_minutes):
        with pytest.raises(RefusedError) as error:
            look(store, school, here.round)
        assert code(error) == "rounds.not_yours"


def test_nobody_meets_while_votes_are_taken(store: Store) -> None:
    here = judging(store)
    for actor in (here.organiser, here.members["Bank"]):
        with pytest.raises(RefusedError) as error:
            groups_met(store, actor, here.round)
        assert code(error) == "conferring.votes"


def test_without_a_proposal_there_is_nothing(store: Store) -> None:
    anna, round_ = begun(store)
    assert groups_met(store, anna, round_) is None
