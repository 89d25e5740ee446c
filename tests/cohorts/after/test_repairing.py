"""A dropout, a newcomer, a rival: who moves, who stays, and what is said where nothing can be."""

from __future__ import annotations

from typing import Any

import pytest

from cohorts.errors import InputError, NoCompositionError
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.round.set_aside import Aside
from cohorts.words import Language, explain
from tests.cohorts.after.nine import (
    Announced,
    announced,
    moved,
    people,
    programme,
    rivals,
    seats,
    without,
)

HOME = {"a1": 1, "a2": 1, "a3": 1, "b1": 2, "b2": 2, "b3": 2, "c1": 3, "c2": 3, "c3": 3}


@pytest.fixture(scope="module")
def nine() -> Announced:
    found = announced()
    assert seats(found.proposal) == HOME
    return found


def test_whoever_stops_leaves_a_chair_and_nobody_moves(nine: Announced) -> None:
    found = nine.repaired("b3")
    first = found.options[0]
    assert (found.fewest, found.proven, found.same_input) == (0, True, True)
    assert seats(first) == {who: group for who, group in HOME.items() if who != "b3"}
    assert [(s.applicant.id, s.why) for s in first.round.set_aside] == [("b3", Aside.GONE)]


def test_a_newcomer_takes_the_chair_and_groups_keep_their_numbers(nine: Announced) -> None:
    """zz comes last by id and a0 first: neither turns the groups round."""
    for who in ("a0", "zz"):
        first = nine.repaired("a1", more={who: 61}).options[0]
        assert seats(first) == {**{w: g for w, g in HOME.items() if w != "a1"}, who: 1}


def test_more_moves_only_where_they_make_it_fit_better(nine: Announced) -> None:
    """d1 has 61 staff and must sit with 3 and 4; with one move c1 sits there, with two it fits."""
    found = nine.repaired("a3", more={"d1": 61}, stay=("c1", "c2"))
    assert [len(moved(one, n)) for n, one in enumerate(found.options, 1)] == sorted(
        len(moved(one, n)) for n, one in enumerate(found.options, 1)
    )
    scores = [one.score.points for one in found.options]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    for number, one in enumerate(found.options, 1):
        assert {w: seats(one)[w] for w in moved(one, number)} == moved(one, number)
        assert one.repaired is not None
        assert one.repaired.taken == number


def test_each_option_is_checked_and_says_the_same(nine: Announced) -> None:
    found = nine.repaired("a3", more={"d1": 61})
    for one in found.options:
        stated = document(one, Language.NL)
        report = check(stated, people(d1=61), nine.programme, **nine.given)
        assert report.holds, report
        assert "repaired" in report.as_stated
        assert stated.settings["gone"] == ["a3"]


def test_a_must_moves_as_few_as_it_takes() -> None:
    """d1 competes with b1 and b2: it cannot take the chair of b3, so somebody else does."""
    nine = announced()
    asked = {"relations": rivals("d1-b1", "d1-b2")}
    found = nine.repaired("b3", more={"d1": 22}, size=(3, 3), **asked)
    assert (found.fewest, found.proven) == (1, True)
    assert found.same_input  # what is said of somebody new was not known then
    first = found.options[0]
    assert seats(first)["d1"] != 2
    assert len(moved(first)) == 1
    assert 2 in moved(first).values()


def test_who_would_rather_not_is_not_asked_where_another_can(nine: Announced) -> None:
    asked: dict[str, Any] = {
        "relations": rivals("d1-b1", "d1-b2"),
        "size": (3, 3),
        "more": {"d1": 22},
    }
    first = nine.repaired("b3", **asked).options[0]
    (who,) = moved(first)
    other = nine.repaired("b3", rather_not=(who,), **asked).options[0]
    assert who not in moved(other)
    assert other.repaired is not None
    assert other.repaired.options[0].unwilling == 0


def test_too_few_moves_say_how_many_it_takes(nine: Announced) -> None:
    with pytest.raises(NoCompositionError) as refused:
        nine.repaired(
            "b3", more={"d1": 22}, size=(3, 3), relations=rivals("d1-b1", "d1-b2"), most_moves=0
        )
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts) == ("repair.too_few_moves", {"most": 0, "needed": 1})
    assert explain(problem, Language.EN)[0] == (
        "With at most 0 moves it cannot be done: at least 1 is needed. That is proven."
    )


def test_whoever_may_not_be_moved_is_named_as_a_cause(nine: Announced) -> None:
    """Group 2 has one free chair; with everybody of 1 and 3 fixed only d1 could take it."""
    fixed = tuple(who for who, group in HOME.items() if group != 2)
    with pytest.raises(NoCompositionError) as refused:
        nine.repaired(
            "b3", more={"d1": 22}, size=(3, 3), relations=rivals("d1-b1", "d1-b2"), stay=fixed
        )
    problem = refused.value.problems[0]
    assert problem.code == "repair.clash"
    said, remedy = explain(problem, Language.NL)
    assert "Mag niet verhuizen" in said
    assert "Bedrijf d1" in said
    assert "verhuizen" in remedy


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"gone": ("b9",)}, "intake.person_unknown"),
        ({"gone": ("b3",), "stay": ("b3",)}, "repair.gone_too"),
        ({"gone": ("b3",), "rather_not": ("b3",)}, "repair.gone_too"),
        ({"gone": ("b3",), "stay": ("d1",), "more": {"d1": 4}}, "repair.no_group"),
        ({"gone": ("b3",), "stay": ("xx",)}, "intake.person_unknown"),
        ({"gone": tuple(HOME)}, "compose.too_few_people"),
        ({"gone": ("b1", "b2", "b3", "a1")}, "repair.too_few_left"),
        ({"gone": ("b3",), "groups": 2, "size": (2, 5)}, "repair.fewer_groups"),
    ],
)
def test_what_cannot_be_meant_is_said(nine: Announced, asked: dict[str, Any], code: str) -> None:
    with pytest.raises(InputError) as refused:
        nine.repaired(*asked["gone"], **{k: v for k, v in asked.items() if k != "gone"})
    assert refused.value.problems[0].code == code
    assert all(explain(refused.value.problems[0], language) for language in Language)


def test_the_nearest_is_named_for_a_slip(nine: Announced) -> None:
    with pytest.raises(InputError) as refused:
        nine.repaired("Bedrijv b3")
    assert "Bedrijf b3 (b3)" in explain(refused.value.problems[0], Language.NL)[1]


def test_a_file_that_was_forgotten_is_told() -> None:
    """Relations stand in no proposal: without them rivals might be brought together."""
    nine = announced(apart=("a1-b1",))
    assert nine.repaired("b3").same_input
    assert not nine.repaired("b3", relations=()).same_input


def test_other_people_and_other_programmes_are_refused(nine: Announced) -> None:
    left = without(people(), "c1", "c2")
    for applicants, code in ((left, "repair.absent"), (people(z=4)[9:], "repair.other_people")):
        with pytest.raises(InputError) as refused:
            nine.repaired("b3", applicants=applicants)
        assert refused.value.problems[0].code == code
    with pytest.raises(InputError) as refused:
        nine.repaired("b3", programme=programme(size=(2, 4)))
    assert refused.value.problems[0].code == "edit.other_programme"


def test_whoever_is_in_no_file_any_more_can_be_gone(nine: Announced) -> None:
    first = nine.repaired("b3", applicants=without(people(), "b3")).options[0]
    assert first.round.gone == ()
    assert "b3" not in seats(first)
    stated = document(first, Language.NL)
    assert check(stated, without(people(), "b3"), nine.programme, **nine.given).holds


def test_twice_gone_is_gone_once(nine: Announced) -> None:
    assert nine.repaired("b3", "b3", "Bedrijf b3").options[0].round.gone == ("b3",)


def test_nobody_hears_twice_that_they_move_where_another_can() -> None:
    """A second repair knows by its proposal who moved in the first."""
    nine = announced()
    asked: dict[str, Any] = {
        "relations": rivals("d1-b1", "d1-b2"),
        "size": (3, 3),
        "more": {"d1": 22},
    }
    first = nine.repaired("b3", **asked).options[0]
    (who,) = moved(first)
    stated = document(first, Language.NL)
    again = nine.repaired(
        "b1",
        stated=stated,
        more={"d1": 22, "e1": 4},
        relations=rivals("d1-b1", "d1-b2", "e1-b2", f"e1-{who}"),
        size=(3, 3),
    )
    one = again.options[0]
    assert one.repaired is not None
    assert one.repaired.moved_before == (who,)
    assert who not in moved(one)
    assert set(one.round.gone) == {"b1", "b3"}


def test_a_pin_and_relations_of_whoever_is_gone_bind_nobody() -> None:
    """b3 is fixed in group 2 by the programme and by hand, and competes with everybody."""
    rule = (("rule", "pin"), ("person", "b3"), ("group", 2))
    nine = announced(rule, apart=("b3-a1", "b3-c1"))
    found = nine.repaired("b3", pins={"b3": 2, "c1": 3})
    first = found.options[0]
    assert first.round.pins == {"c1": 3}
    assert first.round.relations == ()
    assert all(
        not rule.key.startswith("pin") or "b3" not in rule.key for rule in first.programme.rules
    )
    assert seats(first) == {who: group for who, group in HOME.items() if who != "b3"}


def test_a_reserve_comes_in() -> None:
    """Six places: with one of the six gone, somebody who waited gets the chair."""
    asked = programme().model_copy(
        update={"groups": programme().groups.model_copy(update={"places": "exactly 6"})}
    )
    from cohorts import compose  # noqa: PLC0415 - beside the one test that needs it

    begun = compose(people(), asked, effort="quick")
    nine = Announced(asked, begun, {})
    (one, *_) = seats(begun)
    found = nine.repaired(one)
    first = found.options[0]
    assert len(seats(first)) == 6
    assert first.repaired is not None
    (reserve,) = first.repaired.options[0].placed
    assert first.repaired.before[reserve] is None


NINE_PLACES: dict[str, Any] = {"size": (2, 3), "groups": 3, "places": "at most 9"}


def test_who_waits_stays_out_and_who_takes_a_place_gets_one(nine: Announced) -> None:
    """d1 sits with 3 and 4 and d2 with 45 and 52: a1 left a chair for one of them."""
    more = {"d1": 5, "d2": 6}
    for waits, takes in (("d1", "d2"), ("d2", "d1")):
        found = nine.repaired("a1", more=more, out=[waits], placed=[takes], **NINE_PLACES)
        for one in found.options:
            assert takes in seats(one)
            assert waits not in seats(one)


def test_a_place_that_cannot_be_is_said(nine: Announced) -> None:
    """Nobody may move, and d1 competes with who is left where a chair is free."""
    with pytest.raises(NoCompositionError) as error:
        nine.repaired(
            "b3",
            more={"d1": 22},
            placed=["d1"],
            stay=tuple(who for who in HOME if who != "b3"),
            relations=rivals("d1-b1"),
            **NINE_PLACES,
        )
    (problem,) = error.value.problems
    assert "Krijgt een plaats" in explain(problem, Language.NL)[0]
