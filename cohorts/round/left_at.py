"""At which stage of a choice somebody left, and what decided that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why somebody does not go on.

    REFUSED: a condition is not met. STOPPED: has withdrawn. UNJUDGED: nobody gave a judgement.
    BELOW_QUORUM: too few did. UNCOUNTED: the rule could not count what was cast. LOWER: others
    stand higher. LOT: stood equal, and drew no place.
    NOT_CHOSEN: the rule chooses people as a whole. UNCONFIRMED: no yes so far. NOT_PLACED: the
    joint decision gave no place. LATE: was not there yet when the stage began. BY_PEOPLE: people
    decided otherwise than was counted, and their reason is kept.
    """

    REFUSED = "refused"
    STOPPED = "stopped"
    UNJUDGED = "unjudged"
    BELOW_QUORUM = "below_quorum"
    UNCOUNTED = "uncounted"
    LOWER = "lower"
    LOT = "lot"
    NOT_CHOSEN = "not_chosen"
    UNCONFIRMED = "unconfirmed"
    NOT_PLACED = "not_placed"
    LATE = "late"
    BY_PEOPLE = "by_people"


@dataclass(frozen=True)
class LeftAt:
    """``stage``: its number, from 1."""

    stage: int
    why: Why

    @property
    def text(self) -> str:
        """``1:lower``."""
        return f"{self.stage}:{self.why.value}"

    @classmethod
    def of(cls, text: str) -> LeftAt:
        """The same again. Raises ValueError for any other text."""
        stage, _, why = text.partition(":")
        if not 1 <= (number := int(stage)) <= MOST_STAGES:
            raise ValueError(text)
        return cls(number, Why(why))


MOST_STAGES = 20
