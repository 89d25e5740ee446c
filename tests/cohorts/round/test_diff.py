"""Two compositions beside each other: nothing is lost, and another number is no move."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.people.applicant import ApplicantId
from cohorts.reports.compared import diff_lines
from cohorts.round.diff import Diff, RuleDiff, RuleStanding, Seat, Seating, diff
from cohorts.words import Language

PEOPLE = [ApplicantId(f"p{i}") for i in range(12)]


@st.composite
def seatings(draw: st.DrawFn) -> Seating:
    """Some of the people, some in groups 1 to 4, some outside."""
    groups: dict[int, list[ApplicantId]] = {}
    outside = []
    for person in PEOPLE:
        seat = draw(st.sampled_from([1, 2, 3, 4, 0, None]))
        if seat:
            groups.setdefault(seat, []).append(person)
        elif seat == 0:
            outside.append(person)
    return Seating(groups, outside)


def seating(*groups: str, outside: str = "") -> Seating:
    """One letter a person."""
    ids = [[ApplicantId(letter) for letter in group] for group in groups]
    return Seating(dict(enumerate(ids, 1)), [ApplicantId(letter) for letter in outside])


def names(seats: tuple[Seat, ...]) -> set[str]:
    return {seat.person for seat in seats}


@settings(deadline=None)
@given(seatings())
def test_nothing_differs_from_itself(one: Seating) -> None:
    found = diff(one, one)
    assert found.same_seats
    assert (found.renumbered, found.opened, found.closed, found.rules) == ({}, (), (), ())


@settings(deadline=None)
@given(seatings(), seatings())
def test_looked_at_from_the_other_side_it_is_the_same(one: Seating, other: Seating) -> None:
    there, back = diff(one, other), diff(other, one)
    assert names(there.new) == names(back.gone)
    assert names(there.placed) == names(back.left)
    assert len(there.moved) == len(back.moved)


@settings(deadline=None)
@given(seatings(), seatings())
def test_everybody_is_told_of_once_or_stays(one: Seating, other: Seating) -> None:
    found = diff(one, other)
    told = [s.person for part in (found.moved, found.placed, found.left, found.new, found.gone)
            for s in part]  # fmt: skip
    assert len(told) == len(set(told))
    for person in {*one.seats, *other.seats} - set(told):
        before, after = one.seats[person], other.seats[person]
        assert (before is None and after is None) or found.matches[after or 0] == before


@settings(deadline=None)
@given(seatings(), st.permutations([1, 2, 3, 4]))
def test_other_numbers_are_no_moves(one: Seating, numbers: list[int]) -> None:
    other = Seating({numbers[n - 1]: group for n, group in one.groups.items()}, one.outside)
    found = diff(one, other)
    assert found.same_seats
    assert found.renumbered == {numbers[n - 1]: n for n in one.groups if numbers[n - 1] != n}


def test_a_move_a_newcomer_and_a_dropout() -> None:
    """Abcd|efgh|ij → group 1 keeps its three, group 2 too; d moves, h stops, x comes in."""
    found = diff(seating("abcd", "efgh", outside="ij"), seating("abci", "efgd", outside="jx"))
    assert [(s.person, s.before, s.after) for s in found.moved] == [("d", 1, 2)]
    assert [(s.person, s.before, s.after) for s in found.placed] == [("i", None, 1)]
    assert [(s.person, s.before, s.after) for s in found.new] == [("x", None, None)]
    assert [(s.person, s.before, s.after) for s in found.gone] == [("h", 2, None)]
    assert found.left == ()
    lines = "\n".join(diff_lines(found, {ApplicantId("d"): "Bakkerij D"}, Language.NL))
    assert "Bakkerij D: van groep 1 naar groep 2" in lines
    assert "h: zat in groep 2" in lines


def test_groups_that_open_and_close() -> None:
    found = diff(seating("ab", "cd"), seating("ab", outside="cd"))
    assert found.closed == (2,)
    assert names(found.left) == {"c", "d"}
    assert diff(seating("ab"), seating("ab", "cd")).opened == (2,)


@pytest.mark.parametrize(
    ("before", "after", "better"),
    [
        (RuleStanding("r", 10.0, 40.0), RuleStanding("r", 8.0, 40.0), True),
        (RuleStanding("r", 10.0, 40.0), RuleStanding("r", 12.0, 40.0), False),
        (RuleStanding("r", 10.0, 40.0), RuleStanding("r", 10.1, 40.0), None),
        (RuleStanding("r", -10.0, -5.0), RuleStanding("r", -12.0, -5.0), True),
        (RuleStanding("r", 0.0, 4.0, 0), RuleStanding("r", 0.0, 4.0, 1), False),
        (RuleStanding("r", None, None), RuleStanding("r", 1.0, 4.0), None),
        (RuleStanding("r", 1.0, 0.0), RuleStanding("r", 0.0, 0.0), True),
    ],
)
def test_better_is_nearer_to_none_beside_chance(
    before: RuleStanding, after: RuleStanding, better: bool | None
) -> None:
    rule = RuleDiff("r", before, after)
    assert rule.better is better
    for language in Language:
        lines = diff_lines(Diff({}, (), (), (), (), (), (), (), (rule,)), {}, language)
        points = better is not None and before.broken == after.broken
        # who sits, what is compared, the rule; where points are said, what one is worth
        assert len(lines) == (2 if better is None else 3) + points
        assert all("{" not in line for line in lines)


@pytest.mark.parametrize(("now", "matches"), [((2, 3), {2: 2, 3: 1}), ((1, 3), {1: 1, 3: 2})])
def test_of_equal_matches_the_one_of_the_same_number_counts(
    now: tuple[int, int], matches: dict[int, int]
) -> None:
    """Each group shares one member with each: the same number stays, and 3 takes what is left."""
    before = Seating({1: (PEOPLE[0], PEOPLE[1]), 2: (PEOPLE[2], PEOPLE[3])})
    after = Seating({now[0]: (PEOPLE[0], PEOPLE[2]), now[1]: (PEOPLE[1], PEOPLE[3])})
    assert diff(before, after).matches == matches
