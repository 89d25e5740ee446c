"""Signing a proposal, opening the decision again, and who was told; on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cohorts.errors import CohortsError, InputError, RefusedError, StaleError
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.asking.four_steps import Step
from cohorts.rounds.asking.set_step import set_step
from cohorts.rounds.boarding.keep_board import keep_board
from cohorts.rounds.boarding.kept_board import board_of
from cohorts.rounds.boarding.leave import leave
from cohorts.rounds.boarding.override import override
from cohorts.rounds.boarding.pin_somebody import pin
from cohorts.rounds.boarding.stepping import Reason
from cohorts.rounds.deciding import decide as decide_module
from cohorts.rounds.deciding.decided_seats import decided_seats
from cohorts.rounds.deciding.decision import standing
from cohorts.rounds.deciding.deviation import Deviation, seats_of
from cohorts.rounds.deciding.proposed import Proposed, proposed
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.since_decided import SinceDecided, since_decided
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How, last_told, told_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.changed_since import changed_since
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.roles import Role
from cohorts.store.keys import Key, ProposalKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.deciding.decided_round import Decided, moved, proposed_round
from tests.cohorts.rounds.proposing.samples import composed, to_spare
from tests.cohorts.rounds.staff import joined

SMALL = "kennissessie"


@pytest.fixture
def here(store: Store) -> Decided:
    return proposed_round(store, SMALL)


def codes(error: CohortsError) -> list[str]:
    return [problem.code for problem in error.problems]


def test_a_named_person_signs(here: Decided) -> None:
    key = here.decide(signed="  Jo   Vos ")
    (made,) = here.decisions
    assert standing(here.decisions) == made
    assert (made.key, made.number, made.signed, made.by) == (key, 1, "Jo Vos", "Anna")
    placed = len(seats_of(composed(SMALL)))
    assert made.deviation == Deviation(moved=0, people=placed, reasons=0, choice=1)
    assert len(made.head) == 64


def test_without_a_name_nobody_signs(here: Decided) -> None:
    with pytest.raises(CohortsError) as error:
        here.decide(signed=" \u200b ")
    assert codes(error.value) == ["deciding.no_name"]
    assert here.decisions == ()


def test_there_is_one_decision_until_it_is_reopened(here: Decided) -> None:
    first = here.decide()
    with pytest.raises(RefusedError) as error:
        here.decide()
    assert codes(error.value) == ["deciding.already"]
    reopen_decision(*here.of, first, reason="Iemand is gestopt")
    with pytest.raises(RefusedError):
        reopen_decision(*here.of, first, reason="nog eens")
    here.decide(signed="Mo Bos")
    one, two = here.decisions
    assert (one.reopened_reason, one.reopened_by) == ("Iemand is gestopt", "Anna")
    assert not one.stands
    assert (two.number, two.signed, two.stands) == (2, "Mo Bos", True)
    assert one.head != two.head


def test_who_stops_afterwards_is_named_and_who_has_not_heard_is_counted(here: Decided) -> None:
    here.decide()
    store, actor, round_ = here.of
    head = heads_of(store, actor, round_)[0]
    people = composed(SMALL).composition.groups[1]
    everybody = len(seats_of(composed(SMALL)))
    assert since_decided(store, actor, round_, head) == SinceDecided(everybody, (), 0)
    tell(store, actor, round_, [one.id for one in people], How.EMAIL)
    leave(store, actor, round_, here.proposal, people[0].id)
    left = SinceDecided(everybody - len(people), (people[0].label,), 0)
    assert since_decided(store, actor, round_, head) == left


def test_whoever_left_the_board_is_to_be_kept_and_nothing_composed_anew(here: Decided) -> None:
    leave(*here.of, here.proposal, composed(SMALL).composition.groups[1][0].id)
    with pytest.raises(CohortsError) as error:
        here.decide()
    assert codes(error.value) == ["deciding.board_changed"]


def test_reopening_asks_a_reason_and_says_who_was_told(here: Decided) -> None:
    key = here.decide()
    ids = list(seats_of(composed(SMALL)))[:2]
    tell(*here.of, ids, How.PHONE)
    with pytest.raises(CohortsError) as error:
        reopen_decision(*here.of, key, reason=" ")
    assert codes(error.value) == ["deciding.no_reason_to_reopen"]
    told = reopen_decision(*here.of, key, reason="Fout in groep 1")
    keys = people_of(*here.of).keys.of
    assert [one.person for one in told] == [keys[who] for who in ids]


def test_who_was_told_which_group(here: Decided) -> None:
    seats = seats_of(composed(SMALL))
    one, other = list(seats)[:2]
    with pytest.raises(RefusedError) as error:
        tell(*here.of, [one], How.EMAIL)
    assert codes(error.value) == ["deciding.not_decided"]
    here.decide()
    tell(*here.of, [one, other, one], How.EMAIL)
    tell(*here.of, [one], How.PHONE)
    told = told_of(*here.of)
    keys = people_of(*here.of).keys.of
    assert [(t.person, t.group, t.how) for t in told] == [
        (keys[one], seats[one], How.EMAIL),
        (keys[other], seats[other], How.EMAIL),
        (keys[one], seats[one], How.PHONE),
    ]
    assert last_told(told)[keys[one]].how is How.PHONE


def test_it_may_be_written_down_later_and_never_before(here: Decided) -> None:
    here.decide()
    one = next(iter(seats_of(composed(SMALL))))
    heard = datetime(2026, 1, 2, 12, tzinfo=UTC)
    tell(*here.of, [one], How.PHONE, on=heard)
    tell(*here.of, [one], How.EMAIL)
    first, second = told_of(*here.of)
    assert first.on == "2026-01-02T12:00:00.000Z" < first.at
    assert second.on == second.at
    with pytest.raises(InputError) as error:
        tell(*here.of, [one], How.PHONE, on=datetime.now(UTC) + timedelta(days=1))
    assert codes(error.value) == ["deciding.told_later"]
    assert len(told_of(*here.of)) == 2
    held = held_about(*here.of, one, Language.NL).entries["told"]
    assert [entry.get("on") for entry in held] == [first.on, None]


def test_what_everybody_is_to_be_told(here: Decided) -> None:
    assert decided_seats(*here.of) == {}
    key = here.decide()
    keys = people_of(*here.of).keys.of
    seats = {keys[who]: seat for who, seat in seats_of(composed(SMALL)).items()}
    assert decided_seats(*here.of) == seats
    reopen_decision(*here.of, key, reason="Fout in groep 1")
    assert decided_seats(*here.of) == {}


def test_nobody_is_told_who_took_no_part(here: Decided) -> None:
    here.decide()
    for people in ([], ["nobody"]):
        with pytest.raises(CohortsError) as error:
            tell(*here.of, people, How.EMAIL)  # type: ignore[arg-type]  # an id of nobody
        assert codes(error.value) == ["deciding.tell_whom"]


def test_a_board_that_changes_while_it_is_signed_is_refused(
    here: Decided, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_at(*of: Any) -> Proposed:
        found = proposed(*of)
        someone = min(found.proposal.composition.seats)
        pin(*here.of, here.proposal, someone)  # somebody else, in between
        return found

    monkeypatch.setattr(decide_module, "proposed", looked_at)
    with pytest.raises(RefusedError) as error:
        here.decide()
    assert codes(error.value) == ["deciding.board_changed"]
    assert here.decisions == ()


def test_an_outdated_proposal_is_refused(here: Decided) -> None:
    rule = next(r for r in composed(SMALL).asked_by.rules if not r.is_must)
    set_step(*here.of, rule.key, Step.OFF)
    with pytest.raises(CohortsError) as error:
        here.decide()
    assert codes(error.value) == ["deciding.outdated"]


def test_what_people_moved_needs_a_reason_and_is_counted(here: Decided) -> None:
    by_hand = here.keep(moved(composed(SMALL)), Made.BOARD, here.proposal)
    with pytest.raises(CohortsError) as error:
        here.decide(proposal=by_hand)
    assert codes(error.value) == ["deciding.no_reason"]
    here.decide(proposal=by_hand, reason="Zij kennen elkaar al")
    (made,) = here.decisions
    assert (made.deviation.moved, made.deviation.choice) == (2, 2)
    assert made.reason == "Zij kennen elkaar al"


def test_a_broken_must_needs_its_own_reason_first(store: Store) -> None:
    here = proposed_round(store, "kennistraject")
    broken = here.keep(moved(composed("kennistraject"), excused=False), Made.BOARD, here.proposal)
    with pytest.raises(CohortsError) as error:
        here.decide(proposal=broken, reason="toch")
    assert codes(error.value) == ["deciding.open_breaches"]


def test_a_stale_signature_is_refused(here: Decided) -> None:
    key = here.decide(seen=0)
    reopen_decision(*here.of, key, reason="Fout")
    with pytest.raises(StaleError):
        here.decide(seen=0)
    with pytest.raises(StaleError):
        reopen_decision(*here.of, key, reason="Fout", seen=0)


def test_an_auditor_reads_and_does_not_sign(here: Decided) -> None:
    auditor = joined(here.store, here.actor, "Auke", here.round, Role.AUDITOR)
    there = Decided(here.store, auditor, here.round, here.proposal)
    assert there.decisions == ()
    with pytest.raises(RefusedError) as error:
        there.decide()
    assert codes(error.value) == ["rounds.not_yours"]


def test_another_rounds_proposal_is_none(here: Decided) -> None:
    with pytest.raises(RefusedError) as error:
        here.decide(proposal=ProposalKey(Key("f" * 16)))
    assert codes(error.value) == ["deciding.no_such"]


def test_a_reason_that_nobody_would_read_is_refused(here: Decided) -> None:
    with pytest.raises(CohortsError) as error:
        here.decide(reason="x" * 2001)
    assert codes(error.value) == ["deciding.too_long"]


def test_who_was_erased_is_signed_for_by_nobody(here: Decided) -> None:
    who, group = to_spare(SMALL)
    key = people_of(*here.of).keys.of[who]
    erase_person(*here.of, str(who))
    (head,) = heads_of(*here.of)
    assert (head.outdated, head.emptied) == (True, (group,))
    (since,) = changed_since(*here.of, head)
    assert (since.act, since.about) == ("people.erase", (key,))
    with pytest.raises(InputError) as error:
        here.decide(reason="toch")
    (problem,) = error.value.problems
    assert (problem.code, problem.facts["groups"]) == ("deciding.emptied", [str(group)])
    assert not head.board_fits
    leave(*here.of, here.proposal, ApplicantId(f"gewist-{key}"))
    assert heads_of(*here.of)[0].board_fits
    with pytest.raises(InputError) as error:
        here.decide(reason="toch")
    assert "deciding.emptied" not in {problem.code for problem in error.value.problems}
    board = board_of(*here.of, here.proposal).board
    for one in board.open_breaches():
        why = Reason("kan niet anders", "Jo")
        override(*here.of, here.proposal, one.rule, person=one.people[0], why=why)
    kept = keep_board(*here.of, here.proposal)
    assert not heads_of(*here.of)[-1].outdated
    here.decide(proposal=kept, reason="Iemand is gewist")
