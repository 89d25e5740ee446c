"""What is said before anything is composed."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from cohorts.composing.preflight import check_counts, check_pins, check_relations, usable_rules
from cohorts.composing.prepare import prepare
from cohorts.errors import CohortsError, InputError, NoCompositionError
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.round import Round
from cohorts.words import Language, explain
from tests.cohorts.small_round import people, programme

COMPARABLE = {"rule": "comparable", "field": "fte"}


def between(kind: str, *pairs: tuple[int, int]) -> tuple[Relation, ...]:
    return tuple(
        Relation(ApplicantId(f"p{a:02}"), ApplicantId(f"p{b:02}"), RelationKind(kind), None)
        for a, b in pairs
    )


def round_with(relations: tuple[Relation, ...] = (), **more: Any) -> Round:
    more = {"places": "as many as possible"} | more
    return prepare(people(), programme([COMPARABLE]), relations=relations, **more)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        # 24 people, groups of 6 to 9: at most 4 groups can be filled, at least 3 are needed
        ({"groups": 5}, "compose.too_many_groups"),
        ({"groups": 2, "places": "everyone"}, "compose.too_little_room"),
        ({"places": "exactly 25"}, "compose.more_places_than_people"),
        ({"size": (30, 40)}, "compose.too_few_people"),
        # whoever comes, 12 places are too few for three groups of 6
        ({"groups": 3, "places": "at most 12"}, "compose.too_few_places"),
    ],
)
def test_counts_that_cannot_work(given: dict[str, Any], code: str) -> None:
    with pytest.raises(InputError) as caught:
        round_with(**given)
    assert caught.value.problems[0].code == code
    if "exactly" in str(given.get("places")):
        assert caught.value.problems[0].facts["wanted"] == 25


@pytest.mark.parametrize("given", [{"groups": 4}, {"groups": 3, "places": "everyone"}, {}])
def test_counts_that_work(given: dict[str, Any]) -> None:
    check_counts(round_with(**given), programme([COMPARABLE]))


def test_more_rivals_than_groups_is_a_notice_or_the_end() -> None:
    four = between("competitor", (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))
    rules = programme([COMPARABLE, {"rule": "keep_apart"}])
    found = check_relations(rules, round_with(four, groups=3))
    assert [p.code for p in found] == ["compose.clique_outside"]
    facts = found[0].facts
    assert facts["people"] == tuple(f"Bedrijf {i}" for i in range(4))
    assert (facts["others"], facts["groups"]) == (3, 3)  # four people: one and three others
    # a place for everybody was not asked; it is no advice to let it go
    assert "plaats niet iedereen" not in " ".join(explain(found[0], Language.NL))
    with pytest.raises(NoCompositionError, match=r"compose\.clique"):
        check_relations(rules, round_with(four, groups=3, places="everyone"))
    assert check_relations(rules, round_with(four, groups=4)) == []


def test_of_many_rivals_one_more_than_there_are_groups_are_named() -> None:
    """Five rivals, three groups: any four of them are a clash that one relation let go mends."""
    five = between("competitor", *combinations(range(5), 2))
    rules = programme([COMPARABLE, {"rule": "keep_apart"}])
    with pytest.raises(NoCompositionError) as caught:
        check_relations(rules, round_with(five, groups=3, places="everyone"))
    facts = caught.value.problems[0].facts
    assert (facts["others"], facts["people"]) == (3, tuple(f"Bedrijf {i}" for i in range(4)))
    # 23 of 24 have a place, so one of them may have none: only five are a clash
    with pytest.raises(NoCompositionError) as caught:
        check_relations(rules, round_with(five, groups=3, places="exactly 23"))
    facts = caught.value.problems[0].facts
    assert (facts["others"], facts["people"]) == (4, tuple(f"Bedrijf {i}" for i in range(5)))


def test_rivals_who_came_together_through_somebody_else() -> None:
    """0 came with 1 and 1 with 2, so 0 and 2 sit together too; they are rivals."""
    relations = between("together", (0, 1), (1, 2)) + between("competitor", (0, 2))
    rules = programme([COMPARABLE, {"rule": "keep_apart"}, {"rule": "keep_together"}])
    with pytest.raises(NoCompositionError, match=r"compose\.apart_and_together") as caught:
        check_relations(rules, round_with(relations, groups=3, places="everyone"))
    assert caught.value.problems[0].facts["people"] == ("Bedrijf 0", "Bedrijf 2")
    _, remedy = explain(caught.value.problems[0], Language.EN)
    assert "between them (they belong together through Bedrijf 1) out of the file" in remedy
    # where three may stay outside they do; two is too few of them
    (notice,) = check_relations(rules, round_with(relations, places="exactly 21"))
    assert notice.code == "compose.apart_and_together_outside"
    assert notice.facts["all"] == ("Bedrijf 0", "Bedrijf 1", "Bedrijf 2")
    with pytest.raises(NoCompositionError, match=r"compose\.apart_and_together"):
        check_relations(rules, round_with(relations, places="exactly 22"))


def test_more_rivals_than_groups_need_so_many_outside() -> None:
    """Five rivals and three groups: two of them have no place."""
    pairs = [(a, b) for a in range(5) for b in range(a + 1, 5)]
    rules = programme([COMPARABLE, {"rule": "keep_apart"}])
    two_outside = round_with(between("competitor", *pairs), groups=3, places="exactly 22")
    assert [p.code for p in check_relations(rules, two_outside)] == ["compose.clique_outside"]
    one_outside = round_with(between("competitor", *pairs), groups=3, places="exactly 23")
    with pytest.raises(NoCompositionError, match=r"compose\.clique"):
        check_relations(rules, one_outside)


def test_of_cliques_as_large_the_first_is_named() -> None:
    two = between("competitor", (8, 9), (4, 5), (6, 7))
    rules = programme([COMPARABLE, {"rule": "keep_apart"}])
    (notice,) = check_relations(rules, round_with(two, groups=1))
    assert notice.facts["people"] == ("Bedrijf 4", "Bedrijf 5")


def test_whoever_is_pinned_needs_a_place_where_others_do_not() -> None:
    pins = [{"rule": "pin", "person": f"p{i:02}", "group": 1} for i in range(10)]
    asked = programme([COMPARABLE, *pins])
    with pytest.raises(NoCompositionError, match=r"compose\.pins_crowd"):
        check_pins(asked, round_with(places="at most 12"))


@pytest.mark.parametrize(("pinned", "fits"), [(9, True), (10, False)])
def test_pins_fill_a_group_and_no_more(pinned: int, *, fits: bool) -> None:
    pins = [{"rule": "pin", "person": f"p{i:02}", "group": 1} for i in range(pinned)]
    asked = programme([COMPARABLE, *pins])
    if fits:
        check_pins(asked, round_with())
        return
    with pytest.raises(NoCompositionError, match=r"compose\.pins_crowd"):
        check_pins(asked, round_with())


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ({"person": "nobody", "group": 1}, "compose.pin_unknown"),
        ({"person": "p01", "group": 9}, "compose.pin_group"),
    ],
)
def test_pins_that_mean_nothing(pin: dict[str, object], code: str) -> None:
    with pytest.raises(CohortsError) as caught:
        check_pins(programme([{"rule": "pin", **pin}]), round_with())
    assert caught.value.problems[0].code == code


@pytest.mark.parametrize(
    ("known", "codes"),
    [(24, []), (12, []), (11, ["compose.few_known"]), (0, ["compose.rule_without_data"])],
)
def test_a_field_that_few_filled_in(known: int, codes: list[str]) -> None:
    """24 people: below 12 the field is called nearly empty."""
    given = tuple(replace(a, fte=a.fte if i < known else None) for i, a in enumerate(people()))
    asked = programme([COMPARABLE, {"rule": "comparable", "field": "founded"}])
    usable, notices = usable_rules(asked, prepare(given, asked))
    assert [p.code for p in notices] == codes
    assert len(usable) == 2 - (known == 0)


@pytest.mark.parametrize(
    "rule",
    [
        {"rule": "comparable", "field": "company"},
        {"rule": "comparable", "field": "company", "widest": 1, "level": "must"},
        {"rule": "comparable", "field": "company", "scale": "ordinal", "order": ["klein", "groot"]},
        {"rule": "experienced_among", "field": "company", "from_value": 5},
    ],
)
def test_what_stands_in_a_field_must_be_of_use_to_the_rule(rule: dict[str, object]) -> None:
    """A name is no number, nor a step of an order: nobody is known, whatever stands there."""
    asked = programme([COMPARABLE, rule])
    given = prepare(people(), asked)
    if rule.get("level") == "must":
        with pytest.raises(InputError, match=r"compose\.must_without_data"):
            usable_rules(asked, given)
        return
    assert [p.code for p in usable_rules(asked, given)[1]] == ["compose.rule_without_data"]


@pytest.mark.parametrize("written", ["", "nothing", "-1"])
@pytest.mark.parametrize("level", ["must", "should"])
def test_a_quota_of_amounts_that_nobody_has_asks_nothing(level: str, written: str) -> None:
    """Such as a column that is spelled otherwise: all would count 0, and every most be kept."""
    given = tuple(replace(a, extra={"voucher": written}) for a in people())
    of = {"field": "province", "value": "Overijssel", "amount": "voucher", "most": 3}
    asked = programme([COMPARABLE, {"rule": "quota", **of, "level": level}])
    round_ = prepare(given, asked)
    if level == "must":
        with pytest.raises(InputError, match=r"compose\.must_without_data"):
            usable_rules(asked, round_)
        return
    usable, notices = usable_rules(asked, round_)
    assert [rule.key for rule in usable] == ["comparable"]
    assert [(p.code, p.facts["fields"]) for p in notices] == [
        ("compose.rule_without_data", ("voucher",))
    ]


def test_a_must_that_reads_an_empty_field_is_refused() -> None:
    given = tuple(replace(a, province=None) for a in people())
    must = {"rule": "at_most", "field": "province", "most": 3, "level": "must"}
    asked = programme([COMPARABLE, must])
    with pytest.raises(InputError, match=r"compose\.must_without_data"):
        usable_rules(asked, prepare(given, asked))
