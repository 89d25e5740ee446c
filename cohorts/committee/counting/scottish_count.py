"""The stages of a count by the Scottish Local Government Elections Order 2007, rules 46 to 52."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

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
        self._rank = _ranked(self._votes, dict.fromkeys(candidates, 0))
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
        votes = self._votes[candidate]
        self._tell("excluded" if votes else "empty", candidate, votes)
        return candidate, 0, self._piles[candidate]

    def _pass_on(self, source: str, kept: int, papers: Pile) -> None:
        votes = {**self._votes, source: kept}
        for candidate, pile in dealt(papers, self._open).items():
            self._piles[candidate].update(pile)
            votes[candidate] += worth(pile)
        self._votes = votes
        self._rank = _ranked(votes, self._rank)

    def _first(self, candidates: Collection[str], *, at_top: bool) -> str:
        """With the most or the fewest votes; a lot among equals is noted."""
        end = (max if at_top else min)(self._rank[c] for c in candidates)
        equals = in_lot_order([c for c in candidates if self._rank[c] == end], self._seed)
        if len(equals) > 1:
            self.draws.append(Drawn(equals, 1 if at_top else len(equals) - 1, decisive=False))
        return equals[0 if at_top else -1]

    def _highest_first(self, candidates: Iterable[str]) -> list[str]:
        """In order of votes; whom the lot names first where equals are elected at once is noted."""
        by_lot = in_lot_order(candidates, self._seed)
        order = sorted(by_lot, key=self._rank.__getitem__, reverse=True)
        for _, equals in groupby(order, key=self._rank.__getitem__):
            if len(among := tuple(equals)) > 1:
                self.draws.append(Drawn(among, len(among), decisive=False))
        return order

    def _tell(self, what: str, who: str, votes: int) -> None:
        self.steps.append(Step(f"{SAID}{what}", {"who": who, "votes": votes / UNIT}))


def _ranked(votes: Mapping[str, int], before: Mapping[str, int]) -> dict[str, int]:
    """Candidate → place from below by votes at this stage, then at the latest before it, and so on.

    ``before``: the same at the stage before, which holds all that came earlier.
    """
    standing = {c: (votes[c], before[c]) for c in votes}
    place = {one: n for n, one in enumerate(sorted(set(standing.values())))}
    return {c: place[one] for c, one in standing.items()}
