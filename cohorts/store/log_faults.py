"""What was done to the rows of one chain of the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cohorts.errors import Problem
from cohorts.store.chain import BEGINNING
from cohorts.store.log_order import Row, written_at


def faults_of(chain: str, rows: Sequence[Row]) -> Iterator[Problem]:
    """A problem for each run of rows that were changed, removed, put in, or put elsewhere.

    ``rows``: all of the chain, by number.
    """
    written = list(zip(rows, written_at(rows), strict=True))
    genuine = _genuine(written)
    strangers = {row["number"] for row, at in written if at is None}
    missing = set(range(1, max([*genuine, *strangers], default=0) + 1)) - genuine.keys()
    changed = missing & strangers | set(_rewritten(genuine))
    known = [(row["number"], at, genuine[at] is row) for row, at in written if at is not None]
    inserted = strangers - missing | {number for number, _, own in known if not own}
    yield from _told("changed", chain, changed)
    yield from _told("removed", chain, missing - changed)
    yield from _told("inserted", chain, inserted)
    for away in sorted({at - number for number, at, own in known if own} - {0}):
        moved = (number for number, at, own in known if own and at - number == away)
        yield from _told("moved", chain, moved, away)


def place_of(chain: str, number: object) -> str:
    """A row, as a person names it."""
    return f"{chain or 'installation'} {number}"


def _genuine(written: Iterable[tuple[Row, int | None]]) -> Mapping[int, Row]:
    """Number when written → its row. Of two that claim one number: that which others follow."""
    claims = defaultdict(list)
    followed = {row["before"] for row, _ in written}
    for row, at in written:
        if at is not None:
            claims[at].append(row)
    return {
        at: max(rows, key=lambda row: (row["hash"] in followed, row["number"] == at))
        for at, rows in claims.items()
    }


def _rewritten(genuine: Mapping[int, Row]) -> Iterator[int]:
    """Those that are whole in themselves, but not what the row after them followed."""
    if 1 in genuine and genuine[1]["before"] != BEGINNING:
        yield 1
    for at, row in genuine.items():
        after = genuine.get(at + 1)
        if after is not None and after["before"] != row["hash"]:
            yield at


def _told(what: str, chain: str, numbers: Iterable[int], away: int = 0) -> Iterator[Problem]:
    """One problem a run of numbers; ``away``: to where they were written."""
    for first, last in _runs(numbers):
        run = str(first) if first == last else f"{first}-{last}"
        facts = {"count": last - first + 1, "was": first + away, "number": first, "last": last}
        yield Problem(f"log.{what}", place_of(chain, run), facts)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run without a gap."""
    left = sorted(numbers)
    while left:
        length = next((i for i, n in enumerate(left) if n != left[0] + i), len(left))
        yield left[0], left[length - 1]
        left = left[length:]
