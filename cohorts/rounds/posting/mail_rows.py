"""Letters that wait, are under way or went, as the store has them; how far each is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from cohorts.rounds.act import Acting
from cohorts.rounds.posting.handing_over import Fault
from cohorts.rounds.posting.written import Written, written_of
from cohorts.store.canonical import canonical, sha256
from cohorts.store.clock import now
from cohorts.store.erasing import still_known
from cohorts.store.keys import Key, PersonKey, RoundKey, new_key
from cohorts.store.tables import mail as table
from cohorts.store.tables import note

LONGEST_UNDER_WAY = timedelta(minutes=10)
"""By then a server answered or the line was given up: whoever sent it is there no more."""


class State(StrEnum):
    """WAITING → SENDING → SENT, FAILED (the server does not have it) or UNSURE (it may have it)."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNSURE = "unsure"


NOT_KNOWN = frozenset({State.SENDING, State.UNSURE})
"""What whoever sends it may still say more of."""
MAY_BE_THERE = NOT_KNOWN | {State.SENT}
"""In these somebody has the letter, or may have it."""


@dataclass(frozen=True)
class MailRow:
    """``person``: None for who logs in. ``began``: when it went under way, or was sent; "": never.

    ``written``: None where it was erased. ``note``: its key.
    """

    key: Key
    person: PersonKey | None
    about: str
    state: State
    tries: int
    fault: Fault | None
    at: str
    began: str
    note: str
    written: Written | None

    @property
    def went(self) -> str:
        """When it did, as far as is known."""
        return self.began or self.at


def once(round_: RoundKey, about: str, person: PersonKey) -> str:
    """Of one letter to one person."""
    return sha256(canonical([round_, about, person]))


def mail_in(connection: Connection, round_: RoundKey) -> tuple[MailRow, ...]:
    """All of a round, in the order in which they came."""
    query = _letters().where(table.c.round == round_).order_by(table.c.at, table.c.key)
    return tuple(map(_row, connection.execute(query)))


def one_in(connection: Connection, round_: RoundKey, key: Key) -> MailRow | None:
    """One of them."""
    here = (table.c.round == round_, table.c.key == key)
    found = connection.execute(_letters().where(*here)).one_or_none()
    return None if found is None else _row(found)


def _letters() -> Select[tuple[object, ...]]:
    return select(table, note.c.text).outerjoin(note, note.c.key == table.c.note)


def _row(row: Row[tuple[object, ...]]) -> MailRow:
    state, began = State(row.state), row.sent_at or ""
    if state is State.SENDING and _is_over(began):
        state = State.UNSURE
    return MailRow(
        Key(row.key),
        None if row.person is None else PersonKey(Key(row.person)),
        row.about,
        state,
        row.tries,
        None if row.fault is None else Fault(row.fault),
        row.at,
        began,
        row.note or "",
        None if row.text is None else written_of(row.text),
    )


def _is_over(began: str) -> bool:
    latest = datetime.fromisoformat(began) + LONGEST_UNDER_WAY
    return datetime.fromisoformat(now()) >= latest


def put_in_queue(doing: Acting, about: str, person: PersonKey, one: Written) -> Key:
    """Within an act: the first time. Gives its key."""
    key = new_key()
    row = {"key": key, "round": doing.round, "person": person, "about": about, "tries": 0}
    row |= {"state": State.WAITING.value, "once": once(doing.round, about, person)}
    row |= {"note": _noted(doing, person, one), "at": now(), "by": doing.actor.key}
    doing.connection.execute(insert(table), row)
    return key


def put_in_queue_again(doing: Acting, before: MailRow, one: Written) -> None:
    """Within an act: with these words in place of those before, as if it were never tried."""
    doing.connection.execute(delete(note).where(note.c.key == before.note))
    row = {"note": _noted(doing, before.person, one), "by": doing.actor.key, "tries": 0}
    row |= {"state": State.WAITING.value, "fault": None, "sent_at": None, "at": now()}
    doing.connection.execute(update(table).where(table.c.key == before.key).values(row))


def take_out_of_queue(doing: Acting, before: MailRow) -> None:
    """Within an act: it waits no more, as if it were never put there."""
    doing.connection.execute(delete(note).where(note.c.key == before.note))
    doing.connection.execute(delete(table).where(table.c.key == before.key))


def _noted(doing: Acting, person: PersonKey | None, one: Written) -> Key:
    key = new_key()
    whose = still_known(doing.connection, person)
    row = {"key": key, "round": doing.round, "person": whose, "text": one.as_note()}
    doing.connection.execute(insert(note), row)
    return key


def set_state(
    connection: Connection,
    key: Key,
    state: State,
    *,
    fault: Fault | None = None,
    tries: int | None = None,
) -> None:
    """How far it is; from now on, where it is under way or went."""
    row: dict[str, object] = {"state": state.value, "fault": fault and fault.value}
    if state in {State.SENDING, State.SENT}:
        row["sent_at"] = now()
    if tries is not None:
        row["tries"] = tries
    connection.execute(update(table).where(table.c.key == key).values(row))
