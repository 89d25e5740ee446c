"""What every counting rule has: what it counts, its paper, when to choose it, and the count."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from cohorts.committee.counting.elected import Elected
from cohorts.committee.votes import Asked, Election
from cohorts.errors import Problem
from cohorts.words.texts import Texts


class CountingRule(BaseModel, ABC):
    """The base of every rule; its fields are what may be set of it, its file's name is its name.

    ``ASKS``: the ballots it counts. ``PAPER``: where it was first described. ``WHEN``: when to
    choose it, and when not. ``EFFORT``: how long it takes, as so many times yes-votes
    (``benchmarks.redraws`` measures it).
    ``AS_SHARE``: what somebody stands at is a part of one, said in per cent. ``NEXT``: what the
    order says of who was not chosen, where that is no standing; else nothing.
    ``ASKS_DOUBTS``: it counts the order of doubts beside the scores, which only a file can hold.
    ``UNCOUNTED``: what ballots it cannot count lack or hold, telling nothing of any of them; None:
    it counts all of a kind that it asks.
    ``MEANS``: field → what it means, where its name does not say so.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    TITLE: ClassVar[Texts]
    ABOUT: ClassVar[Texts]
    WHEN: ClassVar[Texts]
    PAPER: ClassVar[str]
    ASKS: ClassVar[frozenset[Asked]]
    MEANS: ClassVar[Mapping[str, Texts]] = {}
    AS_SHARE: ClassVar[bool] = False
    NEXT: ClassVar[Texts | None] = None
    EFFORT: ClassVar[int] = 1
    ASKS_DOUBTS: ClassVar[bool] = False
    UNCOUNTED: ClassVar[Texts | None] = None

    @property
    def silence_lowers(self) -> bool:
        """Whether silence can put somebody lower: as it is set it may count as no, or as last."""
        return self.interest_lowers

    @property
    def interest_lowers(self) -> bool:
        """Whether silence lowers even of who has an interest: only what is given counts."""
        return False

    @property
    def by_figure(self) -> bool:
        """Whether it goes by the share of yes, or the mean, of those who judged."""
        return False

    @property
    def yes_limit(self) -> int | None:
        """To how many candidates at most a ballot may say yes; None: no limit."""
        return None

    def beyond(self, candidates: int, seats: int, voters: int) -> Problem | None:  # noqa: ARG002
        """Why it is no rule for so many, before anybody voted; None: it is.

        Either nothing they can say can be counted so, or not all that they may say.
        """
        return None

    @abstractmethod
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        """Who is chosen; 1 ≤ ``seats`` ≤ candidates, and the ballots are of a kind it counts.

        Raises UncountableError where these ballots cannot be counted so.
        """

    def seated(self, election: Election, seats: int, seed: int) -> frozenset[str]:
        """Only who is chosen: the same people as in the outcome, where nothing need be told of it.

        A rule whose story takes longer than its count says it here without the story.
        """
        return frozenset(self.outcome(election, seats, seed).chosen)
