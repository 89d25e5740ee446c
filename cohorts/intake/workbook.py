"""Workbooks (xlsx, ods) through calamine, after a look at how large they are."""

from __future__ import annotations

import io
from collections.abc import Sequence

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from cohorts.errors import InputError, Problem
from cohorts.intake.headings import Rows, knows_headers
from cohorts.intake.table import Cell, is_empty
from cohorts.intake.unpacked import check_unpacked

OLD = b"\xd0\xcf\x11\xe0"
"""How workbooks of before 2007 begin, and new ones with a password."""


def read_workbook(data: bytes, file: str) -> tuple[Rows, str, tuple[str, ...]]:
    """Numbered rows, the headers first; the name of their sheet; the other sheets one can see.

    The first sheet with a header we know is read; where there is none, the first that holds
    anything.
    """
    if data.startswith(OLD):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        code = "intake.locked_workbook" if locked else "intake.old_workbook"
        raise InputError(Problem(code, file))
    check_unpacked(data, file)
    try:
        found = _sheet(CalamineWorkbook.from_filelike(io.BytesIO(data)))
    except InputError:
        raise
    except Exception:  # noqa: BLE001 - calamine raises many kinds for a broken file
        raise InputError(Problem("intake.broken_workbook", file)) from None
    if found is None:
        raise InputError(Problem("intake.empty_file", file))
    return found


def _sheet(book: CalamineWorkbook) -> tuple[Rows, str, tuple[str, ...]] | None:
    sheets = [s for s in book.sheets_metadata if s.typ is SheetTypeEnum.WorkSheet]
    seen = [s.name for s in sheets if s.visible is SheetVisibleEnum.Visible]
    filled: dict[str, Rows] = {}
    for name in (*seen, *(s.name for s in sheets if s.name not in seen)):
        rows = _numbered(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
        if rows:
            filled[name] = rows
            if knows_headers(rows):
                break
    if not filled:
        return None
    chosen = next((n for n, rows in filled.items() if knows_headers(rows)), next(iter(filled)))
    return filled[chosen], chosen, tuple(n for n in seen if n != chosen)


def _numbered(rows: Sequence[Sequence[object]]) -> Rows:
    found: Rows = []
    for number, row in enumerate(rows, 1):
        cells: list[Cell] = list(row)  # type: ignore[arg-type] # what calamine gives
        while cells and is_empty(cells[-1]):
            cells.pop()
        if cells:
            found.append((number, cells))
    return found
