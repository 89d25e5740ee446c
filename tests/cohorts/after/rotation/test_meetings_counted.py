"""What a seating comes to, counted by hand; the search, which counts otherwise, agrees."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.after.rotation.meetings_counted import (
    Sitting,
    WrongFiguresError,
    check_seating,
    figures_of,
)
from cohorts.after.rotation.one_session import OneSession
from cohorts.after.rotation.spread_over import Trait
from solver.pairing.rotation import RotationTask, Session
from solver.pairing.rotation.rotation_score import score
from tests.cohorts.after.rotation.few_people import pair, who

FOUR = {person: row for row, person in enumerate(who(1, 2, 3, 4))}


def test_repeats_count_who_met_before_and_who_would_rather_not() -> None:
    """1+2 twice: 1 repeat; 3+4 twice and met before: 2; 1+3 would rather not, and never do: 0."""
    at_once = (who(1, 2), who(3, 4))
    found = figures_of([at_once, at_once], (), FOUR, [pair(3, 4)], [pair(1, 3)])
    assert found.meetings == {who(1, 2): 2, who(3, 4): 2}
    assert (found.repeats, found.most) == (1 + 2, 3)
    assert found.met_again == (who(3, 4),)
    assert found.rather_not == ()
    assert found.more_than_once == (who(1, 2), who(3, 4))
    apart = figures_of([(who(1, 3), who(2, 4))], (), FOUR, [], [pair(1, 3)])
    assert (apart.repeats, apart.rather_not) == (1, (who(1, 3),))


def test_evenness_is_counted_by_value_and_table() -> None:
    """Values a a a b at two tables of two: 1.5 a and 0.5 b would be even at each.

    Tables aa, ab: (2 − 1.5)² + (0 − 0.5)² + (1 − 1.5)² + (1 − 0.5)² = 1.
    """
    trait = Trait("branche", ("a", "b"), ((0,), (0,), (0,), (1,)))
    (even,) = figures_of([(who(1, 2), who(3, 4))], (trait,), FOUR, [], []).evenness
    assert even.uneven == 1
    assert even.off == 0
    assert even.furthest.by == Fraction(1, 2)
    two_two = Trait("branche", ("a", "b"), ((0,), (0,), (1,), (1,)))
    (even,) = figures_of([(who(1, 2), who(3, 4))], (two_two,), FOUR, [], []).evenness
    assert (even.uneven, even.off) == (Fraction(4), 2)  # each of the four counts is one off
    assert (even.furthest.session, even.furthest.table, even.furthest.count) == (1, 1, 2)


@given(st.data())
def test_the_search_counts_the_same(data: st.DataObject) -> None:
    """Any seating of six at three tables, some absent, with values of which some are not known."""
    people = {person: row for row, person in enumerate(who(1, 2, 3, 4, 5, 6))}
    sessions = data.draw(st.integers(1, 3))
    seats = np.array(
        [[data.draw(st.integers(-1, 2)) for _ in people] for _ in range(sessions)], dtype=np.int64
    )
    pairs = list(combinations(people, 2))
    met = data.draw(st.sets(st.sampled_from(pairs)))
    rather = data.draw(st.sets(st.sampled_from(pairs)))
    holds = tuple(tuple(sorted(data.draw(st.sets(st.integers(0, 2), max_size=2)))) for _ in people)
    trait = Trait("thema", ("a", "b", "c"), holds)
    task = RotationTask(
        n=len(people),
        sessions=tuple(
            Session(
                low=np.zeros(3, dtype=np.int64),
                high=np.full(3, 6, dtype=np.int64),
                present=row >= 0,
                apart=np.empty((0, 2), dtype=np.int64),
            )
            for row in seats
        ),
        apart=np.empty((0, 2), dtype=np.int64),
        codes=trait.codes(),
        met=np.array([[people[a], people[b]] for a, b in met | rather], dtype=np.int64).reshape(
            -1, 2
        ),
    )
    sittings = [
        tuple(tuple(one for one, at in zip(people, row, strict=True) if at == t) for t in range(3))
        for row in seats
    ]
    mine, theirs = figures_of(sittings, (trait,), people, met, rather), score(task, seats)
    assert (mine.repeats, mine.most) == (theirs.repeats, theirs.most_meetings)
    assert mine.again == theirs.again
    assert mine.uneven == theirs.unevenness


@pytest.mark.parametrize(
    ("sitting", "fault"),
    [
        ((who(1, 2), who(3)), "everybody"),
        ((who(1, 2, 3), who(4)), "size"),
        ((who(2, 3), who(1, 4)), "host"),
        ((who(1, 3), who(2, 4)), "apart"),
        ((who(1, 4), who(2, 3)), "apart"),
    ],
)
def test_a_seating_that_breaks_a_demand_is_refused(sitting: Sitting, fault: str) -> None:
    """Tables of two, 1 stays at the first; 2+4 by a rule and 2+3 by the plan not together."""
    asked = OneSession(
        1, "", ((2, 2), (2, 2)), frozenset(FOUR), {who(1)[0]: 1}, frozenset({pair(2, 3)})
    )
    with pytest.raises(WrongFiguresError, match=fault):
        check_seating([sitting], [asked], frozenset({pair(2, 4)}))
    check_seating([(who(1, 2), who(3, 4))], [asked], frozenset({pair(2, 4)}))
