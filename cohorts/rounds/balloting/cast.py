"""A member votes on one dossier: by the clock of the store, once for each answer of a device."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import Acting, act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.balloting.yes_left import check_yes_left
from cohorts.rounds.interests.interest import blocked, own_interests, unsaid
from cohorts.rounds.interests.judges_no_more import check_still_judges
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stage_in
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.people.version_rows import erased_of, those_there
from cohorts.rounds.roles import Role
from cohorts.rounds.typed_text import visible
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import note as notes
from cohorts.store.tables import vote as table

VOTERS = frozenset({Role.MEMBER})
LONGEST_NOTE = 2_000
LONGEST_ONCE = 64


class How(StrEnum):
    """PAGE: by the member's own hand. PAPER: on paper or in Excel, entered by somebody named.

    AGAIN: no vote, but the chair's ruling that this one is judged again.
    """

    PAGE = "page"
    PAPER = "paper"
    AGAIN = "again"


@dataclass(frozen=True)
class Kept:
    """``number``: of this version of the vote; ``at``: when it was kept. The same for a repeat."""

    number: int
    at: str


class _AlreadyError(Exception):
    """This answer was kept before."""


def cast(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    person: PersonKey,
    *,
    judged: Judged,
    once: str,
    note: str = "",
) -> Kept:
    """``once``: of this answer on this device; sent twice, it counts once.

    ``judged``: as the stage asks it. Raises RefusedError for who does not judge here, may not judge
    this one or is too late; InputError where ties are not all told, or a text is too long.
    """
    text = visible(note)
    if not 1 <= len(once) <= LONGEST_ONCE or len(text) > LONGEST_NOTE:
        raise InputError(Problem("balloting.too_long", "", {"longest": LONGEST_NOTE}))
    object_ = f"ballot.{actor.key}"
    try:
        with act(store, actor, round_, "ballot.vote", may=VOTERS, object_=object_) as doing:
            head = stage_in(doing.connection, round_, stage)
            check_judges(doing.connection, round_, head, actor)
            _check_new(doing.connection, stage, actor.key, once)
            check_may_vote(doing.connection, round_, head, actor.key, person)
            return keep_vote(doing, head, actor.key, person, judged=judged, once=once, note=text)
    except _AlreadyError:
        with look(store, actor, round_, may=VOTERS) as connection:
            known = _known(connection, stage, actor.key, once)
        assert known is not None  # noqa: S101 - votes are never taken away
        return known


def check_may_vote(
    connection: Connection,
    round_: RoundKey,
    head: StageHead,
    whose: AccountKey,
    *people: PersonKey,
) -> None:
    """On all of these, with what is asked of the store asked once.

    Raises RefusedError where it is closed or one is not theirs; InputError before ties.
    """
    if not head.is_open:
        raise RefusedError(Problem("balloting.closed"))
    said = own_interests(connection, round_, whose, head)
    check_still_judges({whose: said}, head, whose)
    # the same words whether there is no such dossier or it is not theirs: nothing can be guessed
    if not set(people) <= set(head.candidates) - blocked(said):
        raise RefusedError(Problem("balloting.not_this"))
    left = [who for who in head.candidates if who not in said]
    if left and unsaid(said, left, those_there(connection, round_)):
        raise InputError(Problem("balloting.ties_first"))
    if not erased_of(connection, round_).isdisjoint(people):
        raise RefusedError(Problem("balloting.not_this"))


def keep_vote(
    doing: Acting,
    head: StageHead,
    whose: AccountKey,
    person: PersonKey,
    *,
    judged: Judged,
    once: str,
    note: str,
    how: How = How.PAGE,
) -> Kept:
    """One version more, within an act. The log says neither whom it is about nor what was said.

    Raises RefusedError where the deadline passed since it was checked, InputError for a yes more
    than the rule of the stage lets one member say.
    """
    connection, at = doing.connection, now()
    if how is not How.AGAIN and not head.is_open_at(at):  # the moment that is written down
        raise RefusedError(Problem("balloting.closed"))
    if judged.yes:
        check_yes_left(connection, doing.round, head, whose, person)
    here = (table.c.stage == head.key, table.c.account == whose, table.c.person == person)
    last = connection.scalar(select(func.max(table.c.number)).where(*here)) or 0
    key: Key | None = None
    if note:
        key = new_key()
        noted = {"key": key, "round": doing.round, "person": person, "text": note}
        connection.execute(insert(notes), noted)
    row = {
        "stage": head.key,
        "account": whose,
        "person": person,
        "number": last + 1,
        "round": doing.round,
        "turn": head.turn,
        "value": judged.text,
        "note": key,
        "once": once,
        "how": how.value,
        "at": at,
        "by": doing.actor.key,
    }
    connection.execute(insert(table), row)
    return Kept(last + 1, at)


def _check_new(connection: Connection, stage: StageKey, whose: AccountKey, once: str) -> None:
    """Raises _AlreadyError where this answer was kept before."""
    if _known(connection, stage, whose, once) is not None:
        raise _AlreadyError


def _known(connection: Connection, stage: StageKey, whose: AccountKey, once: str) -> Kept | None:
    here = (table.c.stage == stage, table.c.account == whose, table.c.once == once)
    row = connection.execute(select(table.c.number, table.c.at).where(*here)).one_or_none()
    return None if row is None else Kept(row.number, row.at)
