"""Rows of a form for tens of thousands of people, made in blocks: the maker takes the square of n.

The blocks are made by seeds of their own, so that people, companies and texts differ; who names
whom stays within a block. Numbers and addresses are made unique.
"""

from __future__ import annotations

from sample_data.making.between import Row
from sample_data.making.forms import Record
from sample_data.rounds import overijssel

BLOCK = 250


def many(people: int) -> tuple[list[Record], list[Row]]:
    """The rows, a little more than ``people`` (some answer twice), and the relations."""
    records: list[Record] = []
    relations: list[Row] = []
    for block in range(-(-people // BLOCK)):
        size = min(BLOCK, people - block * BLOCK)
        made, between = overijssel.make(overijssel.SEED + block, max(size, overijssel.PEOPLE))
        before = len(records)
        for record in made:
            number = before + int(str(record["ID"]))
            records.append({h: _own(h, v, block) for h, v in record.items()} | {"ID": number})
        relations += [
            (str(before + int(a)), str(before + int(b)), *more) for a, b, *more in between
        ]
    return records, relations


def _own(header: str, value: object, block: int) -> object:
    """An address that nobody of another block has."""
    return str(value).replace("@", f"@b{block}.") if "mail" in header.lower() else value
