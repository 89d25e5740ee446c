"""What a programme asks of buddies decides no group, and is kept with it all the same."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cohorts.composing.fingerprint import fingerprint
from cohorts.programme.buddy_plan import BuddyPlan, Form, usual
from cohorts.programme.frozen import deciding, frozen, thawed
from cohorts.programme.programme import load_programme
from tests.cohorts.rules.found import people, round_of

PAIRS = load_programme("groei-ondernemers-challenge")


def test_the_challenge_makes_pairs() -> None:
    assert PAIRS.buddies is not None
    assert PAIRS.buddies.form is Form.PAIRS


def test_it_is_kept_with_the_programme() -> None:
    assert thawed(frozen(PAIRS), "") == PAIRS


def test_it_changes_no_fingerprint() -> None:
    round_ = round_of(people(fte=[1.0, 2.0]), 1)
    without = PAIRS.model_copy(update={"buddies": None})
    assert fingerprint(round_, PAIRS) == fingerprint(round_, without)
    assert "buddies" not in deciding(frozen(PAIRS))


def test_the_usual_rules_are_rules_of_two() -> None:
    assert all(rule.OF_FEW for rule in usual().rules)
    assert len({rule.key for rule in usual().rules}) == len(usual().rules)


@pytest.mark.parametrize("rules", [[], [{"rule": "merit"}], [{"rule": "size_balance"}]])
def test_a_rule_that_says_nothing_of_two_is_refused(rules: list[dict[str, str]]) -> None:
    with pytest.raises(ValidationError):
        BuddyPlan.model_validate({"rules": rules})
