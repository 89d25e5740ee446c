"""Of whom only the lot settled who has a place."""

from __future__ import annotations

from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.count import count
from cohorts.committee.counting.loads import Loads
from cohorts.committee.counting.phragmen import Phragmen
from cohorts.committee.counting.proportional_approval import ProportionalApproval
from cohorts.committee.counting.seat_by_seat import (
    LEAST_RECOUNTS,
    MOST_RECOUNTS,
    MOST_WORK,
    SeatBySeat,
)
from tests.cohorts.committee.elections import approvals

FOUR = approvals("abcdef", "ab", "abcdef", "acdef", "b")


def test_those_at_the_border_are_named() -> None:
    """a and b have three yes; c, d, e and f two each, for one place."""
    (tie,) = count(FOUR, Approval(), 3).real_ties
    assert sorted(tie.among) == ["c", "d", "e", "f"]


def test_equals_who_are_all_in_or_all_out_are_no_tie() -> None:
    assert count(FOUR, Approval(), 2).real_ties == ()
    assert count(FOUR, Approval(), 6).real_ties == ()


def test_a_lot_that_only_settles_who_is_named_first_is_no_tie() -> None:
    found = count(approvals("abc", "ab", "ab", "c"), Phragmen(), 3)
    assert found.drawn
    assert found.real_ties == ()


def test_equal_committees_name_whom_the_lot_parted() -> None:
    """x and y are in every best committee of three; one of a, b and c is beside them."""
    election = approvals("abcxy", "xya", "xyb", "xyc")
    (tie,) = count(election, ProportionalApproval(), 3).real_ties
    assert sorted(tie.among) == ["a", "b", "c"]


def test_a_large_count_is_counted_again_less_often_and_never_not() -> None:
    def recounts(candidates: int, wishes: int) -> int:
        names = [f"c{n}" for n in range(candidates)]
        return SeatBySeat(lambda: Loads((), {}), names, 20, 0, wishes=wishes).most_recounts

    assert recounts(10, 10) == MOST_RECOUNTS
    assert recounts(200, 500) == MOST_WORK // (20 * 200 * 500)
    assert recounts(1_200, 10**6) == LEAST_RECOUNTS
