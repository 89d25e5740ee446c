"""A plan of who reads which dossier, and what it is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from cohorts.committee.panel.certainty import Certainty, few
from cohorts.committee.panel.panel_asked import PanelAsked
from solver.pairing.reading import Reading
from solver.pairing.reading.hangs_together import is_joined
from solver.pairing.reading.meetings_bound import meetings_of


class Kind(StrEnum):
    """What is tried beside the plan."""

    MEMBER = "member"
    MINUTES = "minutes"
    READER = "reader"


@dataclass(frozen=True)
class Trial:
    """The same panel with something more: so ``many`` members, minutes or readers.

    ``minutes``: what each member then spends at the most.
    """

    kind: Kind
    many: int
    readers: int
    minutes: int
    certainty: Certainty


@dataclass(frozen=True, eq=False)
class PanelPlan:
    """``readers``: of every dossier; ``fewer``: the dossiers with one less, in their order."""

    asked: PanelAsked
    readers: int
    reading: Reading
    certainty: Certainty
    trials: tuple[Trial, ...]

    @property
    def fewer(self) -> tuple[str, ...]:
        """Dossiers that have one reader less than the others: more may not read them."""
        short = self.reading.reads.sum(axis=1) < self.readers
        return tuple(d for d, less in zip(self.asked.dossiers, short, strict=True) if less)

    @property
    def by_member(self) -> Mapping[str, tuple[str, ...]]:
        """Member → the dossiers of that member, in the order of the file."""
        dossiers = np.array(self.asked.dossiers, dtype=object)
        return {
            member: tuple(dossiers[self.reading.reads[:, number]])
            for number, member in enumerate(self.asked.members)
        }

    @property
    def loads(self) -> tuple[int, int]:
        """The fewest and the most dossiers of one member."""
        loads = self.reading.reads.sum(axis=0)
        return int(loads.min()), int(loads.max())

    @property
    def meetings(self) -> tuple[int, int]:
        """How often two members read the same dossier: the pair with the fewest, and the most."""
        m = len(self.asked.members)
        if m == 1:
            return 0, 0
        meets = meetings_of(self.reading.reads)[np.triu_indices(m, 1)]
        return int(meets.min()), int(meets.max())

    @property
    def gap(self) -> int:
        """How far the sum of squares of meetings is above what counting allows."""
        return self.reading.squares - self.reading.bound

    @property
    def joined(self) -> bool:
        """Whether all reading hangs together."""
        return is_joined(self.reading.reads)

    @property
    def complete(self) -> bool:
        """Whether everybody reads everything: then strictness is the same for every dossier."""
        return bool(self.reading.reads.all())

    @property
    def few(self) -> bool:
        """Whether members have fewer dossiers than a fit of judge and dossier takes."""
        return few(self.reading.reads)
