"""One piece of long work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from cohorts.store.keys import Key, ProposalKey
from cohorts.words import Language

JobKey = NewType("JobKey", Key)


class Kind(StrEnum):
    """What is done. Each has a file in :mod:`cohorts.work.kinds`."""

    COMPOSE = "compose"
    CURVE = "curve"
    REPAIR = "repair"
    POST = "post"


PROPOSALS, MAIL = WHAT = "proposals", "mail"
WHY = "why"
"""Where the value of a job holds what was typed with it: the key of a note."""
WORKS_ON = {Kind.COMPOSE: PROPOSALS, Kind.CURVE: PROPOSALS, Kind.REPAIR: PROPOSALS, Kind.POST: MAIL}
"""By this the log names what is asked, stopped and refused."""


def works_on(kind: str) -> str:
    """What a job of this kind works on; as its row says, which may be of another release."""
    return WORKS_ON[Kind(kind)] if kind in {*Kind} else PROPOSALS


class State(StrEnum):
    """How far it is, or how it ended.

    ``REFUSED``: it cannot be, and why; ``STOPPED``: before anything was found; ``DIED``: its
    process ended before it did; ``BROKEN``: by a fault of ours; ``UNREADABLE``: the row says none
    of these.
    """

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    STOPPED = "stopped"
    DIED = "died"
    BROKEN = "broken"
    UNREADABLE = "unreadable"

    @classmethod
    def _missing_(cls, _: object) -> State:
        """One row that nobody can read must not keep the others from being shown."""
        return cls.UNREADABLE


UNFINISHED = (State.QUEUED, State.RUNNING)


@dataclass(frozen=True)
class Told:
    """A problem in words: its place, and in each language what is wrong and what to do."""

    place: str
    said: Mapping[Language, tuple[str, str]]


@dataclass(frozen=True)
class Best:
    """The best so far: how often a must is broken, and how many have no place."""

    broken: int
    left: int


@dataclass(frozen=True)
class Progress:
    """How far it is. In the row of a job as JSON; it names nobody.

    ``share``: of all work, 0 … 1; ``best``: None before anything was found; ``longer``: the key of
    the sentence why it takes longer this time; ``kept``: the proposals that came out of it;
    ``complete``: it is proven that no further one differs; ``cut``: "stop" or "time", where it was
    cut short; ``host`` and ``beat``: the machine it runs on, and when that last said so (UTC).
    ``waits``: another one on that machine goes first, of whatever store. ``remark``: the key of
    what it was refused for, which goes where it names somebody who is erased.
    """

    share: float = 0.0
    best: Best | None = None
    longer: str = ""
    kept: tuple[ProposalKey, ...] = ()
    complete: bool = False
    cut: str = ""
    waits: bool = False
    host: str = ""
    beat: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Job:
    """``by``: a name. ``ahead``: how many go first, where it waits.

    ``kind``: as its row says; ``told``: why it was refused.
    """

    key: JobKey
    kind: str
    state: State
    progress: Progress
    stop: bool
    by: str
    at: str
    started_at: str | None
    ended_at: str | None
    ahead: int = 0
    told: tuple[Told, ...] = field(default=())

    @property
    def over(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self.state not in UNFINISHED
