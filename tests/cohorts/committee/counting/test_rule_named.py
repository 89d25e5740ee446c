"""A rule by its name, and what was set of it: every fault is told with what can be."""

from __future__ import annotations

import pytest

from cohorts.committee.counting.equal_shares import Completion, EqualShares
from cohorts.committee.counting.rule_named import rule_named
from cohorts.errors import InputError
from cohorts.words import Language, explain


def refused(name: str, *settings: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as raised:
        rule_named(name, settings)
    return [(p.code, " ".join(explain(p, Language.EN))) for p in raised.value.problems]


def test_as_usual_and_as_it_was_set() -> None:
    assert rule_named("equal_shares") == EqualShares()
    set_ = rule_named("equal_shares", ["completion=budget_up"])
    assert set_ == EqualShares(completion=Completion.BUDGET_UP)
    assert rule_named("equal_shares", [' completion = "none" ']) == EqualShares(
        completion=Completion.NONE
    )


def test_a_slip_names_the_nearest_and_what_is_nothing_names_all() -> None:
    ((code, said),) = refused("aproval")
    assert code == "count.rule_near"
    assert "The nearest is: approval." in said
    ((code, said),) = refused("zzz")
    assert code == "count.rule_unknown"
    assert "equal_shares" in said


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("completion", "count.set_form"),
        ("complete=x", "count.set_unknown"),
        ("completion=maybe", "count.set_value"),
    ],
)
def test_a_setting_that_cannot_be(setting: str, code: str) -> None:
    ((found, said),) = refused("equal_shares", setting)
    assert found == code
    assert "completion" in said


def test_all_faults_at_once() -> None:
    codes = [
        code
        for code, _ in refused("equal_shares", "a=1", "b", "completion=none", "completion=none")
    ]
    assert codes == ["count.set_unknown", "count.set_form", "count.set_twice"]


def test_nothing_can_be_set_of_mean_scores() -> None:
    ((code, said),) = refused("mean_scores", "a=1")
    assert code == "count.set_nothing"
    assert "Leave out --set." in said
