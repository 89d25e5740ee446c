"""The table of applicants: headers found, rows that are nobody left out, questions put together.

File → rows → headers → rows of people → columns of one question as one. What comes out has one
column per question, and rows with the numbers they have in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.clean import FIRST, is_clean
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.fields.questions import with_questions_joined
from cohorts.intake.fields.turned_round import turned_round
from cohorts.intake.files.any_file import Sheet, read_sheet
from cohorts.intake.files.grid import of_hidden, stretches
from cohorts.intake.files.squared import squared
from cohorts.intake.rows.headings import MOST_LEVELS, Heading, Rows, filled
from cohorts.intake.rows.nobody import without_nobodies
from cohorts.intake.table import Table
from cohorts.round.remark import Remark


def read_answers(path: str | Path, field_map: FieldMap) -> tuple[Table, bool]:
    """The table, and whether it is a file that was written here (``clean.csv``).

    Raises InputError for what cannot be read safely and whole, and where nobody answered.
    """
    sheet = read_sheet(path, leave_hidden=field_map.hidden_rows != "read")
    rows, skipped = without_skipped(sheet.rows, sheet.heading(sheet.rows, 1), field_map.skip)
    heading = sheet.heading(rows, 1)
    clean = sheet.kind == "csv" and tuple(heading.headers[: len(FIRST)]) == FIRST
    table = _squared(sheet, heading, heading.rows) if clean else None
    if table is None or not is_clean(table):
        clean, table = False, _understood(sheet, rows, field_map)
    if not table.rows:
        raise InputError(Problem("intake.no_rows", sheet.file))
    return replace(table, remarks=(*sheet.remarks, *skipped, *table.remarks)), clean


def without_skipped(rows: Rows, heading: Heading, skip: Sequence[int]) -> tuple[Rows, list[Remark]]:
    """Rows without those that the organiser skips, and what is to be said of that."""
    if not skip:
        return rows, []
    headers = {number for number, _ in heading.levels}
    there = {number for number, cells in rows if filled(cells)}
    left = sorted(set(skip) & there - headers)
    remarks = [Remark("intake.skip_headers", number) for number in sorted(set(skip) & headers)]
    if absent := sorted(set(skip) - there):
        remarks.append(Remark("intake.skip_absent", facts={"rows": stretches(absent)}))
    if left:
        facts = {"rows": stretches(left), "count": len(left)}
        remarks.append(Remark("intake.skipped", facts=facts))
    return [(number, cells) for number, cells in rows if number not in set(left)], remarks


def _understood(sheet: Sheet, rows: Rows, field_map: FieldMap) -> Table:
    heading = sheet.heading(rows, MOST_LEVELS)
    people, nobodies = without_nobodies(heading.headers, heading.levels, heading.rows, sheet.labels)
    titles = [Remark("intake.title_row", number) for number, _ in heading.titles]
    levels = [Remark("intake.header_level", number) for number, _ in heading.levels[1:]]
    table = _squared(sheet, heading, people)
    table = turned_round(with_questions_joined(table, field_map), field_map)
    hidden = _left_out(sheet, rows, heading)
    return replace(table, remarks=(*hidden, *titles, *levels, *nobodies, *table.remarks))


def _left_out(sheet: Sheet, rows: Rows, heading: Heading) -> list[Remark]:
    """What to say of hidden rows that are not read: those that hold no headers, and no title."""
    above = {number for number, _ in (*heading.levels, *heading.titles)}
    left = sorted(sheet.left & {number for number, _ in rows} - above)
    return [of_hidden("intake.hidden_rows_left", left)] if left else []


def _squared(sheet: Sheet, heading: Heading, rows: Rows) -> Table:
    return squared(sheet.file, sheet.kind, sheet.detail, heading.headers, rows)
