"""Where each row of a log stood when it was written, whatever was done to it since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cohorts.store.canonical import canonical, sha256
from cohorts.store.chain import BEGINNING

Row = Mapping[str, Any]
"""A row of the table ``event``."""
NEAR = 100
"""How far away the number of a row is looked for, where no other row says where it stood."""


def written_at(rows: Sequence[Row]) -> list[int | None]:
    """The number with which each was written: its hash says so; None where it fits none.

    ``rows``: of one chain, by the number that they have now.
    """
    standing = {BEGINNING: 0}
    found: list[int | None] = []
    for row in rows:
        number = next((n for n in _likely(row, standing) if fits(row, n)), None)
        found.append(number)
        if number is not None:
            standing[row["hash"]] = number
    return found


def fits(row: Row, number: int) -> bool:
    """Whether its hash is that of what it says, as the row of this number."""
    said = {name: value for name, value in row.items() if name != "hash"} | {"number": number}
    return sha256(canonical(said)) == str(row["hash"])


def _likely(row: Row, standing: Mapping[str, int]) -> Iterator[int]:
    number = row["number"]
    yield number
    if row["before"] in standing:
        yield standing[row["before"]] + 1
    for away in range(1, NEAR + 1):
        yield number + away
        yield number - away
