"""What stands between the people of a round, one by one, with who said so."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import select

from cohorts.people.relation import RelationKind
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.naming import present_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import READERS
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, note, relation


@dataclass(frozen=True)
class KeptRelation:
    """``number``: by which it is dropped; ``by``: what who added it is called; ``at``: when.

    ``must`` None: the rule that uses the kind decides. ``note``: the reason.
    """

    number: int
    a: PersonKey
    b: PersonKey
    kind: RelationKind
    must: bool | None
    note: str
    by: str
    at: str


def relations_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[KeptRelation, ...]:
    """Between who is in the round now, the oldest first. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        people = people_in_store(connection, store.url, round_)
        present = {key: people.keys.of[id_] for key, id_ in present_in(people).items()}
        rows = connection.execute(
            select(relation, account.c.name, note.c.text)
            .join(account, account.c.key == relation.c.by)
            .outerjoin(note, note.c.key == relation.c.note)
            .where(relation.c.round == round_)
            .order_by(relation.c.number)
        ).all()
    found = []
    for row in rows:
        a, b = (present.get(PersonKey(Key(one))) for one in (row.a, row.b))
        if a is not None and b is not None and a != b:
            said = json.loads(row.value)
            kind, must = RelationKind(said["kind"]), said["must"]
            kept = KeptRelation(row.number, a, b, kind, must, row.text or "", row.name, row.at)
            found.append(kept)
    return tuple(found)
