"""What of a round is to be erased now, and what later: listed first, then carried out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem, StaleError
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.keeping.everything import EVERYTHING, erase_everything, found
from cohorts.rounds.keeping.kind import Item, after
from cohorts.rounds.keeping.kinds import KINDS
from cohorts.rounds.keeping.times_kept import OBJECT, Keeping, keeping_in
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.members.member import members_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.people.once_there import once_there
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.store.clock import now
from cohorts.store.erasing import forget
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Due:
    """``kind``: a name of KINDS, or EVERYTHING. ``count``: of which the time is over, ``since``.

    ``later``: of how many it is not, and ``next`` when the first of these is; "": of none.
    """

    kind: str
    count: int
    since: str
    later: int
    next: str


def due_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[Due, ...]:
    """Of every kind of which there is anything. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return tuple(_all(connection, round_))


def names_due(store: Store, actor: Actor, round_: RoundKey, kind: str) -> tuple[str, ...]:
    """Of whom everything goes where this kind is erased now: applicants, then members, by name.

    Nobody where it is of a kind that is not whole people. Raises RefusedError.
    """
    with look(store, actor, round_, may=ORGANISERS) as connection:
        if kind != EVERYTHING and not KINDS[kind].whole:
            return ()
        keeping = keeping_in(connection, round_)
        keys = {one.key for one in _over(_items(connection, round_, kind, keeping))}
        kept = people_in_store(connection, store.url, round_)
        people = {**once_there(connection, round_, kept), **kept.shown}
        members = {one.key: one.name for one in members_in(connection, round_)}
    called = sorted({one.label for who, one in people.items() if who in keys}, key=str.casefold)
    seated = sorted({name for who, name in members.items() if who in keys}, key=str.casefold)
    return *called, *seated


def erase_due(store: Store, actor: Actor, round_: RoundKey, kind: str, *, listed: int) -> None:
    """Erases what is due of one kind, also in an archived round; the log says what and how many.

    ``listed``: how many whoever presses was told of. Raises StaleError where it is another number
    by now, InputError where there is no such kind, RefusedError.
    """
    with act(
        store, actor, round_, f"{kind}.erase", may=ORGANISERS, object_=OBJECT, put_away=True
    ) as doing:
        if kind not in {*KINDS, EVERYTHING}:
            raise InputError(Problem("keeping.no_kind", kind))
        keeping = keeping_in(doing.connection, round_)
        items = _over(_items(doing.connection, round_, kind, keeping))
        if not listed or len(items) != listed:
            raise StaleError(Problem("keeping.other"))
        doing.say({"number": len(items)})
        if kind == EVERYTHING:
            erase_everything(doing)
        else:
            KINDS[kind].erase(doing, [one.key for one in items])
    LastFew.forget_all()
    forget(store.url)


def _all(connection: Connection, round_: RoundKey) -> Iterator[Due]:
    keeping = keeping_in(connection, round_)
    for kind in (*KINDS, EVERYTHING):
        items = _items(connection, round_, kind, keeping)
        over = _over(items)
        later = sorted(one.since for one in items if one not in over)
        if items:
            since = min((one.since for one in over), default="")
            yield Due(kind, len(over), since, len(later), later[0] if later else "")


def _items(connection: Connection, round_: RoundKey, kind: str, keeping: Keeping) -> Sequence[Item]:
    """Each with the moment at which its time is over."""
    if kind == EVERYTHING:
        return found(connection, round_, keeping.before)
    days = keeping.days[kind]
    return [Item(one.key, after(one.since, days)) for one in KINDS[kind].found(connection, round_)]


def _over(items: Sequence[Item]) -> Sequence[Item]:
    at = now()
    return [one for one in items if one.since <= at]
