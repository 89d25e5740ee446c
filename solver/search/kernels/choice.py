"""The change of Choice: a swap prices the options as they are; changing one is a move of its own.

A Choice has two blocks: its own, which demands, and one of its costs, which stands with the wishes.
"""

from __future__ import annotations

import numpy as np

from solver.lowered.shapes import Chosen
from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.kinds import CHOSEN
from solver.search.kernels.memory import BODY, K, block, size_of
from solver.task import Task
from solver.terms import Choice

OPTIONS, TAKE, PRICE, IS_LIKENESS, REFUSES, COST, REFUSED, COSTS, TAKEN, USED, CAPACITY = range(
    BODY, BODY + 11
)
"""Words: number of options m, how many a group takes, the price of a unit of cost, whether it
counts as likeness up to a level; offsets of what a row refuses and costs
(n, m), the sums per group (K, m), the options a group has (K, m; the first ``take`` count, and a
closed group keeps its last), the open groups per option and its capacity (m,)."""


LINK = BODY
"""Word of a block of costs: the offset of the block of its Choice."""


def pack(kind: int, amount: int, weight: int, term: Choice, task: Task) -> IntArray:
    """The block of a term, empty of people; every group starts with the first options."""
    options, groups = term.options, task.groups
    arrays = [
        ~term.allowed,
        term.cost,
        np.zeros((groups, options)),
        np.zeros((groups, options)),
        np.tile(np.arange(options), (groups, 1)),
        np.zeros(options),
        term.capacity,
    ]
    sizes = [options, term.take, term.price, int(term.name in task.alike_terms)]
    return block(kind, amount, weight, sizes, arrays)


def pack_costs(part: Chosen) -> IntArray:
    """The block of what the members' costs come to; it keeps nothing of its own."""
    return block(CHOSEN, part.amount, part.weight, [0], [])


@inlined
def option_of(m: IntArray, o: int, group: int, slot: int) -> int:
    """The option a group has in a slot."""
    return m[o + m[o + TAKEN] + group * m[o + OPTIONS] + slot]


@inlined
def breaches(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of refusals and of groups above capacity."""
    if group >= m[K]:
        return 0
    size, delta = size_of(m, group), 0
    for slot in range(m[o + TAKE]):
        option = option_of(m, o, group, slot)
        used, room = m[o + m[o + USED] + option], m[o + m[o + CAPACITY] + option]
        if come >= 0:
            delta += m[o + m[o + REFUSES] + come * m[o + OPTIONS] + option]
            delta += 1 if size == 0 and used >= room else 0
        if out >= 0:
            delta -= m[o + m[o + REFUSES] + out * m[o + OPTIONS] + option]
            delta -= 1 if size == 1 and come < 0 and used > room else 0
    return delta


@inlined
def points(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the members' costs of what the group took."""
    if group >= m[K]:
        return 0
    delta = 0
    for slot in range(m[o + TAKE]):
        option = option_of(m, o, group, slot)
        if come >= 0:
            delta += m[o + m[o + COST] + come * m[o + OPTIONS] + option]
        if out >= 0:
            delta -= m[o + m[o + COST] + out * m[o + OPTIONS] + option]
    return delta


@inlined
def update(m: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into the sums; the seats still stand as before."""
    if group >= m[K]:
        return
    options = m[o + OPTIONS]
    refused, costs = o + m[o + REFUSED] + group * options, o + m[o + COSTS] + group * options
    for option in range(options):
        if come >= 0:
            m[refused + option] += m[o + m[o + REFUSES] + come * options + option]
            m[costs + option] += m[o + m[o + COST] + come * options + option]
        if out >= 0:
            m[refused + option] -= m[o + m[o + REFUSES] + out * options + option]
            m[costs + option] -= m[o + m[o + COST] + out * options + option]
    size = size_of(m, group)
    step = 1 if size == 0 else -1 if size == 1 and come < 0 else 0
    for slot in range(m[o + TAKE]):
        m[o + m[o + USED] + option_of(m, o, group, slot)] += step


@compiled
def is_free(m: IntArray, o: int, group: int, option: int) -> bool:
    """Whether an open group may take ``option``: it does not have it yet."""
    if size_of(m, group) == 0:
        return False
    for slot in range(m[o + TAKE]):
        if option_of(m, o, group, slot) == option:
            return False
    return True


@inlined
def suits_more(m: IntArray, o: int, row: int, option: int, other: int) -> bool:
    """Whether a closed group that opens with ``row`` alone had better take ``option``."""
    ours, theirs = row * m[o + OPTIONS] + option, row * m[o + OPTIONS] + other
    full = 1 if m[o + m[o + USED] + option] >= m[o + m[o + CAPACITY] + option] else 0
    other_full = 1 if m[o + m[o + USED] + other] >= m[o + m[o + CAPACITY] + other] else 0
    breach = m[o + m[o + REFUSES] + ours] + full
    other_breach = m[o + m[o + REFUSES] + theirs] + other_full
    if breach != other_breach:
        return breach < other_breach
    return m[o + m[o + COST] + ours] < m[o + m[o + COST] + theirs]


@inlined
def breaches_of_change(m: IntArray, o: int, group: int, slot: int, option: int) -> int:
    """Change of breaches when an open group takes ``option`` for what it has in ``slot``."""
    old = option_of(m, o, group, slot)
    refused, used = o + m[o + REFUSED] + group * m[o + OPTIONS], o + m[o + USED]
    room = o + m[o + CAPACITY]
    delta = m[refused + option] - m[refused + old]
    delta += 1 if m[used + option] >= m[room + option] else 0
    return delta - (1 if m[used + old] > m[room + old] else 0)


@inlined
def points_of_change(m: IntArray, o: int, group: int, slot: int, option: int) -> int:
    """Change of costs when the group takes ``option`` for what it has in ``slot``."""
    costs = o + m[o + COSTS] + group * m[o + OPTIONS]
    return m[costs + option] - m[costs + option_of(m, o, group, slot)]


@inlined
def take(m: IntArray, o: int, group: int, slot: int, option: int) -> None:
    """The open group takes ``option`` in ``slot``."""
    m[o + m[o + USED] + option_of(m, o, group, slot)] -= 1
    m[o + m[o + USED] + option] += 1
    m[o + m[o + TAKEN] + group * m[o + OPTIONS] + slot] = option
