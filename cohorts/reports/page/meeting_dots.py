"""Who meets whom, as dots in half a square: each pair has one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair

WIDTH = 880
LARGEST, SMALLEST = 24, 2
NAMED_FROM = 14
"""From so large a cell on a name fits beside it; below it every tenth has its number."""
LETTER, GAP = 6.8, 4
"""How wide a letter is at most on average, and what stands between a place and its name."""
EACH = 10
ONCE, OFTEN = 0.5, 0.9
"""How wide a dot is, by the width of a cell."""


@dataclass(frozen=True)
class Dots:
    """A picture of ``width`` by ``height``; ``once``, ``often`` and ``lines`` are paths.

    ``labels``: (x, y, text), beside the place where row and column of somebody meet.
    """

    width: int
    height: int
    cell: int
    once: str
    often: str
    lines: str
    labels: tuple[tuple[float, float, str], ...]

    @property
    def once_wide(self) -> float:
        """How wide a dot of one meeting is."""
        return round(self.cell * ONCE, 1)

    @property
    def often_wide(self) -> float:
        """How wide a dot of more is."""
        return round(self.cell * OFTEN, 1)


def dots_of(people: Sequence[tuple[ApplicantId, str]], meetings: Mapping[Pair, int]) -> Dots:
    """``people``: (who, name) in the order in which they are numbered; ``meetings``: how often."""
    n = len(people)
    cell = min(max(WIDTH // max(n, 1), SMALLEST), LARGEST)
    named = cell >= NAMED_FROM
    once: list[str] = []
    often: list[str] = []
    place = {who: number for number, (who, _) in enumerate(people)}
    for pair, times in meetings.items():
        column, row = sorted(place[one] for one in pair)
        dot = f"M{_middle(column, cell)} {_middle(row, cell)}h0"
        (once if times == 1 else often).append(dot)
    shown = range(n) if named else [i for i in range(n) if (i + 1) % EACH == 0]
    labels = [
        (
            (i + 1) * cell + GAP,
            _middle(i, cell),
            f"{i + 1}  {people[i][1]}" if named else str(i + 1),
        )
        for i in shown
    ]
    lines = "".join(f"M0 {_middle(i, cell)}H{_middle(i, cell)}V{n * cell}" for i in shown)
    width = max((x + LETTER * len(text) for x, _, text in labels), default=0)
    return Dots(
        round(max(width, n * cell)),
        n * cell,
        cell,
        "".join(once),
        "".join(often),
        lines,
        tuple(labels),
    )


def _middle(place: int, cell: int) -> float:
    return place * cell + cell / 2
