"""Round every act that a page does: what is refused is said in words, in place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cohorts.errors import CohortsError
from cohorts.pages.to_the_door import refusal


class Done:
    """Whether the act went well; true once the block ended without being refused."""

    def __init__(self) -> None:
        self._well = False

    def __bool__(self) -> bool:
        return self._well

    def went_well(self) -> None:
        """The block ended."""
        self._well = True


@contextmanager
def acting() -> Iterator[Done]:
    """Says in words what is refused; what it gives is true once the block ended well.

    Every refusal (a role, a stale save, a fault in what was typed) is shown where the block stands;
    what goes wrong by a fault of ours goes on to the shell.
    """
    done = Done()
    try:
        yield done
        done.went_well()
    except CohortsError as error:
        refusal(error)
