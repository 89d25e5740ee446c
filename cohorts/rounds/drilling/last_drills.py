"""The last drills as they were written down, for whoever runs the installation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.rounds.accounts.installing import is_administrator
from cohorts.rounds.actor import Actor
from cohorts.rounds.drilling.drill_log import log_of
from cohorts.store.store import Store

FEW = 5


@dataclass(frozen=True)
class DrillLine:
    """``at``: when it began; ``copy``: the file; ``hours``: how old that was.

    ``holds``: it can be put back; ``rounds`` were in it.
    """

    at: str
    copy: str
    hours: float
    holds: bool
    rounds: int


def last_drills(store: Store, actor: Actor, count: int = FEW) -> tuple[DrillLine, ...] | None:
    """The newest first; None for whoever is not the administrator. A line cut short is no drill."""
    with store.reading() as connection:
        if not is_administrator(connection, actor):
            return None
    try:
        lines = log_of(store.url).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return tuple(_read(lines[::-1]))[:count]


def _read(lines: list[str]) -> Iterator[DrillLine]:
    for line in lines:
        try:
            said = json.loads(line)
            of = (str(said["at"]), str(said["copy"]), float(said["hours_old"]))
            yield DrillLine(*of, bool(said["holds"]), int(said["rounds"]))
        except (ValueError, TypeError, KeyError):
            continue
