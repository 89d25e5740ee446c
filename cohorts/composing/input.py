"""What is to be said of one input of a round, for every door it comes in by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.round.round import Round


def as_typed(typed: Any, _applicants: Sequence[Applicant]) -> Any:
    """What was typed is the value."""
    return typed


def as_stated(stated: Any) -> Any:
    """What a document states is the value."""
    return stated


@dataclass(frozen=True)
class Option:
    """On the command line; its help stands in ``words/*/help.toml`` under the name without lines.

    ``kind``: str, int, bool or Path (a file to read); ``many``: it may be given more than once.
    """

    flag: str
    metavar: str = ""
    kind: type = str
    many: bool = False

    @property
    def name(self) -> str:
        """``count_from`` of ``--count-from``."""
        return self.flag.lstrip("-").replace("-", "_")


class Field(StrEnum):
    """How it is asked on a page; its words stand in ``words/*/pages.toml`` under its own name.

    A range is two numbers, ROOM a mode and a number of places.
    """

    UPLOAD = "upload"
    NUMBER = "number"
    RANGE = "range"
    ROOM = "room"
    DAY = "day"
    CHOICE = "choice"
    SWITCH = "switch"
    HIDDEN = "hidden"


@dataclass(frozen=True, kw_only=True)
class Input:
    """One input.

    ``read``: what was typed (for a file: its path), and the applicants → the value; raises
    InputError. ``in_round``: the value a round was made with, in the shape of JSON; None: it
    decides nothing, and is no part of the fingerprint. ``nothing``: what ``in_round`` gives where
    it was not given; then the fingerprint leaves it out, so that an input of a later release
    changes no older one.

    ``stated``: its place in a proposal's document, with points ("": its file has to be given
    again); ``form``: the type of what stands there; ``taken``: that → the value.

    ``field``: how it is asked on a page; ``options``: what a CHOICE is between; ``most``: the
    largest NUMBER; ``beside``: it means something only where that input is given. ``usual``: what
    the programme says where it is not given, as it would be typed. ``of_programme``: it means
    something for the programme it was given with, and goes where another is chosen.
    """

    option: Option
    read: Callable[[Any, Sequence[Applicant]], Any] = as_typed
    in_round: Callable[[Round], Any] | None
    nothing: object = None
    stated: str = ""
    form: Any = None
    taken: Callable[[Any], Any] = as_stated
    field: Field = Field.HIDDEN
    options: tuple[str, ...] = ()
    most: int = 0
    beside: str = ""
    usual: Callable[[Programme], Any] | None = None
    of_programme: bool = False

    @property
    def is_file(self) -> bool:
        """Whether it comes in a file of its own."""
        return self.option.kind is Path

    @property
    def setting(self) -> bool:
        """Whether it stands among the settings of a document."""
        return self.stated.startswith(SETTINGS)


SETTINGS = "settings."
