"""What is said where a best committee is not proven, or cannot be counted in whole numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from cohorts.committee.counting import best_committee
from cohorts.committee.counting.count import count
from cohorts.committee.counting.proportional_approval import ProportionalApproval
from cohorts.committee.counting.step_words import told_steps
from cohorts.committee.votes import Silence
from cohorts.errors import InputError
from cohorts.words import Language
from tests.cohorts.committee.elections import approvals
from tests.cohorts.committee.yes_elections import saying

ELECTION = approvals("abcd", "ab", "ab", "bc", "cd")


def test_what_is_not_proven_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound stands above what was found, as where the work allowed ran out."""
    most = best_committee._Model.most

    def stopped(*given: object) -> tuple[frozenset[str], int, int]:
        chosen, value, _ = most(*given)  # type: ignore[arg-type] # as it was called
        return chosen, value, value + 1

    monkeypatch.setattr(best_committee._Model, "most", stopped)
    found = count(ELECTION, ProportionalApproval(), 2)
    assert not found.proven
    (said,) = told_steps(found, ELECTION, Language.NL)
    assert said.startswith("Niet bewezen")


def test_where_work_runs_out_before_anybody_is_found_it_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nothing(*_given: object) -> tuple[frozenset[str], int, int]:
        raise best_committee.TooLargeError

    monkeypatch.setattr(best_committee._Model, "most", nothing)
    with pytest.raises(InputError):
        count(ELECTION, ProportionalApproval(), 2)


def test_too_many_seats_for_whole_numbers_are_refused() -> None:
    """1/2 … 1/47 have no common denominator below 2⁶⁰."""
    many = "".join(chr(0x4E00 + n) for n in range(60))
    with pytest.raises(InputError) as refused:
        count(approvals(many, many), ProportionalApproval(), 47)
    assert refused.value.problems[0].code == "count_steps.proportional_approval_large"


def test_it_says_whose_silence_it_cannot_see() -> None:
    found = count(saying(ELECTION, 0, "d", Silence.RECUSED), ProportionalApproval(), 2)
    assert found.steps[0].facts == {"candidates": ("d",)}
    assert found.proven


def test_who_would_be_missed_most_comes_first() -> None:
    """Without b: 1 + 1 + 1/2 less; without c: 1/2 + 1 less."""
    found = count(ELECTION, ProportionalApproval(), 2)
    assert found.chosen == ("b", "c")
    # a would add 2/2, d 1/2
    assert found.left == ("a", "d")
    assert Fraction(5, 2) > Fraction(3, 2)
