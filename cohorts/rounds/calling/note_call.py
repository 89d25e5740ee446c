"""Somebody was called: what it came to, until when they think, and what they said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, insert, select

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import Status
from cohorts.rounds.act import Acting, act, acting
from cohorts.rounds.actor import Actor
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.known_there import check_may_write
from cohorts.rounds.people.kept_people import OBJECT, people_in_store
from cohorts.rounds.people.mend import mend_within
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.typed_text import visible
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import called as table
from cohorts.store.tables import note

CALLS = "calls"
"""The object of this act."""
LONGEST = 2_000
FURTHEST = timedelta(days=200)
SAYS: Mapping[Called, tuple[frozenset[Status], Status]] = {
    Called.COMMITTED: (frozenset({Status.APPROACHED, Status.PROBABLE}), Status.CONFIRMED),
    **dict.fromkeys(
        (Called.NO, Called.STOPPED),
        (frozenset({Status.PROBABLE, Status.CONFIRMED}), Status.APPROACHED),
    ),
}
"""What a call came to → which statuses it changes, and to what.

Who signed is taken out of the round by hand; of whom no status is known, none is made up.
"""


def note_call(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    person: PersonKey,
    state: Called,
    *,
    until: datetime | None = None,
    remark: str = "",
    seen: int | None = None,
) -> int:
    """One call more; by it who commits is confirmed, and who says no is so no more.

    Gives the revision.

    ``until``: with its zone, of who asked for time to think and of nobody else. ``remark``: kept
    as a note of theirs. Raises InputError for who is not of the round, a day that is past or more
    than 200 days ahead, and a remark too long to be read; RefusedError, StaleError.
    """
    with act(store, actor, round_, "call.note", may=ORGANISERS, object_=CALLS, seen=seen) as doing:
        check_may_write(doing, person)
        text, moment = _typed(remark), _until(state, until)
        _change_status(doing, store, person, state)
        count = select(func.coalesce(func.max(table.c.number), 0)).where(table.c.round == round_)
        number = doing.connection.execute(count).scalar_one() + 1
        row = {"round": round_, "number": number, "person": person, "state": state.value}
        row |= {"until": moment, "note": _noted(doing, person, text)}
        doing.connection.execute(insert(table), row | {"at": now(), "by": actor.key})
        doing.about(person)
        doing.say({"state": state.value, "until": moment}, person)
        return doing.revision


def _change_status(doing: Acting, store: Store, person: PersonKey, state: Called) -> None:
    """In the same transaction, as a change by hand."""
    if state not in SAYS:
        return
    changes, to = SAYS[state]
    kept = people_in_store(doing.connection, store.url, doing.round)
    if person not in kept.who or kept.who[person].status not in changes:
        return
    with acting(
        doing.connection, doing.actor, doing.round, "people.mend", object_=OBJECT
    ) as mending:
        mend_within(mending, kept, person, {"status": to.value})


def _noted(doing: Acting, person: PersonKey, text: str) -> Key | None:
    if not text:
        return None
    key = new_key()
    row = {"key": key, "round": doing.round, "person": person, "text": text}
    doing.connection.execute(insert(note), row)
    return key


def _typed(remark: str) -> str:
    found = visible(remark)
    if len(found) > LONGEST:
        raise InputError(Problem("calling.too_long", "", {"longest": LONGEST}))
    return found


def _until(state: Called, until: datetime | None) -> str | None:
    """In the clock of the store."""
    if state is not Called.THINKING:
        return None
    here = datetime.fromisoformat(now())
    if until is None or not here < until <= here + FURTHEST:
        raise InputError(Problem("calling.no_until", "", {"days": FURTHEST.days}))
    at = until.astimezone(UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
