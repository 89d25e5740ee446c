"""A member offers an applicant help, also if they are not placed; it never counts."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, insert, select

from cohorts.errors import InputError, Problem, RefusedError, StaleError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import LONGEST_NOTE, VOTERS, check_may_vote
from cohorts.rounds.interests.take_back_offers import take_back_offers
from cohorts.rounds.judging.stage_head import StageKey, stage_in
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.typed_text import visible
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import note as notes
from cohorts.store.tables import offer as table

Offers = Mapping[PersonKey, str]
"""Whom a member offers help, and what they wrote with it."""
ANY = object()
"""Whatever they offered before."""


def offer_help(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    person: PersonKey,
    *,
    help_: bool,
    note: str = "",
    seen: object = ANY,
) -> None:
    """Instead of what they offered before; ``help_``: false takes it back.

    ``seen``: what was written with their offer when they said this, None where there was none.
    Raises RefusedError for who does not judge here, may not read this one or is too late;
    StaleError where something else was offered since; InputError where offers are not asked here,
    or the text is too long.
    """
    text = visible(note)
    if len(text) > LONGEST_NOTE:
        raise InputError(Problem("balloting.too_long", "", {"longest": LONGEST_NOTE}))
    object_ = f"ballot.{actor.key}"
    with act(store, actor, round_, "ballot.offer", may=VOTERS, object_=object_) as doing:
        connection = doing.connection
        head = stage_in(connection, round_, stage)
        check_judges(connection, round_, head, actor)
        if not head.plan.offers:
            raise InputError(Problem("balloting.not_asked"))
        check_may_vote(connection, round_, head, actor.key, person)
        at = now()
        if not head.is_open_at(at):  # the moment that is written down
            raise RefusedError(Problem("balloting.closed"))
        had = offers_by(connection, round_, actor.key).get(person)
        if seen is not ANY and had not in (seen, text if help_ else None):
            raise StaleError(Problem("balloting.newer"))
        take_back_offers(connection, round_, actor.key, [person])
        if not help_:
            return
        key: Key | None = None
        if text:
            key = new_key()
            noted = {"key": key, "round": round_, "person": person, "text": text}
            connection.execute(insert(notes), noted)
        row = {"round": round_, "account": actor.key, "person": person, "note": key}
        connection.execute(insert(table), row | {"at": at, "by": actor.key})


def offers_by(connection: Connection, round_: RoundKey, account: AccountKey) -> Offers:
    """Of one member."""
    query = (
        select(table.c.person, notes.c.text)
        .outerjoin(notes, notes.c.key == table.c.note)
        .where(table.c.round == round_, table.c.account == account)
    )
    return {PersonKey(Key(row.person)): row.text or "" for row in connection.execute(query)}
