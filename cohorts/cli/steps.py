"""The steps of ``cohorts edit`` as they are typed: moves, swaps and reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cohorts.errors import InputError, Problem
from cohorts.hands.board import Board

OUT = "out"


@dataclass(frozen=True)
class MoveStep:
    """Somebody to a group; None: out."""

    person: str
    group: int | None

    @property
    def people(self) -> tuple[str, ...]:
        """Who is named."""
        return (self.person,)

    def __call__(self, board: Board) -> Board:
        """The board after it."""
        return board.move(self.person, self.group)


@dataclass(frozen=True)
class SwapStep:
    """Two people change places."""

    a: str
    b: str

    @property
    def people(self) -> tuple[str, ...]:
        """Who is named."""
        return (self.a, self.b)

    def __call__(self, board: Board) -> Board:
        """The board after it."""
        return board.swap(self.a, self.b)


@dataclass(frozen=True)
class Excuse:
    """Why a must may be broken for somebody; ``rule`` is its key."""

    rule: str
    person: str
    reason: str


def moves(given: list[str] | None) -> list[MoveStep]:
    """``ID=GROUP`` or ``ID=out`` each. Raises InputError ``edit.move``."""
    found = []
    for text in given or []:
        person, sign, group = (part.strip() for part in text.rpartition("="))
        if not (sign and person and re.fullmatch(rf"[1-9]\d{{0,5}}|{OUT}", group)):
            raise InputError(Problem("edit.move", "--move", {"given": text}))
        found.append(MoveStep(person, None if group == OUT else int(group)))
    return found


def swaps(given: list[str] | None) -> list[SwapStep]:
    """``ID=ID`` each. Raises InputError ``edit.swap``."""
    found = []
    for text in given or []:
        a, sign, b = (part.strip() for part in text.partition("="))
        if not (sign and a and b):
            raise InputError(Problem("edit.swap", "--swap", {"given": text}))
        found.append(SwapStep(a, b))
    return found


def excuses(given: list[str] | None) -> list[Excuse]:
    """``RULE:ID=REASON`` each. Raises InputError ``edit.override``."""
    found = []
    for text in given or []:
        whom, sign, reason = text.partition("=")
        rule, colon, person = (part.strip() for part in whom.partition(":"))
        if not (sign and colon and rule and reason.strip()):
            raise InputError(Problem("edit.override", "--override", {"given": text}))
        found.append(Excuse(rule, person, reason.strip()))
    return found
