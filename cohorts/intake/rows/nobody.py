"""Rows that are nobody's answers: headers again, sums, notes below, what a tool tried out.

Never a row that has what the others have: a company may be called Totaal, and a person Bron.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cohorts.intake.fields.headers import exact_field, plain
from cohorts.intake.rows.above import Above
from cohorts.intake.rows.explained import explains_headers
from cohorts.intake.rows.headings import Rows, filled, texts_of
from cohorts.intake.rows.seen import MOST, Seen, seen_in
from cohorts.intake.rows.sums import TOTAL
from cohorts.intake.rows.total_row import is_total
from cohorts.intake.table import Cell
from cohorts.intake.values.amounts import is_amount
from cohorts.round.remark import Remark

LOOKED_AT = 6
FEW, SEVERAL = 2, 3
"""Cells that tell something."""
NOTE = re.compile(
    r"(bron|bronnen|source|sources|noot|note|notes|nb|n\.b\.|toelichting|legenda|legend|let op"
    r"|opmerking|peildatum|stand per|status per|aantal [\w ]{1,40}|number of [\w ]{1,40}"
    r"|totaal [\w ]{1,40}|total [\w ]{1,40}|gefilterd op|filter)\s*:"
    r"|(met )?(vriendelijke|hartelijke) groet|(kind|best) regards|(vragen|questions)\?|www\.|https?://"
    r"|n\s*="
    r"|(pagina|page|blad|sheet)\s+\d+(\s*(van|of|/)\s*\d+)?$"
    r"|(gegenereerd|geëxporteerd|afgedrukt|bijgewerkt|laatst bijgewerkt|uitgedraaid|aangemaakt"
    r"|generated|exported|printed|updated|last updated|created|downloaded)\s+(op|by|door|on|at|from"
    r"|uit|via|met|with)\b"
    r"|(uitdraai|export)\s+(van|per|op|d\.d\.|of|from)?\s*\d"
    r"|(einde|end)\s+(van|of)\b|[*†‡¹²³]|\([\d*]\)|©|copyright\b|powered by\b|[-–_=*]{3,}",
    re.IGNORECASE,
)
TRIED_OUT = frozenset({"survey preview", "survey test", "preview", "test response"})


def without_nobodies(
    headers: list[Cell], levels: Rows, rows: Rows, labels: frozenset[int] = frozenset()
) -> tuple[Rows, list[Remark]]:
    """The rows of people, and a remark for each row that was left out, by what it was taken for.

    ``labels``: numbers of rows that hold nothing but one text, merged over several columns.

    Below headers that stand there again in another order, the cells are put in the first order.
    """
    seen = seen_in(headers, levels, rows, labels)
    kept: Rows = []
    remarks = []
    order: dict[int, int] | None = None
    code: str | None
    for number, cells in rows:
        if _is_headers(seen, cells):
            seen.group = Above()
            order, strange = _order(seen, cells)
            facts = {"columns": tuple(strange)}
            code = "intake.other_headers" if strange else "intake.header_row"
            remarks.append(Remark(code, number, facts=facts if strange else {}))
            continue
        placed = _placed(cells, order)
        if code := _taken_for(seen, number, placed):
            seen.group = Above()
            told = "" if code == "intake.test_row" else _shown(placed)
            remarks.append(Remark(code, number, value=told))
            continue
        if code := _doubt(seen, placed):
            remarks.append(Remark(code, number, value=_shown(placed)))
        seen.kept.add(placed)
        seen.group.add(placed)
        kept.append((number, placed))
    return kept, remarks


def _taken_for(seen: Seen, number: int, cells: list[Cell]) -> str | None:
    if _is_tried_out(seen, cells):
        return "intake.test_row"
    if is_total(seen, number, cells):
        return "intake.total_row"
    is_label = number in seen.labels and seen.lacks(cells)
    is_told = is_label or _is_note(seen, cells) or _is_section(seen, cells)
    if is_told or explains_headers(seen, cells):
        return "intake.note_row"
    return None


def _is_headers(seen: Seen, cells: Sequence[Cell]) -> bool:
    """At least two cells, and nearly all, say what a header says; or the names of our fields.

    An option may stand below its own name; where everybody answers, only headers say so.
    """
    places = filled(cells)
    if not any(_may_be_header(seen, cells[i]) for i in places[:LOOKED_AT]):
        return False
    said = {i: plain(str(cells[i])) for i in places}
    repeats = {i for i, text in said.items() if text in seen.said}
    named = {i for i in said if exact_field(str(cells[i])) is not None}
    whole = all(i in repeats for i in seen.common & said.keys())
    amounts = any(is_amount(cell) for cell in cells)
    return (len(repeats) >= FEW and len(repeats) >= MOST * len(said) and whole) or (
        len(named) >= SEVERAL and 2 * len(named) > len(said) and not amounts
    )


def _may_be_header(seen: Seen, cell: Cell) -> bool:
    return isinstance(cell, str) and (plain(cell) in seen.said or exact_field(cell) is not None)


def _said_above(seen: Seen, column: int, text: str) -> bool:
    levels = [row[column] for row in seen.levels if column < len(row)]
    header = seen.headers[column : column + 1]
    return bool(text) and text in {plain(str(cell)) for cell in (*levels, *header) if cell}


def _order(seen: Seen, cells: Sequence[Cell]) -> tuple[dict[int, int] | None, list[str]]:
    """Column below these headers → column of the first; and headers that are none of those."""
    told = {i: str(cells[i]) for i in filled(cells)}
    if all(_said_above(seen, i, plain(text)) for i, text in told.items()):
        return None, []
    headers = list(enumerate(seen.headers))
    fields = {field: i for i, h in reversed(headers) if (field := exact_field(h))}
    names = {plain(h): i for i, h in reversed(headers)}
    found = {
        i: names.get(plain(text), fields.get(exact_field(text) or "", -1))
        for i, text in told.items()
    }
    return found, [" ".join(told[i].split()) for i, column in found.items() if column < 0]


def _placed(cells: list[Cell], order: dict[int, int] | None) -> list[Cell]:
    if order is None:
        return cells
    placed: list[Cell] = [None] * max(len(cells), 1 + max(order.values(), default=0))
    for i, column in order.items():
        if column >= 0 and i < len(cells):
            placed[column] = cells[i]
    return placed


def _is_tried_out(seen: Seen, cells: Sequence[Cell]) -> bool:
    told = (cells[i] for i in seen.answered if i < len(cells))
    return any(plain(str(cell or "")) in TRIED_OUT for cell in told)


def _is_note(seen: Seen, cells: list[Cell]) -> bool:
    places = filled(cells)
    if not places or len(places) > FEW or not seen.lacks(cells) or len(seen.headers) < FEW:
        return False
    text = " ".join(str(cells[places[0]]).split())
    return NOTE.match(text) is not None


def _is_section(seen: Seen, cells: list[Cell]) -> bool:
    """The name of a part of the table, alone or merged over the row: a value of those below."""
    places = filled(cells)
    text = cells[places[0]] if places else None
    if not isinstance(text, str) or any(cells[i] != text for i in places):
        return False
    spread = len(places) >= SEVERAL and len(text.strip()) > SEVERAL
    alone = places == [0] and len(seen.common) >= SEVERAL and seen.lacks(cells)
    return spread or (alone and bool(seen.values[plain(text)] - {0}))


def _doubt(seen: Seen, cells: list[Cell]) -> str | None:
    """What a row might be that counts as somebody: a note, or a sum that does not add up."""
    if not seen.lacks(cells) or len(seen.common) < FEW:
        return None
    places, texts = filled(cells), texts_of(cells)
    if len(places) == 1 and len(seen.common) >= SEVERAL:
        known = exact_field(seen.headers[places[0]]) if places[0] < len(seen.headers) else None
        return "intake.perhaps_nobody" if known not in ("id", "submitted") else None
    words = [text for text in texts if not is_amount(text)]
    sums = len(words) == 1 and TOTAL.match(plain(words[0])) is not None
    return "intake.perhaps_total" if sums else None


def _shown(cells: Sequence[Cell]) -> str:
    texts = [text for text in texts_of(cells) if not is_amount(text)]
    return " ".join(texts[0].split())[:80] if texts else ""
