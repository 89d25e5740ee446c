"""How far a group is from the wished size (the bounds belong to the task)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from typing_extensions import override

from solver.division import Division
from solver.grouping import OpenGroups
from solver.quantise import IntArray
from solver.terms.by_group import ByGroup


@dataclass(frozen=True, eq=False, kw_only=True)
class Size(ByGroup):
    """Per open group: |size − target|."""

    target: int
    price: int | None = None

    @property
    @override
    def rows(self) -> None:
        return None

    @override
    def largest(self, n: int) -> int:
        return n * max(self.target, n)

    @override
    def in_parts(self, division: Division) -> list[Self]:
        return [self] * division.parts

    @override
    def cost_of(self, members: IntArray) -> int:
        return abs(members.size - self.target)

    @override
    def cost_of_each(self, opened: OpenGroups) -> IntArray:
        return np.abs(opened.sizes - self.target)
