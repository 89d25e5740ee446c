"""Who is whose buddy: the best there is by the rules, and never whom something forbids."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.after.buddies import Buddies
from cohorts.after.buddy_fit import UNIT
from cohorts.errors import NoCompositionError
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import pair_of
from tests.cohorts.after.buddy_round import bonds, made, matchings, members
from tests.cohorts.rules.found import relation

SIX = members([1, 2, 3, 10, 11, 12])


def cost(buddies: Buddies, units: list[str]) -> int:
    """By the costs of single pairs, in plain Python; a trio is its three pairs."""
    pairs = (pair_of(ApplicantId(a), ApplicantId(b)) for u in units for a, b in combinations(u, 2))
    return sum(sum(buddies.fit.costs(pair).values()) for pair in pairs)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=2, max_size=7),
    st.sets(st.sampled_from(["ab", "ac", "bc", "de"]), max_size=2),
)
def test_pairs_are_the_best_of_all(experience: list[float | None], vetoes: set[str]) -> None:
    people = members(experience)
    ids = "".join(a.id for a in people)
    vetoed = [pair for pair in sorted(vetoes) if set(pair) <= set(ids)]
    every = [
        units
        for units in matchings(ids)
        if not {a + b for u in units for a, b in combinations(u, 2)} & set(vetoed)
    ]
    try:
        found = made(people, vetoes=vetoed)
    except NoCompositionError:
        assert every == []
        return
    assert cost(found, bonds(found)) == min(cost(found, units) for units in every)


def test_a_pair_costs_what_its_rules_count() -> None:
    """a and d complement each other: nothing; a and b do not: one breach of weight 2."""
    found = made(SIX)
    a, b, d = (ApplicantId(one) for one in "abd")
    assert found.fit.costs((a, d))["complementary"] == 0
    assert found.fit.costs((a, b))["complementary"] == 2 * UNIT  # one point a unit, weight 2


def test_a_graded_wish_costs_a_point_a_person_in_an_average_pair() -> None:
    found = made(SIX)
    pairs = list(combinations([a.id for a in SIX], 2))
    total = sum(found.fit.costs(pair)["comparable"] for pair in pairs)
    assert total / len(pairs) == pytest.approx(2 * UNIT, rel=1e-4)


@pytest.mark.parametrize("must", [None, True, False])
def test_a_rival_is_never_a_buddy(must: bool | None) -> None:
    """Nor where a row makes it a wish; a and d would be the best of all."""
    rules = [{"rule": "comparable", "field": "fte"}]
    people = members([1, 2, 3, 4], fte=[5.0, 9.0, 10.0, 5.0])
    assert "ad" in bonds(made(people, rules=rules))
    found = made(people, relation("a", "d", "competitor", must=must), rules=rules)
    assert "ad" not in bonds(found)


def test_who_is_named_as_a_rival_by_one_is_no_buddy_until_somebody_answers() -> None:
    rules = [{"rule": "comparable", "field": "fte"}]
    named = members([1, 2, 3, 4], fte=[5.0, 9.0, 10.0, 5.0], competitors=[("D",), (), (), ()])
    assert "ad" not in bonds(made(named, rules=rules))
    assert "ad" in bonds(made(named, relation("a", "d", "none"), rules=rules))


def test_what_a_must_of_the_plan_forbids_is_no_pair() -> None:
    rules = [{"rule": "comparable", "field": "fte"}, {"rule": "chain_apart"}]
    people = members([1, 2, 3, 4], fte=[5.0, 9.0, 10.0, 5.0])
    assert "ad" not in bonds(made(people, relation("a", "d", "supplies"), rules=rules))


def test_a_pin_stays_and_a_veto_holds() -> None:
    found = made(SIX, pins=["ab"], vetoes=["cd"])
    assert "ab" in bonds(found)
    assert "cd" not in bonds(found)
    (pinned,) = [bond for bond in found.groups[0].bonds if bond.pinned]
    assert pinned.instead is None


def test_the_best_without_a_pair_lacks_it_and_costs_what_it_says() -> None:
    found = made(SIX)
    for bond in found.groups[0].bonds:
        other = bond.instead
        assert other is not None
        now, then = bonds(found), matchings("abcdef")
        pair = "".join(bond.people)
        best = min(cost(found, units) for units in then if pair not in units)
        assert other.cost == best - cost(found, now)
        assert bond.people in other.go


def test_of_an_odd_number_whoever_was_out_least_is_out() -> None:
    five = members([1, 2, 3, 10, 11])
    found = made(five, odd="out", was_out="abcd")
    assert found.groups[0].out == ("e",)
    assert sum(len(unit) for unit in bonds(found)) == 4


def test_a_ring_goes_through_all() -> None:
    found = made(SIX, form="ring")
    ring = "".join(found.groups[0].ring)
    assert sorted(ring) == list("abcdef")
    assert bonds(found) == [a + b for a, b in zip(ring, ring[1:] + ring[0], strict=True)]


def test_those_with_most_experience_guide_as_few_as_are_needed() -> None:
    """Six people and two to guide each: two guides, e and f."""
    found = made(SIX, form="guide", most=2)
    assert found.groups[0].guides == ("e", "f")
    assert sorted(unit[1] for unit in bonds(found)) == list("abcd")


def test_a_guide_has_the_number_that_is_asked() -> None:
    assert made(SIX, form="guide", guide_from=10).groups[0].guides == ("d", "e", "f")


def test_nobody_left_is_told_with_the_smallest_cause() -> None:
    """a has b as a rival, and nobody else may be: c and d by a veto."""
    four = members([1, 2, 3, 4])
    with pytest.raises(NoCompositionError) as raised:
        made(four, relation("a", "b", "competitor"), vetoes=["ac", "ad"])
    (problem,) = raised.value.problems
    assert problem.code == "buddies.nobody_left"
    assert problem.facts["people"] == ("A",)
    why = problem.facts["why"]
    assert isinstance(why, dict)
    assert why["nl"] == "concurrent van B; niet met C en D (--not)"


@pytest.mark.parametrize(
    ("vetoes", "code"),
    [
        # b is left for a, and one neighbour makes no ring
        (["ac", "ad"], "buddies.ring_of_one"),
        # everybody has a buddy, but in two parts
        (["ad", "ae", "af", "bd", "be", "bf", "cd", "ce", "cf"], "buddies.no_ring"),
    ],
)
def test_of_a_ring_it_does_not_say_that_nobody_is_left(vetoes: list[str], code: str) -> None:
    some = members([1, 2, 3, 4]) if len(vetoes) == 2 else SIX
    with pytest.raises(NoCompositionError) as raised:
        made(some, form="ring", vetoes=vetoes)
    assert [problem.code for problem in raised.value.problems] == [code]


def test_of_three_who_are_no_trio_it_does_not_say_that_nobody_is_left() -> None:
    """c is left for a; but three are a trio, or one has nobody."""
    with pytest.raises(NoCompositionError) as raised:
        made(members([1, 2, 3]), vetoes=["ab"])
    (problem,) = raised.value.problems
    assert problem.code == "buddies.no_trio"
    assert problem.facts["why"]["en"] == "A – B may not be (--not)"  # type: ignore[index] # why is a table


def test_of_two_a_guide_still_guides_the_other() -> None:
    (group,) = made(members([1, 2]), form="guide").groups
    assert [(bond.people, bond.directed) for bond in group.bonds] == [(("b", "a"), True)]
    (group,) = made(members([1, 2]), form="ring").groups
    assert [(bond.people, bond.directed) for bond in group.bonds] == [(("a", "b"), False)]


def test_a_pin_of_rivals_is_refused() -> None:
    four = members([1, 2, 3, 4])
    with pytest.raises(NoCompositionError) as raised:
        made(four, relation("a", "b", "competitor"), pins=["ab"])
    assert [problem.code for problem in raised.value.problems] == ["buddies.pins_forbidden"]


def test_too_few_guides_are_told_as_that() -> None:
    with pytest.raises(NoCompositionError) as raised:
        made(SIX, form="guide", guide_from=12, most=1)
    (problem,) = raised.value.problems
    assert problem.code == "buddies.too_few_guides"
    assert problem.facts["guides"] == 1


def test_who_is_alone_has_no_buddy() -> None:
    found = made(members([1]))
    assert found.groups[0].out == ("a",)
    assert bonds(found) == []


def test_two_who_both_guide_are_no_pair_of_guide_and_guided() -> None:
    with pytest.raises(NoCompositionError) as raised:
        made(SIX, form="guide", pins=["ef"])
    assert [problem.code for problem in raised.value.problems] == ["buddies.pins_guides"]


def test_what_somebody_excused_by_hand_is_a_group_but_no_pair() -> None:
    """A must of the programme between a and d, who sit in one group all the same."""
    people = members([1, 2, 3, 4], fte=[5.0, 9.0, 10.0, 5.0])
    rules = [{"rule": "comparable", "field": "fte"}]
    family = [{"rule": "comparable", "field": "fte"}, {"rule": "family_apart"}]
    related = relation("a", "d", "family")
    assert "ad" in bonds(made(people, related, rules=rules))
    assert "ad" not in bonds(made(people, related, rules=rules, asked=family))
