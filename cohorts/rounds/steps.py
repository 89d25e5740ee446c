"""The steps on the board of a proposal, as the store has them: by keys, in order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from cohorts.rounds.act import Acting
from cohorts.store.canonical import canonical
from cohorts.store.clock import now
from cohorts.store.erasing import still_known
from cohorts.store.keys import PersonKey, ProposalKey, new_key
from cohorts.store.tables import note, step


@dataclass(frozen=True)
class Step:
    """``value``: whom and where to, by key; ``typed``: the reason and the name, as far as kept."""

    number: int
    kind: str
    value: Mapping[str, Any]
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """By which two are the same."""
        return canonical([self.number, self.kind, self.value, self.typed])


@dataclass(frozen=True)
class Steps:
    """``standing``: in order; ``undone``: taken back, the next to do again first."""

    standing: tuple[Step, ...]
    undone: tuple[Step, ...]


def steps_in(connection: Connection, proposal: ProposalKey) -> Steps:
    """All that were done on its board since the last that was not taken back."""
    found = connection.execute(
        select(step.c.number, step.c.kind, step.c.value, step.c.undone, note.c.text)
        .outerjoin(note, note.c.key == step.c.note)
        .where(step.c.proposal == proposal)
        .order_by(step.c.number)
    ).all()
    rows = [
        (Step(row.number, row.kind, json.loads(row.value), _typed(row.text)), row.undone)
        for row in found
    ]
    standing = tuple(one for one, undone in rows if not undone)
    return Steps(standing, tuple(one for one, undone in rows if undone))


def add_step(
    doing: Acting,
    proposal: ProposalKey,
    kind: str,
    value: Mapping[str, Any],
    *,
    typed: Mapping[str, str] | None = None,
    person: PersonKey | None = None,
) -> None:
    """One step more; what was taken back can then be done no more.

    ``typed`` stands in a note about ``person``, which goes with them when they are erased.
    """
    connection = doing.connection
    _forget_undone(connection, proposal)
    last = steps_in(connection, proposal).standing
    key = None
    whose = still_known(connection, person)
    if typed and (person is None or whose is not None):  # nothing of who was erased comes back
        key = new_key()
        noted = {"key": key, "round": doing.round, "person": whose, "text": canonical(typed)}
        connection.execute(insert(note), noted)
    row = {
        "proposal": proposal,
        "number": last[-1].number + 1 if last else 1,
        "round": doing.round,
        "kind": kind,
        "value": canonical(value),
        "note": key,
        "undone": False,
        "at": now(),
        "by": doing.actor.key,
    }
    connection.execute(insert(step), row)


def mark(connection: Connection, proposal: ProposalKey, number: int, *, undone: bool) -> None:
    """A step is taken back, or done again."""
    here = (step.c.proposal == proposal, step.c.number == number)
    connection.execute(update(step).where(*here).values(undone=undone))


def _forget_undone(connection: Connection, proposal: ProposalKey) -> None:
    gone = (step.c.proposal == proposal, step.c.undone.is_(True))
    notes = [key for key in connection.scalars(select(step.c.note).where(*gone)) if key]
    connection.execute(delete(step).where(*gone))
    connection.execute(delete(note).where(note.c.key.in_(notes)))


def _typed(text: str | None) -> Mapping[str, str]:
    return {} if text is None else json.loads(text)
