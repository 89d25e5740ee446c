"""What was filled in, before it is known what was asked: who, of whom, and in which cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cohorts.committee.ballot_files.vote_cell import Meaning, meaning_of
from cohorts.intake.beside.rows import shown
from cohorts.intake.table import Cell
from cohorts.round.remark import Remark


@dataclass(frozen=True)
class Answered:
    """One cell: where it stands, what stands there, and what it means (None: no vote)."""

    place: str
    column: str
    shown: str
    meaning: Meaning | None


@dataclass(frozen=True)
class Filled:
    """What one voter filled in of one candidate: a cell for each column of votes.

    ``doubt``: the cell with a place in their order of who they doubted, where there is one.
    """

    voter: str
    candidate: str
    place: str
    cells: tuple[Answered, ...]
    doubt: Answered | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in any cell."""
        return all(cell.meaning is not None and cell.meaning.empty for cell in self.cells)


@dataclass(frozen=True)
class FilledIn:
    """A whole file. ``columns``: headers of the columns of votes, one where voters are columns.

    ``named``: whether these headers say what is judged, and not only who judges.
    """

    file: str
    columns: tuple[str, ...]
    named: bool
    filled: tuple[Filled, ...]
    names: Mapping[str, str]
    remarks: tuple[Remark, ...] = ()

    @property
    def voters(self) -> tuple[str, ...]:
        """Each once, as they come."""
        return tuple(dict.fromkeys(one.voter for one in self.filled))

    @property
    def candidates(self) -> tuple[str, ...]:
        """Each once, as they come."""
        return tuple(dict.fromkeys(one.candidate for one in self.filled))

    @property
    def cells(self) -> tuple[Answered, ...]:
        """Every cell with votes."""
        return tuple(cell for one in self.filled for cell in one.cells)


def answered(cell: Cell, place: str, column: str) -> Answered:
    """A cell, read."""
    return Answered(place, column, shown(cell), meaning_of(cell))
