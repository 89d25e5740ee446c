"""Answers whether two of a round are one person."""

from __future__ import annotations

from sqlalchemy import delete, insert, or_

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.kept_people import OBJECT, people_of
from cohorts.rounds.people.version_rows import keep_answers, keep_remarks, write_version
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import identity


def identify(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    a: PersonKey,
    b: PersonKey,
    *,
    same: bool,
    seen: int | None = None,
) -> None:
    """The answer holds for later files too. Of one person the later application counts.

    Raises InputError for whoever is not in the round now.
    """
    kept = people_of(store, actor, round_)
    if a == b or not {a, b} <= kept.who.keys():
        raise InputError(Problem("people.not_there"))
    based_on = kept.revision if seen is None else seen
    with act(
        store, actor, round_, "people.identify", may=ORGANISERS, object_=OBJECT, seen=based_on
    ) as doing:
        earlier, later = sorted((a, b), key=lambda key: (kept.who[key].submitted or "", key))
        keep_answer(doing, earlier, later, same=same)
        people, remarks = dict(kept.rows.people), [*kept.rows.remarks]
        if same:
            del people[later]
            people |= keep_answers(doing, {earlier: kept.who[later]})
            noticed = kept.told.get(later, ())
            gone = {key for key, _ in (*noticed, *kept.told.get(earlier, ()))}
            remarks = [key for key in remarks if key not in gone]
            remarks += keep_remarks(doing, [(earlier, one) for _, one in noticed])
        write_version(doing, people, remarks, kept.rows.upload)
        doing.about(a, b)
        doing.say({"same": same})


def keep_answer(doing: Acting, own: PersonKey, other: PersonKey, *, same: bool) -> None:
    """Instead of what was answered of these two before; ``own`` is the key that stays."""
    pairs = or_(
        (identity.c.a == own) & (identity.c.b == other),
        (identity.c.a == other) & (identity.c.b == own),
    )
    doing.connection.execute(delete(identity).where(identity.c.round == doing.round, pairs))
    row = {"a": own, "b": other, "same": same, "at": now(), "by": doing.actor.key}
    doing.connection.execute(insert(identity), {"round": doing.round, **row})
