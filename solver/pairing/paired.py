"""Who is whose buddy: the cheapest way there is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from solver.pairing.asked_links import Link


@dataclass(frozen=True)
class Paired:
    """Links (i, j), ascending: row i is the buddy of row j. Nothing cheaper exists.

    Buddies that are mutual have one link, i < j; a trio has three. In a ring everybody has one link
    to the next; a guide has one to each row that is guided. ``out``: rows without any link,
    ascending. ``cost``: of all links together.
    """

    links: tuple[Link, ...]
    cost: int
    out: tuple[int, ...]

    @property
    def units(self) -> tuple[tuple[int, ...], ...]:
        """Who belong together: pairs and the trio, a ring in its order, a guide with the guided."""
        after: dict[int, list[int]] = defaultdict(list)
        for i, j in self.links:
            after[i].append(j)
        first = {i for i, _ in self.links} - {j for _, j in self.links}
        seen: set[int] = set()
        found = []
        for row in [*sorted(first), *sorted(after)]:
            unit = _from(row, after, seen)
            if unit:
                found.append(unit)
        return tuple(sorted(found))


def _from(row: int, after: dict[int, list[int]], seen: set[int]) -> tuple[int, ...]:
    """The rows that links lead to from ``row`` and that were not seen yet, in their order."""
    waiting, unit = [row], []
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            unit.append(at)
            waiting += sorted(after[at], reverse=True)
    return tuple(unit)
