"""What is said where nothing can be composed: every must is tried, also one beside a wish."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest

from cohorts import compose
from cohorts.errors import CohortsError, InputError, NoCompositionError
from cohorts.outlook.recruit import Stuck, whom_to_recruit
from cohorts.outlook.recruit.advised import advised
from cohorts.outlook.recruit.trial import Trial
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from cohorts.words import Language
from cohorts.words.speech import explain
from tests.cohorts.small_round import people, programme

COMPARABLE = {"rule": "comparable", "field": "fte"}
TRAVEL = {"rule": "travel", "places": ("Groningen", "Maastricht"), "widest_km": 100, "weight": 0.5}
CROWDED = {"rule": "at_most", "field": "branche", "most": 3, "level": "must"}
ALIKE = {"rule": "alike", "field": "province", "level": "must"}


def of_one_branch(count: int) -> tuple[Applicant, ...]:
    """All in building, half of them in each of two provinces."""
    return tuple(replace(a, extra={"branche": "bouw"}) for a in people(count))


def told(applicants: tuple[Applicant, ...], asked: Programme, **given: object) -> list[str]:
    """The codes of all that is said."""
    with pytest.raises(CohortsError) as caught, advised(applicants, asked, **given):  # type: ignore[arg-type]  # by name
        compose(applicants, asked, effort="quick", **given)  # type: ignore[arg-type]  # by name
    return [problem.code for problem in caught.value.problems]


def test_a_must_beside_a_wish_with_a_weight_is_tried_too() -> None:
    """All live near Deventer: both places are further than 100 km, and only travel is to blame."""
    asked = programme([COMPARABLE, TRAVEL, CROWDED], "everyone")
    advice = whom_to_recruit(people(9), asked)
    assert not advice.profiles
    (remedy,) = advice.remedies
    assert remedy.rule is not None
    assert remedy.rule[Language.EN] == "Nobody travels further than 100 km"
    assert told(people(9), asked) == ["compose.clash", "recruit.otherwise"]


def test_a_wish_with_the_same_weight_forbids_nothing() -> None:
    asked = programme([COMPARABLE, {**TRAVEL, "widest_level": "should"}, CROWDED], "everyone")
    assert whom_to_recruit(people(9), asked).possible


def test_staying_is_tried_too() -> None:
    """Two who sat together before have become rivals; nobody may move."""
    rivals = (Relation(ApplicantId("p00"), ApplicantId("p01"), RelationKind.COMPETITOR, None),)
    before = {a.id: 1 + (i >= 6) for i, a in enumerate(people(12))}
    asked = programme([COMPARABLE, {"rule": "keep_apart"}], "everyone")
    advice = whom_to_recruit(
        people(12), asked, relations=rivals, previous=before, keep=True, groups=2
    )
    assert [remedy.labels for remedy in advice.remedies] == [("Bedrijf 0", "Bedrijf 1")]


def test_more_than_one_must_is_said_where_no_single_one_is_enough() -> None:
    """Six in one group: at most 3 of a branch, all 6 are; one province, there are two."""
    asked = programme([COMPARABLE, CROWDED, ALIKE], "everyone")
    advice = whom_to_recruit(of_one_branch(6), asked, groups=1)
    assert (advice.profiles, advice.remedies, advice.stuck) == ((), (), Stuck.SEVERAL)
    assert told(of_one_branch(6), asked, groups=1) == ["compose.clash", "recruit.nobody"]


def test_what_was_not_known_in_time_is_not_said_to_be_impossible() -> None:
    asked = programme([COMPARABLE, CROWDED, ALIKE], "everyone")
    with patch("cohorts.outlook.recruit.trial.LIMIT", 0.0):
        assert whom_to_recruit(of_one_branch(24), asked, groups=3).stuck is Stuck.UNSURE


def test_no_must_is_blamed_for_numbers_that_do_not_fit() -> None:
    """Two groups of 6 at least, and exactly 8 places: whoever comes."""
    asked = programme([COMPARABLE, CROWDED], "exactly 8")
    assert whom_to_recruit(people(24), asked, groups=2).stuck is Stuck.NUMBERS
    assert told(people(24), asked, groups=2) == ["compose.too_few_places"]


def test_where_groups_may_stay_closed_all_of_them_are_to_start() -> None:
    """Two groups of 6 to 9, 11 people: one more, of another branch where one is full of it."""
    asked = programme([COMPARABLE, CROWDED], "as many as possible")
    advice = whom_to_recruit(people(11), asked, groups=2)
    assert advice.people == 1
    proposal = compose((*people(11), *advice.newcomers), asked, effort="quick", groups=2)
    assert [len(group) for group in proposal.composition.groups.values()] == [6, 6]


def test_whom_a_closed_group_lacks_is_sought_first() -> None:
    """One of ict among 11, two groups that need one each: a group may close, and should not."""
    eleven = tuple(
        replace(a, extra={"branche": "zorg" if i else "ict"}) for i, a in enumerate(people(11))
    )
    lacking = {"rule": "at_least", "field": "branche", "value": "ict", "level": "must"}
    asked = programme([COMPARABLE, lacking], "as many as possible")
    (profile,) = whom_to_recruit(eleven, asked, groups=2).profiles
    assert [(trait.field, trait.values) for trait in profile.traits] == [("branche", ("ict",))]


def test_whom_a_condition_refuses_is_not_recruited() -> None:
    """Somebody of Drenthe is lacking, and whoever lives there may not take part."""
    lacking = {"rule": "at_least", "field": "province", "value": "Drenthe", "level": "must"}
    asked = programme([COMPARABLE, lacking], "everyone")
    assert whom_to_recruit(people(8), asked, groups=1).profiles
    only = {"condition": "one_of", "field": "province", "values": ("Overijssel", "Gelderland")}
    refusing = Programme.model_validate({**asked.model_dump(mode="json"), "conditions": [only]})
    assert not whom_to_recruit(people(8), refusing, groups=1).profiles


def test_a_must_that_keeps_a_group_closed_does_not_make_it_impossible() -> None:
    """All of one branch, at most 3 of it in a group of 6: every group stays closed, by its own."""
    asked = programme([COMPARABLE, CROWDED], "as many as possible")
    assert whom_to_recruit(of_one_branch(12), asked, groups=2).possible


def test_the_groups_of_before_count_when_somebody_is_added() -> None:
    """Three groups before: 17 people and one more still make three, where 18 / 8 says two."""
    before = {a.id: 1 + i % 3 for i, a in enumerate(people(17))}
    asked = programme([COMPARABLE], "everyone")
    assert Trial(people(17), asked).round_with((), 1).groups == 2
    assert Trial(people(17), asked, previous=before).round_with((), 1).groups == 3


def test_a_must_about_which_nothing_is_known_is_no_case_for_recruiting() -> None:
    """Five people, groups of 6: with one more the must still reads an empty field."""
    asked = programme(
        [COMPARABLE, {"rule": "at_most", "field": "rang", "most": 1, "level": "must"}]
    )
    with pytest.raises(InputError) as caught, advised(people(5), asked):
        compose(people(5), asked)
    assert caught.value.problems[-1].code == "recruit.otherwise"


def test_every_row_between_two_people_is_let_go_at_once() -> None:
    """Rivals twice over, as kin and by their trade, in the one group there is."""
    pair = ApplicantId("p00"), ApplicantId("p01")
    rows = (
        Relation(*pair, RelationKind.COMPETITOR, None),
        Relation(pair[1], pair[0], RelationKind.FAMILY, None),
    )
    rule = {"rule": "keep_apart", "kinds": ("competitor", "family")}
    asked = programme([COMPARABLE, rule], "everyone")
    advice = whom_to_recruit(people(8), asked, relations=rows, groups=1)
    assert [remedy.labels for remedy in advice.remedies] == [("Bedrijf 0", "Bedrijf 1")]
    with pytest.raises(NoCompositionError):
        compose(people(8), asked, relations=rows, groups=1)


def remedy_of_the_clash(applicants: tuple[Applicant, ...], asked: Programme, groups: int) -> str:
    with pytest.raises(NoCompositionError) as caught:
        compose(applicants, asked, effort="quick", groups=groups)
    return explain(caught.value.problems[0], Language.EN)[1]


def test_other_numbers_are_advised_only_where_they_help() -> None:
    """Four of a branch at 3 a group fit in two groups; who lives too far does so in any."""
    some = programme([COMPARABLE, CROWDED], "everyone")
    far = programme([COMPARABLE, TRAVEL], "everyone")
    other = "change the number of groups or their size"
    assert other in remedy_of_the_clash(of_one_branch(6), some, groups=1)
    assert other not in remedy_of_the_clash(of_one_branch(6), far, groups=1)


def test_who_has_to_come_from_where_is_said() -> None:
    """Six who are to meet in Zwolle or Deventer, at 15 km at most: the seventh lives there too."""
    near = tuple(
        replace(a, latitude=52.26, longitude=6.16, extra={"branche": "bouw"}) for a in people(6)
    )
    travel = {"rule": "travel", "places": ("Deventer", "Maastricht"), "widest_km": 15}
    lacking = {"rule": "at_least", "field": "branche", "value": "ict", "level": "must"}
    asked = programme([COMPARABLE, travel, lacking], "everyone")
    (profile,) = whom_to_recruit(near, asked, groups=1).profiles
    traits = {trait.field: trait for trait in profile.traits}
    assert traits["branche"].values == ("ict",)
    assert (traits["place"].near, traits["place"].values) == (True, ("Deventer",))


def test_what_has_to_be_empty_is_said() -> None:
    """Four makers and one without a role; no fifth may come, nor anybody of another role."""
    makers = tuple(replace(a, role="maker" if i else None) for i, a in enumerate(people(5)))
    alone = {"rule": "alike", "field": "role", "level": "must"}
    one = {"rule": "quota", "field": "role", "value": "maker", "most": 4, "level": "must"}
    asked = programme([COMPARABLE, alone, one], "everyone")
    (profile,) = whom_to_recruit(makers, asked, groups=1).profiles
    (trait,) = profile.traits
    assert (trait.field, trait.missing) == ("role", True)


@pytest.mark.parametrize("standing", ["first", "weighed"])
def test_newcomers_need_no_points(standing: str) -> None:
    """Seven of two groups of four: who is asked for is in no file of points."""
    asked = programme([COMPARABLE], "exactly 8")
    plan = asked.groups.model_copy(update={"standing": standing})
    asked = asked.model_copy(update={"groups": plan})
    merit = {a.id: 1000 for a in people(7)}
    assert "recruit.advice" not in told(people(7), asked, merit=merit)
