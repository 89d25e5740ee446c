"""Killed at any point while it sends: nobody has a letter twice, and nobody is forgotten."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from cohorts.rounds.deciding.told_of import told_of
from cohorts.rounds.posting import mail_rows
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.rounds.posting.say_of_unsure import say_of_unsure
from cohorts.rounds.posting.send_waiting import send_waiting
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.posting import sending_process
from tests.cohorts.rounds.posting.a_mail_server import PATIENCE, Mailbox
from tests.cohorts.rounds.posting.letters_of import address_of, queued

ROOT = Path(__file__).parents[4]
COUNT = 4


def killed(here: Decided, box: Mailbox, point: str) -> None:
    """A process that sends is killed at the second letter, or at the first answer."""
    box.holds, box.from_number = point, 2
    by_itself = point == "heard"
    command = [sys.executable, "-m", sending_process.__name__, here.store.url]
    command += [here.actor.key, here.round, str(int(by_itself))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        if by_itself:
            assert running.stdout is not None
            assert running.stdout.readline().strip() == sending_process.HELD
        else:
            assert box.held.wait(PATIENCE)
        running.send_signal(signal.SIGKILL)
    box.let_go()


@pytest.mark.parametrize("point", ["rcpt", "data", "kept", "heard"])
def test_nobody_twice_nobody_forgotten(
    here: Decided, box: Mailbox, point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = queued(here, COUNT)
    killed(here, box, point)
    (under_way,) = [who for who, state in post.states().items() if state is State.SENDING]
    has_it = box.times[address_of(under_way)] == 1
    assert has_it == (point in {"kept", "heard"})

    send_waiting(*here.of)  # whoever comes next sends the others, and not this one
    others = set(post.whom) - {under_way}
    assert box.times == {address_of(who): 1 for who in (*others, *([under_way] * has_it))}
    assert post.states() == {under_way: State.SENDING, **dict.fromkeys(others, State.SENT)}
    assert {one.person for one in told_of(*here.of)} == others

    monkeypatch.setattr(mail_rows, "LONGEST_UNDER_WAY", timedelta(0))
    found = mail_states(*here.of, post.about)
    assert found.in_state(State.UNSURE) == (under_way,)
    send_waiting(*here.of)
    assert box.times[address_of(under_way)] == has_it

    key = found.by_person[under_way].key
    say_of_unsure(*here.of, key, arrived=has_it)
    send_waiting(*here.of)
    assert box.times == {address_of(who): 1 for who in post.whom}
    assert set(post.states().values()) == {State.SENT}
    assert {one.person for one in told_of(*here.of)} == set(post.whom)
