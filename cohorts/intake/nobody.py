"""Rows that are nobody's answers: headers again, sums, notes below, what a tool tried out.

Never a row that has what the others have: a company may be called Totaal, and a person Bron.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cohorts.intake.amounts import is_amount
from cohorts.intake.headers import exact_field, plain
from cohorts.intake.headings import Rows, filled, texts_of
from cohorts.intake.sums import adds_up
from cohorts.intake.table import Cell, is_empty
from cohorts.round.remark import Remark

MOST, FEW, SEVERAL = 0.8, 2, 3
"""Share of the rows that fill a column which a person fills; cells that tell something."""
SUBTOTAL = re.compile(
    r"(subtota+l|sub tota+l|eindtota+l|tussentota+l|grand total|totaal generaal)\b"
)
TOTAL = re.compile(
    r"(totaal|totalen|total|totals|som|sum|gemiddelde?|average|mediaan|median|aantal|minimum"
    r"|maximum)\b"
)
SHORT = re.compile(r"(gem|avg|mean|count|tot)\b")
"""Words that may be a name as well: they want a proof."""
OF_WHAT = re.compile(
    r"\b(aantal|deelnemers?|inschrijvingen|aanmeldingen|inzendingen|kandidaten|bedrijven"
    r"|ondernemers|personen|mensen|rijen|alle|van|per|de|het|medewerkers|omzet|fte|bedrag"
    r"|of|all|the|number|rows|participants|applicants|companies|people|entries|responses"
    r"|registrations|employees|turnover|revenue|sum|count|totaal|total|eur|euro|\d+)\b"
)
NOTE = re.compile(
    r"(bron|bronnen|source|sources|noot|note|notes|nb|n\.b\.|toelichting|legenda|legend|let op"
    r"|opmerking|peildatum|stand per|status per|aantal [\w ]{1,40}|number of [\w ]{1,40}"
    r"|totaal [\w ]{1,40}|total [\w ]{1,40}|gefilterd op|filter)\s*:"
    r"|(pagina|page|blad|sheet)\s+\d+(\s*(van|of|/)\s*\d+)?$"
    r"|(gegenereerd|geëxporteerd|afgedrukt|bijgewerkt|laatst bijgewerkt|uitgedraaid|aangemaakt"
    r"|generated|exported|printed|updated|last updated|created|downloaded)\s+(op|by|door|on|at|from"
    r"|uit|via|met|with)\b"
    r"|(uitdraai|export)\s+(van|per|op|d\.d\.|of|from)?\s*\d"
    r"|(einde|end)\s+(van|of)\b|[*†‡¹²³]|\(\d\)|©|copyright\b|powered by\b|[-–_=*]{3,}",
    re.IGNORECASE,
)
TRIED_OUT = frozenset({"survey preview", "survey test", "preview", "test response"})
HOW_ANSWERED = frozenset({"response type", "status", "distribution channel", "distributionchannel"})


@dataclass
class _Rows:
    """``common``: columns that most people fill; ``values``: text → columns in which it stands.

    ``last``: number of the last row that may add up; ``kept``: cells of the people so far,
    ``group``: of those since the last row that is nobody.
    """

    headers: list[str]
    levels: list[list[Cell]]
    common: frozenset[int]
    values: dict[str, set[int]]
    last: int
    kept: list[list[Cell]] = field(default_factory=list)
    group: list[list[Cell]] = field(default_factory=list)

    def lacks(self, cells: Sequence[Cell]) -> bool:
        """Whether something is not there that nearly everybody filled in."""
        return not self.common <= set(filled(cells))


def without_nobodies(headers: list[Cell], levels: Rows, rows: Rows) -> tuple[Rows, list[Remark]]:
    """The rows of people, and a remark for each row that was left out, by what it was taken for.

    Below headers that stand there again in another order, the cells are put in the first order.
    """
    seen = _seen(headers, levels, rows)
    kept: Rows = []
    remarks = []
    order: dict[int, int] | None = None
    code: str | None
    for number, cells in rows:
        if _is_headers(seen, cells):
            seen.group = []
            order, strange = _order(seen, cells)
            facts = {"columns": tuple(strange)}
            code = "intake.other_headers" if strange else "intake.header_row"
            remarks.append(Remark(code, number, facts=facts if strange else {}))
            continue
        placed = _placed(cells, order)
        if code := _taken_for(seen, number, placed):
            seen.group = []
            told = "" if code == "intake.test_row" else _shown(placed)
            remarks.append(Remark(code, number, value=told))
            continue
        if code := _doubt(seen, placed):
            remarks.append(Remark(code, number, value=_shown(placed)))
        seen.kept.append(placed)
        seen.group.append(placed)
        kept.append((number, placed))
    return kept, remarks


def _seen(headers: list[Cell], levels: Rows, rows: Rows) -> _Rows:
    people = [filled(cells) for _, cells in rows if not _begins_like_a_sum(cells)]
    widest = max(map(len, people), default=0)
    whole = [places for places in people if 2 * len(places) > widest]
    counted = Counter(i for columns in whole for i in columns)
    common = frozenset(i for i, count in counted.items() if count >= MOST * len(whole))
    values: dict[str, set[int]] = {}
    for _, cells in rows:
        for i in filled(cells):
            values.setdefault(plain(str(cells[i])), set()).add(i)
    names = ["" if is_empty(h) else " ".join(str(h).split()) for h in headers]
    last = next((n for n, cells in reversed(rows) if len(filled(cells)) > 1), 0)
    return _Rows(names, [cells for _, cells in levels], common, values, last)


def _begins_like_a_sum(cells: Sequence[Cell]) -> bool:
    first = plain(next(iter(texts_of(cells)), ""))
    return any(words.match(first) for words in (SUBTOTAL, TOTAL, SHORT))


def _taken_for(seen: _Rows, number: int, cells: list[Cell]) -> str | None:
    if _is_tried_out(seen.headers, cells):
        return "intake.test_row"
    if _is_total(seen, number, cells):
        return "intake.total_row"
    if _is_note(seen, cells) or _is_section(seen, cells):
        return "intake.note_row"
    return None


def _is_headers(seen: _Rows, cells: Sequence[Cell]) -> bool:
    """At least two cells, and nearly all, say what a header says; or the names of our fields.

    An option may stand below its own name; where everybody answers, only headers say so.
    """
    said = {i: plain(str(cells[i])) for i in filled(cells)}
    above = {plain(name) for name in seen.headers} - {""}
    repeats = {i for i, text in said.items() if text in above or _said_above(seen, i, text)}
    named = {i for i in said if exact_field(str(cells[i])) is not None}
    whole = all(i in repeats for i in seen.common & said.keys())
    amounts = any(is_amount(cell) for cell in cells)
    return (len(repeats) >= FEW and len(repeats) >= MOST * len(said) and whole) or (
        len(named) >= SEVERAL and 2 * len(named) > len(said) and not amounts
    )


def _said_above(seen: _Rows, column: int, text: str) -> bool:
    levels = [row[column] for row in seen.levels if column < len(row)]
    header = seen.headers[column : column + 1]
    return bool(text) and text in {plain(str(cell)) for cell in (*levels, *header) if cell}


def _order(seen: _Rows, cells: Sequence[Cell]) -> tuple[dict[int, int] | None, list[str]]:
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


def _is_tried_out(headers: Sequence[str], cells: Sequence[Cell]) -> bool:
    told = ((plain(h), plain(str(c or ""))) for h, c in zip(headers, cells, strict=False))
    return any(header in HOW_ANSWERED and text in TRIED_OUT for header, text in told)


def _is_total(seen: _Rows, number: int, cells: list[Cell]) -> bool:
    """One text that says so, beside nothing but amounts; proven where it could be a name."""
    amounts = [i for i in filled(cells) if is_amount(cells[i])]
    texts = texts_of([c for c in cells if not is_amount(c)])
    if not texts or len(texts) + len(amounts) < len(filled(cells)):
        return False
    first, *others = [plain(text) for text in texts]
    if any(OF_WHAT.sub("", other).strip() for other in others):
        return False
    if SUBTOTAL.match(first):
        return bool(amounts) or seen.lacks(cells)
    said = TOTAL.match(first) or SHORT.match(first)
    if said is None:
        return False
    rest = OF_WHAT.sub("", first[said.end() :]).strip()
    proven = adds_up(cells, seen.kept) or adds_up(cells, seen.group)
    if rest or SHORT.match(first):  # Totaal Deventer, but not Totaal Installatie B.V.
        elsewhere = bool(amounts) and rest in seen.values
        return seen.lacks(cells) and (proven or elsewhere)
    leads = bool(amounts) and not is_amount(cells[filled(cells)[0]])  # no id before it
    return seen.lacks(cells) or (leads and (proven or number == seen.last))


def _is_note(seen: _Rows, cells: list[Cell]) -> bool:
    places = filled(cells)
    if not places or len(places) > FEW or not seen.lacks(cells) or len(seen.headers) < FEW:
        return False
    text = " ".join(str(cells[places[0]]).split())
    return NOTE.match(text) is not None


def _is_section(seen: _Rows, cells: list[Cell]) -> bool:
    """The name of a part of the table, alone or merged over the row: a value of those below."""
    places, texts = filled(cells), texts_of(cells)
    told = {plain(text) for text in texts}
    if len(told) != 1 or len(texts) < len(places):
        return False
    spread = len(places) >= SEVERAL and len(texts[0].strip()) > SEVERAL
    alone = places == [0] and len(seen.common) >= SEVERAL and seen.lacks(cells)
    return spread or (alone and bool(seen.values[told.pop()] - {0}))


def _doubt(seen: _Rows, cells: list[Cell]) -> str | None:
    """What a row might be that counts as somebody: a note, or a sum that does not add up."""
    places, texts = filled(cells), texts_of(cells)
    if not seen.lacks(cells) or len(seen.common) < FEW:
        return None
    if len(places) == 1 and len(seen.common) >= SEVERAL:
        known = exact_field(seen.headers[places[0]]) if places[0] < len(seen.headers) else None
        return "intake.perhaps_nobody" if known not in ("id", "submitted") else None
    words = [text for text in texts if not is_amount(text)]
    sums = len(words) == 1 and TOTAL.match(plain(words[0])) is not None
    return "intake.perhaps_total" if sums else None


def _shown(cells: Sequence[Cell]) -> str:
    texts = [text for text in texts_of(cells) if not is_amount(text)]
    return " ".join(texts[0].split())[:80] if texts else ""
