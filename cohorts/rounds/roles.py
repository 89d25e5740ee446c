"""What somebody may be in a round."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Each is given per round; the administrator of the installation is none of them."""

    ORGANISER = "organiser"
    AUDITOR = "auditor"
    CHAIR = "chair"
    MEMBER = "member"
    COACH = "coach"


EVERYBODY = frozenset(Role)
ORGANISERS = frozenset({Role.ORGANISER})
READERS = frozenset({Role.ORGANISER, Role.AUDITOR})
"""Who may see everything of a round."""
