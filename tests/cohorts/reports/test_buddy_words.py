"""What is said of buddies is true of them."""

from __future__ import annotations

import pytest

from cohorts.after.buddies import Bond, Buddies
from cohorts.reports.buddies_json import buddies_data
from cohorts.reports.buddy_words import BuddyWords, about
from cohorts.words import Language
from tests.cohorts.after.buddy_round import made, members, relation

CHAIN = [{"rule": "chain_apart", "level": "should"}]
ON_A_CIRCLE = members([None] * 6, fte=[1.0, 2.0, 4.0, 8.0, 4.0, 2.0])


def said(found: Buddies, bond: Bond) -> str:
    words = BuddyWords(found, found.groups[0], Language.EN).bond(bond)
    return " ".join([*words.reasons, words.instead])


def test_who_are_buddies_the_other_way_round_are_no_others() -> None:
    found = made(ON_A_CIRCLE, form="ring", rules=[{"rule": "comparable", "field": "fte"}])
    for bond in found.groups[0].bonds:
        assert bond.instead is not None
        come, go = ({*map(frozenset, p)} for p in (bond.instead.come, bond.instead.go))
        assert not come & go
        assert frozenset(bond.people) in go
        assert len(come) == len(go)


def test_of_a_ring_it_is_said_that_it_runs_both_ways() -> None:
    found = made(ON_A_CIRCLE, form="ring")
    assert "The other way round the ring is as good." in about(found, Language.EN)[0]
    assert " → " not in said(found, found.groups[0].bonds[0]).split("Without")[1]


def test_another_way_that_fits_better_is_not_called_less_good() -> None:
    """Without a as the one who is out the others would fit better, but b and c were out before."""
    people = members([None] * 3, fte=[2.0, 2.0, 90.0])
    rules = [{"rule": "comparable", "field": "fte"}]
    found = made(people, odd="out", was_out="bc", rules=rules)
    (bond,) = found.groups[0].bonds
    assert (found.groups[0].out, bond.instead and bond.instead.cost < 0) == (("a",), True)
    assert "points better, but whoever then has no buddy was without one more often" in said(
        found, bond
    )


def test_that_they_fit_no_better_is_said_only_where_it_is_so() -> None:
    """a supplies c and d, and so does b c: a and b have nothing in the way, nor have c and d."""
    chain = [relation(pair[0], pair[1], "supplies") for pair in ("ac", "ad", "bc")]
    found = made(members([None] * 4), *chain, rules=CHAIN)
    told = {"".join(bond.people): said(found, bond) for bond in found.groups[0].bonds}
    assert {*told} == {"ab", "cd"}
    assert all("less stands between them" in one for one in told.values())
    worse = made(members([None] * 4), *chain, rules=CHAIN, vetoes=["ab"])
    dear = next(bond for bond in worse.groups[0].bonds if sum(bond.costs.values()))
    assert "less stands between them" not in said(worse, dear)


def test_where_nothing_is_known_the_order_decided_and_that_is_said() -> None:
    found = made(members([None] * 4), rules=[{"rule": "complementary", "field": "experience"}])
    for bond in found.groups[0].bonds:
        assert said(found, bond).startswith("As far as is known every pair is as good here")


def test_the_numbers_in_the_data_add_up() -> None:
    found = made(members([1, 2, None, 10, 11, 12, 3]))
    (group,) = buddies_data(found, Language.EN)["groups"]
    for bond in group["bonds"]:
        assert sum(one["cost"] for one in bond["findings"]) == pytest.approx(bond["cost"])
        assert sum(bond["instead"]["by_rule"].values()) == pytest.approx(bond["instead"]["cost"])
    assert group["cost"] == pytest.approx(sum(bond["cost"] for bond in group["bonds"]))
