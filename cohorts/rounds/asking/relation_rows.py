"""Relations in the store: two keys, and what somebody noted beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from cohorts.intake.beside.directory import Directory
from cohorts.intake.beside.relations_file import LET_GO, let_go
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.remark import NotingRows
from cohorts.rounds.act import Acting
from cohorts.rounds.asking.kept_file import file_in
from cohorts.rounds.asking.naming import key_of, present_in
from cohorts.rounds.asking.setting_rows import Settings
from cohorts.rounds.people.kept_people import KeptPeople, Keys
from cohorts.store.canonical import canonical
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, RoundKey, new_key
from cohorts.store.tables import note, relation


def relations_in(
    connection: Connection, round_: RoundKey, people: KeptPeople, settings: Settings
) -> NotingRows[Relation]:
    """Between these people, in their order, with what there is to say of them."""
    present = present_in(people)
    rows = connection.execute(
        select(relation.c.a, relation.c.b, relation.c.value, note.c.text)
        .outerjoin(note, note.c.key == relation.c.note)
        .where(relation.c.round == round_)
        .order_by(relation.c.number)
    )
    found = []
    for row in rows:
        a, b = present.get(row.a), present.get(row.b)
        if a is not None and b is not None and a != b:
            said = json.loads(row.value)
            found.append(Relation(a, b, RelationKind(said["kind"]), said["must"], row.text or ""))
    file = file_in(connection, settings, "relations", people.keys)
    if file is None:
        return NotingRows(found)
    read = (one for one in file.remarks if one.code != LET_GO)
    return NotingRows(found, *read, *let_go(found, _called(people), file.name))


def _called(people: KeptPeople) -> Callable[[ApplicantId], str]:
    """What somebody is called on a page; worked out where it is asked."""
    return lambda who: Directory(people.applicants).called(who)


def keep_relations(doing: Acting, relations: Sequence[Relation], keys: Keys) -> None:
    """Instead of those that were there. Raises InputError for somebody not in the round."""
    here = relation.c.round == doing.round
    noted = select(relation.c.note).where(here, relation.c.note.is_not(None))
    before = doing.connection.scalars(noted).all()
    doing.connection.execute(delete(relation).where(here))
    doing.connection.execute(delete(note).where(note.c.key.in_(before)))
    for number, one in enumerate(relations, 1):
        two = key_of(one.a, keys), key_of(one.b, keys)
        write_relation(doing, number, two, {"kind": one.kind.value, "must": one.must}, one.note)


def write_relation(
    doing: Acting,
    number: int,
    two: tuple[PersonKey, PersonKey],
    value: Mapping[str, object],
    noted: str,
) -> None:
    """One row more. ``value``: the kind, and whether it is a must."""
    a, b = two
    noted_in = new_key() if noted else None
    if noted:
        row = {"key": noted_in, "round": doing.round, "person": a, "text": noted}
        doing.connection.execute(insert(note), row)
    doing.connection.execute(
        insert(relation),
        {
            "round": doing.round,
            "number": number,
            "a": a,
            "b": b,
            "value": canonical(value),
            "note": noted_in,
            "at": now(),
            "by": doing.actor.key,
        },
    )


def last_number(connection: Connection, round_: RoundKey) -> int:
    """The highest of those that are there; 0: none is."""
    query = select(func.max(relation.c.number)).where(relation.c.round == round_)
    return connection.scalar(query) or 0


def kinds_between(
    connection: Connection, round_: RoundKey, two: Collection[PersonKey], keys: Keys
) -> frozenset[RelationKind]:
    """What stands between these two, also by other keys of theirs."""
    rows = connection.execute(select(relation).where(relation.c.round == round_))
    return frozenset(
        RelationKind(json.loads(row.value)["kind"])
        for row in rows
        if {keys.of[keys.ids[PersonKey(Key(one))]] for one in (row.a, row.b)} == set(two)
    )
