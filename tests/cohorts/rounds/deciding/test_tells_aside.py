"""Who was set aside before groups were made can be written down as told too: that there is none."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.calling.who_leaves import leaving_of
from cohorts.rounds.deciding.decided_seats import decided_aside, decided_seats
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.deciding.hears_beside import hears_beside, still_here
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How, told_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.posting.about import about_decision
from cohorts.rounds.posting.heard_before import heard_before
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import READERS
from cohorts.store.checks import told_as_proposed
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from tests.cohorts.rounds.deciding.judged_round import judged_round

Of = tuple[Store, Actor, RoundKey]


@pytest.fixture
def of(store: Store) -> Of:
    here = judged_round(store).here
    return store, here.organiser, here.round


def beside(of: Of) -> list[ApplicantId]:
    people = people_of(*of)
    proposal = proposal_of(*of, decisions_of(*of)[-1].proposal)
    there = still_here(people, asked_of(*of), leaving_of(*of))
    found = hears_beside(proposal, people.keys, {who: people.who[who] for who in there})
    return [one.applicant.id for one in found]


def test_they_are_told_that_there_is_no_place(of: Of) -> None:
    aside, keys = beside(of), people_of(*of).keys.of
    assert aside
    tell(*of, aside, How.LETTER)
    assert {(t.person, t.group, t.how) for t in told_of(*of)} == {
        (keys[who], None, How.LETTER) for who in aside
    }
    with look(*of, may=READERS) as connection:
        assert list(told_as_proposed.check(connection)) == []


def test_who_they_are_is_known_without_opening_the_proposal(of: Of) -> None:
    keys = people_of(*of).keys.of
    assert decided_aside(*of) == {keys[who] for who in beside(of)}
    assert not decided_aside(*of) & decided_seats(*of).keys()
    reopen_decision(*of, decisions_of(*of)[-1].key, reason="Fout")
    assert decided_aside(*of) == frozenset()


def test_who_had_it_in_writing_by_hand_needs_no_second_letter(of: Of) -> None:
    one, other, *_ = beside(of)
    keys = people_of(*of).keys.of
    tell(*of, [one], How.LETTER)
    tell(*of, [other], How.PHONE)
    about = about_decision(decisions_of(*of)[-1].key)
    with look(*of, may=READERS) as connection:
        assert heard_before(connection, of[2], about) == {keys[one]}


def test_nobody_else_can_be(of: Of) -> None:
    with pytest.raises(InputError) as error:
        tell(*of, [*beside(of), ApplicantId("nobody")], How.PHONE)
    assert [p.code for p in error.value.problems] == ["deciding.tell_whom"]
    assert told_of(*of) == ()
