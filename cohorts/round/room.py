"""How many of the applicants a round has room for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from cohorts.errors import InputError, Problem
from solver.places import Places


class RoomMode(StrEnum):
    """What is done with people for whom there is no room."""

    EVERYONE = "everyone"
    EXACTLY = "exactly"
    AT_MOST = "at most"
    AS_MANY_AS_POSSIBLE = "as many as possible"


@dataclass(frozen=True)
class Room:
    """``everyone`` | ``exactly m`` | ``at most m`` | ``as many as possible``."""

    mode: RoomMode
    number: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """From the way an organiser writes it. Raises InputError ``compose.places``."""
        # at_most_12 and at-most-12 are fine; a minus sign is not a hyphen
        words = " ".join(re.sub(r"(?<=\w)[_-](?=\w)", " ", text.lower()).split())
        for mode in (RoomMode.EVERYONE, RoomMode.AS_MANY_AS_POSSIBLE):
            if words == mode:
                return cls(mode)
        found = re.fullmatch(r"(exactly|at most) ([0-9]{1,6})", words)
        if found is None or int(found[2]) == 0:
            raise InputError(Problem("compose.places", "--places", {"given": text}))
        return cls(RoomMode(found[1]), int(found[2]))

    def __str__(self) -> str:
        return self.mode if self.number is None else f"{self.mode} {self.number}"

    @property
    def may_close(self) -> bool:
        """Whether a group may stay closed when it cannot be filled."""
        return self.mode in (RoomMode.AT_MOST, RoomMode.AS_MANY_AS_POSSIBLE)

    def wanted(self, n: int) -> int:
        """How many of n people one hopes to place."""
        return n if self.number is None else min(n, self.number)

    def bounds(self, n: int) -> Places:
        """The solver's bounds on the number of placed rows."""
        match self.mode:
            case RoomMode.EVERYONE:
                return Places.everyone(n)
            case RoomMode.EXACTLY:
                return Places.exactly(self.number or 0)
            case _:
                return Places.at_most(self.wanted(n))
