"""One relation more between two people of a round, beside those that stand."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.people.relation import RelationKind
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.asking.relation_rows import kinds_between, last_number, write_relation
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

LONGEST = 500
"""Signs of a reason."""


def add_relation(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    a: PersonKey,
    b: PersonKey,
    *,
    kind: RelationKind,
    must: bool | None = None,
    reason: str = "",
    seen: int | None = None,
) -> int:
    """``must`` None: the rule that uses the kind decides. Gives the revision.

    Raises RefusedError where a tie keeps them from one of the two.
    Raises InputError for somebody who is not in the round, one person twice, what stands already
    or goes against what stands, a reason that is too long, and ``none`` without a reason.
    """
    name = "asked.relation"
    with act(store, actor, round_, name, may=ORGANISERS, object_=ASKED, seen=seen) as doing:
        noted = _noted(reason, kind)
        people = people_in_store(doing.connection, store.url, round_)
        if not people.who.keys() >= {a, b}:
            raise InputError(Problem("people.not_there"))
        if a == b:
            raise InputError(Problem("asking.one_person"))
        check_not_tied(doing.connection, round_, actor, {a, b})
        _check_not_there(kinds_between(doing.connection, round_, (a, b), people.keys), kind)
        number = last_number(doing.connection, round_) + 1
        write_relation(doing, number, (a, b), {"kind": kind.value, "must": must}, noted)
        doing.about(a, b)
        doing.say({"kind": kind.value})
        return doing.revision


def _noted(reason: str, kind: RelationKind) -> str:
    noted = visible(reason)
    if len(noted) > LONGEST:
        raise InputError(Problem("asking.reason_long", "", {"longest": LONGEST}))
    if kind is RelationKind.NONE and not noted:
        raise InputError(Problem("asking.why_none"))
    return noted


def _check_not_there(stands: frozenset[RelationKind], kind: RelationKind) -> None:
    """Two may be several things to each other; but nothing beside ``none``, and nothing twice."""
    against = stands if kind is RelationKind.NONE else stands & {RelationKind.NONE}
    if against or kind in stands:
        raise InputError(Problem("asking.relation_there"))
