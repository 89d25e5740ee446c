"""What is asked of readers and of what they read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.errors import InvalidTaskError
from solver.quantise import BoolArray


@dataclass(frozen=True, eq=False)
class ReadingTask:
    """``allowed`` (d, m): whether reader m may read d. Each d has ``readers`` of them.

    ``most``: what one reader reads at the most. ``one_less``: where that cannot be, a d may do
    with one reader less. Raises InvalidTaskError for numbers that cannot be.
    """

    allowed: BoolArray
    readers: int
    most: int
    one_less: bool = False

    def __post_init__(self) -> None:
        if self.allowed.ndim != 2 or not self.allowed.size:  # noqa: PLR2004  rows and columns
            raise InvalidTaskError("shape", shape=self.allowed.shape)
        if not 1 <= self.readers <= self.allowed.shape[1]:
            raise InvalidTaskError("readers", readers=self.readers)
        if self.most < 1:
            raise InvalidTaskError("most", most=self.most)

    @property
    def least(self) -> int:
        """The fewest readers that one may do with."""
        return self.readers - 1 if self.one_less and self.readers > 1 else self.readers

    @property
    def complete(self) -> bool:
        """Whether everybody reads everything."""
        return bool(self.readers == self.allowed.shape[1] and np.all(self.allowed))
