"""What is asked of a panel: who, what there is to read, and how much time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cohorts.errors import InputError, Problem
from cohorts.round.remark import Remark

MOST_CELLS = 200_000
"""Members times dossiers."""
MOST_MEMBERS = 2_000
"""How often every two of them meet is held in memory."""


@dataclass(frozen=True)
class PanelAsked:
    """``members``, ``dossiers``: their names, each once. ``minutes``: of every member.

    ``each``: minutes that one dossier takes. ``readers``: of every dossier; None: as many as there
    is time for. ``blocked``: (member, dossier) that may not be. ``names``: how a dossier is called;
    absent: by itself. ``remarks``: what reading noticed, and whoever plans must hear. Raises
    InputError for numbers that cannot be.
    """

    members: tuple[str, ...]
    dossiers: tuple[str, ...]
    minutes: int
    places: int
    each: int = 4
    readers: int | None = None
    blocked: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    seed: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        problems = [
            Problem(f"panel.{name}_low", f"--{option}", {"given": given})
            for name, option, given in (
                ("members", "members", len(self.members)),
                ("dossiers", "dossiers", len(self.dossiers)),
                ("minutes", "minutes", self.minutes),
                ("each", "minutes-per-dossier", self.each),
                ("readers", "readers", 1 if self.readers is None else self.readers),
            )
            if given < 1
        ]
        if not problems and not 1 <= self.places <= len(self.dossiers):
            facts = {"given": self.places, "most": len(self.dossiers)}
            problems.append(Problem("panel.places", "--places", facts))
        if len(self.members) * len(self.dossiers) > MOST_CELLS:
            problems.append(Problem("panel.too_large", "", {"most": MOST_CELLS}))
        if len(self.members) > MOST_MEMBERS:
            facts = {"given": len(self.members), "most": MOST_MEMBERS}
            problems.append(Problem("panel.members_high", "--members", facts))
        if problems:
            raise InputError(*problems)

    @property
    def work(self) -> int:
        """How much a plan of it asks: time goes by members squared times dossiers."""
        return len(self.members) ** 2 * len(self.dossiers)

    @property
    def most(self) -> int:
        """How many dossiers a member has time for."""
        return min(self.minutes // self.each, len(self.dossiers))

    @property
    def in_time(self) -> int:
        """How many readers each dossier can have, by the minutes alone."""
        return min(len(self.members) * self.most // len(self.dossiers), len(self.members))

    def minutes_for(self, readers: int) -> int:
        """What every member then needs, where loads differ by one at the most."""
        return -(-readers * len(self.dossiers) // len(self.members)) * self.each
