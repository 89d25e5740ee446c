"""What was done on a board can be done again: in order, by people of the round of its proposal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.tables import applicant, proposal, step

KINDS = frozenset({"move", "swap", "pin", "unpin", "leave", "override", "settle"})
"""What a board can do again."""


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each step that cannot; and for one that stands behind one taken back."""
    people = {row.key: row.round for row in connection.execute(select(applicant))}
    undone: set[str] = set()
    steps = select(step, proposal.c.round.label("whose")).join(proposal)
    for row in connection.execute(steps.order_by(step.c.proposal, step.c.number)):
        behind = not row.undone and row.proposal in undone
        if row.undone:
            undone.add(row.proposal)
        known = row.kind in KINDS and row.round == row.whose
        if behind or not known or any(people.get(who) != row.round for who in _who(row.value)):
            yield Problem("store.unfit", f"step {row.proposal} {row.number}")


def _who(value: str) -> tuple[Any, ...]:
    """Whom a step is about, or moves, by key; where it is no step, nobody that is there."""
    try:
        said = json.loads(value)
        moved = (key for key, _ in said.get("seats", ()))
        excused = (key for _, key in said.get("excused", ()) if key)  # else it is about everybody
        return (*said.get("people", ()), *moved, *excused)
    except json.JSONDecodeError:  # told as such, of every table
        return ()
    except (AttributeError, TypeError, ValueError):
        return (None,)
