"""The board of a kept proposal, as all acts on it left it."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.hands.board import Board


@dataclass(frozen=True, eq=False)
class KeptBoard:
    """``board``: with every step that stands; ``revision``: what a save must have seen.

    ``changed``: a step stands. ``can_undo``, ``can_redo``: there is one to take back, or to do
    again.
    """

    board: Board
    revision: int
    changed: bool
    can_undo: bool = False
    can_redo: bool = False
