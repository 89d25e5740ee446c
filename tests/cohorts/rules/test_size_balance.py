"""Groups of one size."""

from __future__ import annotations

import pytest

from cohorts.rules import rules
from cohorts.rules.rule import Rule
from cohorts.rules.size_balance import even_sizes
from tests.cohorts.rules.found import amounts, found, people, round_of, verdicts


def test_bites() -> None:
    eleven = people(fte=range(11))
    finding = found({"rule": "size_balance", "level": "must"}, eleven, ["abcdef", "ghi", "jk"])
    # 11 over 3 groups: 3 or 4 each; 6 is 2 too many, 3 is right, 2 is 1 too few
    assert amounts(finding) == [2, 0, 1]
    assert verdicts(finding) == ["large", "even", "small"]
    assert [g.broken for g in finding.groups] == [True, False, True]


def test_does_not_bite() -> None:
    eleven = people(fte=range(11))
    finding = found({"rule": "size_balance"}, eleven, ["abcd", "efgh", "ijk"])
    assert amounts(finding) == [0, 0, 0]
    assert verdicts(finding) == ["even", "even", "even"]


@pytest.mark.parametrize(("people_", "groups", "even"), [(12, 3, (4, 4)), (13, 3, (4, 5))])
def test_even_sizes(people_: int, groups: int, even: tuple[int, int]) -> None:
    rule: Rule = rules()["size_balance"].model_validate({"rule": "size_balance", "key": "r"})
    round_ = round_of(people(fte=range(people_)), groups)
    assert even_sizes(round_) == even
    (demand,) = rule.demands(round_)
    assert demand.term.rows == people_
