"""A person says of a letter that may have gone: it did, it is sent again, or it did not go."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act, acting, check_in_use, check_role, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.posting.about import decision_told
from cohorts.rounds.posting.claim import keep_sent, object_of
from cohorts.rounds.posting.handing_over import Fault
from cohorts.rounds.posting.mail_rows import MailRow, State, one_in, set_state
from cohorts.rounds.posting.queue_mail import MAIL
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import Key, RoundKey
from cohorts.store.store import Store


def say_of_unsure(store: Store, actor: Actor, round_: RoundKey, key: Key, *, arrived: bool) -> None:
    """``arrived``: they have it, so they were told. Else it waits again, with the same Message-ID.

    One about a decision that stands no more is not sent: they are written to about the new one.
    Raises RefusedError, InputError where it is known of that letter whether it went.
    """
    with look(store, actor, round_, may=ORGANISERS) as connection:
        one = one_in(connection, round_, key)
        people = [one.person] if one is not None and one.person is not None else []
        check_not_tied(connection, round_, actor, people)
    unsure = _checked(one)
    if arrived:
        object_ = object_of(unsure)
        with act(store, actor, round_, "mail.arrived", may=ORGANISERS, object_=object_) as doing:
            _checked(one_in(doing.connection, round_, key))  # somebody may have been first
            keep_sent(doing, unsure, on=unsure.went)
        return
    with store.writing() as connection:
        check_role(connection, actor, round_, ORGANISERS)
        check_in_use(connection, round_)
        _checked(one_in(connection, round_, key))
        over = _is_over(connection, round_, unsure)
        name = "mail.not_arrived" if over else "mail.again"
        with acting(connection, actor, round_, name, object_=MAIL) as doing:
            if over:
                set_state(connection, key, State.FAILED, fault=Fault.REOPENED)
            else:
                set_state(connection, key, State.WAITING, tries=0)
            if unsure.person is not None:
                doing.about(unsure.person)


def _is_over(connection: Connection, round_: RoundKey, one: MailRow) -> bool:
    """Whether it is about a decision that stands no more."""
    decision = decision_told(one.about)
    last = standing(decisions_in(connection, round_))
    return decision is not None and (last is None or last.key != decision)


def _checked(one: MailRow | None) -> MailRow:
    if one is None or one.state is not State.UNSURE:
        raise InputError(Problem("posting.not_unsure"))
    return one
