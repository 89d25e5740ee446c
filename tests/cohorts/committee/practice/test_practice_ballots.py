"""Practice ballots: the same for a seed, as they are asked, and never with a name."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from cohorts.committee.practice.practice_ballots import PracticeAsked, Tastes, made_up
from cohorts.committee.practice.practice_file import practice_file
from cohorts.committee.votes import Asked, Criterion
from cohorts.errors import InputError

ASKED = PracticeAsked(members=10, candidates=24, places=11, seed=3)
CRITERIA = (Criterion("plan"), Criterion("moed", low=Fraction(0), high=Fraction(1)))


@pytest.mark.parametrize("tastes", Tastes)
@pytest.mark.parametrize("criteria", [(), CRITERIA], ids=["yes", "scores"])
def test_the_same_for_a_seed_and_others_for_another(
    tastes: Tastes, criteria: tuple[Criterion, ...]
) -> None:
    asked = replace(ASKED, tastes=tastes, criteria=criteria)
    assert made_up(asked) == made_up(asked)
    assert made_up(asked) != made_up(replace(asked, seed=4))


def test_as_many_yes_as_places_over_all_members() -> None:
    election = made_up(ASKED)
    yes = sum(bool(b.value(c)) for b in election.ballots for c in election.candidates)
    assert election.asked is Asked.YES
    assert abs(yes - 10 * 11) <= 2


def test_nobody_says_yes_more_often_than_may_be() -> None:
    election = made_up(replace(ASKED, most=3))
    counts = [sum(bool(b.value(c)) for c in election.candidates) for b in election.ballots]
    assert max(counts) == 3


def test_scores_lie_on_their_scale() -> None:
    election = made_up(replace(ASKED, criteria=CRITERIA))
    said = [one for ballot in election.ballots for one in ballot.said.values()]
    assert {scores[0] for scores in said} == {1, 2, 3, 4, 5}
    assert {scores[1] for scores in said} == {Fraction(n, 4) for n in range(5)}


def test_a_minority_has_a_taste_of_its_own() -> None:
    alike, parted = made_up(ASKED), made_up(replace(ASKED, tastes=Tastes.PARTED))
    same = [a.said == b.said for a, b in zip(alike.ballots, parted.ballots, strict=True)]
    assert sum(same) < len(same)
    assert not any(same[6:])


def test_a_file_comes_back_without_any_name() -> None:
    file = "applicant_id;naam;Bank;School\na7;De Smidse;ja;nee\nb9;Jansen Staal;ja;ja\n"
    election = practice_file("stemmen.csv", file.encode(), ())
    assert election.candidates == ("1", "2")
    assert [one.voter for one in election.ballots] == ["1", "2"]
    assert election.names == {}
    assert [b.value("1") for b in election.ballots] == [1, 0]
    for name in ("Smidse", "Jansen", "Bank", "School", "a7"):
        assert name not in repr(election)


def test_a_file_is_read_as_the_stage_asks() -> None:
    file = "voter;applicant_id;plan;moed\njo;a;5;1\njo;b;2;0\n"
    election = practice_file("stemmen.csv", file.encode(), CRITERIA)
    said = election.ballots[0].said
    assert said == {"1": (Fraction(5), Fraction(1)), "2": (Fraction(2), Fraction(0))}
    with pytest.raises(InputError, match=r"stemmen\.csv"):
        practice_file("stemmen.csv", file.encode(), ())


def test_too_many_are_refused() -> None:
    with pytest.raises(InputError, match="too_large"):
        made_up(replace(ASKED, members=200, candidates=200))
