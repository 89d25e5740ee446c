"""Size decides nowhere: standings do not see it, and where it goes with who is in, that is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cohorts.committee.shortlisting.by_size import by_size
from cohorts.committee.shortlisting.funnel import Funnel, Stage, read_funnel
from cohorts.committee.shortlisting.shortlist import shortlist
from cohorts.committee.shortlisting.stage_outcome import Left, StageOutcome, Why
from cohorts.intake import read_applicants
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import load_programme

CHALLENGE = Path(__file__).parents[4] / "sample_data/groei-ondernemers-challenge"


def outcome(on: list[int], left: list[int], why: Why = Why.LOWER) -> StageOutcome:
    """A stage in which companies of these sizes went on, and these did not."""
    stage = Stage.model_validate({"title": "S"})
    people = [
        Applicant(id=ApplicantId(f"p{n}"), name=f"P{n}", fte=float(fte))
        for n, fte in enumerate([*on, *left])
    ]
    inside, outside = tuple(people[: len(on)]), people[len(on) :]
    return StageOutcome(1, stage, tuple(people), inside, tuple(Left(a, why) for a in outside))


@pytest.mark.parametrize(
    ("on", "left", "dominates"),
    [
        (range(10, 16), range(6), True),
        (range(6), range(10, 16), True),
        ([1, 9, 2, 8, 3, 7], [1, 9, 2, 8, 3, 7], False),
        ([9, 9], [1, 1], False),
    ],
)
def test_it_is_told_where_size_goes_with_who_is_in(
    on: list[int], left: list[int], *, dominates: bool
) -> None:
    (found,) = by_size([outcome([*on], [*left])])
    assert found.dominates is dominates
    larger = sum((a > b) + (a == b) / 2 for a in on for b in left)
    assert float(found.share) == pytest.approx(larger / (len(on) * len(left)))


def test_who_is_refused_by_a_condition_is_no_part_of_it() -> None:
    assert by_size([outcome([9] * 6, [1] * 6, Why.REFUSED)]) == ()


def test_no_standing_moves_when_all_sizes_change_hands() -> None:
    """Of the 1,200 of the register: each gets the size of the one at the other end of the list."""
    people = read_applicants(CHALLENGE / "register.csv")
    funnel = read_funnel(CHALLENGE / "funnel.toml")
    first = Funnel(schema_version=1, title=funnel.title, stages=funnel.stages[:1])
    programme = load_programme("groei-ondernemers-challenge")
    sizes = [(a.fte, a.fte_low, a.fte_high, a.turnover) for a in reversed(people.people)]
    swapped = tuple(
        replace(a, fte=fte, fte_low=low, fte_high=high, turnover=turnover)
        for a, (fte, low, high, turnover) in zip(people.people, sizes, strict=True)
    )
    on = date(2026, 10, 1)
    (before,) = shortlist(people, programme, first, CHALLENGE, on=on).outcomes
    other = replace(people, people=swapped)
    (after,) = shortlist(other, programme, first, CHALLENGE, on=on).outcomes
    assert [a.id for a in before.on] == [a.id for a in after.on]
    assert before.standing == after.standing
    assert {a.fte for a in people} == {a.fte for a in swapped}
    assert [a.fte for a in people] != [a.fte for a in swapped]
