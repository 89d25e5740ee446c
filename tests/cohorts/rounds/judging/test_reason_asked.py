"""A reason that all can read."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError
from cohorts.rounds.judging.reason_asked import LONGEST_REASON, reason_asked


@pytest.mark.parametrize("given", ["", "  ", "a" * (LONGEST_REASON + 1)])
def test_there_must_be_one_that_is_not_too_long(given: str) -> None:
    with pytest.raises(InputError) as raised:
        reason_asked(given)
    assert [one.code for one in raised.value.problems] == ["judging.no_reason"]


@pytest.mark.parametrize("given", ["x", "a" * LONGEST_REASON])
def test_it_is_kept_as_it_was_given(given: str) -> None:
    assert reason_asked(f" {given} ") == given
