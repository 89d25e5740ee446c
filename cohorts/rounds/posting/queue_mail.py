"""Letters put in the queue, to be sent: each to one person, and never twice."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import act, check_may
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.tell import check_stands
from cohorts.rounds.posting.about import About, decision_told
from cohorts.rounds.posting.kept_letters import kept_in
from cohorts.rounds.posting.mail_address import mail_address
from cohorts.rounds.posting.mail_rows import (
    MailRow,
    State,
    mail_in,
    put_in_queue,
    put_in_queue_again,
)
from cohorts.rounds.posting.maybe_before import maybe_before
from cohorts.rounds.posting.post_office import post_office_needed
from cohorts.rounds.posting.written import Written
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.erasing import still_known
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store

MAIL = "mail"
"""The object of these acts."""
NEW_WORDS = {State.WAITING, State.FAILED}
"""In these nobody has the letter: what is put in the queue again takes its place."""


@dataclass(frozen=True)
class Queued:
    """``waiting``: who will be written to. ``already``: who was, or may have been: none of those.

    ``without``: to whom there is no address that mail can be sent to. ``shared``: whose address is
    another one's too: who opens the mail there would read what somebody else was told. ``mail``:
    the keys of the letters that wait, as those are.
    """

    waiting: tuple[PersonKey, ...]
    already: tuple[PersonKey, ...]
    without: tuple[PersonKey, ...]
    shared: tuple[PersonKey, ...] = ()
    mail: tuple[Key, ...] = ()


def queue_mail(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    about: About,
    letters: Mapping[PersonKey, Written],
    *,
    although_shared: Container[PersonKey] = (),
    seen: int | None = None,
) -> Queued:
    """What waits or failed gets the new words and address; what may have arrived is left alone.

    So is whose letter about an earlier decision may have, where that said the same.

    ``although_shared``: who gets theirs at an address that others have too. Raises RefusedError
    where it is not theirs to do, no mail server is named, a tie keeps them from one of these, one
    must be read first, or the decision does not stand; InputError where nobody can be written
    to, StaleError.
    """
    check_may(store, actor, round_, may=ORGANISERS)
    post_office_needed()
    with act(store, actor, round_, "mail.queue", may=ORGANISERS, object_=MAIL, seen=seen) as doing:
        connection, decision = doing.connection, decision_told(about)
        if decision is not None:
            check_stands(connection, round_, decision)
        check_not_tied(connection, round_, actor, letters.keys())
        kept = kept_in(connection, round_, about)
        unread = [who for who in letters if who in kept and kept[who].stale]
        if unread:
            raise RefusedError(Problem("posting.read_again", "", {"count": len(unread)}))
        before = {one.person: one for one in mail_in(connection, round_) if one.about == about}
        maybe = maybe_before(connection, round_, about)
        found = _sorted_out(
            connection,
            before | {who: one for who, one in maybe.items() if who not in before},
            letters,
            although_shared,
        )
        keys = []
        for person in found.waiting:
            written = _addressed(letters[person])
            if person in before:
                put_in_queue_again(doing, before[person], written)
                keys.append(before[person].key)
            else:
                keys.append(put_in_queue(doing, about, person, written))
        if not found.waiting:
            raise _nobody(found)
        doing.about(*found.waiting)
        doing.say({"about": about})
    return replace(found, mail=tuple(keys))


def _sorted_out(
    connection: Connection,
    before: Mapping[PersonKey | None, MailRow],
    letters: Mapping[PersonKey, Written],
    although_shared: Container[PersonKey],
) -> Queued:
    waiting, already, without, shared = [], [], [], []
    whose = _whose(before, letters)
    for person, written in letters.items():
        if person in before and before[person].state not in NEW_WORDS:
            already.append(person)
        elif mail_address(written.to) is None or still_known(connection, person) is None:
            without.append(person)
        elif whose[_at(written)] != {person} and person not in although_shared:
            shared.append(person)
        else:
            waiting.append(person)
    return Queued(tuple(waiting), tuple(already), tuple(without), tuple(shared))


def _whose(
    before: Mapping[PersonKey | None, MailRow], letters: Mapping[PersonKey, Written]
) -> Mapping[str, set[PersonKey]]:
    """Address → whose letter goes there, went there or waits."""
    found: dict[str, set[PersonKey]] = {}
    earlier = (one for one in _written(before) if one[0] not in letters)
    for person, written in (*earlier, *letters.items()):
        found.setdefault(_at(written), set()).add(person)
    return found


def _written(
    before: Mapping[PersonKey | None, MailRow],
) -> Iterator[tuple[PersonKey, Written]]:
    for person, one in before.items():
        if person is not None and one.written is not None:
            yield person, one.written


def _at(written: Written) -> str:
    """Where it goes; by which two addresses are the same."""
    return _addressed(written).to.strip().casefold()


def _addressed(one: Written) -> Written:
    found = mail_address(one.to)
    return one if found is None else replace(one, to=found.addr_spec)


def _nobody(found: Queued) -> InputError | RefusedError:
    if found.shared:
        return RefusedError(Problem("posting.all_shared", "", {"count": len(found.shared)}))
    if found.already:
        return RefusedError(Problem("posting.all_written_to", "", {"count": len(found.already)}))
    return InputError(Problem("posting.no_address"))
