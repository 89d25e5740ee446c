"""What runs in a process of its own: a workbook in, one answer out, both as bytes.

It imports as little as it can, for it starts anew for every workbook.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from cohorts.intake.files.sheets.appearance import Look
from cohorts.intake.files.sheets.archive import Archive
from cohorts.intake.files.sheets.laid_out import (
    hidden_columns,
    label_rows,
    laid_out,
    scaled_columns,
)
from cohorts.intake.files.sheets.office_open import look_at_office_open
from cohorts.intake.files.sheets.open_document import (
    CONTENT,
    look_at_open_document,
)
from cohorts.intake.limits import TooMuch, limit_this_process
from cohorts.intake.rows.headings import knows_headers


def main() -> None:
    """Answers on standard output, whatever the workbook is."""
    limit_this_process()
    sys.stdout.buffer.write(json.dumps(answer(sys.stdin.buffer.read())).encode())


def answer(data: bytes) -> dict[str, Any]:
    """What was found, or ``code`` and ``facts`` of what is wrong.

    Found: ``sheet, others, rows, hidden_rows, hidden_columns, scaled, labels, merged``.

    ``rows``: number and cells, the headers first; of the first sheet with a header we know, or
    else the first that holds anything.
    """
    try:
        archive = Archive(data)
        look = (
            look_at_open_document(archive) if CONTENT in archive else look_at_office_open(archive)
        )
        found = _sheet(CalamineWorkbook.from_filelike(io.BytesIO(data)), look)
    except TooMuch as verdict:
        return {"code": verdict.code, "facts": verdict.facts}
    except MemoryError:
        return {"code": "intake.workbook_gave_up", "facts": {}}
    except BaseException:  # noqa: BLE001 - whatever a reader makes of a damaged file, also a panic
        return {"code": "intake.broken_workbook", "facts": {}}
    return found if found is not None else {"code": "intake.empty_file", "facts": {}}


def _sheet(book: CalamineWorkbook, look_at: Callable[[str], Look]) -> dict[str, Any] | None:
    sheets = [s for s in book.sheets_metadata if s.typ is SheetTypeEnum.WorkSheet]
    seen = [s.name for s in sheets if s.visible is SheetVisibleEnum.Visible]
    found: dict[str, Any] | None = None
    for name in (*seen, *(s.name for s in sheets if s.name not in seen)):
        look = look_at(name)  # first, for it sees what is too far to lay out
        values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        rows: list[tuple[int, list[Any]]] = list(laid_out(values, look))
        known = bool(rows) and knows_headers(rows)
        if known or (rows and found is None):
            found = _told(name, rows, look) | {"others": [n for n in seen if n != name]}
        if known:
            break
    return found


def _told(name: str, rows: list[tuple[int, list[Any]]], look: Look) -> dict[str, Any]:
    return {
        "sheet": name,
        "rows": rows,
        "hidden_rows": sorted(look.hidden_rows & {number for number, _ in rows}),
        "hidden_columns": hidden_columns(look),
        "scaled": scaled_columns(look),
        "labels": label_rows(rows, look),
        "merged": sorted({span.top for span in look.merged}),
    }
