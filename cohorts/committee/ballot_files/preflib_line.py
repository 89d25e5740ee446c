"""One ballot of a file of PrefLib: ``3: 1,{2,4},5``."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from cohorts.errors import InputError, Problem

TIMES = re.compile(r"\s*([0-9]{1,12})\s*:(.*)")
MOST_TIMES = 1_000_000
"""Of one ballot, and of all together: every redrawn panel draws as many."""
TIER = re.compile(r"\s*(?:\{([^{}]*)\}|([^,{}]+))\s*(?:,|$)")
SHOWN = 80


@dataclass(frozen=True)
class Tiers:
    """``times``: how many cast it. ``tiers``: numbers of candidates, the first placed first."""

    times: int
    tiers: tuple[tuple[str, ...], ...]


def read_line(line: str, count: int, place: str, *, complete: bool) -> Tiers:
    """The line as tiers. ``complete``: every one of ``count`` candidates must be in it.

    Raises InputError for what cannot be read, a candidate that is not there or stands in it twice,
    and a number of voters that is 0 or cannot be.
    """
    found = TIMES.fullmatch(line)
    if found is None or not 0 < int(found[1]) <= MOST_TIMES:
        facts = {"given": line[:SHOWN], "most": MOST_TIMES}
        raise InputError(Problem("votes.preflib_line", place, facts))
    tiers = _tiers(found[2], place)
    named = Counter(c for tier in tiers for c in tier)
    known = [c for c in named if re.fullmatch(r"[1-9][0-9]{0,8}", c) and int(c) <= count]
    faults = []
    if strangers := tuple(c[:SHOWN] for c in named if c not in set(known)):
        facts = {"given": strangers[:20], "count": count}
        faults.append(Problem("votes.preflib_stranger", place, facts))
    if twice := tuple(c for c in known if named[c] > 1):
        faults.append(Problem("votes.preflib_twice", place, {"given": twice[:20]}))
    if complete and not faults and len(known) < count:
        facts = {"there": len(known), "count": count}
        faults.append(Problem("votes.preflib_incomplete", place, facts))
    if faults:
        raise InputError(*faults)
    return Tiers(int(found[1]), tiers)


def _tiers(text: str, place: str) -> tuple[tuple[str, ...], ...]:
    tiers, at = [], 0
    text = text.strip()
    while at < len(text):
        found = TIER.match(text, at)
        if found is None:
            raise InputError(
                Problem("votes.preflib_line", place, {"given": text[:SHOWN], "most": MOST_TIMES})
            )
        inside = found[2] if found[1] is None else found[1]
        tiers.append(tuple(c.strip() for c in inside.split(",") if c.strip()))
        at = found.end()
    return tuple(tiers)
