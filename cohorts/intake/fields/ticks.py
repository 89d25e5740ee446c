"""What a cell says in a column that stands for one option of a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cohorts.intake.fields.headers import plain
from cohorts.intake.table import Cell
from cohorts.intake.values.amounts import is_amount
from cohorts.intake.values.missing import is_missing
from cohorts.intake.values.picked import read_truth
from cohorts.intake.values.unreadable import Unreadable

OTHER = re.compile(
    r"(anders|overig|overige|other|andere|iets anders|something else|else)\b.*", re.DOTALL
)
ORDINAL = re.compile(
    r"((rank|ranking|rang|rangorde|keuze|choice|option|optie|antwoord|nr|nummer|plaats|scale"
    r"|schaal|concurrent|[a-z]{3,20}) )?\d{1,2}"
    r"|(eerste|tweede|derde|vierde|vijfde|first|second|third|fourth|fifth)( [a-z]+)?"
)
TICKED = ("selected", "checked", "quoted", "aangevinkt", "geselecteerd", "gekozen")
SELECTED = {
    **dict.fromkeys(TICKED, True),
    **dict.fromkeys(("not selected", "unchecked", "niet gekozen"), False),
}
NUMBERED = re.compile(r"\d{1,2}[.)]\s+")


def is_other(part: str) -> bool:
    """Whether the part is the room for an answer of one's own."""
    return OTHER.fullmatch(plain(part)) is not None


def is_mark(part: str, cell: Cell) -> bool:
    """Whether a cell only ticks the part or not: yes, no, 1, 0, x, or the part's own text."""
    return _same(part, cell) or _ticked(cell) is not None


def says(part: str, cell: Cell) -> str:
    """The option where it is ticked; the text that stands there, with the part it is about.

    "" where nothing was chosen.
    """
    if is_missing(cell):
        return ""
    if _same(part, cell):
        return _shown(part)
    ticked = _ticked(cell)
    if ticked is not None:
        return _shown(part) if ticked else ""
    text = " ".join(str(cell).split())
    if not part or is_other(part) or ORDINAL.fullmatch(plain(part)):
        return text
    return "|".join(f"{_shown(part)} {one}" for one in _parts(text))


def are_amounts(cells: Sequence[Cell]) -> bool:
    """Whether what stands there are numbers, and not ticks."""
    return bool(cells) and 2 * sum(is_amount(cell) for cell in cells) > len(cells)


def _parts(text: str) -> list[str]:
    sign = next((sign for sign in "|;\n," if sign in text), ",")
    return [part.strip() for part in text.split(sign) if part.strip()]


def _same(part: str, cell: Cell) -> bool:
    return bool(plain(part)) and isinstance(cell, str) and plain(cell) == plain(part)


def _shown(part: str) -> str:
    return " ".join(NUMBERED.sub("", part).split())


def _ticked(cell: Cell) -> bool | None:
    """Yes or no where a cell is no more than that; None for any other."""
    if isinstance(cell, str) and len(cell.strip()) > len("not selected"):
        return None
    if isinstance(cell, str) and plain(cell) in SELECTED:
        return SELECTED[plain(cell)]
    try:
        return read_truth(cell)
    except Unreadable:
        return None
