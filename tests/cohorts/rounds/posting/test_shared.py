"""No two people's letters go to one address, unless somebody says so."""

from __future__ import annotations

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.posting.about import about_decision
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.queue_mail import Queued, queue_mail
from cohorts.rounds.posting.send_waiting import send_waiting
from cohorts.rounds.posting.written import Written
from cohorts.store.keys import PersonKey
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.posting.a_mail_server import Mailbox
from tests.cohorts.rounds.posting.letters_of import address_of, queued


def put(here: Decided, to: dict[PersonKey, str], *although: PersonKey) -> Queued:
    about = about_decision(here.decisions[-1].key)
    letters = {who: Written(address, "Uw aanmelding", "Dag.") for who, address in to.items()}
    return queue_mail(*here.of, about, letters, although_shared=although)


def test_who_shares_an_address_is_left_out_and_named(here: Decided, box: Mailbox) -> None:
    a, b, c = queued(here).whom
    found = put(here, {a: "info@x.nl", b: " INFO@x.nl", c: address_of(c)})
    assert (found.waiting, set(found.shared)) == ((c,), {a, b})
    with pytest.raises(RefusedError) as error:
        put(here, {a: "info@x.nl", b: "info@x.nl"})
    assert error.value.problems[0].code == "posting.all_shared"
    found = put(here, {a: "info@x.nl", b: "info@x.nl"}, a, b)
    assert set(found.waiting) == {a, b}
    send_waiting(*here.of)
    assert box.times == {"info@x.nl": 2, address_of(c): 1}


def test_nor_to_where_somebody_elses_went(here: Decided, box: Mailbox) -> None:
    a, b, _ = queued(here).whom
    send_waiting(*here.of)
    more = here.decisions[-1]
    assert more.stands
    with pytest.raises(RefusedError):
        put(here, {b: address_of(a)})  # theirs went already
    assert box.times[address_of(a)] == 1


def test_a_new_address_of_who_failed_is_nobody_elses(here: Decided, box: Mailbox) -> None:
    post = queued(here, 2)
    a, b = post.whom
    box.answers["rcpt"] = "550 No"
    send_waiting(*here.of)
    box.answers.clear()
    found = put(here, {a: address_of(b), b: "nieuw@x.nl"})
    assert set(found.waiting) == {a, b}
    send_waiting(*here.of)
    assert set(post.states().values()) == {State.SENT}


def test_many_are_one_event(here: Decided, box: Mailbox) -> None:
    queued(here, 9)
    (one,) = [event for event in events_since(*here.of) if event.act == "mail.queue"]
    assert len(one.about) == 9
    assert not box.letters
