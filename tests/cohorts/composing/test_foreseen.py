"""What is said before composing: all of it, each at what it is about."""

from __future__ import annotations

import pytest

from cohorts.composing.compose import compose
from cohorts.composing.foreseen import foreseen
from cohorts.composing.inputs import Given
from cohorts.errors import CohortsError, InputError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import GroupPlan, Programme
from cohorts.rules import rules
from cohorts.rules.rule import Rule
from solver.solution import Effort

PEOPLE = [
    Applicant(id=ApplicantId(f"p{n:02}"), company=f"Bedrijf {n}", fte=float(n), sbi="4120")
    for n in range(12)
]


def asked(*made: Rule, places: str = "everyone") -> Programme:
    return Programme(
        schema_version=1,
        name="own",
        title={"nl": "Eigen"},
        groups=GroupPlan(size=(3, 4), target=4, places=places),
        rules=made,
    )


def rule(name: str, **fields: object) -> Rule:
    return rules()[name].model_validate({"rule": name, "key": name, **fields})


STAFF = rule("comparable", field="fte")


def rivals(*pairs: tuple[int, int], kind: RelationKind = RelationKind.COMPETITOR) -> list[Relation]:
    return [Relation(PEOPLE[a].id, PEOPLE[b].id, kind) for a, b in pairs]


def test_nothing_stands_in_the_way() -> None:
    found = foreseen(PEOPLE, asked(STAFF), {})
    assert (found.clashes, found.notices) == ((), ())
    assert found.round is not None
    assert (found.round.n, found.round.groups) == (12, 3)


def test_musts_and_wishes_without_data_are_all_told_each_at_its_rule() -> None:
    """Composing stops at the first; here the second must and the wish are told too."""
    programme = asked(
        rule("alike", field="province", level="must"),
        rule("shared_theme", level="must"),
        rule("availability"),
        STAFF,
    )
    found = foreseen(PEOPLE, programme, {})
    assert [(one.code, one.place) for one in found.clashes] == [
        ("compose.must_without_data", "alike"),
        ("compose.must_without_data", "shared_theme"),
    ]
    assert [(one.code, one.place) for one in found.notices] == [
        ("compose.rule_without_data", "availability")
    ]


def test_a_clique_is_told_at_the_rule_that_keeps_apart() -> None:
    """Five of whom no two may sit together, and three groups."""
    five = [(a, b) for a in range(5) for b in range(a)]
    found = foreseen(PEOPLE, asked(STAFF, rule("keep_apart")), Given(relations=rivals(*five)))
    (clash,) = found.clashes
    assert (clash.code, clash.place) == ("compose.clique", "keep_apart")
    assert (clash.facts["count"], clash.facts["least"]) == (5, 5)


def test_counts_come_first_and_say_nothing_of_rules() -> None:
    found = foreseen(PEOPLE[:2], asked(rule("shared_theme", level="must")), {})
    assert [one.code for one in found.clashes] == ["compose.too_few_people"]


def test_whoever_came_after_the_points_is_named() -> None:
    merit = {one.id: 1000 for one in PEOPLE[1:]}
    found = foreseen(PEOPLE, asked(STAFF, rule("merit")), {"merit": merit})
    (clash,) = found.clashes
    assert clash.code == "intake.merit_absent"
    assert clash.facts["people"] == ("Bedrijf 0",)
    with pytest.raises(InputError):
        compose(PEOPLE, asked(STAFF, rule("merit")), merit=merit, effort=Effort.QUICK)


@pytest.mark.parametrize(
    "made",
    [
        (STAFF,),
        (rule("shared_theme", level="must"), STAFF),
        (rule("availability"),),
        (rule("keep_apart"), STAFF),
        (rule("pin", person="p00", group=9), STAFF),
    ],
)
def test_it_clashes_exactly_where_composing_refuses(made: tuple[Rule, ...]) -> None:
    programme = asked(*made)
    refused = None
    try:
        compose(PEOPLE, programme, effort=Effort.QUICK)
    except CohortsError as error:
        refused = error.problems[0].code
    clashes = [one.code for one in foreseen(PEOPLE, programme, {}).clashes]
    assert clashes[:1] == ([] if refused is None else [refused])
