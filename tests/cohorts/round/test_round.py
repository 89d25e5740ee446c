"""A round: rows by id, and the drawing of lots that anybody can repeat."""

from __future__ import annotations

import hashlib

import pytest

from cohorts.errors import InputError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.room import Room
from cohorts.round.round import Round

PEOPLE = tuple(Applicant(id=ApplicantId(f"p{i}")) for i in range(9))


def round_(seed: int, people: tuple[Applicant, ...] = PEOPLE) -> Round:
    return Round(
        applicants=people,
        groups=2,
        smallest=2,
        largest=5,
        target=3,
        places=Room.parse("at most 6"),
        seed=seed,
    )


def published(seed: int) -> tuple[int, ...]:
    """The rank of everybody by SHA-256 of seed and id, as the docs tell it."""
    drawn = [hashlib.sha256(f"{seed}:{a.id}".encode()).hexdigest() for a in PEOPLE]
    return tuple(sorted(drawn).index(digest) for digest in drawn)


@pytest.mark.parametrize("seed", [0, 1, 20261125])
def test_the_lots_are_those_that_are_published(seed: int) -> None:
    assert round_(seed).lot == published(seed)
    assert sorted(round_(seed).lot) == list(range(len(PEOPLE)))


def test_another_seed_draws_other_lots() -> None:
    assert round_(1).lot != round_(2).lot


def test_people_stand_by_id_and_nobody_twice() -> None:
    for people in (PEOPLE[::-1], (*PEOPLE, PEOPLE[-1])):
        with pytest.raises(InputError):
            round_(0, people)
