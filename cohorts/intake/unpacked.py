"""How large a workbook is when it is unpacked and laid out: looked at before anything opens it.

What the file states of itself is not trusted: parts are unpacked and counted, and the cells are
looked up in the text of the sheets, for one cell in the last corner makes a reader lay out all
that lies before it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from cohorts.errors import InputError, Problem

MOST_UNPACKED = 150_000_000
MOST_ENTRIES = 2_000
MOST_CELLS = 5_000_000
BINARY = "xl/workbook.bin"
"""What tells a workbook whose cells are no text (.xlsb)."""
ATTRIBUTE = rb"\s+[^\s=\"'>]+\s*=\s*(?:\"[^\"]*\"|'[^']*')"
PLACE = re.compile(
    rb"<(?:[^\s<>:]+:)?(?:c|row)(?:" + ATTRIBUTE + rb")*?\s+r\s*=\s*[\"']"
    rb"([A-Za-z]{0,10})([0-9]{1,10})"
)
OPEN_TAG = re.compile(
    rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*?)(/?)>"
)
REPEATED = re.compile(rb"table:number-(?:columns|rows)-repeated\s*=\s*[\"']([0-9]{1,10})")


@dataclass
class Reach:
    """How far the cells of a sheet reach, both from 1."""

    rows: int = 0
    columns: int = 0

    def add(self, rows: int, columns: int) -> None:
        """Raises ValueError where the sheet becomes too large to lay out."""
        self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
        if self.rows * self.columns > MOST_CELLS:
            raise ValueError


def check_unpacked(data: bytes, file: str) -> None:
    """Raises InputError where a workbook unpacks to too much, or reaches too far."""
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_UNPACKED:
                raise InputError(Problem("intake.unpacks_too_large", file, _most()))
            if BINARY in archive.namelist():
                raise InputError(Problem("intake.old_workbook", file))
            for entry in entries:
                with archive.open(entry) as part:
                    content = part.read(MOST_UNPACKED - unpacked + 1)
                unpacked += len(content)
                if unpacked > MOST_UNPACKED:
                    raise InputError(Problem("intake.unpacks_too_large", file, _most()))
                _check_reach(entry.filename, content, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise InputError(Problem("intake.broken_workbook", file)) from None


def _check_reach(name: str, content: bytes, file: str) -> None:
    reach = Reach()
    try:
        if name == "content.xml":
            _open_document(content, reach)
        elif name.endswith(".xml"):
            for letters, row in PLACE.findall(content):
                reach.add(int(row), _column(letters))
    except ValueError:
        facts = {"rows": reach.rows, "columns": reach.columns}
        raise InputError(Problem("intake.reaches_too_far", file, facts)) from None


def _column(letters: bytes) -> int:
    """A = 1, Z = 26, AA = 27; 1 for none."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - ord("A") + 1
    return max(number, 1)


def _open_document(text: bytes, reach: Reach) -> None:
    """The reach of each table: repeated cells and rows count where something stands in them."""
    rows = width = bare_rows = bare = 0
    for closing, tag, attributes, single in OPEN_TAG.findall(text):
        found = REPEATED.search(attributes)
        times = int(found[1]) if found else 1
        if tag == b"table":
            rows = bare_rows = 0
        elif tag == b"table-row":
            if not closing:
                width, bare, repeated = 0, 0, times
            if closing and width:
                rows, bare_rows = rows + bare_rows + repeated, 0
                reach.add(rows, width)
            elif closing or single:
                bare_rows += times if single else repeated
        elif not closing:
            filled = not single or b"office:value" in attributes
            width, bare = (width + bare + times, 0) if filled else (width, bare + times)


def _most() -> dict[str, object]:
    return {"most": MOST_UNPACKED // 1_000_000}
