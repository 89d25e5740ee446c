"""The one way to change a kept round: role, what was seen, change, event; in one transaction.

Nobody may do anything that no act allows them. An act names the object it changes; a save that did
not see the last change of it is refused, with what happened since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, select, update

from cohorts.errors import Problem, RefusedError, StaleError
from cohorts.rounds.actor import Actor
from cohorts.rounds.happened import happened
from cohorts.rounds.roles import Role
from cohorts.store.chain import Saying, append
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, event, revision, role
from cohorts.store.tables import round_ as round_table


@dataclass(eq=False)
class Acting:
    """An act under way. ``revision``: of the object, once this is done."""

    connection: Connection
    round: RoundKey
    actor: Actor
    revision: int
    head: str = ""
    _about: list[PersonKey] = field(default_factory=list)
    _sayings: list[Saying] = field(default_factory=list)

    def about(self, *people: PersonKey) -> None:
        """Whom the event is about."""
        self._about += people

    def say(self, value: object, person: PersonKey | None = None) -> None:
        """What the event says; JSON. Of ``person``: goes when they are erased."""
        self._sayings.append(Saying(value, person))


@contextmanager
def act(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    name: str,
    *,
    may: frozenset[Role],
    object_: str,
    seen: int | None = None,
    put_away: bool = False,
) -> Iterator[Acting]:
    """The transaction of one act; ``seen``: the revision it is based on (None: any).

    ``put_away``: it may be done in an archived round too. Raises RefusedError where none of ``may``
    is theirs or the round is archived, StaleError where somebody was first.
    """
    with store.writing() as connection:
        check_role(connection, actor, round_, may)
        if not put_away:
            check_in_use(connection, round_)
        with acting(connection, actor, round_, name, object_=object_, seen=seen) as doing:
            yield doing


@contextmanager
def acting(
    connection: Connection,
    actor: Actor,
    round_: RoundKey,
    name: str,
    *,
    object_: str,
    seen: int | None = None,
) -> Iterator[Acting]:
    """An act within a transaction that has checked already who may do it; else see :func:`act`.

    Raises StaleError where somebody was first.
    """
    now = revision_of(connection, round_, object_)
    if seen is not None and seen != now:
        raise StaleError(*_since(connection, round_, object_, seen))
    doing = Acting(connection, round_, actor, now + 1)
    yield doing
    _set_revision(connection, round_, object_, now + 1)
    doing.head = append(
        connection,
        round_,
        actor=actor.key,
        act=name,
        object_=object_,
        revision=now + 1,
        about=doing._about,  # noqa: SLF001 - filled for this
        sayings=doing._sayings,  # noqa: SLF001 - the same
    )


@contextmanager
def look(
    store: Store, actor: Actor, round_: RoundKey, *, may: frozenset[Role]
) -> Iterator[Connection]:
    """One look at a round. Raises RefusedError where none of ``may`` is theirs."""
    with store.reading() as connection:
        check_role(connection, actor, round_, may)
        yield connection


def check_may(store: Store, actor: Actor, round_: RoundKey, *, may: frozenset[Role]) -> None:
    """Before anything that is given is even looked at, where that takes time or may be wrong.

    The act asks again. Raises RefusedError where none of ``may`` is theirs.
    """
    with look(store, actor, round_, may=may):
        pass


def check_role(
    connection: Connection, actor: Actor, round_: RoundKey, may: frozenset[Role]
) -> None:
    """Raises RefusedError; also for a round that is not there, in the same words."""
    found = connection.scalars(
        select(role.c.role)
        .join(account, account.c.key == role.c.account)
        .where(
            role.c.round == round_,
            role.c.account == actor.key,
            account.c.revoked_at.is_(None),
        )
    )
    if may.isdisjoint(found):
        raise RefusedError(Problem("rounds.not_yours"))


def check_in_use(connection: Connection, round_: RoundKey) -> None:
    """Raises RefusedError where the round is archived."""
    here = (round_table.c.key == round_, round_table.c.archived_at.is_not(None))
    if connection.scalar(select(round_table.c.key).where(*here)) is not None:
        raise RefusedError(Problem("rounds.archived"))


def revision_of(connection: Connection, round_: RoundKey, object_: str) -> int:
    """How often it was changed; 0: never."""
    query = select(revision.c.number).where(
        revision.c.round == round_, revision.c.object == object_
    )
    return connection.scalar(query) or 0


def _set_revision(connection: Connection, round_: RoundKey, object_: str, number: int) -> None:
    if number == 1:
        row = {"round": round_, "object": object_, "number": 1}
        connection.execute(insert(revision), row)
        return
    here = (revision.c.round == round_, revision.c.object == object_)
    connection.execute(update(revision).where(*here).values(number=number))


def _since(connection: Connection, round_: RoundKey, object_: str, seen: int) -> Sequence[Problem]:
    """What was done to it since, and by whom: one problem each."""
    since = happened(connection, round_, event.c.object == object_, event.c.revision > seen)
    return [
        Problem("rounds.stale", "", {"act": one.act, "at": one.at, "what": one.sentences})
        for one in since
    ] or [Problem("rounds.stale_unknown")]
