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
MOST_TEXT = 300_000_000
SHARED = "xl/sharedstrings.xml"
SHARED_TEXT = re.compile(rb"<(?:[^\s<>:]+:)?si[\s>/]")
BINARY = "xl/workbook.bin"
"""What tells a workbook whose cells are no text (.xlsb)."""
ATTRIBUTE = rb"\s+[^\s=\"'>]+\s*=\s*(?:\"[^\"]*\"|'[^']*')"
PLACE = re.compile(
    rb"<(?:[^\s<>:]+:)?(?:c|row)(?:" + ATTRIBUTE + rb")*?\s+r\s*=\s*[\"']"
    rb"([A-Za-z]{0,10})([0-9]{1,10})"
)
POINTS = re.compile(rb"\st\s*=\s*[\"']s[\"']")
POINTER = re.compile(
    POINTS.pattern + rb"(?:" + ATTRIBUTE + rb")*\s*>\s*<(?:[^\s<>:]+:)?v[^>]*>\s*([0-9]{1,9})"
)
OPEN_TAG = re.compile(
    rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*?)(/?)>"
)
REPEATED = re.compile(rb"table:number-(?:columns|rows)-repeated\s*=\s*[\"']([0-9]{1,10})")


@dataclass
class Reach:
    """How far the cells of a sheet reach, both from 1, and how many bytes of text they hold."""

    rows: int = 0
    columns: int = 0

    text: int = 0

    def lay_out(self, rows: int, columns: int) -> None:
        """Raises ValueError where the sheet becomes too large to lay out."""
        self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
        if self.rows * self.columns > MOST_CELLS:
            raise ValueError

    def write(self, size: int) -> None:
        """Raises MemoryError where the cells together hold too much text."""
        self.text += size
        if self.text > MOST_TEXT:
            raise MemoryError


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
            shared: list[int] = []
            for entry in sorted(entries, key=lambda e: e.filename.lower() != SHARED):
                with archive.open(entry) as part:
                    content = part.read(MOST_UNPACKED - unpacked + 1)
                unpacked += len(content)
                if unpacked > MOST_UNPACKED:
                    raise InputError(Problem("intake.unpacks_too_large", file, _most()))
                if entry.filename.lower() == SHARED:
                    shared = [len(item) for item in SHARED_TEXT.split(content)[1:]]
                _check_reach(entry.filename, content, shared, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise InputError(Problem("intake.broken_workbook", file)) from None


def _check_reach(name: str, content: bytes, shared: list[int], file: str) -> None:
    """``shared``: sizes of the texts that cells of a sheet may point at."""
    reach = Reach()
    try:
        if name == "content.xml":
            _open_document(content, reach)
        else:
            for letters, row in PLACE.findall(content):
                reach.lay_out(int(row), _column(letters))
            pointers = [int(number) for number in POINTER.findall(content)]
            hidden = len(POINTS.findall(content)) - len(pointers)
            longest = max(shared, default=0)
            for number in pointers:
                reach.write(shared[number] if number < len(shared) else longest)
            reach.write(hidden * longest)
    except ValueError:
        facts = {"rows": reach.rows, "columns": reach.columns}
        raise InputError(Problem("intake.reaches_too_far", file, facts)) from None
    except MemoryError:
        raise InputError(Problem("intake.unpacks_too_large", file, _most())) from None


def _column(letters: bytes) -> int:
    """A = 1, Z = 26, AA = 27; 1 for none."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - ord("A") + 1
    return max(number, 1)


def _open_document(content: bytes, reach: Reach) -> None:
    """The reach of each table: repeated cells and rows count where something stands in them."""
    rows = width = bare_rows = bare = text = 0
    repeated = cells = 1
    before = 0
    for tag in OPEN_TAG.finditer(content):
        closing, kind, attributes, single = tag.groups()
        found = REPEATED.search(attributes)
        times = int(found[1]) if found else 1
        if kind == b"table":
            rows = bare_rows = 0
        elif kind == b"table-row":
            if not closing:
                width, bare, text, repeated = 0, 0, 0, times
            if closing and width:
                rows, bare_rows = rows + bare_rows + repeated, 0
                reach.lay_out(rows, width)
                reach.write(text * repeated)
            elif closing or single:
                bare_rows += times if single else repeated
        elif closing:
            text += cells * (tag.start() - before)
        else:
            filled = not single or b"office:value" in attributes
            width, bare = (width + bare + times, 0) if filled else (width, bare + times)
            cells, before = times, tag.end()


def _most() -> dict[str, object]:
    return {"most": MOST_UNPACKED // 1_000_000}
