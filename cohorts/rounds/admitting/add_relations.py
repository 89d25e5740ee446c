"""A list of relations beside those that stand: nothing that was answered before is lost."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cohorts.composing.inputs import INPUTS
from cohorts.errors import InputError, Problem
from cohorts.forms.from_bytes import from_bytes
from cohorts.people.relation import Pair, Relation, RelationKind, pair_of
from cohorts.round.remark import NotingRows, Remark, noticed
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.asking.kept_file import file_in, keep_file
from cohorts.rounds.asking.naming import key_of
from cohorts.rounds.asking.relation_rows import last_number, relations_in, write_relation
from cohorts.rounds.asking.setting_rows import settings_in
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store, people_of
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

RELATIONS = "relations"
MOST_NAMED = 8
"""Pairs that are named where there are more."""


@dataclass(frozen=True)
class Added:
    """``count``: how many are new; ``stood``: how many of the list stood already."""

    count: int
    stood: int
    remarks: tuple[Remark, ...]


def add_relations(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    *,
    file: str,
    content: bytes,
    seen: int | None = None,
) -> Added:
    """What a list says and nothing says yet; ``remarks``: what reading it noticed.

    Raises RefusedError where a tie keeps them from one of those it names. Raises InputError with
    every fault of the file, and for pairs of which it says the contrary of what stands: one of the
    two has no relation. Then nothing has changed.
    """
    applicants = people_of(store, actor, round_).applicants
    read = from_bytes(file, content, lambda path: INPUTS[RELATIONS].read(path, applicants))
    name = "asked.relations"
    with act(store, actor, round_, name, may=ORGANISERS, object_=ASKED, seen=seen) as doing:
        people = people_in_store(doing.connection, store.url, round_)
        settings = settings_in(doing.connection, round_)
        stands = relations_in(doing.connection, round_, people, settings)
        check_not_tied(doing.connection, round_, actor, _named(read, people))
        _check_not_against(stands, read, people)
        new = _not_said_by(stands, read)
        for number, one in enumerate(new, last_number(doing.connection, round_) + 1):
            two = key_of(one.a, people.keys), key_of(one.b, people.keys)
            write_relation(doing, number, two, {"kind": one.kind.value, "must": one.must}, one.note)
        if new:
            before = file_in(doing.connection, settings, RELATIONS, people.keys)
            told = NotingRows(new, *noticed(read))
            keep_file(doing, RELATIONS, file, told, people.keys, beside=before)
        doing.about(*sorted(_named(new, people)))
        doing.say({"added": len(new)})
        return Added(len(new), len(read) - len(new), noticed(read))


def _named(relations: Collection[Relation], people: KeptPeople) -> set[PersonKey]:
    return {key_of(who, people.keys) for one in relations for who in (one.a, one.b)}


def _said(one: Relation) -> tuple[object, ...]:
    """What makes two rows one; who supplies whom is the only kind with a direction."""
    two = (one.a, one.b) if one.kind is RelationKind.SUPPLIES else pair_of(one.a, one.b)
    return (one.kind, *two)


def _not_said_by(stands: Sequence[Relation], read: Sequence[Relation]) -> list[Relation]:
    """Each once, in the order of the list."""
    known = {_said(one) for one in stands}
    new: dict[tuple[object, ...], Relation] = {}
    for one in read:
        if _said(one) not in known:
            new.setdefault(_said(one), one)
    return list(new.values())


def _check_not_against(
    stands: Collection[Relation], read: Sequence[Relation], people: KeptPeople
) -> None:
    """Of two who have no relation nothing else can be added, nor the other way about."""
    none, other = _pairs(stands, none=True), _pairs(stands, none=False)
    against = (none & _pairs(read, none=False)) | (other & _pairs(read, none=True))
    if against:
        label = {one.id: one.label for one in people.applicants}
        names = [" + ".join(label[who] for who in pair) for pair in sorted(against)]
        facts = {"pairs": tuple(names[:MOST_NAMED]), "count": len(names)}
        raise InputError(Problem("asking.relations_against", "", facts))


def _pairs(relations: Collection[Relation], *, none: bool) -> set[Pair]:
    wanted = (one for one in relations if (one.kind is RelationKind.NONE) is none)
    return {pair_of(one.a, one.b) for one in wanted}
