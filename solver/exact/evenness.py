"""Evenness in CP-SAT: the even size, rounded both ways, for each number of open groups."""

from __future__ import annotations

from solver.exact.posted import Posted, posted
from solver.exact.variables import Linear, Literal, Variables, total
from solver.terms import Evenness


def post(term: Evenness, v: Variables) -> Posted:
    """What the open groups are short of the lower size, and over the higher one."""
    parts = v.none_per_group()
    low, high = _even_sizes(v)
    most = v.task.n
    for group in range(v.task.groups):
        wanted = v.model.new_int_var(0, most, "")
        v.model.add(wanted == low).only_enforce_if(v.is_open(group))
        v.model.add(wanted == 0).only_enforce_if(~v.is_open(group))
        parts[-1] += _above(v, wanted - v.size(group), most)
        parts[-1] += _above(v, v.size(group) - high, most)
    return posted(term.price, parts)


def _even_sizes(v: Variables) -> tuple[Literal, Linear]:
    """Placed rows by open groups, rounded down and up; 0 where no group is open."""
    model, groups = v.model, v.task.groups
    placed = total([v.size(g) for g in range(groups)])
    opened = total([v.is_open(g) for g in range(groups)])
    low, rest = model.new_int_var(0, v.task.n, ""), model.new_int_var(0, groups, "")
    for number in range(groups + 1):
        so_many = model.new_bool_var("")
        model.add(opened == number).only_enforce_if(so_many)
        model.add(opened != number).only_enforce_if(~so_many)
        model.add(placed == number * low + rest).only_enforce_if(so_many)
        model.add(rest <= max(number - 1, 0)).only_enforce_if(so_many)
        if number == 0:
            model.add(low == 0).only_enforce_if(so_many)
    uneven = model.new_bool_var("")
    model.add(rest >= 1).only_enforce_if(uneven)
    model.add(rest == 0).only_enforce_if(~uneven)
    return low, low + uneven


def _above(v: Variables, value: Linear, most: int) -> Literal:
    """max(value, 0)."""
    return v.above(value, 0, most)
