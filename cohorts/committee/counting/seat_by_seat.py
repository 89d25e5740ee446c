"""Rules that fill seat by seat: who comes next, the lot, and what another lot would do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from cohorts.committee.counting.elected import Drawn, Elected, Step
from cohorts.committee.counting.highest_first import in_lot_order

MOST_RECOUNTS = 1_000
"""So often is counted again to see what other lots would do; beyond it a step says so."""
MOST_WORK = 40_000_000
"""Of a large count less often: seats × candidates × different ballots, all together."""
LEAST_RECOUNTS = 10
"""However large it is."""


class Filling(ABC):
    """A count on its way. ``gives``: whether who comes next gets a seat, or is only next in line.

    ``gives_rest``: whether seats that nobody's votes reach are filled by lot.
    """

    gives: bool = True
    gives_rest: bool = True

    @abstractmethod
    def coming(self) -> tuple[str, ...]:
        """Who come next: all that stand equal. Empty: nobody has a vote that reaches them."""

    @abstractmethod
    def take(self, candidate: str) -> Step:
        """One of those who come next goes on; what is to be told of it."""

    @abstractmethod
    def alike(self, candidates: Sequence[str]) -> bool:
        """Whether the same voters want all of these, at the same price."""


@dataclass(frozen=True)
class _Turn:
    candidate: str
    equals: tuple[str, ...]
    given: bool
    step: Step


class SeatBySeat:
    """One count: ``start`` makes it anew, so that it can be counted again with another lot.

    ``wishes``: how many different ones are counted; it says how much work one count is.
    """

    def __init__(
        self,
        start: Callable[[], Filling],
        candidates: Sequence[str],
        seats: int,
        seed: int,
        *,
        wishes: int,
    ) -> None:
        self._start, self._candidates, self._seats, self._seed = start, candidates, seats, seed
        self._wishes = wishes

    @property
    def most_recounts(self) -> int:
        """How often other lots are tried."""
        work = max(self._seats * len(self._candidates) * self._wishes, 1)
        return min(MOST_RECOUNTS, max(MOST_WORK // work, LEAST_RECOUNTS))

    def seated(self, first: Sequence[str] = ()) -> frozenset[str]:
        """Who has a seat; ``first`` go first, in place of whom the lot put there."""
        return self.given(first)[1]

    def outcome(self, steps: Iterable[Step] = ()) -> Elected:
        """Everybody in order, with every lot and whether another would have seated others."""
        filling = self._start()
        turns = list(self._turns(filling, ()))
        given = [turn for turn in turns if turn.given]
        seated = [turn.candidate for turn in given]
        by_lot = self._by_lot(filling, seated)
        chosen = (*seated, *by_lot)
        later = [t.candidate for t in turns if not t.given]
        rest = self._unreached([*seated, *later])
        last = [Drawn(rest, len(by_lot), 0 < len(by_lot) < len(rest))] if len(rest) > 1 else []
        others = _OtherLots(self, frozenset(chosen))
        drawn = [*self._lots(filling, turns, others, settled=any(d.decisive for d in last)), *last]
        left = (*later, *rest[len(by_lot) :])
        told = (*steps, *others.told(), *(t.step for t in given), *self._of_rest(by_lot, chosen))
        return Elected(self._seats, chosen, left, drawn=tuple(drawn), steps=told)

    def given(self, first: Sequence[str]) -> tuple[list[_Turn], frozenset[str]]:
        """The turns that give a seat where ``first`` go first, and who has one in the end."""
        filling = self._start()
        turns = [t for t in islice(self._turns(filling, first), self._seats) if t.given]
        seated = [turn.candidate for turn in turns]
        return turns, frozenset((*seated, *self._by_lot(filling, seated)))

    def _turns(self, filling: Filling, first: Sequence[str]) -> Iterator[_Turn]:
        number = 0
        while coming := filling.coming():
            equals = in_lot_order(coming, self._seed)
            candidate = first[number] if number < len(first) else equals[0]
            given = filling.gives and number < self._seats
            yield _Turn(candidate, equals, given, filling.take(candidate))
            number += 1

    def _by_lot(self, filling: Filling, seated: Sequence[str]) -> tuple[str, ...]:
        """Who gets a seat that no vote reaches; asked when turns or seats are over."""
        left = self._seats - len(seated) if filling.gives_rest else 0
        return self._unreached(seated)[:left] if left else ()

    def _unreached(self, reached: Sequence[str]) -> tuple[str, ...]:
        return in_lot_order((c for c in self._candidates if c not in set(reached)), self._seed)

    def _lots(
        self, filling: Filling, turns: Sequence[_Turn], others: _OtherLots, *, settled: bool
    ) -> Iterator[Drawn]:
        """Every lot. Counting again tells what another would do, where it is not plain.

        It is plain where everybody has a seat, and where all who ever stood equal were wanted by
        the same voters: then another lot only puts another of them in the same place. Where no
        single lot seats others, several together may; ``settled``: one is known that does.
        """
        lots = [n for n, turn in enumerate(turns) if len(turn.equals) > 1]
        given = [n for n in lots if turns[n].given]
        if len(others.chosen) == len(self._candidates):
            decisive = set[int]()
        elif all(filling.alike(turns[n].equals) for n in given):
            decisive = {n for n in given if not others.chosen.issuperset(turns[n].equals)}
        else:
            decisive = {n for n in given if others.differ(turns, n, deeper=False)}
            if not (decisive or settled):
                decisive = {n for n in given if others.differ(turns, n, deeper=True)}
        for n in lots:
            yield Drawn(turns[n].equals, int(turns[n].given), n in decisive)

    def _of_rest(self, by_lot: Sequence[str], chosen: Sequence[str]) -> Iterator[Step]:
        if by_lot:
            yield Step("count_steps.seats_by_lot", {"seats": len(by_lot), "candidates": by_lot})
        if len(chosen) < self._seats:
            yield Step("count_steps.seats_open", {"seats": self._seats - len(chosen)})


class _OtherLots:
    """Counts again with other lots, to see whether others than ``chosen`` get a seat."""

    def __init__(self, counting: SeatBySeat, chosen: frozenset[str]) -> None:
        self._counting, self.chosen = counting, chosen
        self._left = counting.most_recounts

    def differ(self, turns: Sequence[_Turn], number: int, *, deeper: bool) -> bool:
        """Whether others get a seat where the lot of this turn puts another first.

        ``deeper``: also with other lots after it.
        """
        before = [turn.candidate for turn in turns[:number]]
        # the last are the likeliest to seat others, and one that does is enough
        return any(
            self._differs([*before, other], deeper=deeper)
            for other in reversed(turns[number].equals)
            if other != turns[number].candidate
        )

    def told(self) -> Iterator[Step]:
        """What is to be said where not every lot could be tried."""
        if self._left < 0:
            yield Step("count_steps.lots_not_all")

    def _differs(self, first: Sequence[str], *, deeper: bool) -> bool:
        self._left -= 1
        if self._left < 0:
            return False
        turns, seated = self._counting.given(first)
        if seated != self.chosen:
            return True
        later = range(len(first), len(turns)) if deeper else ()
        return any(self.differ(turns, n, deeper=True) for n in later)
