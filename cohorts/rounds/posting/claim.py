"""One letter on its way: taken from the queue before it goes, and told once it is known how."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.rounds.act import Acting, act, check_in_use, check_role
from cohorts.rounds.actor import Actor
from cohorts.rounds.calling.who_leaves import leaving_in
from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.deciding.tell import TOLD, keep_told
from cohorts.rounds.deciding.told_of import How, last_told, told_in
from cohorts.rounds.posting.about import decision_told
from cohorts.rounds.posting.handing_over import Answer, Fault, Handed
from cohorts.rounds.posting.mail_rows import NOT_KNOWN, MailRow, State, one_in, set_state
from cohorts.rounds.posting.queue_mail import MAIL
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.canonical import digest
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store

MOST_TRIES = 5
AFTER: Mapping[Handed, State] = {
    Handed.LATER: State.WAITING,
    Handed.NEVER: State.FAILED,
    Handed.UNKNOWN: State.UNSURE,
}


def claim(store: Store, actor: Actor, round_: RoundKey, key: Key) -> MailRow | None:
    """The letter, which is under way from now on; None where it is not to be sent (any more).

    That it is under way is on the disk before the server hears of it: so whoever finds it later
    knows that it may have gone. Raises RefusedError.
    """
    with store.writing() as connection:
        check_role(connection, actor, round_, ORGANISERS)
        check_in_use(connection, round_)
        one = one_in(connection, round_, key)
        if one is None or one.state is not State.WAITING:
            return None
        check_not_tied(connection, round_, actor, [one.person] if one.person else [])
        fault = _nothing_to_send(connection, round_, one)
        if fault is not None:
            set_state(connection, key, State.FAILED, fault=fault)
            return None
        set_state(connection, key, State.SENDING, tries=one.tries + 1)
        return one


def _nothing_to_send(connection: Connection, round_: RoundKey, one: MailRow) -> Fault | None:
    if one.written is None:
        return Fault.ERASED
    if one.person in leaving_in(connection, round_):
        return Fault.LEAVES
    decision = decision_told(one.about)
    if decision is None:
        return None
    last = standing(decisions_in(connection, round_))
    return None if last is not None and last.key == decision else Fault.REOPENED


def settle(store: Store, actor: Actor, round_: RoundKey, one: MailRow, answer: Answer) -> State:
    """How it is from now on: what the server ``answer``ed of ``one`` that was claimed."""
    if answer.handed is Handed.TAKEN:
        object_ = object_of(one)
        # also in a round that was archived meanwhile: what is done is done
        with act(
            store, actor, round_, "mail.send", may=ORGANISERS, object_=object_, put_away=True
        ) as doing:
            keep_sent(doing, one)
        return State.SENT
    with store.writing() as connection:
        check_role(connection, actor, round_, ORGANISERS)
        state = AFTER[answer.handed]
        if state is State.WAITING and one.tries + 1 >= MOST_TRIES:
            state = State.FAILED
        found = one_in(connection, round_, one.key)
        if found is not None and found.state in NOT_KNOWN:
            set_state(connection, one.key, state, fault=answer.fault)
    return state


def object_of(one: MailRow) -> str:
    """What changes once it is sent: of a letter on a decision who was told it."""
    return MAIL if decision_told(one.about) is None else TOLD


def keep_sent(doing: Acting, one: MailRow, *, on: str | None = None) -> None:
    """Within an act: it was sent, and where it tells of a decision, they were told that.

    ``on``: when it went; None: now. Whom something else was told since knows that.
    """
    set_state(doing.connection, one.key, State.SENT)
    person, decision = one.person, decision_told(one.about)
    found = decisions_in(doing.connection, doing.round) if decision is not None else ()
    proposal = next((made.proposal for made in found if made.key == decision), None)
    seats = {} if proposal is None else seats_in(doing.connection, proposal)
    if proposal is not None and person is not None and not _told_since(doing, one, seats, on):
        # who took no part in it hears that there is no place for them
        keep_told(doing, proposal, {person: seats.get(person)}, How.EMAIL, on=on)
    elif person is not None:
        doing.about(person)
    doing.say({"about": one.about, "letter": _digest(one)})


def _told_since(
    doing: Acting, one: MailRow, seats: Mapping[PersonKey, int | None], on: str | None
) -> bool:
    """Whether something else was written down once it had gone."""
    if on is None or one.person is None:
        return False
    heard = last_told(told_in(doing.connection, doing.round)).get(one.person)
    return heard is not None and heard.at > on and heard.group != seats.get(one.person)


def _digest(one: MailRow) -> str:
    """By which who has the letter can show that it is this one; nobody can guess it once erased."""
    return digest("" if one.written is None else one.written.as_note(), one.note)
