"""Letters sent by the process of long work: killed in the middle, nobody has one twice or none."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from cohorts.rounds.deciding.told_of import told_of
from cohorts.rounds.jobs.asking_for import ask_for, jobs_of, stop
from cohorts.rounds.jobs.job import MAIL, Job, Kind, State
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.posting import mail_rows
from cohorts.rounds.posting.mail_rows import State as Mail
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.rounds.posting.say_of_unsure import say_of_unsure
from cohorts.store.store import Store
from cohorts.store.tables import job as table
from cohorts.work import one_job
from cohorts.work.begin import start
from cohorts.work.kinds import post_job
from cohorts.work.turns import turn_of_machine, turn_of_store
from cohorts.work.work import Work
from cohorts.work.work_limits import limits
from tests.cohorts.rounds.deciding.decided_round import Decided, proposed_round
from tests.cohorts.rounds.posting.a_mail_server import PATIENCE, Mailbox
from tests.cohorts.rounds.posting.letters_of import address_of, queued

COUNT = 5


@pytest.fixture
def here(store: Store) -> Decided:
    return proposed_round(store, "kennissessie")


def until(here: Decided, holds: Callable[[Job], bool]) -> Job:
    latest = time.monotonic() + PATIENCE
    while time.monotonic() < latest:
        job = jobs_of(*here.of, MAIL)[-1]
        if holds(job):
            return job
        time.sleep(0.05)
    raise AssertionError(job)


def over(job: Job) -> bool:
    return job.over


def test_all_go_and_the_log_says_who_asked(here: Decided, box: Mailbox) -> None:
    post = queued(here, COUNT)
    start(*here.of, Kind.POST, {"mail": post.mail()})
    assert until(here, over).state is State.DONE
    assert box.times == {address_of(who): 1 for who in post.whom}
    assert {one.person for one in told_of(*here.of)} == set(post.whom)
    assert "mail.post" in {one.act for one in events_since(*here.of)}
    assert jobs_of(*here.of) == ()  # it is no composing


def test_only_those_go_that_somebody_chose(here: Decided, box: Mailbox) -> None:
    post = queued(here, COUNT)
    chosen = post.whom[:2]
    start(*here.of, Kind.POST, {"mail": post.mail(*chosen)})
    assert until(here, over).state is State.DONE
    assert box.times == {address_of(who): 1 for who in chosen}
    waits = {who for who, state in post.states().items() if state is Mail.WAITING}
    assert waits == {*post.whom} - {*chosen}


def test_what_is_chosen_while_letters_go_goes_with_them(here: Decided, box: Mailbox) -> None:
    post = queued(here, COUNT)
    first, *others = post.whom
    box.holds, box.from_number = "kept", 1
    key = start(*here.of, Kind.POST, {"mail": post.mail(first)})
    assert box.held.wait(PATIENCE)
    assert start(*here.of, Kind.POST, {"mail": post.mail(*others)}) == key
    box.let_go()
    assert until(here, over).state is State.DONE
    assert box.times == {address_of(who): 1 for who in post.whom}


def test_what_is_chosen_in_the_moment_that_it_ends_goes_too(here: Decided, box: Mailbox) -> None:
    """After the last look at what is chosen, before it is said to have ended."""
    post = queued(here, 2)
    first, late = post.whom
    key = ask_for(*here.of, Kind.POST, {"mail": post.mail(first)})
    do_all = post_job.do

    def joined_late(work: Work) -> None:
        do_all(work)
        if address_of(late) not in box.times:
            assert ask_for(*here.of, Kind.POST, {"mail": post.mail(late)}) == key

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(one_job, "kinds", lambda: {Kind.POST: joined_late})
        patch.setattr(one_job, "restrain", lambda _: None)
        assert one_job.do(here.store, key, limits()) == one_job.DONE
    assert box.times == {address_of(who): 1 for who in post.whom}
    assert jobs_of(*here.of, MAIL)[-1].state is State.DONE


def test_it_waits_behind_nothing_that_is_composed(here: Decided, box: Mailbox) -> None:
    post = queued(here, 2)
    with turn_of_machine(limits().folder), turn_of_store(limits().folder, here.store.url):
        start(*here.of, Kind.POST, {"mail": post.mail()})
        assert until(here, over).state is State.DONE
    assert box.times == {address_of(who): 1 for who in post.whom}


def test_killed_in_the_middle_nobody_twice_nobody_forgotten(
    here: Decided, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = queued(here, COUNT)
    box.holds, box.from_number = "kept", 2  # the server has it, and has not said so
    start(*here.of, Kind.POST, {"mail": post.mail()})
    assert box.held.wait(PATIENCE)
    with here.store.reading() as connection:
        os.kill(connection.execute(select(table.c.process)).scalar_one(), signal.SIGKILL)
    assert until(here, over).state is State.DIED
    box.let_go()
    (under_way,) = [who for who, state in post.states().items() if state is Mail.SENDING]

    start(*here.of, Kind.POST, {"mail": post.mail()})
    assert until(here, over).state is State.DONE
    assert box.times == {address_of(who): 1 for who in post.whom}
    assert {one.person for one in told_of(*here.of)} == set(post.whom) - {under_way}

    monkeypatch.setattr(mail_rows, "LONGEST_UNDER_WAY", timedelta(0))
    one = mail_states(*here.of, post.about).by_person[under_way]
    assert one.state is Mail.UNSURE
    say_of_unsure(*here.of, one.key, arrived=True)
    assert {one.person for one in told_of(*here.of)} == set(post.whom)
    assert set(box.times.values()) == {1}


def test_stopped_the_others_wait(here: Decided, box: Mailbox) -> None:
    post = queued(here, COUNT)
    box.holds, box.from_number = "kept", 2
    start(*here.of, Kind.POST, {"mail": post.mail()})
    assert box.held.wait(PATIENCE)
    stop(*here.of, jobs_of(*here.of, MAIL)[-1].key)
    until(here, lambda job: bool(job.progress.cut))
    box.let_go()
    assert until(here, over).state is State.DONE
    assert list(post.states().values()).count(Mail.WAITING) == COUNT - 2
    assert "mail.stop" in {one.act for one in events_since(*here.of)}


def test_where_nobody_takes_them_it_is_said_and_they_wait(
    here: Decided, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = queued(here, COUNT)
    monkeypatch.setenv("COHORTS_SMTP_URL", "smtp://127.0.0.1:1")
    start(*here.of, Kind.POST, {"mail": post.mail()})
    job = until(here, over)
    assert (job.state, len(job.told)) == (State.REFUSED, 1)
    assert set(post.states().values()) == {Mail.WAITING}
    assert not box.letters
