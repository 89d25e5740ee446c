"""What people write when they have nothing to write; what of it counts depends on what is asked."""

from __future__ import annotations

from cohorts.intake.table import Cell, Lost

SIGNS = frozenset({"", "-", "--", "—", ".", "?"})
WORDS = frozenset(
    {
        *("n.v.t.", "n.v.t", "nvt", "n/a", "onbekend", "unknown", "anonymous", "anoniem"),
        *("niet van toepassing", "not applicable", "weet ik niet", "geen idee"),
    }
)
ANSWERS = frozenset({"na", "none", "null", "nan", "geen"})
"""Nothing where a value is asked for; elsewhere a name, a code or an answer."""
UNSAID = SIGNS | WORDS
MISSING = UNSAID | ANSWERS
UNDECIDED = frozenset(
    {
        *("in overleg", "n.t.b.", "ntb", "nader te bepalen", "nog te bepalen", "nog niet bekend"),
        *("weet ik nog niet", "weet nog niet", "wisselend", "wisselt", "verschilt", "flexibel"),
        *("to be decided", "tbd", "t.b.d.", "not known yet", "by arrangement", "in consultation"),
        *("varies", "it varies", "flexible", "depends", "it depends"),
    }
)
"""What people write who do not yet say when they can come: no time, and no refusal of any."""
AS_IT_STANDS = frozenset({"id"})
NAMES = frozenset({"name", "company"})
TIMES = frozenset({"availability"})


def is_missing(cell: Cell) -> bool:
    """Where a value is asked for: empty, a word for nothing, or a lost value; never zero."""
    return isinstance(cell, Lost) or _is_among(cell, MISSING)


def is_unsaid(cell: Cell) -> bool:
    """The same where a word may be a name or an answer of its own: None B.V., diet: none."""
    return isinstance(cell, Lost) or _is_among(cell, UNSAID)


def lacks(field: str, cell: Cell) -> bool:
    """Whether a cell says nothing of this field."""
    if field in AS_IT_STANDS:
        return isinstance(cell, Lost) or _is_among(cell, SIGNS)
    if field in TIMES and _is_among(cell, UNDECIDED):
        return True
    return is_unsaid(cell) if field in NAMES else is_missing(cell)


def _is_among(cell: Cell, words: frozenset[str]) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip().lower() in words)
