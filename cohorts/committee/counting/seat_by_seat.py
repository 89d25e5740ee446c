"""Rules that fill seat by seat: who comes next, the lot, and what another lot would do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from cohorts.committee.counting.elected import Drawn, Elected, Step
from cohorts.committee.counting.highest_first import in_lot_order


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
    """One count: ``start`` makes it anew, so that it can be counted again with another lot."""

    def __init__(
        self, start: Callable[[], Filling], candidates: Sequence[str], seats: int, seed: int
    ) -> None:
        self._start, self._candidates, self._seats, self._seed = start, candidates, seats, seed

    def seated(self, first: Sequence[str] = ()) -> frozenset[str]:
        """Who has a seat; ``first`` go first, in place of whom the lot put there."""
        filling = self._start()
        turns = islice(self._turns(filling, first), self._seats)
        given = [turn.candidate for turn in turns if turn.given]
        return frozenset((*given, *self._by_lot(filling, given)))

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
        drawn = [*self._lots(filling, turns, frozenset(chosen))]
        if len(rest) > 1:
            drawn.append(Drawn(rest, len(by_lot), 0 < len(by_lot) < len(rest)))
        left = (*later, *rest[len(by_lot) :])
        told = (*steps, *(turn.step for turn in given), *self._of_rest(by_lot, chosen))
        return Elected(self._seats, chosen, left, drawn=tuple(drawn), steps=told)

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
        self, filling: Filling, turns: Sequence[_Turn], chosen: frozenset[str]
    ) -> Iterator[Drawn]:
        """Every lot. Counting again tells what another would do, where it is not plain.

        It is plain where everybody has a seat, and where all who ever stood equal were wanted by
        the same voters: then another lot only puts another of them in the same place.
        """
        everybody = len(chosen) == len(self._candidates)
        alike = all(filling.alike(turn.equals) for turn in turns if turn.given)
        for number, turn in enumerate(turns):
            if len(turn.equals) > 1:
                others = turn.equals[1:] if turn.given and not everybody else ()
                if alike:
                    decisive = not chosen.issuperset(others)
                else:
                    before = [t.candidate for t in turns[:number]]
                    # the last are the likeliest to seat others, and one that does is enough
                    decisive = any(self.seated([*before, o]) != chosen for o in reversed(others))
                yield Drawn(turn.equals, int(turn.given), decisive)

    def _of_rest(self, by_lot: Sequence[str], chosen: Sequence[str]) -> Iterator[Step]:
        if by_lot:
            yield Step("count_steps.seats_by_lot", {"seats": len(by_lot), "candidates": by_lot})
        if len(chosen) < self._seats:
            yield Step("count_steps.seats_open", {"seats": self._seats - len(chosen)})
