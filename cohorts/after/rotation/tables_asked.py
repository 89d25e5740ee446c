"""What is asked of a rotation: by options, and by a plan that says it session by session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cohorts.after.rotation.plan_file import MOST_SESSIONS, ReadPlan
from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """``sessions``: how many; ``tables`` and ``size`` (smallest, largest): of every session.

    What an option says, the plan needs not say; what it says of one session holds there.
    ``spread``: fields whose values go evenly over the tables. ``absent``: person → sessions;
    ``hosts``: person → the table where that person stays. ``met``: who met before.
    """

    sessions: int | None = None
    tables: int | None = None
    size: tuple[int, int] | None = None
    spread: tuple[str, ...] = ()
    absent: Mapping[ApplicantId, frozenset[int]] = field(default_factory=dict)
    hosts: Mapping[ApplicantId, int] = field(default_factory=dict)
    plan: ReadPlan | None = None
    met: frozenset[Pair] = frozenset()

    @property
    def number(self) -> int:
        """How many sessions there are. Raises InputError."""
        planned = len(self.plan.stated.sessions) if self.plan else 0
        if self.sessions is None and not planned:
            raise InputError(Problem("rotation.no_sessions", "--sessions"))
        if self.sessions is not None and not 1 <= self.sessions <= MOST_SESSIONS:
            facts = {"given": self.sessions, "most": MOST_SESSIONS}
            raise InputError(Problem("rotation.sessions", "--sessions", facts))
        if self.sessions and planned and self.sessions != planned:
            facts = {"given": self.sessions, "planned": planned}
            raise InputError(Problem("rotation.sessions_differ", "--sessions", facts))
        return self.sessions or planned

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """(field as it was asked, where), each once; the option goes before the plan."""
        if self.spread or self.plan is None:
            return tuple((name, "--spread") for name in dict.fromkeys(self.spread))
        stated = self.plan.stated.spread
        return tuple((name, self.plan.place("spread")) for name in dict.fromkeys(stated))
