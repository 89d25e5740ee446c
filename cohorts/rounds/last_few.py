"""The last few things that took work to make, by what they were made of; for all who look."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class LastFew(Generic[Made]):
    """``most``: so many are kept; who was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._turn = Lock()

    def get(self, of: Hashable, make: Callable[[], Made]) -> Made:
        """What was made of it before, or else now."""
        with self._turn:
            if of in self._kept:
                self._kept.move_to_end(of)
                return self._kept[of]
        made = make()
        with self._turn:
            self._kept[of] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
