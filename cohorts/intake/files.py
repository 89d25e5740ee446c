"""Opens a file by what it is, not by what it is called."""

from __future__ import annotations

import re
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.csv_file import read_csv
from cohorts.intake.json_file import read_json
from cohorts.intake.table import MOST_COLUMNS, MOST_ROWS, Cell, Table, is_empty
from cohorts.intake.workbook import read_workbook

MOST_BYTES = 50_000_000
WORKBOOK_SIGNS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\ufeff]")
OTHER_SIGNS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"RIFF", b"\x1f\x8b", b"BM", b"Rar!")


def read_table(path: str | Path) -> Table:
    """The table in a CSV, workbook or JSON file.

    Raises InputError for what cannot be read safely and whole.
    """
    path = Path(path)
    data = _bytes(path)
    if data.startswith(WORKBOOK_SIGNS):
        headers, rows, detail = read_workbook(data, path.name)
        kind = "xlsx"
    elif data.startswith(OTHER_SIGNS) or _is_binary(data):
        raise InputError(Problem("intake.not_a_table", path.name))
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{") and path.suffix != ".csv":
        headers, rows, detail = read_json(data, path.name)
        kind = "json"
    else:
        headers, rows, detail = read_csv(data, path.name)
        kind = "csv"
    visible = [(number, [_visible(cell) for cell in cells]) for number, cells in rows]
    return _squared(path.name, kind, detail, [_visible(h) for h in headers], visible)


def _visible(cell: Cell) -> Cell:
    """Without signs that nobody sees: control signs, marks of direction and of no width."""
    return INVISIBLE.sub("", cell) if isinstance(cell, str) else cell


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise InputError(Problem("intake.no_file", str(path)))
    if path.stat().st_size > MOST_BYTES:
        facts = {"most": MOST_BYTES // 1_000_000}
        raise InputError(Problem("intake.file_too_large", path.name, facts))
    try:
        data = path.read_bytes()
    except OSError:
        raise InputError(Problem("intake.no_file", str(path))) from None
    if not data.strip():
        raise InputError(Problem("intake.empty_file", path.name))
    return data


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return b"\x00" in data[:65_536]


def _squared(
    file: str, kind: str, detail: str, headers: list[Cell], rows: list[tuple[int, list[Cell]]]
) -> Table:
    """Every row as wide as the headers; a row with more cells than headers is refused."""
    if len(headers) > MOST_COLUMNS:
        facts = {"columns": len(headers), "most": MOST_COLUMNS}
        raise InputError(Problem("intake.too_many_columns", file, facts))
    if len(rows) > MOST_ROWS:
        facts = {"rows": len(rows), "most": MOST_ROWS}
        raise InputError(Problem("intake.too_many_rows", file, facts))
    wide = [n for n, cells in rows if any(not is_empty(c) for c in cells[len(headers) :])]
    if wide:
        shown = tuple(str(n) for n in wide[:10])
        wider = {"rows": shown, "count": len(wide), "columns": len(headers)}
        raise InputError(Problem("intake.row_too_wide", file, wider))
    filled = [(n, cells) for n, cells in rows if any(not is_empty(c) for c in cells)]
    if not filled:
        raise InputError(Problem("intake.no_rows", file))
    width = len(headers)
    squared = tuple((n, tuple(c[:width]) + (None,) * (width - len(c))) for n, c in filled)
    # a workbook leaves out empty cells at the end of a row; in a CSV that is a fault
    short = tuple(n for n, cells in filled if kind == "csv" and len(cells) < width)
    return Table(file, kind, detail, _named(headers), squared, short)


def _named(headers: list[Cell]) -> tuple[str, ...]:
    """Headers as text: stripped, a blank one by its place, a repeated one with its number."""
    seen: dict[str, int] = {}
    names = []
    for place, cell in enumerate(headers, 1):
        name = " ".join(str(cell).split()) if not is_empty(cell) else f"#{place}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)
