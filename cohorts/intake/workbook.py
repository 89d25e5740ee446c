"""Workbooks (xlsx, xls, ods) through calamine, after a look at how large they unpack."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence

from python_calamine import CalamineWorkbook

from cohorts.errors import InputError, Problem
from cohorts.intake.table import MOST_COLUMNS, MOST_ROWS, Cell, is_empty

MOST_UNPACKED = 150_000_000
MOST_ENTRIES = 2_000
CHUNK = 1 << 20


def read_workbook(data: bytes, file: str) -> tuple[list[Cell], list[tuple[int, list[Cell]]], str]:
    """Headers and numbered rows of the first sheet that holds anything, and its name."""
    if data.startswith(b"PK"):
        check_unpacked(data, file)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            _check_size(sheet.width, sheet.height, file)
            rows = _numbered(sheet.to_python(skip_empty_area=False))
            if rows:
                return rows[0][1], rows[1:], name
    except InputError:
        raise
    except Exception:  # noqa: BLE001 - calamine raises many kinds for a broken file
        raise InputError(Problem("intake.broken_workbook", file)) from None
    raise InputError(Problem("intake.empty_file", file))


def _check_size(columns: int, rows: int, file: str) -> None:
    if columns > MOST_COLUMNS * 10 or rows > MOST_ROWS + 1:
        facts = {"columns": columns, "rows": rows, "most": MOST_COLUMNS}
        raise InputError(Problem("intake.too_many_columns", file, facts))


def _numbered(rows: Sequence[Sequence[object]]) -> list[tuple[int, list[Cell]]]:
    found: list[tuple[int, list[Cell]]] = []
    for number, row in enumerate(rows, 1):
        cells: list[Cell] = list(row)  # type: ignore[arg-type]
        while cells and is_empty(cells[-1]):
            cells.pop()
        if cells:
            found.append((number, cells))
    return found


def check_unpacked(data: bytes, file: str) -> None:
    """Raises InputError where a workbook unpacks to too much; what it states is not trusted."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_UNPACKED:
                raise InputError(Problem("intake.unpacks_too_large", file, _most()))
            unpacked = 0
            for entry in entries:
                with archive.open(entry) as part:
                    while chunk := part.read(CHUNK):
                        unpacked += len(chunk)
                        if unpacked > MOST_UNPACKED:
                            raise InputError(Problem("intake.unpacks_too_large", file, _most()))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise InputError(Problem("intake.broken_workbook", file)) from None


def _most() -> dict[str, object]:
    return {"most": MOST_UNPACKED // 1_000_000}
