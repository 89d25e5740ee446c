from __future__ import annotations

from collections.abc import Callable

import pytest

from solver.pairing.asked_links import Asked, Link
from solver.pairing.in_pairs import Odd, pairs
from solver.pairing.paired import Paired
from solver.pairing.ring import ring
from solver.pairing.unpairable import Clash, UnpairableError, touching
from tests.solver.pairing.made import forbid, mutual


def clash_of(form: Callable[[Asked], Paired], asked: Asked) -> Clash:
    with pytest.raises(UnpairableError) as error:
        form(asked)
    return error.value.clash


def test_vetoes_that_leave_one_without_a_buddy_are_named_and_nobody_elses() -> None:
    vetoes: list[Link] = [(2, other) for other in (0, 1, 3, 4, 5)]
    clash = clash_of(pairs, forbid(mutual(6, {}), *vetoes, (0, 1), (3, 4)))
    assert clash.forbidden == ((0, 2), (1, 2), (2, 3), (2, 4), (2, 5))
    assert (clash.pinned, clash.rows, clash.minimal) == ((), (2,), True)


def test_two_who_can_only_have_one_and_the_same() -> None:
    # 0 and 1 may only be paired with 2
    asked = forbid(mutual(4, {}), (0, 1), (0, 3), (1, 3))
    clash = clash_of(pairs, asked)
    assert clash.forbidden == ((0, 1), (0, 3), (1, 3))
    assert clash.rows == (0, 1)


def test_a_pin_may_be_what_clashes() -> None:
    assert clash_of(pairs, mutual(4, {}, pinned=((0, 1), (2, 1)))).pinned == ((0, 1), (2, 1))
    # four in a circle: each has a buddy by two of these pins, and then the others are not kept
    circle = clash_of(pairs, mutual(4, {}, pinned=((0, 1), (1, 2), (2, 3), (3, 0))))
    assert len(circle.pinned) == 2
    forbidden = clash_of(pairs, forbid(mutual(4, {}, pinned=((0, 1),)), (0, 1), (0, 2)))
    assert (forbidden.forbidden, forbidden.pinned) == (((0, 1),), ((0, 1),))


def test_numbers_alone_have_no_links() -> None:
    clash = clash_of(pairs, mutual(1, {}))
    assert clash == Clash((), (), (0,), minimal=True)


def test_a_ring_needs_two_neighbours_each() -> None:
    # 0 may only be next to 1: in a ring that is one neighbour too few
    clash = clash_of(ring, forbid(mutual(5, {}), (0, 2), (0, 3), (0, 4)))
    assert (clash.forbidden, clash.rows) == (((0, 2), (0, 3), (0, 4)), (0,))
    pins = clash_of(ring, mutual(4, {}, pinned=((0, 1), (2, 1), (3, 2))))
    assert pins.pinned == ((0, 1), (2, 1))


def test_what_is_forbidden_one_way_is_named_that_way() -> None:
    # nobody may be the buddy of 0; 0 may be the buddy of all
    asked = forbid(mutual(3, {}), (1, 0), (2, 0), both_ways=False)
    assert clash_of(ring, asked).forbidden == ((1, 0), (2, 0))
    both = forbid(asked, (0, 1), both_ways=False)
    assert clash_of(ring, both).forbidden == ((0, 1),)


def test_a_large_cohort_has_its_cause_too() -> None:
    one = [(30, other) for other in range(40) if other != 30]
    clash = clash_of(lambda asked: pairs(asked, odd=Odd.OUT), forbid(mutual(40, {}), *one))
    assert len(clash.forbidden) == 39
    assert clash.rows == (30,)


def test_few_rows_touch_every_link() -> None:
    assert touching([(0, 4), (1, 4), (2, 3)]) == (2, 4)
    assert touching([]) == ()
