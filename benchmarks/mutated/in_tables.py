"""Damage to a CSV that stays one: cells, rows and columns that no form gives."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable

from benchmarks.mutated.in_bytes import MOST
from benchmarks.mutated.in_text import bytes_of, text_of
from benchmarks.mutated.odd import ODD

Dice = random.Random
Rows = list[list[str]]
HEADERS = (
    *("id", "naam", "Bedrijfsnaam", "KvK nummer", "fte", "omzet", "postcode", "thema", "status"),
    *("stage", "toestemming", "latitude", "BSN", "btw nummer", "#", "a", "b", "kind", "merit"),
    *("group", "applicant_id", "since", "circle", "must", "Beschikbaarheid", "geboortejaar"),
)


def in_rows(change: Callable[[Dice, Rows], None]) -> Callable[[Dice, bytes], bytes]:
    """The change of rows as one of bytes; a file that holds no rows stays as it is."""

    def mutated(dice: Dice, data: bytes) -> bytes:
        text = text_of(data)
        csv.field_size_limit(MOST)
        first = text.split("\n", 1)[0]
        delimiter = max(",;\t", key=first.count)
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        except csv.Error:
            return data
        if rows and any(rows):
            change(dice, rows)
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=delimiter)
        if dice.random() < 0.3:
            writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
        writer.writerows(rows)
        return bytes_of(out.getvalue())[:MOST]

    mutated.__name__ = change.__name__
    return mutated


def odd_cells(dice: Dice, rows: Rows) -> None:
    """Values that no form gives."""
    for _ in range(dice.randint(1, 8)):
        row = dice.choice(rows)
        if row:
            row[dice.randrange(len(row))] = dice.choice(ODD)


def odd_column(dice: Dice, rows: Rows) -> None:
    """A whole column of them, or of one."""
    column, one = dice.randrange(len(rows[0]) or 1), dice.choice([None, dice.choice(ODD)])
    for row in rows[1:]:
        if column < len(row):
            row[column] = dice.choice(ODD) if one is None else one


def odd_header(dice: Dice, rows: Rows) -> None:
    """A header of another field, twice, or of nothing known."""
    if rows[0]:
        names = dice.choice([HEADERS, ODD, rows[0]])
        rows[0][dice.randrange(len(rows[0]))] = dice.choice(names)


def no_header(_dice: Dice, rows: Rows) -> None:
    """The first row is an answer."""
    del rows[0]


def header_again(dice: Dice, rows: Rows) -> None:
    """The headers once more, somewhere."""
    rows.insert(dice.randrange(len(rows) + 1), list(rows[0]))


def other_widths(dice: Dice, rows: Rows) -> None:
    """Rows that lost or won cells."""
    for _ in range(dice.randint(1, 5)):
        row = dice.choice(rows)
        if row and dice.random() < 0.5:
            del row[dice.randrange(len(row)) :]
        else:
            row += [dice.choice(ODD) for _ in range(dice.choice([1, 3, 50]))]


def shuffled(dice: Dice, rows: Rows) -> None:
    """Rows in another order, the headers too."""
    dice.shuffle(rows)


def many_columns(dice: Dice, rows: Rows) -> None:
    """Thousands of columns."""
    more = dice.choice([300, 2_500])
    rows[0] += [f"v{i}" for i in range(more)]
    for row in rows[1:3]:
        row.extend(["1"] * more)


def a_long_cell(dice: Dice, rows: Rows) -> None:
    """A text of a book's length."""
    row = dice.choice(rows)
    if row:
        sign = dice.choice(["a", "1", "1.", "a ", ";", "(", "é", "1-"])
        row[dice.randrange(len(row))] = sign * (200_000 // len(sign))


def same_ids(dice: Dice, rows: Rows) -> None:
    """A row twice, with its id, or with one answer another."""
    row = list(dice.choice(rows))
    if row and dice.random() < 0.5:
        row[dice.randrange(len(row))] = dice.choice(ODD)
    rows.insert(dice.randrange(len(rows) + 1), row)


IN_TABLES = tuple(
    in_rows(change)
    for change in (
        *(odd_cells, odd_cells, odd_column, odd_header, no_header, header_again, other_widths),
        *(shuffled, many_columns, a_long_cell, same_ids),
    )
)
