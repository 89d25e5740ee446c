"""A row of who stands above whom, held against every way in which ten can vote."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from cohorts.committee.sureness.order_told import Above, Span, leaves_open
from cohorts.committee.sureness.split_shown import yes_shown

JUDGED = 10


def span(yes: int, judged: int = JUDGED) -> Span:
    told = yes_shown(yes, judged)
    return Span(told.low / judged, told.high / judged, judged)


def above(more: str, less: str) -> Above:
    return Above(frozenset(more), frozenset(less))


def open_by_trying(spans: dict[str, Span], order: list[Above]) -> bool:
    """For every own vote, of nobody all others said the same in each world that is left."""
    who = sorted(spans)
    ranges = [range(int(spans[a].low * JUDGED), int(spans[a].high * JUDGED) + 1) for a in who]
    worlds = [
        dict(zip(who, one, strict=True))
        for one in product(*ranges)
        if all(
            sum(dict(zip(who, one, strict=True))[a] for a in o.more)
            > sum(dict(zip(who, one, strict=True))[a] for a in o.less)
            for o in order
        )
    ]
    for own in product((0, 1), repeat=len(who)):
        mine = dict(zip(who, own, strict=True))
        left = [w for w in worlds if all(0 <= w[a] - mine[a] <= JUDGED - 1 for a in who)]
        for a in who:
            others = {w[a] - mine[a] for w in left}
            if others in ({0}, {JUDGED - 1}):
                return False
    return True


ROWS: list[tuple[str, dict[str, int], list[Above]]] = [
    ("one pair", {"a": 3, "b": 1}, [above("a", "b")]),
    ("a row of three, low", {"a": 3, "b": 2, "c": 0}, [above("a", "b"), above("b", "c")]),
    ("a row of three, high", {"a": 10, "b": 9, "c": 8}, [above("a", "b"), above("b", "c")]),
    ("two beside two", {"a": 3, "b": 3, "c": 1, "d": 0}, [above("ab", "cd")]),
    ("against a number", {"a": 0, "b": 6, "c": 5, "d": 4}, [above("cd", "ab")]),
    ("by more than a number", {"a": 3, "b": 6, "c": 4, "d": 4}, [above("ab", "cd")]),
    ("numbers alone", {"a": 6, "b": 5, "c": 4}, [above("a", "b"), above("b", "c")]),
    ("above a number", {"a": 9, "b": 6}, [above("a", "b")]),
]
ONE_ABOVE_TWO = {
    "the lower got no vote or one": {"a": 3, "b": 0, "c": 0},
    "the higher lacks no vote or one": {"a": 10, "b": 0, "c": 8},
}
"""A row of one step tells it already where two together stay under one at the same end."""


@pytest.mark.parametrize(("name", "yes", "order"), ROWS, ids=[row[0] for row in ROWS])
def test_what_is_left_open_is_so_in_every_world(
    name: str, yes: dict[str, int], order: list[Above]
) -> None:
    spans = {who: span(count) for who, count in yes.items()}
    assert leaves_open(spans, order) <= open_by_trying(spans, order)
    assert leaves_open(spans, order) is not name.startswith("a row of three")


@pytest.mark.parametrize("yes", ONE_ABOVE_TWO.values(), ids=ONE_ABOVE_TWO)
def test_one_above_the_sum_of_two_is_not_told_at_the_ends(yes: dict[str, int]) -> None:
    spans = {who: span(count) for who, count in yes.items()}
    assert not open_by_trying(spans, [above("a", "bc")])
    assert not leaves_open(spans, [above("a", "bc")])


def test_every_order_of_two_pairs_is_judged_on_the_safe_side() -> None:
    numbers = (0, 2, 5, 9)
    names = "abcd"
    for yes in product(numbers, repeat=4):
        spans = {who: span(count) for who, count in zip(names, yes, strict=True)}
        for order in (
            [above("ab", "cd"), above("c", "a")],
            [above("a", "b"), above("b", "c"), above("d", "c")],
        ):
            if leaves_open(spans, order):
                assert open_by_trying(spans, order), (yes, order)


def test_of_two_voters_nothing_is_left_open() -> None:
    few = Span(Fraction(0), Fraction(1), 2)
    assert not leaves_open({"a": few, "b": few}, [above("a", "b")])


def test_who_was_not_judged_stands_anywhere() -> None:
    assert leaves_open({"a": span(3)}, [above("a", "x")])
