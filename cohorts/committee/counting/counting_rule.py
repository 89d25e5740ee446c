"""What every counting rule has: what it counts, its paper, when to choose it, and the count."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from cohorts.committee.counting.elected import Elected
from cohorts.committee.votes import Asked, Election
from cohorts.words.texts import Texts


class CountingRule(BaseModel, ABC):
    """The base of every rule; its fields are what may be set of it, its file's name is its name.

    ``ASKS``: the ballots it counts. ``PAPER``: where it was first described. ``WHEN``: when to
    choose it, and when not. ``SHARE``: what candidates stand at is a share, told in per cent.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    TITLE: ClassVar[Texts]
    ABOUT: ClassVar[Texts]
    WHEN: ClassVar[Texts]
    PAPER: ClassVar[str]
    ASKS: ClassVar[frozenset[Asked]]
    SHARE: ClassVar[bool] = False

    @abstractmethod
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        """Who is chosen; 1 ≤ ``seats`` ≤ candidates, and the ballots are of a kind it counts.

        Raises InputError where these ballots cannot be counted so.
        """
