"""What members noted with their votes is erased so many days after it was decided who go on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, select

from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stages_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.store.clock import now
from cohorts.store.erasing import forget
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import note, passed, vote


@dataclass(frozen=True)
class NotesDue:
    """Of which stage, and how many; they may be erased from ``since``."""

    stage: StageKey
    number: int
    count: int
    since: str


def notes_due(store: Store, actor: Actor, round_: RoundKey) -> tuple[NotesDue, ...]:
    """What :func:`erase_members_notes` would erase now. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return tuple(_due(connection, round_))


def erase_members_notes(store: Store, actor: Actor, round_: RoundKey) -> tuple[NotesDue, ...]:
    """Those whose days are over, also in an archived round; gives which. Votes stay as they are.

    It is done when an organiser opens the round. Where nothing is due, nothing is logged. Raises
    RefusedError for who does not organise it.
    """
    with look(store, actor, round_, may=ORGANISERS) as connection:
        if not _due(connection, round_):
            return ()
    with act(
        store, actor, round_, "notes.erase", may=ORGANISERS, object_="notes", put_away=True
    ) as doing:
        found = _due(doing.connection, round_)
        for one in found:
            theirs = select(vote.c.note).where(vote.c.stage == one.stage, vote.c.note.is_not(None))
            doing.connection.execute(delete(note).where(note.c.key.in_(theirs)))
        doing.say({"numbers": [one.number for one in found]})
    forget(store.url)
    return tuple(found)


def _due(connection: Connection, round_: RoundKey) -> list[NotesDue]:
    found = [(head, _since(connection, head)) for head in stages_in(connection, round_)]
    due = [(head, since) for head, since in found if since is not None and since <= now()]
    counted = ((head, since, _count(connection, head)) for head, since in due)
    return [
        NotesDue(head.key, head.number, count, since) for head, since, count in counted if count
    ]


def _since(connection: Connection, head: StageHead) -> str | None:
    """None while it is not decided."""
    decided = connection.scalar(select(func.min(passed.c.at)).where(passed.c.stage == head.key))
    if decided is None:
        return None
    at = datetime.fromisoformat(decided) + timedelta(days=head.plan.notes_days)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _count(connection: Connection, head: StageHead) -> int:
    theirs = select(vote.c.note).where(vote.c.stage == head.key, vote.c.note.is_not(None))
    query = select(func.count()).select_from(note).where(note.c.key.in_(theirs))
    return connection.scalar(query) or 0
