"""What a repair does, with the arithmetic shown: who moves, who comes in, and what is proven."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import numpy as np
import pytest

from solver.check import check
from solver.conflict import InfeasibleError, only
from solver.errors import InvalidTaskError
from solver.exact.feasible import is_feasible
from solver.places import Places
from solver.quantise import IntArray
from solver.repair import FIXED, Before, Repair, TooFewMovesError, repair
from solver.solution import Effort, Status
from solver.task import Task
from solver.terms import Apart, Choice, Likeness, Place, Term, Together


def task(
    at: list[int],
    *musts: Term,
    low: list[int],
    high: list[int],
    places: Places | None = None,
    standing: list[int] | None = None,
    **given: bool | int,
) -> Task:
    """Rows on a line, alike the nearer they are, in groups of these sizes."""
    n = len(at)
    like = Likeness(name="like", features=np.array(at).reshape(-1, 1), price=1)
    return Task(
        n=n,
        low=np.array(low),
        high=np.array(high),
        terms=(like, *musts),
        places=places or Places.at_most(n),
        lot=np.arange(n),
        standing=None if standing is None else np.array(standing),
        **given,  # type: ignore[arg-type]  # may_close and wished_groups
    )


def before(seats: list[int], fixed: tuple[int, ...] = (), rather: tuple[int, ...] = ()) -> Before:
    rows = np.arange(len(seats))
    return Before(
        seats=np.array(seats), fixed=np.isin(rows, fixed), rather_not=np.isin(rows, rather)
    )


def run(asked: Task, was: Before, count: int = 3, most_moves: int | None = None) -> Repair:
    found = repair(asked, was, count=count, most_moves=most_moves, effort=Effort.QUICK)
    assert all(check(asked, option.solution).hard == 0 for option in found.options)
    assert found.proven
    return found


def seats(found: Repair, option: int = 0) -> list[int]:
    return [int(group) for group in found.options[option].solution.grouping.assignment]


def moved(found: Repair) -> list[list[int]]:
    return [option.moved.tolist() for option in found.options]


def test_where_nothing_is_wrong_nobody_moves_and_a_swap_is_an_option() -> None:
    """0, 1, 9 and 2, 10, 11: nothing must change; 9 with 2 for one another would be better."""
    found = run(task([0, 1, 9, 2, 10, 11], low=[3, 3], high=[3, 3]), before([0, 0, 0, 1, 1, 1]))
    assert found.fewest == 0
    assert moved(found) == [[], [2, 3]]
    assert seats(found, 1) == [0, 0, 1, 0, 1, 1]
    assert found.options[0].solution.status is Status.OPTIMAL


def test_a_group_below_its_minimum_borrows_whoever_fits_best() -> None:
    """Four and, after a dropout, two: with at least three each, 4 goes over and nobody else."""
    asked = task([0, 1, 2, 4, 9, 10], low=[3, 3], high=[4, 4])
    found = run(asked, before([0, 0, 0, 0, 1, 1]), count=1)
    assert found.fewest == 1
    assert moved(found) == [[3]]


def test_a_group_may_close_where_that_is_as_wished_else_it_is_filled() -> None:
    """Of 4, 4 and 2 with at least three each: two go over to the two groups that are wished; where
    three are, one comes over to the third."""
    asked = task(
        [0, 1, 2, 3, 10, 11, 12, 13, 1, 12],
        low=[3] * 3,
        high=[5] * 3,
        may_close=True,
        wished_groups=2,
    )
    was = before([0, 0, 0, 0, 1, 1, 1, 1, 2, 2])
    closed = run(asked, was, count=1)
    assert closed.fewest == 2
    assert seats(closed)[8:] == [0, 1]
    kept = run(replace(asked, wished_groups=3), was, count=1)
    assert kept.fewest == 1
    assert seats(kept).count(2) == 3


def test_the_reserve_who_stands_highest_comes_in_and_nobody_is_dropped_for_it() -> None:
    """Rows 6 and 7 wait with standings 8 and 9, above most of those who have a place; one place is
    free. Row 7 gets it: whoever has a place stays, though 6 stands higher than they do."""
    asked = task(
        [0, 1, 2, 9, 10, 11, 1, 5],
        low=[3, 3],
        high=[3, 4],
        places=Places.at_most(7),
        standing=[1, 2, 3, 4, 5, 6, 8, 9],
    )
    found = run(asked, before([0, 0, 0, 1, 1, 1, 2, 2]), count=1)
    assert moved(found) == [[]]
    assert seats(found) == [0, 0, 0, 1, 1, 1, 2, 1]


def test_with_a_margin_the_floor_follows_from_those_who_move_fewest() -> None:
    """With a margin of 1 the one who stands 8 may come in for the one who stands 9, and fits."""
    asked = task(
        [0, 1, 2, 3, 4, 5, 4, 90],
        low=[3, 3],
        high=[3, 4],
        places=Places.at_most(7),
        standing=[1, 2, 3, 4, 5, 6, 8, 9],
    )
    was = before([0, 0, 0, 1, 1, 1, 2, 2])
    assert seats(run(asked, was, count=1))[6:] == [2, 1]
    found = run(replace(asked, margin=1), was, count=1)
    assert seats(found)[6:] == [1, 2]
    assert found.options[0].solution.floor == sum([1, 2, 3, 4, 5, 6, 9]) - 1


def test_a_newcomer_takes_a_place_and_counts_as_no_move() -> None:
    asked = task([0, 1, 9, 10, 8], low=[2, 2], high=[3, 3])
    found = run(asked, before([0, 0, 1, 1, -1]), count=1)
    assert seats(found) == [0, 0, 1, 1, 1]
    assert moved(found) == [[]]


def test_somebody_moves_to_make_room_for_a_newcomer() -> None:
    """The newcomer has a rival in the second group, where a place is free, and the first is full:
    everybody has a place only where one of the first goes over."""
    rival = Apart(name="rival", n=6, edges=np.array([[3, 5]]), price=None)
    asked = task([0, 1, 2, 9, 10, 1], rival, low=[2, 2], high=[3, 3])
    found = run(asked, before([0, 0, 0, 1, 1, -1]), count=1)
    assert moved(found) == [[2]]
    assert seats(found)[5] == 0


def test_rows_that_must_sit_together_move_together() -> None:
    """The second group is one short; every row of the first has a mate that would come along, so
    that two move, where one would do."""
    pairs = (np.array([0, 1]), np.array([2, 3]))
    mates = Together(name="mates", n=6, sets=pairs, all_or_none=True, price=None)
    asked = task([0, 1, 5, 6, 9, 10], mates, low=[2, 3], high=[4, 4])
    found = run(asked, before([0, 0, 0, 0, 1, 1]), count=1)
    assert moved(found) == [[2, 3]]
    alone = task([0, 1, 5, 6, 9, 10], low=[2, 3], high=[4, 4])
    assert run(alone, before([0, 0, 0, 0, 1, 1])).fewest == 1


def test_who_may_not_move_stays_and_who_would_rather_not_comes_last() -> None:
    """4 would fit best; where they may not move 2 goes, and where 4 and 2 would rather not, 1."""
    asked = task([0, 1, 2, 4, 9, 10], low=[3, 3], high=[4, 4])
    was = [0, 0, 0, 0, 1, 1]
    assert moved(run(asked, before(was, fixed=(3,)), count=1)) == [[2]]
    found = run(asked, before(was, rather=(2, 3)), count=1)
    assert moved(found) == [[1]]
    assert found.options[0].unwilling == 0


def test_two_who_do_not_mind_are_an_option_beside_one_who_does() -> None:
    """The second group is one short. Row 0 would do, and would rather not; 1 and 2 do not mind, and
    go together or not at all: one move of somebody unwilling, or two of nobody unwilling."""
    mates = Together(name="mates", n=7, sets=(np.array([1, 2]),), all_or_none=True, price=None)
    asked = task([8, 0, 1, 2, 3, 9, 10], mates, low=[3, 3], high=[5, 4])
    found = run(asked, before([0, 0, 0, 0, 0, 1, 1], fixed=(3, 4), rather=(0,)), count=2)
    assert [(option.moved.tolist(), option.unwilling) for option in found.options] == [
        ([0], 1),
        ([1, 2], 0),
    ]
    assert found.options[1].solution.score > found.options[0].solution.score


def test_what_cannot_be_done_with_so_few_moves_says_how_many_it_takes() -> None:
    pairs = (np.array([0, 1]), np.array([2, 3]))
    mates = Together(name="mates", n=6, sets=pairs, all_or_none=True, price=None)
    asked = task([0, 1, 5, 6, 9, 10], mates, low=[2, 3], high=[4, 4])
    with pytest.raises(TooFewMovesError) as error:
        repair(asked, before([0, 0, 0, 0, 1, 1]), most_moves=1)
    assert (error.value.needed, error.value.proven) == (2, True)
    allowed = run(asked, before([0, 0, 0, 0, 1, 1]), most_moves=2)
    assert [option.moved.size for option in allowed.options] == [2]


def test_rows_held_fast_that_leave_no_grouping_are_in_the_clash() -> None:
    """Two of one group are rivals now, and neither may move: both holds, and the rivalry."""
    rivals = Apart(name="rivals", owner="rivals", n=4, edges=np.array([[0, 1]]), price=None)
    asked = task([0, 1, 9, 10], rivals, low=[1, 1], high=[3, 3])
    was = before([0, 0, 1, 1], fixed=(0, 1, 2))
    with pytest.raises(InfeasibleError) as error:
        repair(asked, was)
    conflict = error.value.conflict
    assert conflict.minimal
    assert {(piece.owner, piece.rows) for piece in conflict.pieces} == {
        ("rivals", (0, 1)),
        (FIXED, (0,)),
        (FIXED, (1,)),
    }
    held = replace(asked, terms=(*asked.terms, was.stays(2)))
    assert is_feasible(only(held, [(1, 0), (2, 0), (2, 1)]), deterministic_limit=5) is False


def test_what_does_not_fit_the_task_is_said() -> None:
    asked = task([0, 1, 9, 10], low=[2, 2], high=[2, 2])
    for wrong in ([0, 0, 1], [0, 0, 1, 3], [0, 0, 1, -2]):
        with pytest.raises(InvalidTaskError):
            repair(asked, before(wrong))


def rounds(n: int, groups: int, seed: int) -> tuple[Task, IntArray]:
    """A round with rivals and slots that holds, and where everybody sits."""
    draw = np.random.default_rng(seed)
    at = np.repeat(np.arange(groups), n // groups)
    edges = draw.integers(0, n, (2 * n, 2))
    edges = np.unique(np.sort(edges[at[edges[:, 0]] != at[edges[:, 1]]], axis=1), axis=0)
    rivals = Apart(name="rivals", n=n, edges=edges, price=None)
    allowed = draw.random((n, groups)) < 0.3
    allowed[np.arange(n), at] = True
    slot = Choice(
        name="slot",
        allowed=allowed,
        cost=np.zeros((n, groups), dtype=np.int64),
        capacity=np.full(groups, groups),
        take=1,
        price=0,
    )
    size = n // groups
    asked = task(
        draw.integers(0, 99, n).tolist(),
        rivals,
        slot,
        low=[size - 1] * groups,
        high=[size + 1] * groups,
    )
    return asked, at


def gone(asked: Task, at: IntArray, rows: list[int]) -> tuple[Task, Before]:
    """Without these rows: they may sit nowhere."""
    allowed = np.ones((len(rows), asked.groups + 1), dtype=np.bool_)
    allowed[:, :-1] = False
    away = Place(name="gone", n=asked.n, about=np.array(rows), allowed=allowed)
    seats_of = at.copy()
    seats_of[rows] = -1
    was = Before(
        seats=seats_of,
        fixed=np.zeros(asked.n, dtype=np.bool_),
        rather_not=np.zeros(asked.n, dtype=np.bool_),
    )
    return replace(asked, terms=(*asked.terms, away)), was


def test_of_forty_people_two_leave_one_group_and_the_fewest_moves_are_proven() -> None:
    """A group of ten would do with nine: with two gone it must borrow one."""
    asked, at = rounds(40, 4, seed=1)
    without, was = gone(asked, at, [0, 1])
    found = run(without, was, count=2)
    assert found.fewest == 1
    assert [option.moved.size for option in found.options] == [1, 2]
    assert found.options[1].solution.score < found.options[0].solution.score


def test_above_the_largest_model_a_search_finds_them_and_says_that_nothing_is_proven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("solver.repair.least.MOST_SEATS", 0)
    asked, at = rounds(20, 2, seed=1)
    without, was = gone(asked, at, [0, 1])
    found = repair(without, was, effort=Effort.QUICK, count=1)
    # who is gone could fill the group for all that counting knows
    assert (found.fewest, found.proven) == (1, False)
    # two rivals in one group: all have a place, and that one must go over counting does not tell
    rivals = Apart(name="rivals", n=15, edges=np.array([[0, 1]]), price=None)
    apart = task(list(range(15)), rivals, low=[5, 5], high=[9, 9])
    found = repair(apart, before([0] * 8 + [1] * 7), effort=Effort.QUICK, count=1)
    assert (found.fewest, found.proven) == (1, False)
    # eleven and four, with five to nine: two must go over, whatever else is asked
    short = task(list(range(15)), low=[5, 5], high=[9, 9])
    found = repair(short, before([0] * 11 + [1] * 4), effort=Effort.QUICK, count=1)
    assert (found.fewest, found.proven) == (2, True)
    found = repair(asked, gone(asked, at, [])[1], effort=Effort.QUICK, count=1)
    # nobody moved, and everybody has a place: nothing can be fewer
    assert (found.fewest, found.proven) == (0, True)


def test_a_limit_of_time_and_a_stop_leave_an_answer_that_breaks_nothing() -> None:
    asked, at = rounds(20, 2, seed=1)
    without, was = gone(asked, at, [0, 1])
    stop = Event()
    stop.set()
    for found in (
        repair(without, was, count=1, time_limit=0.5),
        repair(without, was, count=1, stop=stop),
    ):
        assert check(without, found.options[0].solution).hard == 0


def test_who_had_no_group_and_is_fixed_gets_none() -> None:
    """Row 3 had none and row 4 is new: fixed, both stay out, though a chair is free."""
    asked = task([0, 1, 9, 2, 2], low=[2], high=[4])
    was = before([0, 0, 0, 1, -1], fixed=(3, 4))
    assert seats(run(asked, was)) == [0, 0, 0, 1, 1]
    one = before([0, 0, 0, 1, -1], fixed=(3,))
    assert seats(run(asked, one)) == [0, 0, 0, 1, 0]
