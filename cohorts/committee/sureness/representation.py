"""Voters of one mind who are many enough for a seat, and whose wishes are not heard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from cohorts.committee.counting.wishes import spoken
from cohorts.committee.votes import Asked, Ballot, Election
from cohorts.errors import InputError, Problem


@dataclass(frozen=True)
class Unheard:
    """``voters`` all want each of ``candidates``, of whom nobody is chosen.

    They are so many that one of them should see ``deserves`` of the own wishes chosen; the most
    that anyone of them sees is ``have``. ``part``: of all votes that were cast, by weight.
    ``people``: how many they are, as a ballot may be of several.
    """

    voters: tuple[str, ...]
    candidates: tuple[str, ...]
    deserves: int
    have: int
    people: int
    part: Fraction


def unheard(election: Election, chosen: Collection[str], seats: int) -> tuple[Unheard, ...]:
    """What breaks EJR+ (M. Brill, J. Peters, Robust and Verifiable Proportionality Axioms, 2023).

    For somebody who is not chosen and a number ℓ: all who want this one and have fewer than ℓ of
    their wishes chosen, where they are at least ℓ/seats of all who said anything. Of each such
    candidate the group that is shortest of what it deserves; groups that are the same, together.
    The largest shortage first. Empty: nobody has that to complain of. Raises InputError for ballots
    that are not of yes and no.
    """
    if election.asked is not Asked.YES:
        facts = {"asked": str(election.asked)}
        raise InputError(Problem("sureness.unheard_ballots", "--ballots", facts))
    those, everybody = frozenset(chosen), spoken(election)
    same: dict[tuple[tuple[int, ...], int], list[str]] = defaultdict(list)
    for candidate in election.candidates:
        if candidate not in those:
            for group, deserves in _worst(election, candidate, those, everybody / seats):
                same[group, deserves].append(candidate)
    found = []
    for (numbers, deserves), candidates in same.items():
        ballots = [election.ballots[number] for number in numbers]
        found.append(
            Unheard(
                tuple(sorted(ballot.voter for ballot in ballots)),
                tuple(sorted(candidates)),
                deserves,
                max(_have(election, ballot, those) for ballot in ballots),
                sum(ballot.times for ballot in ballots),
                sum((ballot.power for ballot in ballots), Fraction(0)) / everybody,
            )
        )
    return tuple(sorted(found, key=lambda u: (u.have - u.deserves, -u.part, u.candidates)))


def _worst(
    election: Election, candidate: str, chosen: frozenset[str], a_seat: Fraction
) -> Iterator[tuple[tuple[int, ...], int]]:
    """The ballots that want this one and lack most, if any do, by number; what they deserve.

    ``a_seat``: how many votes are worth a seat.
    """
    wanting = {
        number: _have(election, ballot, chosen)
        for number, ballot in enumerate(election.ballots)
        if ballot.value(candidate)
    }
    found = []
    for most in sorted({*wanting.values()}):
        group = tuple(number for number, have in wanting.items() if have <= most)
        power = sum((election.ballots[number].power for number in group), Fraction(0))
        deserves = int(power / a_seat)
        if deserves > most:
            found.append((deserves - most, group, deserves))
    if found:
        _, group, deserves = max(found, key=lambda one: one[0])
        yield group, deserves


def _have(election: Election, ballot: Ballot, chosen: frozenset[str]) -> int:
    return sum(1 for c in election.candidates if c in chosen and ballot.value(c))
