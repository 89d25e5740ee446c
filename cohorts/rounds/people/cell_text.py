"""What somebody types in a cell, before it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.rounds.typed_text import visible

LONGEST = 20_000
"""Signs in what is typed; a form's longest answer is some thousands."""
FIXED = frozenset({"id", "fte_low", "fte_high", "turnover_low", "turnover_high"})
"""What nobody types: the number, and the ends of a band, which are typed with the band."""
TYPED_FIELDS = tuple(name for name in FIELD_NAMES if name not in FIXED)


def own_columns(people: Sequence[Applicant]) -> tuple[str, ...]:
    """The headers that are no field, of anybody, in order."""
    return tuple(sorted({header for a in people for header in a.extra}))


def checked_cells(cells: Mapping[str, str], people: Sequence[Applicant]) -> dict[str, str]:
    """What was typed without signs that nobody sees, as in a file.

    Raises InputError for a column that nobody has, and for a text that is too long.
    """
    known = {*TYPED_FIELDS, *own_columns(people)}
    if unknown := sorted(cells.keys() - known):
        raise InputError(Problem("people.no_column", facts={"columns": tuple(unknown[:3])}))
    if any(len(text) > LONGEST for text in cells.values()):
        raise InputError(Problem("people.too_long", facts={"most": LONGEST}))
    return {column: visible(text) for column, text in cells.items()}
