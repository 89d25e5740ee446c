"""To how many a ballot may say yes: of every rule of yes and no, and a ballot with more refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.committee.counting import counting_rules
from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.count import count
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.rule_named import rule_named
from cohorts.committee.votes import Asked, Election, Silence
from cohorts.errors import InputError
from cohorts.reports.count_rules import rule_whole, rules_page
from cohorts.words import Language, explain
from tests.cohorts.committee.elections import approvals
from tests.cohorts.committee.yes_elections import saying, yes_elections

YES_RULES = [name for name, kind in counting_rules().items() if {Asked.YES} == kind.ASKS]


@pytest.mark.parametrize("name", YES_RULES)
def test_every_rule_of_yes_has_the_limit_and_none_at_first(name: str) -> None:
    assert rule_named(name).yes_limit is None
    assert rule_named(name, ["most=2"]).yes_limit == 2
    for wrong in ("most=0", "most=1.5", "most=few"):
        with pytest.raises(InputError):
            rule_named(name, [wrong])


def test_no_other_rule_has_it() -> None:
    others: list[type[CountingRule]] = [
        kind for name, kind in counting_rules().items() if name not in YES_RULES
    ]
    assert all(kind().yes_limit is None and "most" not in kind.model_fields for kind in others)


@settings(max_examples=50, deadline=None)
@given(election=yes_elections(), most=st.integers(1, 4))
def test_a_ballot_with_more_is_refused_and_nothing_else_changes(
    election: Election, most: int
) -> None:
    yes = {
        b.voter: sum(said == (Fraction(1),) for said in b.said.values()) for b in election.ballots
    }
    over = [voter for voter, times in yes.items() if times > most]
    if over:
        with pytest.raises(InputError) as raised:
            count(election, Approval(most=most), 1)
        assert [problem.place for problem in raised.value.problems] == over
    else:
        assert count(election, Approval(most=most), 1) == count(election, Approval(), 1)


def test_who_may_not_be_judged_is_no_yes() -> None:
    three = approvals("abc", "abc")
    with pytest.raises(InputError):
        count(three, Approval(most=2), 1)
    assert count(saying(three, 0, "c", Silence.RECUSED), Approval(most=2), 1).chosen


def test_it_says_who_how_often_and_what_to_do() -> None:
    with pytest.raises(InputError) as raised:
        count(approvals("abc", "abc", "a"), Approval(most=2), 1)
    (problem,) = raised.value.problems
    for language, words in ((Language.NL, "3 keer ja"), (Language.EN, "yes 3 times")):
        fault, remedy = explain(problem, language)
        assert words in fault
        assert "a, b" in fault
        assert "(most)" in remedy


def test_the_reference_says_what_it_means() -> None:
    page = rules_page({"approval": Approval}, Language.EN)
    assert any(line.startswith("| `most` | – | 1 or more; to how many") for line in page)
    assert "--set most=…" in "\n".join(rule_whole("approval", Approval, Language.NL))
