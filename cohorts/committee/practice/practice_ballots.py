"""Ballots to practise on: made up from a seed, or read from a file that somebody made up.

Candidates are numbers and nothing else, of a file as well: whoever reads "practice company 3"
cannot take it for somebody who applied, and a file that holds real names ranks no real people.
The names of a round are never asked here. Voters are numbers too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np

from cohorts.committee.panel.judges_model import JudgesModel
from cohorts.committee.votes import Asked, Ballot, Criterion, Election
from cohorts.committee.votes.ballot import Said
from cohorts.errors import InputError, Problem
from solver.quantise import FloatArray

ONE = Criterion("")
"""What a ballot of yes and no is asked by."""
MOST_VOTES = 2_500
"""Members times candidates; more takes long, and shows no more."""
BETWEEN_CRITERIA = 0.5
"""Noise from one criterion to the next, as a part of that of one reading: assumed."""


class Tastes(StrEnum):
    """ALIKE: members look for the same. PARTED: six in ten do, the others for something else."""

    ALIKE = "alike"
    PARTED = "parted"


@dataclass(frozen=True)
class PracticeAsked:
    """``criteria``: none where yes or no is asked; ``most``: so often somebody says yes at most."""

    members: int
    candidates: int
    places: int
    criteria: tuple[Criterion, ...] = ()
    tastes: Tastes = Tastes.ALIKE
    seed: int = 0
    most: int | None = None


def made_up(asked: PracticeAsked) -> Election:
    """As members of :mod:`cohorts.committee.panel.judges_model` would fill them in.

    Somebody says yes to whom they feel to be above the level that leaves, over all members, as many
    as there are places: who is strict says yes less often. Raises InputError where it is too large.
    """
    _check(asked.members, asked.candidates)
    lots = np.random.default_rng(asked.seed)
    felt = _felt(asked, lots)
    said = _scores(asked, felt, lots) if asked.criteria else _yes(asked, felt)
    return Election(
        _numbers(asked.candidates),
        tuple(Ballot(str(number), one) for number, one in enumerate(said, 1)),
        Asked.SCORES if asked.criteria else Asked.YES,
        asked.criteria or (ONE,),
    )


def nameless(election: Election) -> Election:
    """The same ballots over numbers. Raises InputError where there are too many."""
    _check(election.voters, len(election.candidates))
    called = dict(zip(election.candidates, _numbers(len(election.candidates)), strict=True))
    ballots = tuple(
        Ballot(
            str(number),
            {called[c]: said for c, said in one.said.items()},
            one.weight,
            one.times,
            {called[c]: place for c, place in one.doubts.items()},
        )
        for number, one in enumerate(election.ballots, 1)
    )
    return Election(tuple(called.values()), ballots, election.asked, election.criteria)


def _check(members: int, candidates: int) -> None:
    if members * candidates > MOST_VOTES:
        facts = {"members": members, "candidates": candidates, "most": MOST_VOTES}
        raise InputError(Problem("practice.too_large", "", facts))


def _numbers(many: int) -> tuple[str, ...]:
    return tuple(map(str, range(1, many + 1)))


def _felt(asked: PracticeAsked, lots: np.random.Generator) -> FloatArray:
    """(candidates, members) how each member feels each candidate."""
    model = JudgesModel()
    _, felt = model.drawn(asked.candidates, asked.members, 1, lots)
    if asked.tastes is Tastes.PARTED:
        _, other = model.drawn(asked.candidates, asked.members, 1, lots)
        of_others = np.arange(asked.members) >= -(-6 * asked.members // 10)
        felt = np.where(of_others, other, felt)
    both: FloatArray = felt[0]
    return both


def _yes(asked: PracticeAsked, felt: FloatArray) -> Iterator[Mapping[str, Said]]:
    level = np.quantile(felt, 1 - min(asked.places / asked.candidates, 1))
    for column in felt.T:
        first = np.argsort(-column, kind="stable")
        most = len(first) if asked.most is None else asked.most
        yes = {int(row) for row in first[:most] if column[row] >= level}
        yield {c: (Fraction(row in yes),) for row, c in enumerate(_numbers(asked.candidates))}


def _scores(
    asked: PracticeAsked, felt: FloatArray, lots: np.random.Generator
) -> Iterator[Mapping[str, Said]]:
    noise = BETWEEN_CRITERIA * JudgesModel().noise
    each = [felt + noise * lots.standard_normal(felt.shape) for _ in asked.criteria]
    for member in range(asked.members):
        yield {
            c: tuple(
                _score(one, float(feels[row, member]))
                for one, feels in zip(asked.criteria, each, strict=True)
            )
            for row, c in enumerate(_numbers(asked.candidates))
        }


def _score(one: Criterion, felt: float) -> Fraction:
    """The average in the middle of the scale, and a quarter of it a standard deviation.

    In whole points; a scale shorter than two points has five places.
    """
    width = one.high - one.low
    point = Fraction(1) if width >= 2 else width / 4  # noqa: PLR2004 - as said above
    places = int(width / point)
    return one.low + point * int(np.clip(np.rint(places / 2 + places / 4 * felt), 0, places))
