"""The last few things that took work to make, by what they were made of; for all who look."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, ClassVar, Generic, TypeVar
from weakref import WeakSet

Made = TypeVar("Made")


class LastFew(Generic[Made]):
    """``most``: so many are kept; who was not asked for longest goes first."""

    _all: ClassVar[WeakSet[LastFew[Any]]] = WeakSet()

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._turn = Lock()
        self._all.add(self)

    def get(self, of: Hashable, make: Callable[[], Made]) -> Made:
        """What was made of it before, or else now."""
        begun = self._kept
        found = self.known(of)
        if found is not None:
            return found
        made = make()
        self._keep(of, made, begun)
        return made

    def known(self, of: Hashable) -> Made | None:
        """What was made of it before; None where nothing was."""
        with self._turn:
            if of not in self._kept:
                return None
            self._kept.move_to_end(of)
            return self._kept[of]

    def keep(self, of: Hashable, made: Made) -> None:
        """From now on it was made of this."""
        self._keep(of, made, self._kept)

    @classmethod
    def forget_all(cls) -> None:
        """Nothing is kept any more, in this process, nor what is being made right now."""
        for one in list(cls._all):
            one.forget()

    def forget(self) -> None:
        """Nothing of these is kept any more."""
        with self._turn:
            self._kept = OrderedDict()

    def _keep(self, of: Hashable, made: Made, begun: OrderedDict[Hashable, Made]) -> None:
        """Unless all was forgotten since it was begun."""
        with self._turn:
            if self._kept is not begun:
                return
            self._kept[of] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
