"""Where somebody is named by others: what was typed about others, and what these answered."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Select, or_, select, union

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.erasing.judged_about import closed_notes
from cohorts.rounds.erasing.posted_to import letter_notes
from cohorts.rounds.erasing.somebody import Somebody, everybody_else, somebody_in
from cohorts.rounds.erasing.typed_elsewhere import settings_typed, texts
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import answers, called, minute, note, relation, remark, stage


@dataclass(frozen=True)
class Mention:
    """Something typed, by the key of its row."""

    key: Key
    text: str


@dataclass(frozen=True)
class Mentions:
    """``notes``: about others or nobody, which can be erased too.

    ``answered_by``: how many others name them in answers of their own, which stay theirs.
    ``planned``: how many plans of a step do, which stay as they are once votes were asked by them.
    """

    notes: tuple[Mention, ...]
    answered_by: int
    planned: int


def mentions_of(store: Store, actor: Actor, round_: RoundKey, called: str) -> Mentions:
    """Before somebody is erased; without what is about anybody the actor has a tie with.

    Raises RefusedError where the actor does not organise the round, InputError where nobody is
    called so.
    """
    with look(store, actor, round_, may=ORGANISERS) as connection:
        who = somebody_in(connection, round_, called)
        away = _about(blocked(own_interests(connection, round_, actor.key)))
        away_from = frozenset(key for (key,) in connection.execute(away))
        named = notes_naming(connection, round_, who)
        return Mentions(
            tuple(one for one in named if one.key not in away_from),
            len(_others_naming(connection, round_, who)),
            _plans_naming(connection, round_, who),
        )


def _about(people: Collection[PersonKey]) -> Select[str]:
    """The notes about any of them, also of a relation in which they are the other one."""
    two = or_(relation.c.a.in_(people), relation.c.b.in_(people))
    several = union(
        select(note.c.key).where(note.c.person.in_(people)),
        select(relation.c.note).where(two, relation.c.note.is_not(None)),
    ).subquery()
    return select(several.c.key)


def notes_naming(connection: Connection, round_: RoundKey, who: Somebody) -> Iterator[Mention]:
    """Notes that are not about them, and name them; of those that an organiser may read.

    Also the name of the round, and what stands in no note of what people set.

    Letters to others are not among them: they are of these, and go on their own day.
    """
    which = note.c.key.not_in(closed_notes()) & note.c.key.not_in(letter_notes())
    yield from _naming(connection, round_, who, which)
    for key, text in settings_typed(connection, round_):
        if who.is_named_in(text):
            yield Mention(key, text)


def remarked_of(connection: Connection, round_: RoundKey, who: Somebody) -> Iterator[Key]:
    """Of those the remarks that name them and nobody else: what goes where nobody is asked.

    A reason of a decision, of who goes on or is let in, of an exception, or why a group goes on
    smaller, stays: by it others can be told why. Somebody who is asked may erase these too.
    """
    alone = replace(who, words=who.words - everybody_else(connection, round_, who, shared=True))
    remarks = frozenset(key for (key,) in connection.execute(_remarks()))
    yield from (one.key for one in notes_naming(connection, round_, alone) if one.key in remarks)


def _remarks() -> Select[str]:
    several = union(*(select(table.c.note) for table in (relation, called, minute))).subquery()
    return select(several.c.note).where(several.c.note.is_not(None))


def closed_notes_naming(connection: Connection, round_: RoundKey, who: Somebody) -> Iterator[Key]:
    """The same of those that none may: nobody can be asked of which."""
    found = _naming(connection, round_, who, note.c.key.in_(closed_notes()))
    yield from (one.key for one in found)


def _naming(
    connection: Connection, round_: RoundKey, who: Somebody, which: ColumnElement[bool]
) -> Iterator[Mention]:
    others = or_(note.c.person.is_(None), note.c.person.not_in(who.keys))
    here = select(note.c.key, note.c.text).where(note.c.round == round_, others, which)
    rows = connection.execute(here.order_by(note.c.key)).all()
    for row in rows:
        if who.is_named_in(row.text):
            yield Mention(Key(row.key), row.text)


def remarks_naming(connection: Connection, round_: RoundKey, who: Somebody) -> Iterator[Key]:
    """Remarks of reading that are not about them, and name them: made by us, so nobody's words."""
    others = or_(remark.c.person.is_(None), remark.c.person.not_in(who.keys))
    rows = connection.execute(
        select(remark.c.key, remark.c.value).where(remark.c.round == round_, others)
    )
    for row in rows:
        if any(who.is_named_in(text) for text in texts(json.loads(row.value))):
            yield Key(row.key)


def _plans_naming(connection: Connection, round_: RoundKey, who: Somebody) -> int:
    plans = connection.scalars(select(stage.c.plan).where(stage.c.round == round_))
    return sum(any(map(who.is_named_in, texts(json.loads(plan)))) for plan in plans)


def _others_naming(connection: Connection, round_: RoundKey, who: Somebody) -> set[str]:
    """The keys of those in whose answers they are named."""
    rows = connection.execute(
        select(answers.c.person, answers.c.value).where(
            answers.c.round == round_, answers.c.person.not_in(who.keys)
        )
    )
    return {row.person for row in rows if any(map(who.is_named_in, texts(json.loads(row.value))))}
