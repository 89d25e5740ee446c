"""How many people sit at each table of a session: as even as it goes, unless said otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.after.rotation.plan_file import LEAST, MOST_TABLES
from cohorts.errors import InputError, Problem

Bounds = tuple[int, int]
"""The fewest and the most people at one table."""


@dataclass(frozen=True)
class Laid:
    """How the tables of a session are asked: ``sizes`` of each, or ``tables`` of one ``size``.

    ``place``: where that is said.
    """

    tables: int | None
    size: Bounds | None
    sizes: tuple[Bounds, ...] = ()
    place: str = ""

    @property
    def says_something(self) -> bool:
        """Whether anything is asked here."""
        return bool(self.tables is not None or self.size or self.sizes)


def bounds_of(session: int, present: int, laid: Laid) -> tuple[Bounds, ...]:
    """The bounds of each table of a session with so many people.

    Where sizes are not said table by table they differ by one at most. Where only a size is said
    there are as many tables as bring the tables nearest to the middle of it. Raises InputError
    where that cannot be.
    """
    facts: dict[str, object] = {"session": session, "present": present}
    if present < LEAST:
        code = "rotation.one_there" if present else "rotation.nobody_there"
        raise InputError(Problem(code, laid.place, facts))
    if laid.sizes:
        return _own(laid, facts, present)
    number = _number(laid, facts, present)
    few, more = divmod(present, number)
    return ((few, few + bool(more)),) * number


def _own(laid: Laid, facts: dict[str, object], present: int) -> tuple[Bounds, ...]:
    """The sizes as they are said, if everybody fits."""
    if laid.tables is not None and laid.tables != len(laid.sizes):
        given = facts | {"tables": laid.tables, "given": len(laid.sizes)}
        raise InputError(Problem("rotation.sizes_count", laid.place, given))
    least, most = (sum(size[end] for size in laid.sizes) for end in (0, 1))
    if not least <= present <= most:
        given = facts | {"least": least, "most": most}
        raise InputError(Problem("rotation.sizes_sum", laid.place, given))
    return laid.sizes


def _number(laid: Laid, facts: dict[str, object], present: int) -> int:
    """How many tables there are."""
    if laid.size is None and laid.tables is None:
        raise InputError(Problem("rotation.no_tables", laid.place or "--tables", facts))
    smallest, largest = laid.size or (LEAST, present)
    if smallest < LEAST:
        raise InputError(Problem("rotation.alone", laid.place, facts | {"least": LEAST}))
    fewest, most = -(-present // largest), present // smallest
    facts |= {"smallest": smallest, "largest": largest, "fewest": fewest, "most": most}
    if fewest > most:
        raise InputError(Problem("rotation.size_unfit", laid.place, facts))
    if laid.tables is None:
        return min(max(round(2 * present / (smallest + largest)), fewest), most)
    facts |= {"tables": laid.tables}
    if not 1 <= laid.tables <= MOST_TABLES:
        raise InputError(Problem("rotation.tables", laid.place, facts | {"limit": MOST_TABLES}))
    if laid.tables > most:
        raise InputError(Problem("rotation.too_many_tables", laid.place, facts))
    if laid.tables < fewest:
        raise InputError(Problem("rotation.too_few_tables", laid.place, facts))
    return laid.tables
