"""A must stands whatever becomes of the wishes of its rule."""

from __future__ import annotations

from typing import Any

import pytest

from cohorts import compose
from cohorts.composing.demands import ask, musts
from cohorts.composing.prepare import prepare
from cohorts.errors import NoCompositionError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from cohorts.words import Language, explain
from tests.cohorts.small_round import people, programme

TINY = 1e-10
"""A weight that rounds to a price of nothing."""
WISH = {"rule": "comparable", "field": "fte"}


def relation(a: int, b: int, kind: RelationKind, *, must: bool | None = None) -> Relation:
    return Relation(ApplicantId(f"p{a:02}"), ApplicantId(f"p{b:02}"), kind, must)


def of_four(rules: list[dict[str, Any]], places: str = "everyone") -> Programme:
    """Groups of two, in pairs that the wish would choose: sizes 1 1 9 9."""
    asked = programme([*rules, WISH], places)
    bounds = asked.groups.model_copy(update={"size": (2, 2), "target": 2})
    return asked.model_copy(update={"groups": bounds})


def four() -> tuple[Applicant, ...]:
    return tuple(Applicant(id=ApplicantId(f"p{i:02}"), fte=[1, 9, 1, 9][i]) for i in range(4))


@pytest.mark.parametrize("language", list(Language))
def test_a_wish_without_a_price_leaves_the_must_of_its_rule(language: Language) -> None:
    """0 and 2 must be apart, 0 and 1 are wished apart at a weight that is nothing."""
    rivals = (
        relation(0, 2, RelationKind.COMPETITOR, must=True),
        relation(0, 1, RelationKind.COMPETITOR, must=False),
    )
    asked = of_four([{"rule": "keep_apart", "weight": TINY}])
    made = compose(four(), asked, relations=rivals)
    # the wish alone would put 0 beside 2, its equal
    assert [a.id for a in made.composition.groups[1]] != ["p00", "p02"]
    assert [notice.code for notice in made.notices] == ["compose.weight_zero_beside_must"]
    said = explain(made.notices[0], language)
    assert any("geldt wel" in line or "does hold" in line for line in said)


def test_a_wish_without_a_price_and_without_a_must_is_left_out() -> None:
    rivals = (relation(0, 1, RelationKind.COMPETITOR, must=False),)
    asked = of_four([{"rule": "keep_apart", "weight": TINY}])
    made = compose(four(), asked, relations=rivals)
    assert [notice.code for notice in made.notices] == ["compose.weight_zero"]
    assert [rule.key for rule in made.programme.rules] == ["comparable"]


def test_the_widest_distance_stands_where_the_distance_itself_weighs_nothing() -> None:
    travel = {"rule": "travel", "places": ["8011"], "widest_km": 30, "weight": TINY}
    round_ = prepare(people(), programme([travel, WISH]))
    asked = ask(programme([travel, WISH]), round_)
    (term,) = asked.terms_of("travel")
    assert (term.price, term.is_hard) == (0, True)
    assert [fault.code for fault in asked.left_out] == ["compose.weight_zero_beside_must"]


def test_all_that_must_hold_is_among_the_musts() -> None:
    """The widest distance too, though travelling weighs; nothing of what is only wished."""
    near = {"widest_km": 9, "widest_level": "should"}
    rules: list[dict[str, Any]] = [
        {"rule": "travel", "key": "far", "places": ["8011"], "widest_km": 30},
        {"rule": "travel", "key": "near", "places": ["8011"], **near},
        {"rule": "keep_apart", "level": "should"},
    ]
    rivals = (
        relation(0, 1, RelationKind.COMPETITOR, must=True),
        relation(2, 3, RelationKind.COMPETITOR),
    )
    asked = programme(rules)
    task = musts(asked.rules, prepare(people(), asked, relations=rivals))
    assert [term.name for term in task.terms] == ["far", "keep_apart"]
    assert task.terms[1].pieces == 1  # of the two pairs only that of the row with a must


@pytest.mark.parametrize(("level", "must"), [("must", False), ("should", True)])
def test_a_row_decides_whether_a_set_is_torn(level: str, *, must: bool) -> None:
    """0 and 1, of 1 and 9 people, asked to be together: the wish would part them."""
    links = (relation(0, 1, RelationKind.TOGETHER, must=must),)
    together = {"rule": "keep_together", "level": level, "weight": 0.001}
    made = compose(four(), of_four([together]), relations=links)
    side_by_side = {a.id for a in made.composition.groups[1]} == {"p00", "p01"}
    assert side_by_side is must
    assert not made.finding("keep_together").broken


def test_even_sizes_are_those_of_the_groups_that_open() -> None:
    """Ten people, places for eight at most, groups of 4 or 5: two of 4, or one of 5."""
    ten = tuple(
        Applicant(id=ApplicantId(f"p{i}"), extra={"branche": "zorg" if i in (0, 3) else "bouw"})
        for i in range(10)
    )
    rules: list[dict[str, Any]] = [
        {"rule": "size_balance", "level": "must"},
        {"rule": "at_least", "field": "branche", "value": "zorg", "least": 2, "level": "must"},
    ]
    asked = programme(rules, "at most 8")
    bounds = asked.groups.model_copy(update={"size": (4, 5), "target": 5})
    made = compose(ten, asked.model_copy(update={"groups": bounds}))
    # with two in every group from "zorg", and two in all, one group opens: as large as it may be
    assert [len(group) for group in made.composition.groups.values()] == [5]


def test_together_and_apart_is_no_clash_where_they_may_stay_outside() -> None:
    six = tuple(Applicant(id=ApplicantId(f"p{i:02}"), fte=i) for i in range(7))
    between = (
        relation(0, 1, RelationKind.COMPETITOR),
        relation(0, 2, RelationKind.TOGETHER),
        relation(1, 2, RelationKind.TOGETHER),
    )
    rules = [{"rule": "keep_apart"}, {"rule": "keep_together"}]
    made = compose(six, of_four(rules, "as many as possible"), relations=between)
    assert [left.applicant.id for left in made.not_placed] == ["p00", "p01", "p02"]
    assert "compose.apart_and_together_outside" in {notice.code for notice in made.notices}
    with pytest.raises(NoCompositionError, match=r"compose\.apart_and_together"):
        compose(six[:6], of_four(rules), relations=between)
