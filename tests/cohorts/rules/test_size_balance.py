"""Groups of one size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cohorts.round.composition import Composition
from cohorts.round.room import Room
from cohorts.rules import rules
from cohorts.rules.size_balance import even_sizes
from solver.terms import Evenness, Tally
from tests.cohorts.rules.found import amounts, found, people, round_of, verdicts


def test_bites() -> None:
    eleven = people(fte=range(11))
    finding = found({"rule": "size_balance", "level": "must"}, eleven, ["abcdef", "ghi", "jk"])
    # 11 over 3 groups: 3 or 4 each; 6 is 2 too many, 3 is right, 2 is 1 too few
    assert finding.overall == {"r": 3}
    assert [g.shares["r"] for g in finding.groups] == [2, 0, 1]
    assert verdicts(finding) == ["large", "even", "small"]
    assert [g.broken for g in finding.groups] == [True, False, True]
    assert not finding.whole.broken  # the groups show it


def test_does_not_bite() -> None:
    eleven = people(fte=range(11))
    finding = found({"rule": "size_balance"}, eleven, ["abcd", "efgh", "ijk"])
    assert finding.overall == {"r": 0}
    assert verdicts(finding) == ["even", "even", "even"]


def test_only_groups_that_open_count() -> None:
    """Ten people, of whom seven sit in two of the three groups: 3 or 4 each, not 3 of three."""
    ten = people(fte=range(10))
    must = {"rule": "size_balance", "level": "must"}
    assert found(must, ten, ["abc", "defg"]).overall == {"r": 0}
    finding = found(must, ten, ["ab", "cdefg"])
    assert finding.overall == {"r": 2}  # 2 is one below 3, 5 is one above 4
    assert [(g.facts["low"], g.facts["high"]) for g in finding.groups] == [(3, 4), (3, 4)]


@pytest.mark.parametrize(("people_", "groups", "even"), [(12, 3, (4, 4)), (13, 3, (4, 5))])
def test_where_all_groups_open_the_even_size_is_known(
    people_: int, groups: int, even: tuple[int, int]
) -> None:
    rule = rules()["size_balance"].model_validate({"rule": "size_balance", "key": "r"})
    may_close = round_of(people(fte=range(people_)), groups)
    all_open = replace(may_close, places=Room.parse("everyone"))
    assert even_sizes(all_open) == even
    (known,), (unknown,) = rule.demands(all_open), rule.demands(may_close)
    assert isinstance(known.term, Tally)
    assert (known.term.low.item(), known.term.high.item()) == even
    assert isinstance(unknown.term, Evenness)


def test_where_all_groups_open_each_has_its_own_amount() -> None:
    a, *rest = people(fte=range(11))
    rule = rules()["size_balance"].model_validate({"rule": "size_balance", "key": "r"})
    round_ = replace(round_of((a, *rest), 3), places=Room.parse("everyone"))
    groups = {1: (a, *rest[:5]), 2: tuple(rest[5:8]), 3: tuple(rest[8:])}
    finding = rule.measure(Composition(groups), round_)
    assert amounts(finding) == [2, 0, 1]  # of 6, 3 and 2, where 3 or 4 is even
    assert finding.overall == {}
