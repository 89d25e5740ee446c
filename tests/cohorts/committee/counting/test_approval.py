"""Yes-votes: the share of those who voted on somebody."""

from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.count import count
from tests.cohorts.committee.elections import approvals


def test_who_has_most_yes_goes_first() -> None:
    found = count(approvals("abc", "ab", "b", "bc"), Approval(), 2)
    assert found.chosen[0] == "b"
    assert found.drawn[0].decisive
