"""A kind of data that is erased after so many days: what there is of it, since when, and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from cohorts.rounds.act import Acting
from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.life.while_voting import UNTIL_CLOSED
from cohorts.store.keys import RoundKey
from cohorts.store.tables import event

KEEPING = "keeping"
"""The object of acts on how long things stay."""


class Item(NamedTuple):
    """One thing that is kept. ``since``: the moment from which its days are counted."""

    key: Any
    since: str


@dataclass(frozen=True)
class Kind:
    """``days``: after which it is erased, where nothing else was set.

    ``found``: what there is of it and whose days run; ``erase``: within an act, which of these go.
    ``whole``: each is somebody, of whom everything goes.
    Its words: ``keeping.<name>``, ``…_from``, ``…_why``, ``…_due``; its event:
    ``event.<name>_erase``.
    """

    name: str
    days: int
    found: Callable[[Connection, RoundKey], Sequence[Item]]
    erase: Callable[[Acting, Sequence[Any]], None]
    whole: bool = False


def decided_at(connection: Connection, round_: RoundKey) -> str:
    """When the decision that stands was made; "" where none does."""
    last = standing(decisions_in(connection, round_))
    return "" if last is None else last.at


def ended_at(connection: Connection, round_: RoundKey) -> str:
    """When the decision that stands was made; where none does, the last act in the round.

    To set how long something stays, and to erase what is due, is none: else each would put off
    the others. What a member does on their ballot is none either: nobody may know when.
    """
    here = (event.c.object != KEEPING, event.c.act.not_in(UNTIL_CLOSED))
    last = select(func.max(event.c.at)).where(event.c.chain == round_, *here)
    return decided_at(connection, round_) or connection.scalar(last) or ""


def after(since: str, days: int) -> str:
    """A moment so many days later, as the clock of the store writes it."""
    at = datetime.fromisoformat(since) + timedelta(days=days)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
