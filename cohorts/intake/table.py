"""A file as headers and rows of cells, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from typing_extensions import override

from cohorts.round.remark import Remark


@dataclass(frozen=True)
class Lost:
    """A cell whose value the file does not hold: a fault, or a formula nobody computed.

    ``code``: key of the sentences that say so; ``shown``: what stands there.
    """

    code: str
    shown: str

    @override
    def __str__(self) -> str:
        return self.shown


class Percent(float):
    """A number that is shown as a per cent: 15.0 where 15% stands."""

    __slots__ = ()


Cell = str | int | float | bool | datetime | date | time | timedelta | list[object] | Lost | None


@dataclass(frozen=True)
class Table:
    """``rows``: (number as the organiser counts them, cells), as wide as ``headers``.

    ``kind``: csv, xlsx or json; ``detail``: encoding and delimiter, or the sheet. ``remarks``:
    what was passed over, and rows that had fewer cells than headers. ``joined``: headers of
    columns that were made of several, whose answers are parted by ``|``; ``apart``: headers that
    are no field, whatever they say: one column of a question with a number for each part.
    """

    file: str
    kind: str
    detail: str
    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    remarks: tuple[Remark, ...] = ()
    joined: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()


def is_empty(cell: Cell) -> bool:
    """Nothing, or only space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
