"""Hypothesis strategies: small tasks with every term, hard and priced, and groupings of them."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from hypothesis import strategies as st

from solver.enough import Alike
from solver.grouping import Grouping
from solver.places import Places
from solver.quantise import MISSING, IntArray
from solver.task import Task
from solver.terms import (
    TERMS,
    Apart,
    Budget,
    Choice,
    Distinct,
    Evenness,
    Likeness,
    Merit,
    PairCost,
    Place,
    Size,
    Spread,
    Stay,
    Tally,
    Term,
    Together,
    Total,
)


def integers(low: int, high: int, size: int) -> st.SearchStrategy[IntArray]:
    return st.lists(st.integers(low, high), min_size=size, max_size=size).map(
        lambda values: np.array(values, dtype=np.int64)
    )


@st.composite
def symmetric(draw: st.DrawFn, n: int) -> IntArray:
    upper = np.triu(draw(integers(-9, 9, n * n)).reshape(n, n), 1)
    return upper + upper.T


@st.composite
def edge_lists(draw: st.DrawFn, n: int) -> IntArray:
    every = [(i, j) for i in range(n) for j in range(i + 1, n)]
    chosen = draw(st.lists(st.sampled_from(every), unique=True, max_size=6))
    return np.array(sorted(chosen), dtype=np.int64).reshape(-1, 2)


@st.composite
def terms(  # noqa: C901, PLR0911, PLR0912 - one branch a term of the closed set
    draw: st.DrawFn, kind: type[Term], name: str, n: int, groups: int
) -> Term:
    price = draw(st.none() | st.integers(1, 5))
    wish = price or 1
    code = draw(integers(-1, 2, n))
    if kind is Likeness:
        return Likeness(name=name, features=draw(integers(-9, 9, 2 * n)).reshape(n, 2), price=wish)
    if kind is PairCost:
        per: Literal["sum", "member"] = draw(st.sampled_from(["sum", "member"]))
        if draw(st.booleans()):
            return PairCost(name=name, n=n, matrix=draw(symmetric(n)), price=wish, per=per)
        edges = draw(edge_lists(n))
        costs = draw(integers(-9, 9, len(edges)))
        return PairCost(name=name, n=n, edges=edges, costs=costs, price=wish, per=per)
    if kind is Apart:
        return Apart(name=name, n=n, edges=draw(edge_lists(n)), price=price)
    if kind is Together:
        sets = draw(st.lists(st.sets(st.integers(0, n - 1), min_size=2, max_size=3), max_size=2))
        rows = tuple(np.array(sorted(s), dtype=np.int64) for s in sets)
        return Together(name=name, n=n, sets=rows, all_or_none=draw(st.booleans()), price=price)
    if kind is Tally:
        low = draw(integers(0, 2, 3))
        return Tally(
            name=name,
            code=code,
            low=low,
            high=low + draw(integers(0, 2, 3)),
            amount=draw(integers(0, 2, n)),
            never_alone=draw(st.booleans()),
            price=price,
        )
    if kind is Distinct:
        least = draw(st.integers(0, 2))
        most = draw(st.integers(least, 3))
        return Distinct(name=name, code=code, low=least, high=most, price=price)
    if kind is Spread:
        values = np.where(code < 0, MISSING, draw(integers(-9, 9, n)))
        return Spread(name=name, values=values, width=draw(st.integers(0, 9)), price=price)
    if kind is Choice:
        options = draw(st.integers(1, 3))
        return Choice(
            name=name,
            allowed=draw(integers(0, 3, n * options)).reshape(n, options) > 0,
            cost=draw(integers(0, 4, n * options)).reshape(n, options),
            capacity=draw(integers(0, groups, options)),
            take=draw(st.integers(1, options)),
            price=price or 0,
        )
    if kind is Place:
        seats = draw(integers(0, 4, n * (groups + 1))).reshape(n, groups + 1)
        if draw(st.booleans()):
            return Place(name=name, allowed=seats > 0, price=price)
        about = np.array(sorted(draw(st.sets(st.integers(0, n - 1)))), dtype=np.int64)
        return Place(name=name, about=about, allowed=seats[about] > 0, n=n, price=price)
    if kind is Size:
        return Size(name=name, target=draw(st.integers(1, n)), price=price)
    if kind is Evenness:
        return Evenness(name=name, price=price)
    if kind is Total:
        least = draw(st.integers(0, 6))
        value = draw(integers(0, 3, n))
        return Total(name=name, value=value, low=least, high=least + 2, price=price)
    if kind is Budget:
        edges = draw(edge_lists(n))
        return Budget(
            name=name,
            edges=edges,
            costs=draw(integers(0, 3, len(edges))),
            seats=np.maximum(draw(integers(-4, 2, n * (groups + 1))), 0).reshape(n, groups + 1),
            most=draw(st.integers(-1, 6)),
            price=price,
            free=draw(st.none() | integers(0, 3, n).map(lambda free: np.append(0, free))),
        )
    if kind is Merit:
        return Merit(name=name, value=draw(integers(0, 9, n)), price=wish)
    return Stay(
        name=name,
        previous=draw(integers(-1, groups + 1, n)),
        cost=draw(integers(0, 3, n)),
        never=draw(integers(0, 3, n)) == 0,
        price=price or 0,
    )


@st.composite
def tasks(
    draw: st.DrawFn,
    most: int = 8,
    kinds: tuple[type[Term], ...] = TERMS,
    least: int = 3,
    most_terms: int = 4,
) -> Task:
    """Every field differs now and then: groups of other bounds, places for some, few groups."""
    n = draw(st.integers(least, most))
    groups = draw(st.integers(1, 3))
    low = draw(integers(1, max(n // groups, 1), groups))
    high = low + draw(integers(0, n, groups))
    high[-1] = max(int(high[-1]), n - int(high[:-1].sum()))
    may_close = draw(st.booleans())
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=most_terms))
    asked = tuple(draw(terms(kind, f"t{i}", n, groups)) for i, kind in enumerate(chosen))
    return Task(
        n=n,
        low=low,
        high=np.minimum(high, n),
        terms=asked,
        places=draw(places(n, int(low.sum()), may_close=may_close)),
        lot=np.array(draw(st.permutations(range(n))), dtype=np.int64),
        may_close=may_close,
        wished_groups=draw(st.integers(1, groups)) if may_close else -1,
        fair=draw(st.booleans()),
        alike=draw(alike(asked)),
        **draw(standings(n)),
    )


@st.composite
def standings(draw: st.DrawFn, n: int) -> dict[str, Any]:
    """None for most; else few different ones, so that many are equal, now and then with a floor."""
    if draw(st.integers(0, 2)) > 0:
        return {}
    standing = draw(integers(-2, 5, n))
    return {"standing": standing, "floor": draw(st.none() | st.integers(-2, 4 * n))}


@st.composite
def alike(draw: st.DrawFn, asked: tuple[Term, ...]) -> Alike | None:
    """None for most; else some of the wishes, and from nothing to all that they could cost."""
    wishes = [term.name for term in asked if term.price is not None]
    if not wishes or draw(st.integers(0, 2)) > 0:
        return None
    some = draw(st.lists(st.sampled_from(wishes), unique=True, min_size=1))
    return Alike(tuple(sorted(some)), draw(st.integers(0, 60)))


@st.composite
def places(draw: st.DrawFn, n: int, need: int, *, may_close: bool) -> Places:
    """Everyone, so many, or at most so many: where no group may close enough to fill them."""
    some = draw(st.integers(1 if may_close else min(need, n), n))
    kinds = [Places.everyone(n), Places.at_most(n), Places.at_most(some)]
    if not may_close:
        kinds.append(Places.exactly(some))
    return draw(st.sampled_from(kinds))


@st.composite
def groupings(draw: st.DrawFn, task: Task) -> Grouping:
    """Any assignment in which no group is above its upper bound, with any choices."""
    room = {g: int(task.high[g]) for g in range(task.groups)} | {task.groups: task.n}
    seats = []
    for _ in range(task.n):
        group = draw(st.sampled_from(sorted(g for g, left in room.items() if left)))
        room[group] -= 1
        seats.append(group)
    assignment = np.array(seats, dtype=np.int64)
    return Grouping(assignment, task.groups, draw(choices(task, assignment)))


@st.composite
def choices(draw: st.DrawFn, task: Task, seats: IntArray) -> dict[str, IntArray]:
    taken = {}
    for term in task.terms:
        if isinstance(term, Choice):
            rows = [
                sorted(draw(st.permutations(range(term.options)))[: term.take])
                if (seats == group).any()
                else [-1] * term.take
                for group in range(task.groups)
            ]
            taken[term.name] = np.array(rows, dtype=np.int64).reshape(task.groups, term.take)
    return taken
