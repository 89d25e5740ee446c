"""What a member holds of each ballot they sent in, as they may look at it again."""

from __future__ import annotations

from sqlalchemy import Connection, select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import VOTERS
from cohorts.rounds.balloting.send import Receipt
from cohorts.rounds.happened import happened
from cohorts.rounds.judging.stage_head import StageKey, stage_in
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import event, sent


def own_receipts(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey
) -> tuple[Receipt, ...]:
    """Their own, the first first. Raises RefusedError for who does not judge in it."""
    with look(store, actor, round_, may=VOTERS) as connection:
        check_judges(connection, round_, stage_in(connection, round_, stage), actor)
        heads = _heads(connection, actor, round_, stage)
        query = select(sent).where(sent.c.stage == stage, sent.c.account == actor.key)
        return tuple(
            Receipt(row.number, row.at, row.digest, row.salt, heads.get(row.number, ""))
            for row in connection.execute(query.order_by(sent.c.number))
        )


def _heads(
    connection: Connection, actor: Actor, round_: RoundKey, stage: StageKey
) -> dict[int, str]:
    """Number of a sending → the head of the log that it left."""
    here = (event.c.object == f"ballot.{actor.key}", event.c.act == "ballot.send")
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
