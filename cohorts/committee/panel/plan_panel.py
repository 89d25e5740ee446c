"""The front door: from members and minutes to who reads what, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from cohorts.committee.panel.certainty import certainty
from cohorts.committee.panel.panel_asked import MOST_CELLS, PanelAsked
from cohorts.committee.panel.panel_plan import Kind, PanelPlan, Trial
from cohorts.errors import InputError, Problem
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from solver.pairing.reading import Reading, ReadingTask, read_evenly
from solver.pairing.reading.reading_short import Short, short_of
from solver.pairing.reading.shared_out import shared_out
from solver.quantise import BoolArray

MINUTES_MORE = 5
MOST_NAMED = 12
LARGE = 20_000
"""Members times dossiers; from here on a plan takes seconds, and it is told how far it is."""
PLANS = 1 + len(Kind)
Progress: TypeAlias = Callable[[object, float], None]
"""Hears how far it is; the first says nothing here."""


def plan_panel(asked: PanelAsked, progress: Progress | None = None) -> PanelPlan:
    """Who reads what.

    ``progress`` hears of a large panel which part of the plans is made: the one that was asked for
    and those that are tried beside it. Raises InputError naming what cannot get its readers, with
    the remedy.

    Without a number of readers every dossier gets as many as there is time for. One that too many
    may not read then gets one less; more than that is refused.
    """
    readers = _readers(asked)
    reading = _reading(asked, readers)
    sure = certainty(reading.reads, asked.places, seed=asked.seed)
    large = len(asked.members) * len(asked.dossiers) >= LARGE
    tell = progress if progress is not None and large else _tell_nobody
    tell(None, 1 / PLANS)
    return PanelPlan(asked, readers, reading, sure, tuple(_trials(asked, readers, tell)))


def _tell_nobody(_found: object, _part: float) -> None:
    """Nobody waits long enough."""


def _readers(asked: PanelAsked) -> int:
    """How many readers a dossier gets; refused where the minutes alone do not allow it."""
    wanted = asked.readers or max(asked.in_time, 1)
    if wanted > len(asked.members):
        facts: dict[str, object] = {"readers": wanted, "members": len(asked.members)}
        raise InputError(Problem("panel.readers_high", "--readers", facts))
    if wanted > asked.in_time:
        facts = {
            "readers": wanted,
            "needed": wanted * len(asked.dossiers),
            "can": len(asked.members) * asked.most,
            "minutes": asked.minutes_for(wanted),
            "fewer": asked.in_time,
        }
        code = "panel.time_none" if asked.in_time == 0 else "panel.time_short"
        raise InputError(Problem(code, "--minutes", facts))
    return wanted


def _reading(asked: PanelAsked, readers: int) -> Reading:
    allowed = _allowed(asked)
    task = ReadingTask(allowed, readers, asked.most, one_less=asked.readers is None)
    found = read_evenly(task, asked.seed)
    if isinstance(found, Short):
        raise InputError(_short(asked, task, found))
    return found


def _allowed(asked: PanelAsked) -> BoolArray:
    allowed = np.ones((len(asked.dossiers), len(asked.members)), dtype=np.bool_)
    rows = {dossier: row for row, dossier in enumerate(asked.dossiers)}
    columns = {member: column for column, member in enumerate(asked.members)}
    for member, dossier in asked.blocked:
        allowed[rows[dossier], columns[member]] = False
    return allowed


def _short(asked: PanelAsked, task: ReadingTask, short: Short) -> Problem:
    """Which dossiers cannot get their readers, and what would help."""
    facts: dict[str, object] = {
        "dossiers": _few("dossier", [asked.dossiers[row] for row in short.what], asked.names),
        "members": _few("member", [asked.members[column] for column in short.full]),
        "many": len(short.what),
        "busy": len(short.full),
        "readers": task.least,
        "needed": short.needed,
        "can": short.can,
        "fewer": _most_readers(task),
    }
    kind = "shut_out" if not short.full else "shut_busy"
    if not facts["fewer"]:
        kind += "_none"
    return Problem(f"panel.{kind}", "--blocked", facts)


def _few(
    kind: str, given: Sequence[str], names: Mapping[str, str] | None = None
) -> Mapping[Language, tuple[str, ...]]:
    """The first of many as they are called, and how many more there are."""
    few = first_of(given, MOST_NAMED)
    more = (f"+ {len(given) - len(few)}",) if len(few) < len(given) else ()
    return {
        language: (*(called(kind, (names or {}).get(one, one), language) for one in few), *more)
        for language in Language
    }


def called(kind: str, name: str, language: Language) -> str:
    """By the name; what has only a number is called Member 3, or Dossier 3."""
    return say(f"panel.{kind}", language, number=name) if name.isdecimal() else name


def _most_readers(task: ReadingTask) -> int:
    """The most readers with which it can be after all; 0: not even one each."""
    for fewer in range(task.least - 1, 0, -1):
        tried = replace(task, readers=fewer, one_less=False)
        if short_of(tried, shared_out(tried)) is None:
            return fewer
    return 0


def _trials(asked: PanelAsked, readers: int, tell: Progress) -> Iterator[Trial]:
    """What one member more, some minutes more and one reader more would bring, where it can be."""
    another = max(asked.members, key=len) + "+"
    wider = replace(asked, members=(*asked.members, another)) if _fits(asked) else asked
    longer = replace(asked, minutes=asked.minutes + MINUTES_MORE)
    slower = replace(asked, minutes=max(asked.minutes_for(readers + 1), asked.minutes))
    tried = (
        (Kind.MEMBER, 1, wider, asked.readers or wider.in_time),
        (Kind.MINUTES, MINUTES_MORE, longer, asked.readers or longer.in_time),
        (Kind.READER, 1, slower, readers + 1),
    )
    for made, (kind, many, one, with_readers) in enumerate(tried, 2):
        if one is not asked and with_readers <= len(one.members):
            yield from _trial(kind, many, one, with_readers)
        tell(None, made / PLANS)


def _fits(asked: PanelAsked) -> bool:
    return (len(asked.members) + 1) * len(asked.dossiers) <= MOST_CELLS


def _trial(kind: Kind, many: int, asked: PanelAsked, readers: int) -> Iterator[Trial]:
    """Nothing where too much is blocked for so many readers."""
    task = ReadingTask(_allowed(asked), readers, asked.most, one_less=asked.readers is None)
    reading = read_evenly(task, asked.seed)
    if not isinstance(reading, Short):
        most = int(reading.reads.sum(axis=0).max())
        sure = certainty(reading.reads, asked.places, seed=asked.seed)
        yield Trial(kind, many, readers, most * asked.each, sure)
