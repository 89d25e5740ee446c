"""Which rows hold the headers: one, two or three of them, and the titles above.

Survey tools write a row of codes, one of questions and one of import ids (Qualtrics), or questions
with the options in a second row (SurveyMonkey); people put sections above their columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.intake.fields.headers import How, match_headers, plain
from cohorts.intake.table import Cell, is_empty
from cohorts.intake.values.amounts import is_amount

Rows = list[tuple[int, list[Cell]]]
Cells = Sequence[Sequence[Cell]]
MOST_LEVELS = 3
LOOKED_AT, CELLS_LOOKED_AT, BELOW = 10, 200, 30
FEW = 2
ANSWERS = frozenset(
    {
        *("response", "open ended response", "antwoord", "open antwoord", "reactie", "respons"),
        *("open ended antwoord", "open ended reactie", "antwoord op open vraag", "open reactie"),
    }
)
"""What a second row says where a question has no options."""
IMPORT_ID = '{"ImportId"'
CODE = re.compile(r"(q|qid|v|var|vraag|question|col)[-_ ]?\d+([-_.#a-z0-9]*)?", re.IGNORECASE)
ANSWER_LIKE = re.compile(r"@|^\d|^(ja|nee|yes|no|x|true|false|waar|onwaar)$", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """``titles``: rows above that are no headers; ``levels``: the rows of headers; the rest."""

    titles: Rows
    levels: Rows
    rows: Rows

    @property
    def headers(self) -> list[Cell]:
        """The levels as one row: ``Question [Option]`` where two of them say something."""
        told = [cells for _, cells in self.levels if not _holds_import_ids(cells)]
        joined = told[0] if told else []
        for lower in told[1:]:
            joined = _joined(joined, lower)
        return joined


def find_heading(rows: Rows, most: int = MOST_LEVELS) -> Heading:
    """Exports often carry a name, a date or a note above the headers, which take ``most`` rows.

    Rows are passed over only for a row with headers we know, where the first row has none.
    """
    main = _below_sections(rows, _main(rows), most)
    first = main
    while first and main - first + 1 < most and _is_section_row(rows[first - 1][1], rows[main][1]):
        first -= 1
    after = main + 1
    while after < len(rows) and after - first < most and _is_level(rows, main, after):
        after += 1
    return Heading(rows[:first], rows[first:after], rows[after:])


def knows_headers(rows: Rows) -> bool:
    """Whether the headers of these rows hold any that we know."""
    return bool(rows) and bool(_known(rows[_main(rows)][1]))


def texts_of(cells: Sequence[Cell]) -> list[str]:
    """The cells that hold text."""
    return [cell for cell in cells if isinstance(cell, str) and not is_empty(cell)]


def filled(cells: Sequence[Cell]) -> list[int]:
    """The columns that hold something."""
    return [i for i, cell in enumerate(cells) if not is_empty(cell)]


def _main(rows: Rows) -> int:
    if not rows or _known(rows[0][1]):
        return 0
    for i in range(1, min(LOOKED_AT, len(rows))):
        known = _known(rows[i][1])
        alone = all(len(filled(cells)) <= 1 for _, cells in rows[:i])
        if known.count(How.EXACT) > 1 or (known and alone and len(filled(rows[i][1])) > 1):
            return i
    return 0


def _below_sections(rows: Rows, main: int, most: int) -> int:
    """The row of headers where ``main`` only names their sections, though one of those we know."""
    known = len(_known(rows[main][1])) if rows else 0
    for i in range(main + 1, min(main + most, len(rows))):
        told = _known(rows[i][1]).count(How.EXACT)
        sections = all(_is_section_row(cells, rows[i][1]) for _, cells in rows[main:i])
        if told > max(known, 1) and sections:
            return i
    return main


def _known(cells: Sequence[Cell]) -> list[How]:
    """How each header that we know was known."""
    found = match_headers(texts_of(cells[:CELLS_LOOKED_AT]))
    return [m.how for m in found if m.field is not None]


def _is_section_row(cells: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """A row above the headers that names parts of the table, each over several columns."""
    texts = texts_of(cells)
    spread = len(filled(cells)) < len(filled(below)) or len(set(texts)) < len(texts)
    named = len(texts) == len(filled(cells)) >= FEW
    return named and spread and not any(re.search(r"[\d:]", text) for text in texts)


def _is_level(rows: Rows, main: int, place: int) -> bool:
    """Whether the row goes on where the headers above leave off, and is nobody's answer."""
    upper, cells = _once(rows[main][1]), rows[place][1]
    below = [row for _, row in rows[place + 1 : place + 1 + BELOW]]
    if _holds_import_ids(cells):
        return True
    texts = texts_of(cells)
    if len(texts) < len(filled(cells)) or not texts:
        return False
    if any(plain(text) in ANSWERS for text in texts):
        return True
    if any(ANSWER_LIKE.search(text) or is_amount(text) for text in texts):
        return False
    if below and _holds_import_ids(below[0]):
        return True
    return (
        _says_headers(texts, upper, cells)
        or _asks_under_codes(upper, cells)
        or _fills_gaps(upper, cells, below)
        or _names_gaps(upper, cells, below)
    )


def _once(cells: Sequence[Cell]) -> list[Cell]:
    """Without repeats side by side: a merged cell says the same in every column that it spans."""
    left: list[Cell] = [None, *cells]
    return [None if cell == before else cell for before, cell in zip(left, cells, strict=False)]


def _holds_import_ids(cells: Sequence[Cell]) -> bool:
    texts = texts_of(cells)
    return bool(texts) and all(text.replace(" ", "").startswith(IMPORT_ID) for text in texts)


def _says_headers(texts: Sequence[str], upper: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Half of it is headers we know, or the headers above in other letters (StartDate)."""
    exact = _known(texts[:CELLS_LOOKED_AT]).count(How.EXACT)
    pairs = zip(upper, cells, strict=False)
    same = sum(not is_empty(a) and _squeezed(a) == _squeezed(b) for a, b in pairs)
    return (exact >= FEW and 2 * exact >= len(texts)) or same > FEW


def _squeezed(cell: Cell) -> str:
    return plain(str(cell or "")).replace(" ", "")


def _asks_under_codes(upper: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Questions below codes (Q1, Q2_3)."""
    coded = [i for i in filled(upper) if CODE.fullmatch(str(upper[i]).strip())]
    asked = [i for i in coded if i < len(cells) and "?" in str(cells[i] or "")]
    return len(coded) >= FEW and 2 * len(asked) >= len(coded)


def _fills_gaps(
    upper: Sequence[Cell], cells: Sequence[Cell], below: Sequence[Sequence[Cell]]
) -> bool:
    """Options in the columns without a header, and nothing where the others have their number."""
    gaps = [i for i in filled(cells) if i >= len(upper) or is_empty(upper[i])]
    lacking = [i for i in filled(upper) if i >= len(cells) or is_empty(cells[i])]
    counted = Counter(i for row in below for i in filled(row))
    lacks = any(2 * counted[i] > len(below) for i in lacking)
    return (
        bool(below) and lacks and len(gaps) >= 1 and all(_is_option(i, cells, below) for i in gaps)
    )


def _names_gaps(upper: Sequence[Cell], cells: Sequence[Cell], below: Cells) -> bool:
    """Headers we know and options, in columns that a section above reaches over."""
    gaps = [i for i in filled(cells) if i >= len(upper) or is_empty(upper[i])]
    if not below or len(gaps) < FEW:
        return False
    known = {i for i in filled(cells)[:CELLS_LOOKED_AT] if _is_header(cells[i])}
    return bool(known) and all(i in known or _is_option(i, cells, below) for i in gaps)


def _is_header(cell: Cell) -> bool:
    return bool(_known([cell]))


def _is_option(column: int, cells: Sequence[Cell], below: Cells) -> bool:
    """Below an option stand its own text and marks, or nothing; or it asks for another one."""
    told = {_squeezed(row[column]) for row in below if column < len(row)} - {""}
    return len(told) <= FEW or _squeezed(cells[column]) in told or "specify" in str(cells[column])


def _joined(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[Cell]:
    """Two levels as one; a section reaches over the empty cells behind it."""
    width = max(len(upper), len(lower))
    above = [*upper, *[None] * (width - len(upper))]
    under = [*lower, *[None] * (width - len(lower))]
    under = [None if plain(str(cell or "")) in ANSWERS else cell for cell in under]
    gaps = any(is_empty(a) and not is_empty(b) for a, b in zip(above, under, strict=True))
    told = Counter(plain(text) for text in texts_of(above))
    if not gaps and len(told) == len(texts_of(above)):
        return _replaced(above, under)
    section: Cell = None
    headers = []
    for a, b in zip(above, under, strict=True):
        section = a if not is_empty(a) else section
        headers.append(_composite(section if not is_empty(b) or not is_empty(a) else None, b))
    return headers


def _replaced(above: Sequence[Cell], under: Sequence[Cell]) -> list[Cell]:
    """Each header by the one below it, which says more; both where that stands there twice."""
    often = Counter(plain(text) for text in texts_of(under))
    return [
        a if is_empty(b) else _composite(a, b) if often[plain(str(b))] > 1 else b
        for a, b in zip(above, under, strict=True)
    ]


def _composite(section: Cell, part: Cell) -> Cell:
    if is_empty(section) or is_empty(part):
        return part if is_empty(section) else section
    same = plain(str(section)) == plain(str(part))
    return part if same else f"{str(section).strip()} [{str(part).strip()}]"
