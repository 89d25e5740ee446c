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
TICKED = frozenset(
    {
        *("selected", "checked", "ticked", "quoted", "chosen", "marked", "oui", "v"),
        *("aangevinkt", "geselecteerd", "gekozen", "aangekruist", "afgevinkt"),
    }
)
CLEARED = frozenset({"unchecked", "unselected", "unticked", "unmarked", "non", "o"})
NOT = re.compile(r"(not|niet) ")
LONGEST_TICK = len("niet geselecteerd")
TICKS, BOXES = "\u2713\u2714\u2705\u2611\u25cf\u25c9\u25a0", "\u2610\u25a1\u25cb\u25ef"
CROSSES = "\u2717\u2718\u2715\u2716\u2612\u274c\u274e"
"""A cross chooses, as on a ballot; beside ticks it says no."""
SHOWN_AS = re.compile(r"[\ufe0e\ufe0f]")
"""Behind a sign: whether it is drawn as a picture."""
WHOLE = re.compile(r"([01])[.,]0")
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


def with_ticks(cells: Sequence[Cell]) -> bool:
    """Whether any cell is a tick, so that a cross beside it says no."""
    return any(isinstance(cell, str) and _sign(cell) in TICKS for cell in cells)


def is_cross(cell: Cell) -> bool:
    """Whether a cell is a cross that was drawn, and not a letter."""
    return isinstance(cell, str) and _sign(cell) in CROSSES


def _sign(cell: str) -> str:
    text = SHOWN_AS.sub("", cell).strip()
    return text if len(text) == 1 else "\0"


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
    if isinstance(cell, str):
        text = SHOWN_AS.sub("", cell).strip().lower()
        if len(text) > LONGEST_TICK:
            return None
        if _sign(text) in TICKS + CROSSES + BOXES:
            return text not in BOXES
        said = plain(text)
        if NOT.sub("", said) in TICKED or said in CLEARED:
            return said in TICKED
        cell = WHOLE.sub(r"\1", text)
    try:
        return read_truth(cell)
    except Unreadable:
        return None
