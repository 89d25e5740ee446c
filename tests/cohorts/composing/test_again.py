"""Composing again: late applicants come in, and those who had a group keep it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

import numpy as np
import pytest

from cohorts import compose
from cohorts.composing.compose import demands_of
from cohorts.composing.earlier import start_from
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError
from cohorts.people.applicant import ApplicantId
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.words import Language
from tests.cohorts.small_round import people, programme

RULES: list[dict[str, object]] = [
    {"rule": "comparable", "field": "fte", "scale": "log"},
    {"rule": "alike", "field": "province"},
    {"rule": "at_most", "field": "branche", "most": 3, "level": "must"},
]
ASKED = programme(RULES, places="everyone")
EARLY, LATE = people(24), people(28)


@cache
def first() -> Mapping[ApplicantId, int]:
    return seats(compose(EARLY, ASKED, effort="quick", seed=1))


def seats(proposal: Proposal) -> dict[ApplicantId, int]:
    return {a.id: n for n, group in proposal.composition.groups.items() for a in group}


def test_late_applicants_take_free_chairs() -> None:
    """24 in 3 groups of 6 to 9: 27 chairs, so that p24, p25 and p26 fit without a move."""
    again = compose(LATE[:27], ASKED, effort="quick", seed=2, previous=first())
    after = seats(again)
    assert after.keys() - first().keys() == {"p24", "p25", "p26"}
    assert sum(after[person] != group for person, group in first().items()) <= 1


def test_there_are_as_many_groups_as_before_while_everybody_fits() -> None:
    """28 people at 8 each would be 4 groups (3.5, rounded to even); 3 of 9 hold 27."""
    assert prepare(LATE[:27], ASKED, previous=first()).groups == 3
    assert prepare(LATE, ASKED, previous=first()).groups == 4
    assert prepare(LATE[:18], ASKED).groups == 2
    assert prepare(LATE[:18], ASKED, previous=first()).groups == 3
    assert prepare(LATE[:14], ASKED, previous=first()).groups == 2
    assert prepare(LATE[:18], ASKED, previous=first(), groups=2).groups == 2


def test_kept_people_never_move_also_where_moving_is_better() -> None:
    """Everybody sits with the others of their remainder by three: far from alike in fte."""
    before = {a.id: 1 + i % 3 for i, a in enumerate(EARLY)}
    free = seats(compose(LATE[:27], ASKED, effort="quick", previous=before))
    assert any(free[person] != group for person, group in before.items())
    kept = compose(LATE[:27], ASKED, effort="quick", previous=before, keep=True)
    assert all(seats(kept)[person] == group for person, group in before.items())
    assert kept.programme.rule("stay").level == "must"
    stated = document(kept, Language.NL)
    assert stated.settings["keep"]
    assert check(stated, LATE[:27], ASKED, previous=before).holds


def test_a_dropout_leaves_a_free_chair() -> None:
    counts = Counter(first().values())
    largest = max(counts, key=lambda group: counts[group])
    gone = next(person for person, group in first().items() if group == largest)
    again = compose(
        [a for a in EARLY if a.id != gone], ASKED, effort="quick", previous=first(), keep=True
    )
    assert seats(again) == {person: group for person, group in first().items() if person != gone}


def test_keeping_needs_something_to_keep() -> None:
    with pytest.raises(InputError, match=r"compose\.keep_what"):
        compose(EARLY, ASKED, effort="quick", keep=True)


def test_the_search_begins_where_people_sat() -> None:
    round_ = prepare(LATE[:27], ASKED, previous=first())
    asked, _ = demands_of(ASKED, round_)
    start = start_from(round_, asked.task)
    assert start is not None
    for person, group in first().items():
        assert start.assignment[round_.rows[person]] == group - 1
    assert start.sizes().sum() == 27
    assert (start.sizes() <= 9).all()
    bare = prepare(LATE[:27], ASKED)
    assert start_from(bare, demands_of(ASKED, bare)[0].task) is None


def test_a_group_that_is_gone_frees_its_people() -> None:
    """Group 4 is gone: its two sit on free chairs of the smallest groups."""
    before = {a.id: 4 if i < 2 else 1 + i % 3 for i, a in enumerate(EARLY)}
    round_ = prepare(EARLY, ASKED, previous=before, groups=3)
    start = start_from(round_, demands_of(ASKED, round_)[0].task)
    assert start is not None
    assert np.array_equal(np.sort(start.sizes()), [8, 8, 8])
