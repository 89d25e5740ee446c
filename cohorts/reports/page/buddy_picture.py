"""The picture of one group: members on a circle with their pairs, a ring with arrows, or guides."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from cohorts.after.buddies import GroupBuddies, People
from cohorts.people.applicant import ApplicantId

SIDE, RADIUS = 300.0, 130.0
"""The side of the square, and the circle in it."""
GAP = 13.0
"""How far an arrow keeps from the middle of a dot."""
Spot = tuple[float, float]


@dataclass(frozen=True)
class Dot:
    """Somebody: where, and by what number in the list beside the picture."""

    x: float
    y: float
    number: int
    name: str
    out: bool
    guide: bool


@dataclass(frozen=True)
class Line:
    """From dot to dot; ``arrow``: it has a direction."""

    x1: float
    y1: float
    x2: float
    y2: float
    arrow: bool


@dataclass(frozen=True)
class Picture:
    """In its own units: a square of ``side``; dots in the order of the list."""

    side: float
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]


def picture(group: GroupBuddies) -> Picture:
    """Buddies next to each other on the circle, so that their lines do not cross."""
    order = _order(group)
    spots = dict(zip(order, _spots(group, order), strict=True))
    names = {a.id: a.label for a in group.members}
    dots = tuple(
        Dot(*spots[one], i, names[one], one in group.out, one in group.guides)
        for i, one in enumerate(order, 1)
    )
    lines = tuple(
        _line(spots[a], spots[b], arrow=bond.directed)
        for bond in group.bonds
        for a, b in combinations(bond.people, 2)
    )
    return Picture(SIDE, dots, lines)


def _order(group: GroupBuddies) -> People:
    """The ring in its order; a guide before whom they guide; else bond by bond, then who is out."""
    if group.ring:
        return group.ring
    found: dict[ApplicantId, None] = {}
    for bond in group.bonds:
        found |= dict.fromkeys(bond.people)
    return tuple(found | dict.fromkeys(a.id for a in group.members))


def _spots(group: GroupBuddies, order: Sequence[ApplicantId]) -> Iterator[Spot]:
    if group.guides:
        yield from _in_rows(group, order)
        return
    middle = SIDE / 2
    for i in range(len(order)):
        turn = 2 * math.pi * i / len(order) - math.pi / 2
        yield round(middle + RADIUS * math.cos(turn), 1), round(middle + RADIUS * math.sin(turn), 1)


def _in_rows(group: GroupBuddies, order: Sequence[ApplicantId]) -> Iterator[Spot]:
    """Guides above, the others below, each row spread over the width."""
    above = [one for one in order if one in group.guides]
    below = [one for one in order if one not in group.guides]
    for one in order:
        row, y = (above, SIDE * 0.2) if one in group.guides else (below, SIDE * 0.8)
        yield round(SIDE * (row.index(one) + 0.5) / len(row), 1), y


def _line(a: Spot, b: Spot, *, arrow: bool) -> Line:
    """Up to the rim of both dots."""
    away = math.dist(a, b) or 1.0
    dx, dy = (b[0] - a[0]) / away * GAP, (b[1] - a[1]) / away * GAP
    return Line(
        round(a[0] + dx, 1), round(a[1] + dy, 1), round(b[0] - dx, 1), round(b[1] - dy, 1), arrow
    )
