"""How far somebody is in the intake of a round: what is known grows with it."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """From a line in a register to a talk; in the order of the intake."""

    REGISTER = "register"
    INVITATION = "invitation"
    FORM = "form"
    SCAN = "scan"
    INTERVIEW = "interview"

    def has_reached(self, needed: Stage) -> bool:
        """Whether ``needed`` is behind somebody who is at this stage."""
        return ORDER[self] >= ORDER[needed]


ORDER = {stage: number for number, stage in enumerate(Stage)}
"""How far each stage is."""
