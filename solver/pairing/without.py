"""The best that there is without one link: what that link is worth."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from solver.pairing.asked_links import Asked, Link
from solver.pairing.paired import Paired
from solver.pairing.unpairable import UnpairableError

TRIO = 3
Form = Callable[[Asked], Paired]
"""How rows are paired: pairs, a ring, guides."""


def best_without(form: Form, asked: Asked, link: Link) -> Paired | None:
    """The best answer of ``form`` in which ``link`` is not there; None: there is none.

    Of a trio: in which these three are no trio, though two of them may be a pair. Where costs and
    what is allowed are the same in both directions, the link is not there in either: else a ring
    the other way round would be the best.
    """
    trio = _trio_of(form(asked), link)
    # whoever are no trio lack one of its links: of the best without each, the best
    gone = [edge for edge in trio if edge not in asked.edges] if trio else [link]
    found = [other for edge in gone if (other := _without(form, asked, edge)) is not None]
    return min(found, key=lambda other: (other.cost, other.links), default=None)


def _trio_of(paired: Paired, link: Link) -> tuple[Link, ...]:
    """The three links of the trio that it is one of; none where it is of no trio."""
    for unit in paired.units:
        edges = tuple(combinations(unit, 2))
        if link in edges and len(unit) == TRIO and {*edges} <= {*paired.links}:
            return edges
    return ()


def _without(form: Form, asked: Asked, link: Link) -> Paired | None:
    if link in asked.pinned:
        return None
    try:
        return form(asked.without(link))
    except UnpairableError:
        return None
