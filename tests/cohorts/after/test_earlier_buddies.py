"""Last year's buddies are rather no buddies again."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.after.buddies import ByHand, buddies_of
from cohorts.after.earlier_buddies import with_earlier
from cohorts.errors import InputError
from cohorts.intake.beside.buddies_file import read_earlier_buddies
from cohorts.people.relation import RelationKind
from cohorts.programme.buddy_plan import BuddyPlan
from cohorts.reports.buddies_csv import buddies_csv
from tests.cohorts.after.buddy_round import bonds, group_of, made, members

FIVE = members([1, 2, 3, 10, 11])
RULES = [{"rule": "comparable", "field": "fte"}]


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    found = made(FIVE, odd="out")
    file = tmp_path / "buddies.csv"
    file.write_text(buddies_csv(found), encoding="utf-8")
    earlier = read_earlier_buddies(file, FIVE)
    assert ["".join(pair) for pair in earlier.pairs] == sorted(bonds(found))
    assert list(earlier.was_out or {}) == list(found.groups[0].out)


def test_nobody_gets_the_same_buddy_again_where_it_can_be_helped(tmp_path: Path) -> None:
    """Of a plan that says nothing of it as well: the usual rule comes along."""
    people = members([1, 2, 3, 4])
    before = made(people, rules=RULES)
    file = tmp_path / "buddies.csv"
    file.write_text(buddies_csv(before), encoding="utf-8")
    plan = BuddyPlan.model_validate({"rules": RULES})
    proposal, plan = with_earlier(group_of(people), plan, read_earlier_buddies(file, people))
    assert [rule.rule for rule in plan.rules] == ["comparable", "past_contact"]
    assert {r.kind for r in proposal.round.relations} == {RelationKind.MET}
    assert not set(bonds(buddies_of(proposal, plan, ByHand()))) & set(bonds(before))


def test_a_file_of_strangers_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "buddies.csv"
    file.write_text("applicant_id,buddy_of_id\nx,y\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_earlier_buddies(file, FIVE)
    assert raised.value.problems[0].code == "buddies.earlier_strangers"


def test_somebody_who_is_their_own_buddy_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "buddies.csv"
    file.write_text("applicant_id,buddy_of_id\na,a\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_earlier_buddies(file, FIVE)
    assert raised.value.problems[0].place == "buddies.csv:2"
