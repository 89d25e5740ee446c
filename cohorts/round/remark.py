"""One thing worth saying about a cell, a column or the whole file that was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self, TypeVar

NOBODY_AGREED = "intake.nobody_agreed"
"""Consent was asked, and nobody's answer is a plain yes or no."""
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Remark:
    """``code``: key of its sentences; a value that could not be read has become missing.

    ``about``: the field that its column feeds; "" where it feeds none.
    """

    code: str
    row: int | None = None
    column: str = ""
    value: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    about: str = ""


class Noting(dict[K, V]):
    """What a file beside the applicants says, by name, with what was noticed while it was read."""

    def __init__(self, said: Mapping[K, V], *remarks: Remark) -> None:
        super().__init__(said)
        self.remarks = remarks


class NotingRows(tuple[V, ...]):  # noqa: SLOT001 - a tuple that has slots can hold nothing more
    """The same for a file that says its things one by one, in order."""

    remarks: tuple[Remark, ...]

    def __new__(cls, said: Iterable[V], *remarks: Remark) -> Self:
        made = super().__new__(cls, said)
        made.remarks = remarks
        return made


def noticed(read: object) -> tuple[Remark, ...]:
    """The ``remarks`` of whatever was read from a file; none where it came from elsewhere."""
    remarks: tuple[Remark, ...] = getattr(read, "remarks", ())
    return remarks


def is_first_hand(read: object) -> bool:
    """Whether these people were read from what came in, with all that can be noticed of it."""
    first_hand: bool = getattr(read, "first_hand", False)
    return first_hand
