"""Letters go to a real server, once; what it answers is what is known of each."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from cohorts.errors import CohortsError, InputError, RefusedError
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.told_of import How, knows, last_told, told_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.posting import claim
from cohorts.rounds.posting.handing_over import Fault
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.rounds.posting.say_of_unsure import say_of_unsure
from cohorts.rounds.posting.send_waiting import send_waiting
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.store.place import url_of_file
from cohorts.store.store import opened
from cohorts.words import Language
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.posting.a_mail_server import Mailbox
from tests.cohorts.rounds.posting.letters_of import TEXT, address_of, queued


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(CohortsError) as error:
        call()
    return error.value.problems[0].code


def test_each_gets_one_and_it_is_written_down(here: Decided, box: Mailbox) -> None:
    post = queued(here)
    seen: list[tuple[int, int]] = []
    run = send_waiting(*here.of, on_each=lambda done, of: seen.append((done, of)))
    assert (run.of(State.SENT), run.fault) == (3, None)
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert box.times == {address_of(who): 1 for who in post.whom}
    with here.store.reading() as connection:
        seats = seats_in(connection, here.proposal)
    heard = last_told(told_of(*here.of))
    assert all(knows(heard, who, seats[who]) for who in post.whom)
    assert {one.how for one in heard.values()} == {How.EMAIL}
    sent = [one for one in events_since(*here.of) if one.act == "mail.send"]
    assert [one.about for one in sent] == [(one.person,) for one in told_of(*here.of)]


def test_a_letter_reads_as_it_was_written(here: Decided, box: Mailbox) -> None:
    post = queued(here, 1)
    send_waiting(*here.of)
    (letter,) = box.letters
    (one,) = mail_states(*here.of, post.about).by_person.values()
    assert letter["From"] == "Büro Twente <bureau@voorbeeld.nl>"
    assert letter["To"] == address_of(post.whom[0])
    assert letter["Message-ID"] == f"<{one.key}@voorbeeld.nl>"
    assert letter.get_content_type() == "text/plain"
    assert letter.get_content_charset() == "utf-8"
    assert letter.get_content().splitlines() == TEXT.splitlines()
    assert [letter[name] for name in ("Bcc", "Cc", "Reply-To")] == [None] * 3


def test_nobody_is_written_to_twice(here: Decided, box: Mailbox) -> None:
    post = queued(here)
    send_waiting(*here.of)
    assert refused(post.queue) == "posting.all_written_to"
    assert send_waiting(*here.of).counts == {}
    assert set(box.times.values()) == {1}


def test_two_who_send_at_once_send_each_letter_once(here: Decided, box: Mailbox) -> None:
    post = queued(here, 8)
    both = [threading.Thread(target=send_waiting, args=here.of) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert box.times == {address_of(who): 1 for who in post.whom}


def test_what_waits_takes_new_words(here: Decided, box: Mailbox) -> None:
    post = queued(here, 2)
    post.queue(post.whom[0], text="Anders.")
    send_waiting(*here.of)
    by_to = {letter["To"]: letter.get_content().strip() for letter in box.letters}
    assert by_to[address_of(post.whom[0])] == "Anders."
    assert len(box.letters) == 2


@pytest.mark.parametrize("command", ["rcpt", "data"])
def test_for_now_refused_it_waits_and_at_last_it_failed(
    here: Decided, box: Mailbox, command: str
) -> None:
    post = queued(here, 1)
    box.answers[command] = "451 Later"
    for number in range(1, claim.MOST_TRIES + 1):
        send_waiting(*here.of)
        (one,) = mail_states(*here.of, post.about).by_person.values()
        assert (one.tries, one.fault) == (number, Fault.BUSY)
        assert one.state is (State.FAILED if number == claim.MOST_TRIES else State.WAITING)
    box.answers.clear()
    assert not told_of(*here.of)
    post.queue()
    send_waiting(*here.of)
    assert len(box.letters) == 1


@pytest.mark.parametrize(("command", "fault"), [("rcpt", Fault.ADDRESS), ("data", Fault.REFUSED)])
def test_refused_it_failed_and_another_address_can_be_tried(
    here: Decided, box: Mailbox, command: str, fault: Fault
) -> None:
    post = queued(here, 1)
    box.answers[command] = "550 No"
    assert send_waiting(*here.of).of(State.FAILED) == 1
    (one,) = mail_states(*here.of, post.about).by_person.values()
    assert one.fault is fault
    box.answers.clear()
    post.queue(to="ander@voorbeeld.nl")
    send_waiting(*here.of)
    assert box.to == ["ander@voorbeeld.nl"]


def test_cut_off_it_is_unsure_and_only_a_person_sends_it_again(here: Decided, box: Mailbox) -> None:
    post = queued(here, 2)
    box.answers["data"] = "hang up"
    assert send_waiting(*here.of).of(State.UNSURE) == 2
    box.answers.clear()
    assert send_waiting(*here.of).counts == {}
    assert refused(post.queue) == "posting.all_written_to"
    first, second = mail_states(*here.of, post.about).by_person.values()
    say_of_unsure(*here.of, first.key, arrived=False)
    say_of_unsure(*here.of, second.key, arrived=True)
    send_waiting(*here.of)
    assert len(box.letters) == 1
    assert box.letters[0]["Message-ID"] == f"<{first.key}@voorbeeld.nl>"
    assert set(post.states().values()) == {State.SENT}
    assert {one.person for one in told_of(*here.of)} == set(post.whom)
    assert refused(lambda: say_of_unsure(*here.of, first.key, arrived=False)) == (
        "posting.not_unsure"
    )


def test_a_server_that_is_not_there_leaves_all_waiting(
    here: Decided, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = queued(here)
    monkeypatch.setenv("COHORTS_SMTP_URL", "smtp://127.0.0.1:1")
    assert send_waiting(*here.of).fault is Fault.UNREACHABLE
    assert set(post.states().values()) == {State.WAITING}
    assert not box.letters


def test_what_was_decided_otherwise_since_is_not_sent(here: Decided, box: Mailbox) -> None:
    post = queued(here)
    reopen_decision(*here.of, here.decisions[-1].key, reason="anders")
    send_waiting(*here.of)
    assert not box.letters
    assert {one.fault for one in mail_states(*here.of, post.about).by_person.values()} == {
        Fault.REOPENED
    }
    assert refused(post.queue) == "deciding.not_decided"


def test_who_says_meanwhile_that_they_do_not_come_gets_nothing(here: Decided, box: Mailbox) -> None:
    post = queued(here, 2)
    gone, other = post.whom
    note_call(*here.of, gone, Called.STOPPED)
    send_waiting(*here.of)
    assert box.to == [address_of(other)]
    assert mail_states(*here.of, post.about).by_person[gone].fault is Fault.LEAVES


def test_who_is_erased_gets_nothing_and_their_letter_is_gone(here: Decided, box: Mailbox) -> None:
    post = queued(here, 2)
    gone, other = post.whom
    erase_person(*here.of, gone)
    send_waiting(*here.of)
    assert box.to == [address_of(other)]
    assert mail_states(*here.of, post.about).by_person[gone].written is None
    with pytest.raises(InputError):
        post.queue(gone)


def test_who_asks_what_is_held_reads_their_letter_once(here: Decided, box: Mailbox) -> None:
    post = queued(here, 1)
    send_waiting(*here.of)
    assert box.letters
    held = held_about(*here.of, post.whom[0], Language.NL).as_json()
    (entry,) = held["mail"]
    assert address_of(post.whom[0]) in entry["what"]
    assert entry["note"] == TEXT
    assert TEXT not in str(held["notes"])


def test_without_a_mail_server_letters_are_files(
    here: Decided, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COHORTS_SMTP_URL", raising=False)
    here.decide()
    with pytest.raises(RefusedError) as error:
        queued(here)
    assert error.value.problems[0].code == "posting.no_office"


def test_a_copy_of_the_round_sends_nothing_by_itself(
    here: Decided, box: Mailbox, tmp_path_factory: pytest.TempPathFactory
) -> None:
    post = queued(here)
    content = export_round(*here.of)
    elsewhere = opened(url_of_file(tmp_path_factory.mktemp("copy") / "other.sqlite"))
    bo = first_account(elsewhere, "Bo")
    round_ = import_round(elsewhere, bo, content)
    send_waiting(elsewhere, bo, round_)
    assert not box.letters
    found = mail_states(elsewhere, bo, round_, post.about)
    assert set(found.in_state(State.UNSURE)) == set(post.whom)
    elsewhere.close()
