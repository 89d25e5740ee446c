"""The stages of a count by the Scottish Local Government Elections Order 2007, rules 46 to 52."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cohorts.committee.counting.elected import Drawn, Step
from cohorts.committee.counting.highest_first import in_lot_order
from cohorts.committee.counting.paper_piles import UNIT, Pile, at_transfer_value, dealt, worth

SAID = "count_steps.single_transferable_vote_"


class ScottishCount:
    """``elected`` and ``excluded`` in the order it happened; ``steps`` and ``draws`` as they came.

    Votes are in units (:data:`UNIT`). Equals go by their votes at the latest earlier stage at
    which these differed, and by lot where they never did.
    """

    def __init__(self, papers: Pile, candidates: Sequence[str], seats: int, seed: int) -> None:
        self._seats, self._seed = seats, seed
        self._open = dict.fromkeys(candidates)
        nothing: dict[str, Pile] = {candidate: Counter() for candidate in candidates}
        self._piles = nothing | dealt(papers, self._open)
        valid = sum(papers.values())
        self.quota = (valid // (seats + 1) + 1) * UNIT
        self._votes = {c: worth(self._piles[c]) for c in candidates}
        self._stages = [self._votes]
        self._surplus: list[str] = []
        self.elected: list[str] = []
        self.excluded: list[str] = []
        self.draws: list[Drawn] = []
        self.steps = [Step(f"{SAID}quota", {"papers": valid, "quota": self.quota // UNIT})]
        self._count()
        self.never = self._highest_first(self._open)

    def _count(self) -> None:
        while True:
            reached = [c for c in self._open if self._votes[c] >= self.quota]
            for candidate in self._highest_first(reached)[: self._seats - len(self.elected)]:
                self._elect(candidate, "elected")
                if self._votes[candidate] > self.quota:
                    self._surplus.append(candidate)
            if len(self._open) <= self._seats - len(self.elected):
                for candidate in self._highest_first(self._open):
                    self._elect(candidate, "rest")
            if len(self.elected) == self._seats:
                return
            self._pass_on(*(self._largest_surplus() if self._surplus else self._lowest()))

    def _elect(self, candidate: str, how: str) -> None:
        self.elected.append(candidate)
        del self._open[candidate]
        self._tell(how, candidate, self._votes[candidate])

    def _largest_surplus(self) -> tuple[str, int, Pile]:
        """Whose papers go on, what they keep, and the papers (rules 48 and 49)."""
        candidate = self._first(self._surplus, at_top=True)
        self._surplus.remove(candidate)
        surplus = self._votes[candidate] - self.quota
        self._tell("surplus", candidate, surplus)
        return candidate, self.quota, at_transfer_value(self._piles[candidate], surplus)

    def _lowest(self) -> tuple[str, int, Pile]:
        """The same of who is excluded (rules 50 and 51)."""
        candidate = self._first(self._open, at_top=False)
        self.excluded.append(candidate)
        del self._open[candidate]
        self._tell("excluded", candidate, self._votes[candidate])
        return candidate, 0, self._piles[candidate]

    def _pass_on(self, source: str, kept: int, papers: Pile) -> None:
        votes = {**self._votes, source: kept}
        for candidate, pile in dealt(papers, self._open).items():
            self._piles[candidate] = self._piles[candidate] + pile
            votes[candidate] = worth(self._piles[candidate])
        self._votes = votes
        self._stages.append(votes)

    def _first(self, candidates: Iterable[str], *, at_top: bool) -> str:
        """With the most or the fewest votes; a lot among equals is noted."""
        among = list(candidates)
        end = (max if at_top else min)(map(self._standing, among))
        equals = in_lot_order([c for c in among if self._standing(c) == end], self._seed)
        if len(equals) > 1:
            self.draws.append(Drawn(equals, 1 if at_top else len(equals) - 1, decisive=False))
        return equals[0 if at_top else -1]

    def _highest_first(self, candidates: Iterable[str]) -> list[str]:
        """In order of votes; whom the lot names first where equals are elected at once is noted."""
        by_lot = in_lot_order(candidates, self._seed)
        often = Counter(map(self._standing, by_lot))
        for standing in (s for s, times in often.items() if times > 1):
            equals = tuple(c for c in by_lot if self._standing(c) == standing)
            self.draws.append(Drawn(equals, len(equals), decisive=False))
        return sorted(by_lot, key=self._standing, reverse=True)

    def _standing(self, candidate: str) -> tuple[int, ...]:
        """Votes at this stage, and at each before it."""
        return tuple(votes[candidate] for votes in reversed(self._stages))

    def _tell(self, what: str, who: str, votes: int) -> None:
        self.steps.append(Step(f"{SAID}{what}", {"who": who, "votes": votes / UNIT}))
