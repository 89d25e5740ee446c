"""After a new decision, who was written just this already is known; who was only called is not."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.changing.to_hear import to_hear
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How, last_told, told_of
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.posting.about import about_decision
from cohorts.rounds.posting.mail_rows import State, set_state
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.rounds.posting.say_of_unsure import say_of_unsure
from cohorts.rounds.posting.send_waiting import send_waiting
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.store.keys import Key, PersonKey
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.deciding.decided_round import Decided, moved
from tests.cohorts.rounds.posting.a_mail_server import Mailbox
from tests.cohorts.rounds.posting.letters_of import queued

COUNT = 100


def heard(here: Decided) -> frozenset[PersonKey]:
    return mail_states(*here.of, about_decision(here.decisions[-1].key)).heard


def test_who_hears_something_else_or_was_called_is_written_to(here: Decided, box: Mailbox) -> None:
    post = queued(here, COUNT)
    called = post.whom[0]
    others = post.whom[1:]
    assert not heard(here)
    with here.store.reading() as connection:
        before = seats_in(connection, here.proposal)
    send_waiting(*here.of, only=lambda: post.mail(*others))
    assert len(box.letters) == len(others)
    tell(*here.of, [people_of(*here.of).keys.ids[called]], How.PHONE)
    assert not heard(here)  # theirs is about this very decision
    reopen_decision(*here.of, here.decisions[-1].key, reason="anders")
    other = here.keep(moved(proposal_of(*here.of, here.proposal)), Made.BOARD)
    here.decide(proposal=other)
    with here.store.reading() as connection:
        since = seats_in(connection, other)
    same = {who for who in others if since[who] == before[who]}
    assert heard(here) == same
    assert same != {*others}


def test_who_took_no_part_in_it_and_was_written_to_heard_that_there_is_no_place(
    here: Decided, box: Mailbox
) -> None:
    post = queued(here, 1)
    late = came_later(here)
    post.queue(late)
    send_waiting(*here.of, only=lambda: post.mail(late))
    assert len(box.letters) == 1
    found = last_told(told_of(*here.of))[late]
    assert (found.proposal, found.group, found.how) == (here.proposal, None, How.EMAIL)
    told = reopen_decision(*here.of, here.decisions[-1].key, reason="anders")
    assert [one.person for one in told] == [late]
    found_now = to_hear(*here.of, proposal_of(*here.of, here.proposal))
    assert [one.person for one in (*found_now.again, *found_now.know)] == [late]


@pytest.mark.parametrize("arrived", [True, False])
def test_whose_letter_may_have_arrived_is_not_written_to_again_unasked(
    here: Decided, box: Mailbox, arrived: bool
) -> None:
    post = queued(here, 2)
    who, other = post.whom
    (key,) = post.mail(who)
    with here.store.writing() as connection:
        set_state(connection, key, State.UNSURE)
    reopen_decision(*here.of, here.decisions[-1].key, reason="fout")
    here.decide()
    again = replace(post, about=about_decision(here.decisions[-1].key))
    states = mail_states(*here.of, again.about)
    assert [one.key for one in states.maybe.values()] == [key]
    done = again.queue()
    assert (done.already, done.waiting) == ((who,), (other,))
    say_of_unsure(*here.of, key, arrived=arrived)
    act = "mail.arrived" if arrived else "mail.not_arrived"  # of which nothing is sent again
    assert events_since(*here.of)[-1].act == act
    after = mail_states(*here.of, again.about)
    assert (after.maybe, who in after.heard) == ({}, arrived)
    if not arrived:
        assert again.queue(who).waiting == (who,)
        send_waiting(*here.of)
        assert len(box.letters) == 2


@pytest.mark.usefixtures("box")
@pytest.mark.parametrize("by_mail", [True, False])
def test_an_old_letter_holds_nothing_back_once_something_else_was_told(
    here: Decided, by_mail: bool
) -> None:
    post = queued(here, COUNT)
    first = here.decisions[-1].key
    other = here.keep(moved(proposal_of(*here.of, here.proposal)), Made.BOARD)
    with here.store.reading() as connection:
        one, two = (seats_in(connection, key) for key in (here.proposal, other))
    who = next(who for who in post.whom if one[who] != two[who])
    (old,) = post.mail(who)
    maybe_gone(here, old)
    reopen_decision(*here.of, first, reason="fout")
    here.decide(proposal=other)
    between = replace(post, about=about_decision(here.decisions[-1].key))
    assert not mail_states(*here.of, between.about).maybe
    if by_mail:
        between.queue(who)
        send_waiting(*here.of, only=lambda: between.mail(who))
    else:
        tell(*here.of, [people_of(*here.of).keys.ids[who]], How.PHONE)
    reopen_decision(*here.of, here.decisions[-1].key, reason="toch niet")
    here.decide()
    again = replace(post, about=about_decision(here.decisions[-1].key))
    assert not mail_states(*here.of, again.about).maybe
    say_of_unsure(*here.of, old, arrived=True)
    assert last_told(told_of(*here.of))[who].group == two[who]
    assert who not in heard(here)
    assert again.queue(who).waiting == (who,)


@pytest.mark.usefixtures("box")
def test_nor_once_a_later_letter_may_have_told_them_something_else(here: Decided) -> None:
    post = queued(here, COUNT)
    other = here.keep(moved(proposal_of(*here.of, here.proposal)), Made.BOARD)
    with here.store.reading() as connection:
        one, two = (seats_in(connection, key) for key in (here.proposal, other))
    who = next(who for who in post.whom if one[who] != two[who])
    maybe_gone(here, *post.mail(who))
    reopen_decision(*here.of, here.decisions[-1].key, reason="fout")
    here.decide(proposal=other)
    between = replace(post, about=about_decision(here.decisions[-1].key))
    between.queue(who)
    maybe_gone(here, *between.mail(who))
    reopen_decision(*here.of, here.decisions[-1].key, reason="toch niet")
    here.decide()
    assert not mail_states(*here.of, about_decision(here.decisions[-1].key)).maybe


@pytest.mark.usefixtures("box")
def test_who_has_it_heard_it_when_it_went(here: Decided) -> None:
    post = queued(here, 1)
    (key,) = post.mail()
    maybe_gone(here, key)
    (row,) = mail_states(*here.of, post.about).by_person.values()
    say_of_unsure(*here.of, key, arrived=True)
    assert [one.on for one in told_of(*here.of)] == [row.began]


def maybe_gone(here: Decided, *keys: Key) -> None:
    """They were under way, and nobody knows what became of them."""
    with here.store.writing() as connection:
        for key in keys:
            set_state(connection, key, State.SENDING)
            set_state(connection, key, State.UNSURE)
    time.sleep(0.01)  # what follows is later, in the clock of the store


def came_later(here: Decided) -> PersonKey:
    """Somebody who came after it was decided."""
    take_in(*here.of, b"id,company\nz9,Laat BV\n")
    return people_of(*here.of).keys.of[ApplicantId("z9")]
