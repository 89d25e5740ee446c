"""What is said of something of a programme is said in the words of that programme."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from cohorts.programme.programme import Programme


class OfProgramme(Protocol):
    """A proposal, circles, prices: whatever has its programme with it."""

    @property
    def programme(self) -> Programme:
        """The programme it belongs to."""
        ...


Of = TypeVar("Of", bound=OfProgramme)
Given = ParamSpec("Given")
Told = TypeVar("Told")


def in_own_words(
    telling: Callable[Concatenate[Of, Given], Told],
) -> Callable[Concatenate[Of, Given], Told]:
    """The same function, which speaks in the words of the programme of its first argument.

    For what gives whole texts; a generator would speak after the words are gone.
    """

    @wraps(telling)
    def told(of: Of, /, *args: Given.args, **given: Given.kwargs) -> Told:
        with of.programme.in_own_words():
            return telling(of, *args, **given)

    return told
