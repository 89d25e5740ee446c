"""Opens a file by what it is, not by what it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.forms.read_file import TooLargeFileError, read_file
from cohorts.intake.files.csv_file import read_csv
from cohorts.intake.files.encoding import decoded
from cohorts.intake.files.grid import Grid, check_lengths
from cohorts.intake.files.json_file import read_json
from cohorts.intake.files.squared import squared
from cohorts.intake.files.workbook import read_workbook
from cohorts.intake.rows.headings import Heading, Rows, find_heading
from cohorts.intake.table import Cell, Lost, Table
from cohorts.round.remark import Remark

MOST_BYTES = 50_000_000
WORKBOOK_SIGNS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
OPEN_DOCUMENT = b"opendocument.spreadsheet"
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]"
    r"|(?<=[\u0300-\u036f\u20d0-\u20ff]{4})[\u0300-\u036f\u20d0-\u20ff]"
)
"""Signs that nobody sees, and accents that are piled over what stands above: no letter has five."""
OTHER_SIGNS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"RIFF", b"\x1f\x8b", b"BM", b"Rar!")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|table|meta|head)", re.IGNORECASE)
JSON = re.compile(r"\s*(?:\[\s*[\[{\]]|\{\s*[\"}])")
FAULT = re.compile(
    r"\s*(?:#(?:N/[AB]|REF!|VERW!|DIV/0!|DEEL/0!|VALUE!|WAARDE!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!"
    r"|SPILL!|OVERLOOP!|CALC!|BEREKENEN!)|Err:\d{3})\s*",
    re.IGNORECASE,
)
"""What Excel shows in English and in Dutch, and LibreOffice, where a formula went wrong."""
LOOKED_AT, FEW = 65_536, 3
JSON_NAMES = (".json", ".jsonl", ".ndjson")


@dataclass(frozen=True)
class Sheet:
    """What a file holds, before it is known which rows are headers; as in :class:`Table`.

    ``left``: the numbers of rows that a workbook hides, and that are left out; ``labels``: see
    :class:`~cohorts.intake.files.grid.Grid`.
    """

    file: str
    kind: str
    detail: str
    rows: Rows
    remarks: tuple[Remark, ...]
    left: frozenset[int] = frozenset()
    labels: frozenset[int] = frozenset()

    def heading(self, rows: Rows, most: int) -> Heading:
        """Where the headers of ``rows`` are, in at most so many rows; of JSON always the first."""
        if self.kind == "json":
            return Heading([], rows[:1], rows[1:])
        found = find_heading(rows, most)
        return replace(found, rows=[row for row in found.rows if row[0] not in self.left])


def read_sheet(path: str | Path, *, leave_hidden: bool = False) -> Sheet:
    """The rows in a CSV, workbook or JSON file.

    ``leave_hidden``: rows that a workbook hides are left out. Raises InputError for what cannot be
    read safely and whole.
    """
    path = Path(path)
    grid, kind = _grid(bytes_of(path), path)
    names = [INVISIBLE.sub("", name) for name in (grid.name, *grid.others)]
    grid = replace(grid, name=names[0], others=tuple(names[1:]))
    rows = [(number, [_visible(cell) for cell in cells]) for number, cells in grid.rows]
    check_lengths(rows, path.name)
    remarks = tuple(grid.remarks(leave_hidden=leave_hidden))
    left = grid.hidden_rows if leave_hidden else frozenset()
    return Sheet(path.name, kind, grid.name, rows, remarks, left, grid.labels)


def read_table(path: str | Path, *, may_be_empty: bool = False) -> Table:
    """The table in a file beside the applicants, whose headers stand in one row.

    Raises InputError for what cannot be read safely and whole; without a single row only where it
    ``may_be_empty``.
    """
    sheet = read_sheet(path)
    heading = sheet.heading(sheet.rows, 1)
    titles = [Remark("intake.title_row", number) for number, _ in heading.titles]
    table = squared(sheet.file, sheet.kind, sheet.detail, heading.headers, heading.rows)
    if not table.rows and not may_be_empty:
        raise InputError(Problem("intake.no_rows", sheet.file))
    return replace(table, remarks=(*sheet.remarks, *titles, *table.remarks))


def _grid(data: bytes, path: Path) -> tuple[Grid, str]:
    """Numbered rows, the headers first, with what is known of them; and the kind of file."""
    if data.startswith(WORKBOOK_SIGNS):
        return read_workbook(data, path.name), "ods" if OPEN_DOCUMENT in data[:200] else "xlsx"
    if data.startswith(OTHER_SIGNS):
        raise InputError(Problem("intake.not_a_table", path.name))
    text, encoding = decoded(data)
    if _is_binary(text) or MARKUP.match(text):
        raise InputError(Problem("intake.not_a_table", path.name))
    if path.suffix.lower() in JSON_NAMES or JSON.match(text):
        return Grid(*read_json(text, path.name)), "json"
    return Grid(*read_csv(text, encoding, path.name)), "csv"


def _visible(cell: Cell) -> Cell:
    """Without signs that nobody sees: control signs, marks of direction and of no width.

    What a spreadsheet writes for a fault is one, whatever kind of file it was written to.
    """
    if not isinstance(cell, str):
        return cell
    text = INVISIBLE.sub("", cell)
    return Lost("intake.fault", text.strip()) if FAULT.fullmatch(text) else text


def bytes_of(path: Path) -> bytes:
    """What the file holds. Raises InputError where it cannot be read, is too large or empty."""
    try:
        data = read_file(path, MOST_BYTES)
    except FileNotFoundError:
        raise InputError(Problem("intake.no_file", str(path))) from None
    except TooLargeFileError as error:
        raise InputError(Problem("intake.file_too_large", path.name, error.facts)) from None
    except OSError as error:
        facts = {"fault": fault_of(error)}
        raise InputError(Problem("intake.cannot_read", str(path)[:80], facts)) from None
    if not data.strip():
        raise InputError(Problem("intake.empty_file", path.name))
    return data


def _is_binary(text: str) -> bool:
    """More than a few signs that no text holds."""
    looked_at = text[:LOOKED_AT]
    return len(CONTROL.findall(looked_at)) > max(FEW, len(looked_at) / 20)
