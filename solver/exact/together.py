"""Together in CP-SAT: groups a set is spread over, minus one."""

from __future__ import annotations

from solver.exact.posted import Posted, posted
from solver.exact.variables import Variables
from solver.terms import Together


def post(term: Together, v: Variables) -> Posted:
    """For each set: (groups with a member, or none placed) − 1."""
    outside = v.task.groups
    parts = v.none_per_group()
    for members in term.sets:
        for group in range(outside + 1):
            some = v.model.new_bool_var("")
            seats = [v.is_in(int(row), group) for row in members]
            if group == outside and not term.all_or_none:
                v.model.add_bool_and(seats).only_enforce_if(some)
                v.model.add_bool_or([~s for s in seats]).only_enforce_if(~some)
            else:
                v.model.add_max_equality(some, seats)
            parts[-1] += some
        parts[-1] -= 1
    return posted(term.price, parts)
