"""Things that are joined pair by pair into sets (union-find)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Joined:
    """Sets of the places 0 … n - 1; the smallest place stands for its set."""

    def __init__(self, n: int, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self._above = list(range(n))
        for a, b in pairs:
            self.join(a, b)

    def of(self, place: int) -> int:
        """Which stands for the set of this place."""
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, a: int, b: int) -> None:
        """Makes one set of the sets of these two."""
        low, high = sorted((self.of(a), self.of(b)))
        self._above[high] = low

    def sets(self, places: Sequence[int] | None = None) -> list[list[int]]:
        """Every set, in order of the places (all, or these)."""
        found: dict[int, list[int]] = {}
        for place in range(len(self._above)) if places is None else places:
            found.setdefault(self.of(place), []).append(place)
        return list(found.values())
