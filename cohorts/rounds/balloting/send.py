"""A member sends their ballot in; until the deadline it may be changed and sent again."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import VOTERS
from cohorts.rounds.balloting.vote_rows import Votes, votes_by
from cohorts.rounds.interests.interest import own_interests
from cohorts.rounds.interests.judges_no_more import check_still_judges
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stage_in
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.store.canonical import canonical, digest
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import sent as table

SALT_BYTES = 16


@dataclass(frozen=True)
class Receipt:
    """``digest``: of all votes with ``salt``, as :func:`digest_of_votes` makes it.

    ``head``: of the log of the round, which an auditor can check afterwards. ``turn``: in which
    it was sent. ``by``: who entered it from paper; "" where the member sent it in.
    """

    number: int
    at: str
    digest: str
    salt: str
    head: str
    turn: int
    by: str = ""


def send(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> Receipt:
    """All they voted so far; what is not judged stays so.

    Raises RefusedError where it is closed, or for who does not judge in it (any more).
    """
    object_ = f"ballot.{actor.key}"
    with act(store, actor, round_, "ballot.send", may=VOTERS, object_=object_) as doing:
        head = stage_in(doing.connection, round_, stage)
        check_judges(doing.connection, round_, head, actor)
        said = own_interests(doing.connection, round_, actor.key, head)
        check_still_judges({actor.key: said}, head, actor.key)
        number, at, made, salt = keep_sent(
            doing.connection, round_, head, actor.key, by=doing.actor.key
        )
        doing.say({"stage": stage, "number": number})
    return Receipt(number, at, made, salt, doing.head, head.turn)


def keep_sent(
    connection: Connection, round_: RoundKey, head: StageHead, whose: AccountKey, *, by: AccountKey
) -> tuple[int, str, str, str]:
    """Within an act: its number, when, digest and salt.

    Raises RefusedError where it is closed at the moment that is written down.
    """
    salt, at = secrets.token_hex(SALT_BYTES), now()
    if not head.is_open_at(at):
        raise RefusedError(Problem("balloting.closed"))
    here = (table.c.stage == head.key, table.c.account == whose)
    number = (connection.scalar(select(func.max(table.c.number)).where(*here)) or 0) + 1
    made = digest_of_votes(votes_by(connection, head.key, whose), salt)
    row = {"stage": head.key, "account": whose, "number": number, "round": round_}
    row |= {"turn": head.turn, "digest": made, "salt": salt, "at": at, "by": by}
    connection.execute(insert(table), row)
    return number, at, made, salt


def digest_of_votes(votes: Votes, salt: str) -> str:
    """Of who was voted on and how, by the keys of applicants."""
    said = {str(who): one.judged.text for who, one in sorted(votes.items())}
    return digest(canonical(said), salt)
