"""Ballots of yes and no as wishes: who wants the same people, and how much they count together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from cohorts.committee.votes import Election


@dataclass(frozen=True)
class Wish:
    """``names``: everybody that these voters said yes to, at least one. ``power``: all together."""

    names: frozenset[str]
    power: Fraction


def wishes(election: Election) -> tuple[Wish, ...]:
    """Every set of people that somebody wants, once; in an order that no file settles."""
    powers, parts = _whole_powers(election)
    found: dict[frozenset[str], int] = defaultdict(int)
    for ballot, power in zip(election.ballots, powers, strict=True):
        if names := frozenset(c for c in election.candidates if ballot.value(c)):
            found[names] += power
    ordered = sorted(found.items(), key=lambda item: sorted(item[0]))
    return tuple(Wish(names, Fraction(power, parts)) for names, power in ordered)


def whole_powers(wishes: Sequence[Wish]) -> tuple[list[int], int]:
    """The powers in whole parts of a vote, and how many parts make a vote."""
    parts = lcm(*(wish.power.denominator for wish in wishes))
    return [int(wish.power * parts) for wish in wishes], parts


def judged(election: Election) -> Mapping[str, Fraction]:
    """Candidate → the power of all who said yes or no of that candidate."""
    powers, parts = _whole_powers(election)
    cast = list(zip(election.ballots, powers, strict=True))
    whole = {
        c: sum(power for ballot, power in cast if ballot.value(c) is not None)
        for c in election.candidates
    }
    return {c: Fraction(power, parts) for c, power in whole.items()}


def prices(election: Election) -> Mapping[str, Fraction]:
    """Candidate → what a seat costs: 1 where everybody judged, else the part that did.

    Everybody: who said something of anyone. So whoever says nothing of somebody leaves less to be
    carried by those who did, and takes nothing away; compare costs in participatory budgeting (D.
    Peters, G. Pierczyński, P. Skowron 2021; M. Los, Z. Christoff, D. Grossi 2022).
    """
    everybody = spoken(election)
    return {c: part / everybody for c, part in judged(election).items()} if everybody else {}


def spoken(election: Election) -> Fraction:
    """The power of all who said yes or no of anyone."""
    said = (b for b in election.ballots if any(b.value(c) is not None for c in election.candidates))
    return sum((ballot.power for ballot in said), Fraction(0))


def _whole_powers(election: Election) -> tuple[list[int], int]:
    """Of all ballots, as :func:`whole_powers` has them of wishes: sums of fractions are slow."""
    parts = lcm(*(ballot.weight.denominator for ballot in election.ballots))
    return [int(ballot.weight * parts) * ballot.times for ballot in election.ballots], parts


def alike(
    wishes: Sequence[Wish], prices: Mapping[str, Fraction], candidates: Sequence[str]
) -> bool:
    """Whether the same voters want all of these, at the same price."""
    those = frozenset(candidates)
    cut = (those & wish.names for wish in wishes)
    return len({prices[c] for c in those}) == 1 and all(not part or part == those for part in cut)
