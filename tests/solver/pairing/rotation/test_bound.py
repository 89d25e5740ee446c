"""The counting bound, each argument with its arithmetic."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from solver.pairing.rotation.bound import (
    bound,
    fewest_meetings,
    least_again,
    least_unevenness,
    most_even,
)
from tests.solver.pairing.rotation.tasks import even, session, task


def test_everybody() -> None:
    """9 people, 3 tables of 3: 9 pairs a session, 36 in all; the fifth session repeats all 9."""
    assert bound(even(9, 3, 4)) == 0
    assert bound(even(9, 3, 5)) == 9


def test_each_person_where_some_are_seldom_there() -> None:
    """Row 0 meets 2 each time, of 3 others who are there: 4 − 3 = 1; a repeat has two ends."""
    here = session([3], [3], 5, absent={3, 4})
    again = session([3], [3], 5, absent={1, 4})
    # 0 meets 1, 2 and then 2, 3: the pair 0-2 comes back
    assert bound(task(5, here, again)) == 1


def test_two_sessions() -> None:
    """12 people at 2 tables of 6: from each table three and three, so 4 · 3 pairs come back."""
    assert bound(even(12, 2, 2)) == 12
    assert bound(even(12, 2, 3)) == max(24, 3 * 30 - 66)


def test_pairs_that_may_not_meet_are_no_room() -> None:
    """4 people, 3 sessions of pairs: 6 meetings, and 6 pairs, of which one may not meet."""
    assert bound(even(4, 2, 3)) == 0
    assert bound(even(4, 2, 3, apart=[(0, 1)])) == 1
    assert bound(even(4, 2, 3, met=[(0, 1)])) == 1


def test_hosts_of_two_tables_do_not_meet() -> None:
    one = session([2, 2], [2, 2], 4, hosts=((0, 0), (1, 1)))
    # 6 meetings, and 6 pairs but for the hosts; in truth 2, which counting does not see
    assert bound(task(4, one, one, one)) == 1


def test_the_most_even_sizes_within_their_bounds() -> None:
    asked = session([1, 4, 2], [2, 6, 9], 10)
    assert most_even(asked).tolist() == [2, 4, 4]


def test_as_even_as_whole_numbers_can_be() -> None:
    """3 of a value over two tables of 2: 1½ each, so 2 and 1; the other value 0 and 1: 4 · ¼."""
    assert least_unevenness(even(4, 2, 1, codes=[[0, 0, 0, 1]])) == 1
    assert least_unevenness(even(4, 2, 1, codes=[[0, 0, 0, -1]])) == Fraction(1, 2)
    loose = task(4, session([1, 1], [3, 3], 4), codes=np.array([[0, 0, 0, 1]]))
    assert least_unevenness(loose) == 0


def test_meetings_again_weigh_more_the_more_there_are() -> None:
    """6 people, 3 tables of 2, 15 pairs, 3 a session; the eleventh session begins a third time."""
    assert [least_again(even(6, 3, rounds)) for rounds in (5, 10, 11)] == [0, 15, 15 + 3 * 2]
    assert [fewest_meetings(even(6, 3, rounds)) for rounds in (5, 10, 11)] == [1, 2, 3]


def test_every_two_sessions_share_pairs() -> None:
    """12 people at 2 tables of 6: any two of the sessions have 12 pairs in common."""
    assert least_again(even(12, 2, 2)) == 12
    assert least_again(even(12, 2, 3)) == 3 * 12
