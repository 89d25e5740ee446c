"""What a member holds of each ballot that was sent in, as they may look at it again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import VOTERS
from cohorts.rounds.balloting.may_enter import check_may_enter, paper_members
from cohorts.rounds.balloting.send import Receipt, digest_of_votes
from cohorts.rounds.balloting.vote_rows import AGAIN, Vote, votes_but_again, votes_by
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.happened import happened
from cohorts.rounds.judging.stage_head import StageKey, stage_in
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.members.member import Member
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import AccountKey, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, event, sent

SENDING = ("ballot.send", "ballot.paper")
"""Acts by which a ballot is sent in."""


def own_receipts(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey
) -> tuple[Receipt, ...]:
    """Their own, the first first. Raises RefusedError for who does not judge in it."""
    with look(store, actor, round_, may=VOTERS) as connection:
        check_judges(connection, round_, stage_in(connection, round_, stage), actor)
        return _receipts(connection, actor.key, round_, stage)


@dataclass(frozen=True)
class AsSent:
    """``same``: their votes are kept as they last sent them in, but for what the chair did since.

    ``again``: whom the chair asked everybody to judge again since, where they did not yet.
    """

    same: bool
    again: tuple[PersonKey, ...] = ()


def as_sent(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> AsSent | None:
    """None where they never sent in. Computed anew from the votes.

    Raises RefusedError for who does not judge in it.
    """
    with look(store, actor, round_, may=VOTERS) as connection:
        check_judges(connection, round_, stage_in(connection, round_, stage), actor)
        here = (sent.c.stage == stage, sent.c.account == actor.key)
        query = select(sent.c.digest, sent.c.salt, sent.c.at).where(*here)
        last = connection.execute(query.order_by(sent.c.number.desc()).limit(1)).one_or_none()
        if last is None:
            return None
        votes = votes_by(connection, stage, actor.key)
        before = votes_but_again(connection, stage, actor.key, last.at)
        again = tuple(who for who, one in votes.items() if _asked_again(one, last.at))
        said = {who: before.get(who, one) if who in again else one for who, one in votes.items()}
        digest: str = last.digest
        return AsSent(digest_of_votes(said, last.salt) == digest, again)


def _asked_again(last: Vote, since: str) -> bool:
    """What says anything is no such asking, whatever it is called."""
    return last.how == AGAIN and last.judged == Judged() and last.at >= since


def paper_receipts(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey, member: AccountKey
) -> tuple[Receipt, ...]:
    """Those of ballots that were entered for a member, to give to them; none that they sent.

    Raises RefusedError for who may not enter one.
    """
    with look(store, actor, round_, may=ORGANISERS) as connection:
        check_may_enter(connection, round_, stage_in(connection, round_, stage), actor, member)
        return tuple(one for one in _receipts(connection, member, round_, stage) if one.by)


def entered_members(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey
) -> tuple[Member, ...]:
    """For whom a ballot was entered from paper. Raises RefusedError for who may not enter one."""
    members = paper_members(store, actor, round_, stage)
    with look(store, actor, round_, may=ORGANISERS) as connection:
        here = (sent.c.stage == stage, sent.c.by != sent.c.account)
        entered = set(connection.scalars(select(sent.c.account).where(*here).distinct()))
    return tuple(one for one in members if one.key in entered)


def _receipts(
    connection: Connection, whose: AccountKey, round_: RoundKey, stage: StageKey
) -> tuple[Receipt, ...]:
    heads = _heads(connection, whose, round_, stage)
    query = (
        select(sent, account.c.name)
        .join(account, account.c.key == sent.c.by)
        .where(sent.c.stage == stage, sent.c.account == whose)
        .order_by(sent.c.number)
    )
    return tuple(
        Receipt(
            row.number,
            row.at,
            row.digest,
            row.salt,
            heads.get(row.number, ""),
            row.turn,
            "" if row.by == whose else row.name,
        )
        for row in connection.execute(query)
    )


def _heads(
    connection: Connection, whose: AccountKey, round_: RoundKey, stage: StageKey
) -> dict[int, str]:
    """Number of a sending → the head of the log that it left."""
    here = (event.c.object == f"ballot.{whose}", event.c.act.in_(SENDING))
    told = {
        one.number: one.facts["number"]
        for one in happened(connection, round_, *here)
        if one.facts.get("stage") == stage
    }
    query = select(event.c.number, event.c.hash).where(event.c.chain == round_, *here)
    return {
        int(str(told[row.number])): row.hash
        for row in connection.execute(query)
        if row.number in told
    }
