"""The most people who all exclude each other: exact, or a set that was found and stands."""

from __future__ import annotations

from itertools import combinations
from random import Random

from cohorts.composing.exclude_each_other import Exclude, exclude_each_other
from cohorts.composing.prepare import prepare
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair, pair_of
from cohorts.round.round import Round
from tests.cohorts.small_round import people, programme

ROUND: Round = prepare(people(), programme([{"rule": "comparable", "field": "fte"}]))
IDS = [a.id for a in ROUND.applicants]


def test_nobody_excludes_anybody() -> None:
    assert exclude_each_other((), ROUND) == Exclude(())


def test_it_is_as_large_as_trying_all_finds() -> None:
    few, drawn = IDS[:9], Random(4)
    for _ in range(30):
        pairs: set[Pair] = {p for p in combinations(few, 2) if drawn.random() < 0.6}
        found = exclude_each_other(pairs, ROUND)
        assert all(pair in pairs for pair in combinations(found.people, 2))
        sizes = (
            n
            for n in range(len(few), 1, -1)
            if any(pairs >= set(combinations(some, 2)) for some in combinations(few, n))
        )
        assert len(found.people) == next(sizes)
        assert found.largest


def test_where_not_all_is_tried_what_was_found_stands_and_says_so() -> None:
    others = {ApplicantId(one) for one in IDS}
    # everybody against everybody but one: twelve pairs that may sit together give 4096 such sets
    beside = set(zip(IDS[::2], IDS[1::2], strict=True))
    pairs = {pair_of(*p) for p in combinations(sorted(others), 2)} - beside
    found = exclude_each_other(pairs, ROUND, most=5)
    assert not found.largest
    assert len(found.people) > 1
    assert all(pair_of(*p) in pairs for p in combinations(found.people, 2))
