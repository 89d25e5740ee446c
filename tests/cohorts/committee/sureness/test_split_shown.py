"""Every way in which small committees can vote: nobody can solve a vote that is not their own.

Whoever looks knows the ranges, who goes on, that it was by no lot, and what they voted themselves.
A vote of another is solved where all that is left makes every other voter say one and the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest

from cohorts.committee.sureness.split_shown import (
    END_YES,
    FEWEST,
    FEWEST_YES,
    SplitShown,
    mean_shown,
    yes_shown,
)
from cohorts.committee.votes import Asked

STEPS = [Fraction(n, 4) for n in range(5)]
"""The scores 1 to 5, as parts of the scale."""


@pytest.mark.parametrize("first", range(1, 13))
def test_own_votes_and_who_goes_on_solve_no_vote_of_yes(first: int) -> None:
    """Of two candidates, one judged by ``first`` voters, the other by as many or one less."""
    for second in {first, max(first - 1, 1)}:
        left: dict[object, set[tuple[int, int]]] = defaultdict(set)
        for on, off in product(range(first + 1), range(second + 1)):
            if on * second <= off * first:
                continue
            seen = (yes_shown(on, first), yes_shown(off, second))
            for own in product((0, 1), repeat=2):
                others = (on - own[0], off - own[1])
                if 0 <= others[0] < first and 0 <= others[1] < second:
                    left[seen, own].add(others)
        if min(first, second) < FEWEST_YES:
            continue
        for worlds in left.values():
            assert {one for one, _ in worlds} not in ({0}, {first - 1})
            assert {one for _, one in worlds} not in ({0}, {second - 1})


@pytest.mark.parametrize("judged", range(FEWEST, 8))
def test_own_scores_and_who_goes_on_solve_no_score(judged: int) -> None:
    """Also where it is told that judges differ, and that one stands above the other."""
    left: dict[tuple[SplitShown, object], dict[tuple[Fraction, ...], Fraction]] = defaultdict(dict)
    for own in STEPS:
        for others in combinations_with_replacement(STEPS, judged - 1):
            mean = (own + sum(others)) / judged
            spread = (own**2 + sum(s * s for s in others)) / judged - mean**2
            seen = (own, spread * 4 >= Fraction(1, 4))
            left[mean_shown(mean, judged), seen][others] = mean
    for (split, _), worlds in left.items():
        assert not _solved(worlds)
        for (other, _), beyond in left.items():
            if other == split:
                low, high = min(beyond.values()), max(beyond.values())
                assert not _solved([one for one, mean in worlds.items() if mean > low])
                assert not _solved([one for one, mean in worlds.items() if mean < high])


def _solved(worlds: Collection[tuple[Fraction, ...]]) -> bool:
    """Whether all others surely gave the same, so that each of them is known."""
    return len(worlds) == 1 and all(len(set(one)) == 1 for one in worlds)


def test_a_split_of_ten() -> None:
    told = [(int(one.low), int(one.high)) for one in (yes_shown(n, 10) for n in range(11))]
    assert told == [(0, 3)] * 4 + [(4, 4), (5, 5), (6, 6)] + [(7, 10)] * 4


def test_where_few_judged_nothing_is_told() -> None:
    assert {yes_shown(n, FEWEST_YES - 1) for n in range(FEWEST_YES)} == {
        SplitShown(Asked.YES, FEWEST_YES - 1, Fraction(0), Fraction(FEWEST_YES - 1))
    }
    assert len({yes_shown(n, m) for m in range(1, FEWEST) for n in range(m + 1)}) == 1
    assert len({mean_shown(part, m) for m in range(1, FEWEST) for part in STEPS}) == 1
    assert not yes_shown(2, 4).is_told
    assert not mean_shown(Fraction(1, 2), 4).is_told
    assert yes_shown(0, FEWEST_YES).is_told


def test_means_are_told_in_tenths_and_wider_at_the_ends() -> None:
    told = [mean_shown(Fraction(n, 20), 10) for n in range(21)]
    ranges = [(one.low, one.high) for one in told]
    assert sorted(set(ranges)) == [
        (Fraction(low, 10), Fraction(high, 10))
        for low, high in ((0, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8), (8, 10))
    ]
    assert ranges[6] == (Fraction(3, 10), Fraction(4, 10))
    assert told[0].is_end
    assert told[-1].is_end
    assert not told[10].is_end


def test_who_may_stand_equal() -> None:
    six, five, high = yes_shown(6, 10), yes_shown(5, 10), yes_shown(9, 10)
    assert six.may_equal(six)
    assert high.may_equal(yes_shown(7, 10))
    assert not high.may_equal(six)
    assert six.one_vote_apart(five)
    assert not six.one_vote_apart(yes_shown(4, 10))
    assert not high.one_vote_apart(six)
    assert yes_shown(5, 10).may_equal(yes_shown(6, 12))
    mean = mean_shown(Fraction(1, 2), 10)
    assert mean.may_equal(mean_shown(Fraction(59, 100), 10))
    assert not mean.may_equal(mean_shown(Fraction(6, 10), 10))
    assert END_YES == 3
