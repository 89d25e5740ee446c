"""How much one workbook may ask: of its archive, its sheets, and the process that reads it."""

from __future__ import annotations

import importlib

MOST_ENTRIES = 2_000
MOST_UNPACKED = 150_000_000
MOST_CELLS = 3_000_000
"""Cells of one table, laid out from the first to its last corner; a second's work for each 300,000.
"""
MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
MOST_TEXT = 100_000_000
"""Signs in all cells of one sheet together."""
MOST_MERGED = 100_000
LONGEST_CELL = 200_000
SECONDS = 15
"""A table of 200,000 rows takes about half of it."""
MEMORY = 700_000_000
"""Bytes of address space; the interpreter itself takes a tenth of it."""


class TooMuch(Exception):  # noqa: N818 - a verdict on a file, told to whoever asked
    """``code``: key of its sentences; ``facts`` fill them."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def unpacks_too_large() -> TooMuch:
    """The verdict on an archive that unpacks to too much."""
    return TooMuch("intake.unpacks_too_large", most=MOST_UNPACKED // 1_000_000)


def check_length(length: int, row: int, column: int) -> None:
    """Raises TooMuch for a text that no cell holds."""
    if length > LONGEST_CELL:
        place = f"{row} ({letters_of(column)})"
        raise TooMuch("intake.cell_too_long", row=place, most=LONGEST_CELL)


def letters_of(column: int) -> str:
    """1 = A, 26 = Z, 27 = AA."""
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def limit_this_process() -> None:
    """Time and memory of this process, where the system can hold it to them.

    Windows cannot; there the file's own limits and the clock of whoever waits have to do.
    """
    try:
        resource = importlib.import_module("resource")
    except ImportError:
        return
    for which, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        soft, hard = resource.getrlimit(which)
        held = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
        try:
            resource.setrlimit(which, (min([most, *held]), hard))
        except (OSError, ValueError):  # macOS refuses some; the clock is left
            continue
