"""Votes are closed: nothing is taken any more, and everything they come to is there at once."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, func, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.ballots_salt import SaltedFor, salt_of
from cohorts.rounds.balloting.cast import How
from cohorts.rounds.balloting.election_of import digest_of_election, election_of
from cohorts.rounds.interests.interest import interests_in
from cohorts.rounds.interests.judges_no_more import judges_no_more
from cohorts.rounds.interests.unruled import check_all_ruled
from cohorts.rounds.judging.changed_stage import changed_stage
from cohorts.rounds.judging.second_given_up import second_to_come
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import sent, vote


def close_votes(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey, *, seen: int | None = None
) -> None:
    """After the deadline; or before it, once everybody has sent in.

    Raises RefusedError while somebody may still vote, while a second turn is to come that was not
    given up, or a late tie was not ruled on: after the close nothing can be judged again.
    StaleError.
    """
    with changed_stage(store, actor, round_, stage, "close", Phase.JUDGING, seen=seen) as changing:
        connection, head = changing.doing.connection, changing.stage
        check_over(connection, round_, head)
        if second_to_come(connection, round_, head):
            raise RefusedError(Problem("judging.second_first"))
        check_all_ruled(connection, round_, head)
        closed = replace(head, closed_at=now())
        people = people_in_store(connection, store.url, round_)
        counted = digest_of_election(
            election_of(connection, round_, closed, people),
            salt_of(connection, stage, SaltedFor.CLOSE),
        )
        changing.set(phase=Phase.CLOSED.value, closed_at=closed.closed_at, counted=counted)
        changing.doing.say({"ballots_sha256": counted})


def check_over(connection: Connection, round_: RoundKey, head: StageHead) -> None:
    """Raises RefusedError before the deadline, while not everybody has sent in."""
    if head.is_open and not all_sent(connection, round_, head):
        raise RefusedError(Problem("judging.still_open", "", {"closes_at": head.closes_at}))


def all_sent(connection: Connection, round_: RoundKey, head: StageHead) -> bool:
    """Whether everybody who judges has sent in, in this turn."""
    away = judges_no_more(interests_in(connection, round_, head), head)
    here = {one.key for one in judges_in(connection, round_, head)} - away
    return here <= sent_in(connection, head).keys()


def sent_in(connection: Connection, head: StageHead) -> dict[AccountKey, str]:
    """Who sent in, in this turn, and when last; not before they were asked to judge again."""
    query = (
        select(sent.c.account, func.max(sent.c.at).label("at"))
        .where(sent.c.stage == head.key, sent.c.turn == head.turn)
        .group_by(sent.c.account)
    )
    again = (
        select(vote.c.account, func.max(vote.c.at).label("at"))
        .where(vote.c.stage == head.key, vote.c.how == How.AGAIN.value)
        .group_by(vote.c.account)
    )
    since = {row.account: row.at for row in connection.execute(again)}
    rows = connection.execute(query).all()
    return {
        AccountKey(Key(row.account)): row.at for row in rows if row.at > since.get(row.account, "")
    }
