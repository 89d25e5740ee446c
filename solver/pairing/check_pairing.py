"""The independent checker of pairings: definitions only, no line shared with what finds them.

That nothing is cheaper it cannot say; tests hold that against every pairing there is.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from solver.check import CheckError
from solver.pairing.asked_links import Asked, Link
from solver.pairing.paired import Paired
from solver.pairing.servers import Assigned, Servers
from solver.quantise import BoolArray


def check_pairs(asked: Asked, paired: Paired, *, trio: bool) -> None:
    """Everybody has one buddy; of an odd number three have two each (``trio``), or one has none.

    Raises CheckError.
    """
    _check_links(asked, paired, {(min(pin), max(pin)) for pin in asked.pinned})
    if any(i > j for i, j in paired.links):
        raise CheckError("mutual buddies have one link, i < j")
    buddies = Counter(row for link in paired.links for row in link)
    in_trio = [row for row in range(asked.m) if buddies[row] > 1]
    alone = [row for row in range(asked.m) if buddies[row] == 0]
    odd = asked.m % 2
    if (len(in_trio), len(alone)) != ((3 * odd, 0) if trio else (0, odd)):
        raise CheckError(f"in a trio: {in_trio}; without a buddy: {alone}")
    if not set(combinations(in_trio, 2)) <= set(paired.links):
        raise CheckError(f"no trio: {in_trio}")
    if 2 * len(paired.links) != asked.m - len(alone) + len(in_trio):
        raise CheckError("somebody has too many buddies")


def check_ring(asked: Asked, paired: Paired) -> None:
    """From row 0, link by link, one comes past everybody and back. Raises CheckError."""
    _check_links(asked, paired, set(asked.pinned))
    after = dict(paired.links)
    at, seen = 0, list[int]()
    while at in after and at not in seen:
        seen.append(at)
        at = after[at]
    if at != 0 or len(seen) != asked.m or len(paired.links) != asked.m:
        raise CheckError(f"not one ring through all {asked.m} rows: {seen}")


def check_guide(asked: Asked, paired: Paired, guides: BoolArray, most: int) -> None:
    """Who is no guide has one guide; no guide has more than ``most``. Raises CheckError."""
    _check_links(asked, paired, set(asked.pinned))
    if any(not guides[i] or guides[j] for i, j in paired.links):
        raise CheckError("a link leads from a guide to somebody who is not")
    guided = sorted(j for _, j in paired.links)
    if guided != [row for row in range(asked.m) if not guides[row]]:
        raise CheckError("not everybody has one guide")
    if any(count > most for count in Counter(i for i, _ in paired.links).values()):
        raise CheckError("a guide has too many")


def check_coaches(servers: Servers, assigned: Assigned) -> None:
    """Everybody has a coach who is allowed and has room; loads and cost are as stated.

    Raises CheckError.
    """
    pairs = list(enumerate(assigned.coach_of.tolist()))
    loads = Counter(coach for _, coach in pairs)
    if len(pairs) != servers.rows or not all(servers.allowed[pair] for pair in pairs):
        raise CheckError("not everybody has a coach who is allowed")
    if not set(servers.pinned) <= set(pairs):
        raise CheckError("somebody has another coach than the one pinned")
    if any(loads[k] > room for k, room in enumerate(servers.capacity.tolist())):
        raise CheckError("a coach has more than there is room for")
    if assigned.loads.tolist() != [loads[k] for k in range(servers.capacity.size)]:
        raise CheckError("loads are not what is stated")
    if sum(int(servers.costs[pair]) for pair in pairs) != assigned.cost:
        raise CheckError(f"stated cost {assigned.cost}")


def _check_links(asked: Asked, paired: Paired, pinned: set[Link]) -> None:
    links = paired.links
    if list(links) != sorted(set(links)) or any(i == j for i, j in links):
        raise CheckError("links are ascending, each once, and lead to somebody else")
    if not all(asked.allowed[link] for link in links):
        raise CheckError("a link is forbidden")
    if not pinned <= set(links):
        raise CheckError("a pinned link is not there")
    if sum(int(asked.costs[link]) for link in links) != paired.cost:
        raise CheckError(f"stated cost {paired.cost}")
    linked = {row for link in links for row in link}
    if paired.out != tuple(row for row in range(asked.m) if row not in linked):
        raise CheckError("out is who has no link")
