"""What a tie that was told while votes were taken means for the round."""

from __future__ import annotations

from enum import StrEnum


class Ruling(StrEnum):
    """STAND: what the others voted stands; only the member's own vote on this one is gone.

    AGAIN: everybody who may judges this applicant again. OUT: the member judges no more in this
    stage, and nothing they voted in it counts.
    """

    STAND = "stand"
    AGAIN = "again"
    OUT = "out"
